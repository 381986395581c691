"""A heading that opens what stands under it: read closed, it says the finding alone."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.html import Html


def door(heading: Html, inside: Sequence[Any]) -> Html:
    """The heading as the button of what is `inside`, closed; paper and a link to it open it."""
    return html.Details(
        [html.Summary(heading), html.Div(list(inside), className="behind")], className="door"
    )


def behind(heading: Html, inside: Sequence[Any], *, closed: bool) -> list[Any]:
    """The children of a section: as they are, or with all but the heading behind it."""
    return [door(heading, inside)] if closed else [heading, *inside]
