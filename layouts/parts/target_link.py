"""The way from a distance on another page to what it consists of."""

from dashboard.language.text import Lang, Text
from dashboard.view.addresses import TARGETS
from layouts import html
from layouts.html import Html

_WORDS = Text(
    "Vad avståndet består av, och vad som krävs för att nå målet",
    "What the distance consists of, and what it takes to reach the target",
)


def target_link(lang: Lang) -> Html:
    """A link to the page of targets; a script gives it the region looked at."""
    return html.P(
        html.A(_WORDS.in_(lang), data_takes_region="1", href=TARGETS.in_(lang)), className="onward"
    )
