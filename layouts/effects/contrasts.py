"""The few contrasts that could hint at a cause, each with what it would mean and if it holds."""

from typing import Any

from dashboard.effects import effects_picture
from dashboard.effects.contrasts import Contrast, Contrasts, contrasts
from dashboard.effects.series import OUTCOMES
from dashboard.language.formatting import NONE, number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts.at_hand import at_hand
from layouts.parts.picture_parts import scrolling
from layouts.parts.sorting import Sorting
from layouts.parts.word_table import grid_table

NAME = "eff-contrasts"
TABLE = f"{NAME}-table"
_MEASURE = Text("Mått", "Indicator")
_CONTRASTS_TITLE = Text(
    "Jämförelser som kunde antyda en orsak", "Contrasts that could hint at a cause"
)
_CONTRASTS_HEADS = (Text("Jämförelse", "Contrast"), Text("Skillnad %", "Difference %"),
                    Text("Intervall, regionernas spridning", "Interval, spread of the regions"),
                    Text("Håller", "Holds"),
                    Text("Vad den skulle betyda", "What it would mean"))  # fmt: skip
# Three years without payment are too few to hold an interval to.
_NOT_HELD = Text(
    "Intervallen är Students t över regionernas spridning. Åren utan betalning är för få för att "
    "kalibrera dem mot, så de kallas inte 95 procent.",
    "The intervals are Student's t over the spread of the regions. The years without payment are "
    "too few to calibrate them by, so they are not called 95 per cent.",
)
_PLACEBO = Text("Samma skillnad år utan betalning", "The same difference in years without payment")
_PLACEBO_YEAR = Text("{}: {} %", "{}: {}%")
_UNDECIDED = Text("kan inte avgöras", "cannot be decided")
_YES_NO = {True: Text("ja", "yes"), False: Text("nej", "no")}


def contrast_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of what follows the view: the order alone."""
    return ((TABLE, "children"),)


@at_hand("rule", "against", "events", "region")
def contrast_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The table of the country's contrasts."""
    named = effects_picture.names(dataset, lang)
    rows = [
        row
        for outcome in OUTCOMES
        for row in _contrasted(named[outcome], contrasts(dataset, outcome), lang)
    ]
    grid = Grid(tuple(head.in_(lang) for head in _CONTRASTS_HEADS), tuple(rows))
    sorting = Sorting(TABLE, dataset, view, lang)
    return {TABLE: grid_table(_CONTRASTS_TITLE.in_(lang), grid, _MEASURE.in_(lang), sorting)}


def contrast_section(dataset: Dataset, parts: dict[str, Any], lang: Lang) -> Html:
    """The contrasts of the country, each weak and shown as such."""
    found = [contrasts(dataset, outcome).conclusion.in_(lang) for outcome in OUTCOMES]
    return html.Section(
        [
            html.H2(_CONTRASTS_TITLE.in_(lang), id=f"{NAME}-title"),
            html.P(" ".join(dict.fromkeys([*found, _NOT_HELD.in_(lang)])), className="sentence"),
            scrolling(TABLE, parts, f"{NAME}-title"),
        ],
        className="part part-words part-contrasts",
        id=NAME,
    )


def _contrasted(name: str, contrasts: Contrasts, lang: Lang) -> list[tuple[str, ...]]:
    rows = [_contrast(name, one, lang, decided=contrasts.decided) for one in contrasts.each]
    if contrasts.placebo:
        years = ", ".join(
            _PLACEBO_YEAR.in_(lang).format(year, number(percent, 1, lang, signed=True))
            for year, percent in contrasts.placebo
        )
        rows.append((name, _PLACEBO.in_(lang), NONE, NONE, NONE, years))
    return rows


def _contrast(name: str, contrast: Contrast, lang: Lang, *, decided: bool) -> tuple[str, ...]:
    ends = (number(end, 1, lang, signed=True) for end in (contrast.low, contrast.high))
    return (
        name,
        contrast.name.in_(lang),
        number(contrast.percent, 1, lang, signed=True),
        NONE if contrast.percent is None else (" till " if lang == "sv" else " to ").join(ends),
        (_YES_NO[contrast.survives] if decided else _UNDECIDED).in_(lang),
        contrast.meaning.in_(lang),
    )
