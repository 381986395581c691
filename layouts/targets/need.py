"""What it takes to reach the target: three ways, and what a single change gives."""

from typing import Any

from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets import options_words
from dashboard.unit_targets.assumption_words import BEDS, DAYS
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.by_region import FOLLOWED
from dashboard.unit_targets.options import Need, need_of
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import file_links
from layouts.parts.at_hand import at_hand
from layouts.parts.door import door
from layouts.targets.sliders import slider, slider_parts, slider_values

NAME = "tgt-need"
_CHANGES = (BEDS, DAYS)
_SINGLE = Text("En ändring i taget", "One change at a time")


def need_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view in the section."""
    return (
        (f"{NAME}-title", "children"),
        (f"{NAME}-ways", "children"),
        (f"{NAME}-source", "children"),
        *slider_parts(_CHANGES),
    )


@at_hand("sort", assumed=(*FOLLOWED, "stay", "beds", "days"))
def need_values(dataset: Dataset, view: View, lang: Lang, source: str) -> dict[str, Any]:
    """The changing values by component id."""
    need, found = need_of(dataset, view), basis(dataset, view)
    effects = {
        "beds": options_words.more_beds(need, found.assumed.beds, lang),
        "days": options_words.shorter_stay(need, found.assumed.days, lang),
    }
    return {
        f"{NAME}-title": options_words.title(need, lang),
        f"{NAME}-ways": _ways(need, lang),
        f"{NAME}-source": source,
        **slider_values(_CHANGES, found, lang, effects),
    }


def _ways(need: Need | None, lang: Lang) -> list[Html]:
    return [
        html.Li(
            [
                html.H2(one.name),
                *(html.P(words, className="takes") for words in one.takes),
                html.P(one.effect, className="verdict"),
                html.P(one.evidence, className="line"),
            ]
        )
        for one in options_words.ways(need, lang)
    ]


def need_section(parts: dict[str, Any], lang: Lang) -> Html:
    """The section; `parts` are the values by component id."""
    return html.Section(
        [
            html.H2(parts[f"{NAME}-title"], id=f"{NAME}-title"),
            html.P(options_words.MEASURE.in_(lang), className="measure"),
            html.Ul(parts[f"{NAME}-ways"], className="cards ways", id=f"{NAME}-ways"),
            door(
                html.H3(_SINGLE.in_(lang), id="tgt-single-title"),
                [html.Div([slider(one, parts, lang) for one in _CHANGES], className="halves")],
            ),
            html.Div(
                [
                    html.P(parts[f"{NAME}-source"], className="source", id=f"{NAME}-source"),
                    *file_links.csv_links(NAME, lang),
                ],
                className="caption",
            ),
        ],
        aria_labelledby=f"{NAME}-title",
        className="part part-need",
        id=NAME,
    )
