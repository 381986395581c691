"""The way from a distance on another page to what it consists of."""

from dashboard.indicators.gap_names import NEVER_ADDED
from dashboard.language.text import Lang, Text
from dashboard.view.addresses import TARGETS
from layouts import html
from layouts.html import Html

_WORDS = Text("Vad de består av", "What they consist of")


def target_link(lang: Lang) -> Html:
    """That the gaps are two, and the page where they are; a script gives it the region."""
    link = html.A(_WORDS.in_(lang), data_takes_region="1", href=TARGETS.in_(lang))
    return html.P([f"{NEVER_ADDED.in_(lang)} ", link], className="onward")
