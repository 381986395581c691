"""A region's name that can be pressed: it chooses the region, on every page the same."""

from dashboard.reference.regions import SWEDEN
from layouts import html
from layouts.html import Html


def region_name(name: str, code: str, chosen: str, control: str = "region") -> Html | str:
    """The name as a button that sets the page's control to the region, Sweden as plain words.

    `chosen` is the region looked at, whose name looks pressed: pressed once more it lets go.
    """
    if code == SWEDEN:
        return name
    return html.Button(
        name,
        type="button",
        className="linklike",
        data_set=control,
        data_value=code,
        aria_pressed="true" if code == chosen else "false",
    )
