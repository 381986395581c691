"""A region's cells of the grant on estimated months: rates with ranges, and how likely each is."""

from collections.abc import Mapping

from dashboard.funding.cell_odds import Odds
from dashboard.funding.cells import percent
from dashboard.funding.label import YEAR
from dashboard.funding.odds import odds
from dashboard.funding.payout import Cell, Payout
from dashboard.funding.rates import Key
from dashboard.funding.rules import REQUIREMENT_NAMES, REQUIREMENTS, Requirement
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language.formatting import number, span
from dashboard.language.formatting import period as period_words
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View

_HEADS = (Text("{} {}", "{} {}"), Text("{}, sannolikhet %", "{}, probability %"))
_INDICATORS = {"over": OVERCROWDING.key, "out": OUTPLACEMENT.key}


def odds_by_month(dataset: Dataset, payout: Payout, region: str, lang: Lang) -> Grid:
    """By month and requirement both years' rates with their ranges, and the odds of the cell."""
    by_cell = odds(dataset) or {}
    cells = {(c.month, c.requirement): c for c in payout.cells if c.region == region}
    heads = []
    for q in REQUIREMENTS:
        name = REQUIREMENT_NAMES[q].in_(lang)
        heads += [_HEADS[0].in_(lang).format(name, year) for year in (YEAR - 1, YEAR)]
        heads.append(_HEADS[1].in_(lang).format(name))
    rows = []
    for month in payout.rules.months:
        row = [period_words(f"{YEAR}-{month:02d}", lang)]
        for q in REQUIREMENTS:
            row += _rates(dataset, cells[month, q], lang)
            row.append(percent(by_cell.get((region, month, q)), lang))
        rows.append(tuple(row))
    return Grid(tuple(heads), tuple(rows))


def expected_counts(
    by_cell: Mapping[Key, Odds], month: int, q: Requirement
) -> tuple[float, float, float]:
    """How many regions to expect by improvement, by place alone, and not at all."""
    each = [by_cell[code, month, q] for code in CODES]
    improved, top5 = sum(one.improved for one in each), sum(one.top5 for one in each)
    return improved, top5, len(each) - improved - top5


def _rates(dataset: Dataset, cell: Cell, lang: Lang) -> list[str]:
    told = []
    for year, rate in ((YEAR - 1, cell.before), (YEAR, cell.now)):
        view = View(_INDICATORS[cell.requirement], f"{year}-{cell.month:02d}")
        ends = range_of(dataset, view, cell.region)
        value = number(None if rate is None else float(rate), 1, lang)
        told.append(f"{value} ({span(*ends, 1, lang)})" if ends else value)
    return told
