"""The way from a distance on another page to what it consists of."""

from dash import html

from dashboard.exports.views import AIMED
from dashboard.language.text import Lang, Text

_WORDS = Text(
    "Vad avståndet består av, och vad som krävs för att nå målet",
    "What the distance consists of, and what it takes to reach the target",
)


def target_link(lang: Lang) -> html.P:
    """A link to the page of targets; a script gives it the region looked at."""
    takes = {"data-takes-region": "1"}
    return html.P(html.A(_WORDS.in_(lang), href=AIMED.in_(lang), **takes), className="onward")
