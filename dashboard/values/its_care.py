"""The care that another indicator is shown for, beside one that is of all care alone."""

from dataclasses import replace

from dashboard.view.view import View


def in_its_care(view: View, key: str) -> View:
    """The same view of another indicator; where all care together is no care of it, its own.

    What is known of all care alone, as waiting times, so leaves nothing else empty.
    """
    other = replace(view, indicator=key)
    cares = other.of.cares(view.data)
    if view.care != "all" or not cares or "all" in cares:
        return other
    return replace(other, care=cares[0])
