"""Every cell of the grant in words: which region qualified in which month, and why."""

from collections.abc import Mapping

from dashboard.frozen import frozen
from dashboard.funding.cell_odds import Odds
from dashboard.funding.country import improved, qualified_of_all
from dashboard.funding.label import YEAR, kind, label
from dashboard.funding.odds import odds
from dashboard.funding.outcome import change, grant_of, told_by_region
from dashboard.funding.payout import Cell, Payout, Reason
from dashboard.funding.rates import Status
from dashboard.funding.verdict import doubt
from dashboard.language.formatting import NONE, capitalised, number
from dashboard.language.formatting import period as period_words
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset

# What stands in a cell beside the change, so that colour is never alone.
MARKS: dict[Reason, str] = {
    "improved": "✓", "top5": "5", "too_small": "", "not_reported": "–", "no_2023": "–",
    "zero_2023": "0",
}  # fmt: skip
# How likely a cell is, by thirds, as the style sheet shades it.
LIKELY = ("unlikely", "possible", "likely")
# After the mark of a cell whose figures have a low grade.
DOUBTED = "?"
# The last sign of each cell, as the key explains it.
MODELLED_MARK = "m"

REASONS: dict[Reason, Text] = {
    "improved": Text("förbättrad minst 0,5 procent", "improved by at least 0.5 per cent"),
    "top5": Text("bland de fem lägsta", "among the five lowest"),
    "too_small": Text("inte förbättrad nog", "not improved enough"),
    "not_reported": Text("inget värde 2024", "no value in 2024"),
    "no_2023": Text(
        "inget värde 2023 och inte bland de fem", "no value in 2023 and not among five"
    ),
    "zero_2023": Text("noll 2023 och inte bland de fem", "zero in 2023 and not among five"),
}
LOW_TRUST = Text("låg tillit till siffran", "low trust in the figure")
_TITLE = Text(
    "{} av {} månadskrav hade uppfyllts, {} av dem genom förbättring{}{mark}",
    "{} of {} monthly requirements would have been met, {} of them by improvement{}{mark}",
)
# What the last sign of a cell means, where a cell has one.
_UNDECIDED = Text(
    "{} månadskrav hade uppfyllts, omkring {} av dem genom förbättring; vilka kan inte avgöras, "
    "månaderna är skattade",
    "{} monthly requirements would have been met, about {} of them by improvement; which ones "
    "cannot be decided, "
    "the months are estimated",
)
_ODDS = Text(
    "Sannolikheten i procent att månadskravet hade uppfyllts, februari–oktober 2024, summerad över "
    "spannen för de skattade månaderna · inom parentes 80 procents spann",
    "The probability in per cent that the requirement would have been met, February–October 2024, "
    "summed "
    "over the ranges of the estimated months · in brackets 80 per cent ranges",
)
_KEY: Mapping[Status, Text] = {
    "estimated": Text(" · m: skattat månadsvärde", " · m: estimated month"),
    "mixed": Text(" · m: skattat månadsvärde", " · m: estimated month"),
    "example": Text(" · m: EXEMPEL, påhittat månadsvärde", " · m: EXAMPLE, an invented month"),
}
_SILENT = Text("; i {} är tilliten till siffran låg", "; in {} trust in the figure is low")
_MEASURE = Text(
    "Förändring i procent mot samma månad 2023, februari–oktober 2024 · ✓ förbättrad minst 0,5 %, "
    "5 bland de fem lägsta, utan tecken ej kvalificerad, ? låg tillit till siffran{key}",
    "Change in per cent from the same month of 2023, February–October 2024 · ✓ improved by at "
    "least 0.5%, 5 among the five lowest, no mark not qualified, ? low trust in the figure{key}",
)


@frozen
class HeatRow:
    """A region's row: its place among `CODES`, its cells as (words, class), and its sum if told.

    The class is the reason, or of estimated months how likely the cell is, by thirds.
    """

    code: str
    name: str
    cells: tuple[tuple[str, str], ...]
    total: str | None


@frozen
class Heat:
    """The table of all cells: a title, what it shows, the months' heads, rows by region."""

    title: str
    measure: str
    months: tuple[str, ...]
    rows: tuple[HeatRow, ...]


def heat(dataset: Dataset, lang: Lang) -> Heat:
    """All 378 cells, overcrowding first, the regions in the order of their codes.

    Of estimated months each cell has its probability, and no region a sum (docs/methods.md 9.7).
    """
    grant = grant_of(dataset)
    if not told_by_region(grant):
        return _undecided(dataset, grant, lang)
    won = [cell for cell in grant.cells if cell.qualified_by]
    silent = sum(doubt(dataset, cell) is not None for cell in won)
    by_region: dict[str, list[Cell]] = {code: [] for code in CODES}
    for cell in grant.cells:
        by_region[cell.region].append(cell)
    return Heat(
        title=_TITLE.in_(lang).format(
            len(won),
            len(grant.cells),
            improved(dataset, lang),
            _SILENT.in_(lang).format(silent) if silent else "",
            **label(dataset, lang),
        ),
        measure=_MEASURE.in_(lang).format(key=key(grant, lang)),
        months=tuple(_month(m, lang) for m in grant.rules.months),
        rows=tuple(
            HeatRow(
                code=code,
                name=name_of(code).in_(lang),
                cells=tuple((_cell(dataset, cell, lang), cell.reason) for cell in cells),
                total=str(grant.by_region[code].cells_qualified),
            )
            for code, cells in by_region.items()
        ),
    )


def _undecided(dataset: Dataset, grant: Payout, lang: Lang) -> Heat:
    by_cell = odds(dataset) or {}
    found: dict[str, list[tuple[str, str]]] = {code: [] for code in CODES}
    for cell in grant.cells:
        one = by_cell.get((cell.region, cell.month, cell.requirement))
        found[cell.region].append(
            (percent(one, lang), "" if one is None else LIKELY[min(2, int(3 * one.qualified))])
        )
    title = _UNDECIDED.in_(lang).format(
        capitalised(qualified_of_all(dataset, lang)), improved(dataset, lang)
    )
    return Heat(
        title=title,
        measure=_ODDS.in_(lang),
        months=tuple(_month(m, lang) for m in grant.rules.months),
        rows=tuple(
            HeatRow(code, name_of(code).in_(lang), tuple(cells), None)
            for code, cells in found.items()
        ),
    )


def percent(odds: Odds | None, lang: Lang) -> str:
    """How likely a cell is to qualify, in whole per cent; of estimates never none and never all."""
    if odds is None:
        return NONE
    whole = 100 * odds.qualified
    if round(whole) in (0, 100):
        return "<1" if whole < 50 else ">99"
    return number(whole, 0, lang)


def key(payout: Payout, lang: Lang) -> str:
    """What the last sign of a cell means; empty where cells have none."""
    return _KEY.get(payout.rates.status, Text("", "")).in_(lang)


def _month(month: int, lang: Lang) -> str:
    return period_words(f"{YEAR}-{month:02d}", lang, short=True).split(" ")[0]


def _cell(dataset: Dataset, cell: Cell, lang: Lang) -> str:
    moved = change(cell)
    words = NONE if moved is None else number(moved, 0, lang, signed=True)
    doubted = DOUBTED if doubt(dataset, cell) else ""
    return f"{MARKS[cell.reason]}{doubted} {words} {mark(dataset, cell)}".strip()


def mark(dataset: Dataset, cell: Cell) -> str:
    """The last sign of a cell, empty where its months were reported."""
    return "" if kind(dataset, cell) == "reported" else MODELLED_MARK
