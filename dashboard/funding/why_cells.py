"""Why a region's cells of the grant qualified or not, and how many of the country's did."""

from collections.abc import Mapping

from dashboard.frozen import frozen
from dashboard.funding.cell_odds import Odds
from dashboard.funding.cells import LOW_TRUST, REASONS, key, mark
from dashboard.funding.label import YEAR, label
from dashboard.funding.odds import odds
from dashboard.funding.odds_table import expected_counts, odds_by_month
from dashboard.funding.outcome import change, grant_of, missed, told_by_region
from dashboard.funding.payout import Cell, Payout
from dashboard.funding.rates import Key
from dashboard.funding.rules import REQUIREMENT_NAMES, REQUIREMENTS, Requirement
from dashboard.funding.verdict import doubt
from dashboard.language.formatting import number
from dashboard.language.formatting import period as period_words
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View

_WHY_ALL = Text(
    "Varför månadskraven uppfylldes, månad för månad{mark}",
    "Why the monthly requirements were met, month by month{mark}",
)
_WHY_ALL_MEASURE = Text(
    "Antal regioner av 21 per månad och krav. Välj en region överst för dess egna månadskrav.",
    "Number of regions of 21 by month and requirement. Choose a region above for its own monthly "
    "requirements.",
)
_WHY_NONE = Text(
    "{} missar inget månadskrav: alla 18 hade uppfyllts{mark}",
    "{} misses no monthly requirement: all 18 would have been met{mark}",
)
_WHY = Text(
    "{} missar {} månadskrav, som hade gett {} miljoner kronor mer{mark}",
    "{} misses {} monthly requirements, which would have given SEK {} million more{mark}",
)
_WHY_MEASURE = Text(
    "Antal per 100 disponibla vårdplatser 2023 och 2024, somatisk slutenvård. Ett månadskrav är "
    "värt {} "
    "miljoner kronor före bonus{key}",
    "Number per 100 available beds in 2023 and 2024, somatic inpatient care. A monthly "
    "requirement is worth SEK "
    "{} million before the bonus{key}",
)
_WHY_UNDECIDED = Text(
    "Vilka månadskrav {} missar kan inte avgöras, månaderna är skattade",
    "Which monthly requirements {} misses cannot be decided, the months are estimated",
)
_WHY_ODDS_MEASURE = Text(
    "Antal per 100 disponibla vårdplatser 2023 och 2024, somatisk slutenvård, skattat, inom "
    "parentes 80 procents spann. Sannolikheten att kvalificera är summerad över spannen",
    "Number per 100 available beds in 2023 and 2024, somatic inpatient care, estimated, with 80 "
    "per cent ranges in brackets. The probability of qualifying is summed over the ranges",
)
_EXPECTED_MEASURE = Text(
    "Väntat antal regioner av 21 per månad och krav, summerat över spannen för de skattade "
    "månaderna. Vilka regioner det är kan inte avgöras.",
    "Expected number of regions of 21 by month and requirement, summed over the ranges of the "
    "estimated months. Which regions they are cannot be decided.",
)
_NEAREST = Text(
    "Närmast var {} i {}: {} %, medan kravet är minst −0,5 %.",
    "The nearest was {} in {}: {}%, while the requirement is at least −0.5%.",
)
_MODELLED = Text(
    "Månaderna är skattade ur publicerade årsvärden: de delar årets förändring, så månadskraven i "
    "en region är mer lika varandra än verkliga månader är.",
    "The months are estimated from published annual values: they share the change of the year, so "
    "the monthly requirements of a region are more alike than real months are.",
)
_COUNTED = (REASONS["improved"], REASONS["top5"], Text("ej kvalificerade", "not qualified"))
_HEADS = (Text("{} 2023", "{} 2023"), Text("{} 2024", "{} 2024"),
          Text("{}, ändring %", "{}, change %"), Text("{}, utfall", "{}, outcome"))  # fmt: skip
_LOWEST = Text("{} (plats {})", "{} (place {})")


@frozen
class Why:
    """The cells of a region, or of all regions by month, with a title and what it says."""

    title: str
    measure: str
    sentence: str
    grid: Grid


def why(dataset: Dataset, view: View, lang: Lang) -> Why:
    """Why a region qualified or not in each month; for Sweden how many did, and how."""
    grant = grant_of(dataset)
    words = label(dataset, lang)
    by_cell = None if told_by_region(grant) else odds(dataset)
    if view.region == SWEDEN:
        title = _WHY_ALL.in_(lang).format(**words)
        measure = _WHY_ALL_MEASURE if by_cell is None else _EXPECTED_MEASURE
        return Why(title, measure.in_(lang), _alike(grant, lang), _counted(grant, by_cell, lang))
    if not told_by_region(grant):
        return _undecided(dataset, view, grant, lang)
    short_of = missed(grant, view.region)
    name = name_of(view.region).in_(lang)
    more = number((short_of.all_met - grant.by_region[view.region].performance) / 1e6, 1, lang)
    if short_of.cells:
        title = _WHY.in_(lang).format(name, len(short_of.cells), more, **words)
    else:
        title = _WHY_NONE.in_(lang).format(name, **words)
    return Why(
        title=title,
        measure=_WHY_MEASURE.in_(lang).format(
            number(short_of.each / 1e6, 2, lang), key=key(grant, lang)
        ),
        sentence=" ".join([*_nearest(short_of.nearest, lang), _alike(grant, lang)]).strip(),
        grid=_own(dataset, grant, view.region, lang),
    )


def _undecided(dataset: Dataset, view: View, grant: Payout, lang: Lang) -> Why:
    return Why(
        title=_WHY_UNDECIDED.in_(lang).format(name_of(view.region).in_(lang)),
        measure=_WHY_ODDS_MEASURE.in_(lang),
        sentence=_alike(grant, lang),
        grid=odds_by_month(dataset, grant, view.region, lang),
    )


def _alike(payout: Payout, lang: Lang) -> str:
    return _MODELLED.in_(lang) if payout.rates.status in ("estimated", "mixed") else ""


def _nearest(cell: Cell | None, lang: Lang) -> list[str]:
    if cell is None:
        return []
    name = REQUIREMENT_NAMES[cell.requirement].in_(lang).lower()
    month = period_words(f"{YEAR}-{cell.month:02d}", lang)
    moved = number(change(cell), 1, lang, signed=True)
    return [_NEAREST.in_(lang).format(name, month, moved)]


def _own(dataset: Dataset, payout: Payout, region: str, lang: Lang) -> Grid:
    cells = {(c.month, c.requirement): c for c in payout.cells if c.region == region}
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
        for month in payout.rules.months
    )
    return Grid(heads, rows)


def _told(dataset: Dataset, cell: Cell, lang: Lang) -> tuple[str, str, str, str]:
    before, now = (None if v is None else float(v) for v in (cell.before, cell.now))
    doubted = doubt(dataset, cell)
    trust = f"; {LOW_TRUST.in_(lang)}. {doubted.in_(lang)}" if doubted else ""
    reason = f"{REASONS[cell.reason].in_(lang)}{trust}"
    sign = mark(dataset, cell)
    ranked = cell.reason == "top5" and cell.rank is not None
    return (
        f"{number(before, 2, lang)} {sign}".strip(),
        f"{number(now, 2, lang)} {sign}".strip(),
        f"{number(change(cell), 1, lang, signed=True)} {sign}".strip(),
        _LOWEST.in_(lang).format(reason, cell.rank) if ranked else reason,
    )


def _counted(payout: Payout, by_cell: Mapping[Key, Odds] | None, lang: Lang) -> Grid:
    heads = tuple(
        f"{REQUIREMENT_NAMES[q].in_(lang)}: {words.in_(lang)}"
        for q in REQUIREMENTS
        for words in _COUNTED
    )
    rows = tuple(
        (
            period_words(f"{YEAR}-{month:02d}", lang),
            *(
                word
                for q in REQUIREMENTS
                for word in (
                    [str(n) for n in _counts(payout, month, q)]
                    if by_cell is None
                    else [number(n, 1, lang) for n in expected_counts(by_cell, month, q)]
                )
            ),
        )
        for month in payout.rules.months
    )
    return Grid(heads, rows)


def _counts(payout: Payout, month: int, q: Requirement) -> tuple[int, int, int]:
    cells = [c.qualified_by for c in payout.cells if (c.month, c.requirement) == (month, q)]
    return cells.count("improved"), cells.count("top5"), cells.count(None)
