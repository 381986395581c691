"""Every cell of the grant in words: which region qualified in which month, and why."""

from dataclasses import dataclass

from dashboard.funding.label import YEAR, kind, label
from dashboard.funding.outcome import change, grant_of, missed
from dashboard.funding.payout import Cell, Payout, Reason
from dashboard.funding.rules import REQUIREMENT_NAMES, REQUIREMENTS, Requirement
from dashboard.funding.verdict import doubt
from dashboard.language.formatting import NONE, number
from dashboard.language.formatting import period as period_words
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View

# What stands in a cell beside the change, so that colour is never alone.
MARKS: dict[Reason, str] = {
    "improved": "✓", "top5": "5", "too_small": "", "not_reported": "–", "no_2023": "–",
    "zero_2023": "0",
}  # fmt: skip
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
    "{} av {} celler hade kvalificerat, {} av dem genom förbättring{}{mark}",
    "{} of {} cells would have qualified, {} of them by improvement{}{mark}",
)
_SILENT = Text("; i {} är tilliten till siffran låg", "; in {} trust in the figure is low")
_MEASURE = Text(
    "Förändring i procent mot samma månad 2023, februari–oktober 2024 · ✓ förbättrad minst 0,5 %, "
    "5 bland de fem lägsta, utan tecken ej kvalificerad, ? låg tillit till siffran · m: skattat "
    "månadsvärde",
    "Change in per cent from the same month of 2023, February–October 2024 · ✓ improved by at "
    "least 0.5%, 5 among the five lowest, no mark not qualified, ? low trust in the figure · m: "
    "estimated month",
)
_WHY_ALL = Text(
    "Varför cellerna kvalificerade, månad för månad{mark}",
    "Why the cells qualified, month by month{mark}",
)
_WHY_ALL_MEASURE = Text(
    "Antal regioner av 21 per månad och krav. Välj en region överst för dess egna celler.",
    "Number of regions of 21 by month and requirement. Choose a region above for its own cells.",
)
_WHY_NONE = Text(
    "{} missar ingen cell: alla 18 hade kvalificerat{mark}",
    "{} misses no cell: all 18 would have qualified{mark}",
)
_WHY = Text(
    "{} missar {} celler, som hade gett {} miljoner kronor mer{mark}",
    "{} misses {} cells, which would have given SEK {} million more{mark}",
)
_WHY_MEASURE = Text(
    "Antal per 100 disponibla vårdplatser 2023 och 2024, somatisk slutenvård. En cell är värd {} "
    "miljoner kronor före bonus. m: skattat månadsvärde.",
    "Number per 100 available beds in 2023 and 2024, somatic inpatient care. A cell is worth SEK "
    "{} million before the bonus. m: estimated month.",
)
_NEAREST = Text(
    "Närmast var {} i {}: {} %, medan kravet är minst −0,5 %.",
    "The nearest was {} in {}: {}%, while the requirement is at least −0.5%.",
)
_MODELLED = Text(
    "Månaderna är skattade ur publicerade årsvärden: de delar årets förändring, så cellerna i "
    "en region är mer lika varandra än verkliga månader är.",
    "The months are estimated from published annual values: they share the change of the year, so "
    "the cells of a region are more alike than real months are.",
)
_COUNTED = (REASONS["improved"], REASONS["top5"], Text("ej kvalificerade", "not qualified"))
_HEADS = (Text("{} 2023", "{} 2023"), Text("{} 2024", "{} 2024"),
          Text("{}, ändring %", "{}, change %"), Text("{}, utfall", "{}, outcome"))  # fmt: skip
_LOWEST = Text("{} (plats {})", "{} (place {})")


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A region's row: its place among `CODES`, its cells as (words, reason), and its sum."""

    code: str
    name: str
    cells: tuple[tuple[str, Reason], ...]
    total: str


@dataclass(frozen=True, slots=True)
class Heat:
    """The table of all cells: a title, what it shows, the months' heads, rows by region."""

    title: str
    measure: str
    months: tuple[str, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The cells of a region, or of all regions by month, with a title and what it says."""

    title: str
    measure: str
    sentence: str
    grid: Grid


def heat(dataset: Dataset, lang: Lang) -> Heat:
    """All 378 cells, overcrowding first, the regions in the order of their codes."""
    grant = grant_of(dataset)
    won = [cell for cell in grant.cells if cell.qualified_by]
    improved = sum(cell.qualified_by == "improved" for cell in won)
    silent = sum(doubt(dataset, cell) is not None for cell in won)
    by_region: dict[str, list[Cell]] = {code: [] for code in CODES}
    for cell in grant.cells:
        by_region[cell.region].append(cell)
    return Heat(
        title=_TITLE.in_(lang).format(
            len(won),
            len(grant.cells),
            improved,
            _SILENT.in_(lang).format(silent) if silent else "",
            **label(dataset, lang),
        ),
        measure=_MEASURE.in_(lang),
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


def why(dataset: Dataset, view: View, lang: Lang) -> Why:
    """Why a region qualified or not in each month; for Sweden how many did, and how."""
    grant = grant_of(dataset)
    words = label(dataset, lang)
    if view.region == SWEDEN:
        title = _WHY_ALL.in_(lang).format(**words)
        return Why(title, _WHY_ALL_MEASURE.in_(lang), _alike(grant, lang), _counted(grant, lang))
    short_of = missed(grant, view.region)
    name = name_of(view.region).in_(lang)
    more = number((short_of.all_met - grant.by_region[view.region].performance) / 1e6, 1, lang)
    title = _WHY.in_(lang).format(name, len(short_of.cells), more, **words)
    return Why(
        title=title if short_of.cells else _WHY_NONE.in_(lang).format(name, **words),
        measure=_WHY_MEASURE.in_(lang).format(number(short_of.each / 1e6, 2, lang)),
        sentence=" ".join([*_nearest(short_of.nearest, lang), _alike(grant, lang)]).strip(),
        grid=_own(dataset, grant, view.region, lang),
    )


def _alike(found: Payout, lang: Lang) -> str:
    return _MODELLED.in_(lang) if found.rates.status in ("estimated", "mixed") else ""


def _month(month: int, lang: Lang) -> str:
    return period_words(f"{YEAR}-{month:02d}", lang, short=True).split(" ")[0]


def _cell(dataset: Dataset, cell: Cell, lang: Lang) -> str:
    moved = change(cell)
    words = NONE if moved is None else number(moved, 0, lang, signed=True)
    doubted = DOUBTED if doubt(dataset, cell) else ""
    return f"{MARKS[cell.reason]}{doubted} {words} {_mark(dataset, cell)}".strip()


def _mark(dataset: Dataset, cell: Cell) -> str:
    return "" if kind(dataset, cell) == "reported" else MODELLED_MARK


def _nearest(cell: Cell | None, lang: Lang) -> list[str]:
    if cell is None:
        return []
    name = REQUIREMENT_NAMES[cell.requirement].in_(lang).lower()
    month = period_words(f"{YEAR}-{cell.month:02d}", lang)
    moved = number(change(cell), 1, lang, signed=True)
    return [_NEAREST.in_(lang).format(name, month, moved)]


def _own(dataset: Dataset, found: Payout, region: str, lang: Lang) -> Grid:
    cells = {(c.month, c.requirement): c for c in found.cells if c.region == region}
    heads = tuple(
        head.in_(lang).format(REQUIREMENT_NAMES[q].in_(lang))
        for q in REQUIREMENTS
        for head in _HEADS
    )
    rows = tuple(
        (
            period_words(f"{YEAR}-{month:02d}", lang),
            *(word for q in REQUIREMENTS for word in _told(dataset, cells[month, q], lang)),
        )
        for month in found.rules.months
    )
    return Grid(heads, rows)


def _told(dataset: Dataset, cell: Cell, lang: Lang) -> tuple[str, str, str, str]:
    before, now = (None if v is None else float(v) for v in (cell.before, cell.now))
    doubted = doubt(dataset, cell)
    trust = f"; {LOW_TRUST.in_(lang)}. {doubted.in_(lang)}" if doubted else ""
    reason = f"{REASONS[cell.reason].in_(lang)}{trust}"
    mark = _mark(dataset, cell)
    ranked = cell.reason == "top5" and cell.rank is not None
    return (
        f"{number(before, 2, lang)} {mark}".strip(),
        f"{number(now, 2, lang)} {mark}".strip(),
        f"{number(change(cell), 1, lang, signed=True)} {mark}".strip(),
        _LOWEST.in_(lang).format(reason, cell.rank) if ranked else reason,
    )


def _counted(found: Payout, lang: Lang) -> Grid:
    heads = tuple(
        f"{REQUIREMENT_NAMES[q].in_(lang)}: {words.in_(lang)}"
        for q in REQUIREMENTS
        for words in _COUNTED
    )
    rows = tuple(
        (
            period_words(f"{YEAR}-{month:02d}", lang),
            *(str(n) for q in REQUIREMENTS for n in _counts(found, month, q)),
        )
        for month in found.rules.months
    )
    return Grid(heads, rows)


def _counts(found: Payout, month: int, q: Requirement) -> tuple[int, int, int]:
    cells = [c.qualified_by for c in found.cells if (c.month, c.requirement) == (month, q)]
    return cells.count("improved"), cells.count("top5"), cells.count(None)
