"""What changed between two contents, as the smallest thing that can be sent."""

from typing import Any

from dash import Patch, no_update
from dash.development.base_component import Component

_SAME = object()


def difference(old: Any, new: Any) -> Any:
    """`no_update` for equals, a `Patch` of the changed leaves, or the new value as a whole.

    The browser must hold exactly `old`. Lists of another length are sent whole.
    """
    before, after = plain(old), plain(new)
    if before == after:
        return no_update
    if type(before) is not type(after) or not isinstance(after, dict | list):
        return new
    if isinstance(after, list) and len(before) != len(after):
        return new
    patch = Patch()
    _assign(patch, before, after)
    return patch


def plain(value: Any) -> Any:
    """A component tree as the dicts and lists that travel."""
    if isinstance(value, Component):
        return plain(value.to_plotly_json())
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def _assign(patch: Any, before: Any, after: Any) -> None:
    keys = after if isinstance(after, dict) else range(len(after))
    for key in keys:
        old = before.get(key, _SAME) if isinstance(before, dict) else before[key]
        new = after[key]
        if old == new:
            continue
        if _can_descend(old, new):
            _assign(patch[key], old, new)
        else:
            patch[key] = new
    if isinstance(after, dict):
        for key in before.keys() - after.keys():
            del patch[key]


def _can_descend(old: Any, new: Any) -> bool:
    """Into dicts, and into lists of containers: a list of numbers is cheaper sent whole."""
    if isinstance(new, dict):
        return isinstance(old, dict)
    return (
        isinstance(new, list)
        and isinstance(old, list)
        and len(old) == len(new)
        and bool(new)
        and isinstance(new[0], dict | list)
    )
