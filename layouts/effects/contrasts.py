"""The few contrasts that could hint at a cause, each with what it would mean and if it holds."""

from dashboard.effects import effects_picture
from dashboard.effects.contrasts import Contrast, Contrasts, contrasts
from dashboard.effects.series import OUTCOMES
from dashboard.language.formatting import NONE, number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from layouts import html
from layouts.html import Html
from layouts.parts.word_table import grid_table

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


def contrast_section(dataset: Dataset, lang: Lang) -> Html:
    """The contrasts of the country, each weak and shown as such; they follow no control."""
    found = {outcome: contrasts(dataset, outcome) for outcome in OUTCOMES}
    named = effects_picture.names(dataset, lang)
    rows = [row for outcome, one in found.items() for row in _contrasted(named[outcome], one, lang)]
    title = _CONTRASTS_TITLE.in_(lang)
    grid = Grid(tuple(head.in_(lang) for head in _CONTRASTS_HEADS), tuple(rows))
    words = [*(one.conclusion.in_(lang) for one in found.values()), _NOT_HELD.in_(lang)]
    said = " ".join(dict.fromkeys(words))
    return html.Section(
        [
            html.H2(title, id="eff-contrasts-title"),
            html.P(said, className="sentence"),
            html.Div(
                [grid_table(title, grid, _MEASURE.in_(lang))],
                aria_labelledby="eff-contrasts-title",
                className="table-wrap",
                role="region",
                tabIndex=0,
            ),
        ],
        className="part part-words part-contrasts",
        id="eff-contrasts",
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
