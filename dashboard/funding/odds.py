"""How likely each cell of the grant is to qualify where months are estimated, and the country's."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import sqrt
from statistics import NormalDist
from typing import Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.funding.cell_odds import Lowest, Months, Odds, lowest_of_each, odds_of_each, together
from dashboard.funding.outcome import grant_of
from dashboard.funding.rates import Key, Rates, modelled_rates
from dashboard.funding.rules import REQUIREMENTS, RULES_2024, Requirement
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.releases.ranges import Kind
from dashboard.statistics.arrays import Array

_YEAR: Final = 2024
_INDICATORS: Final = {"over": OVERCROWDING.key, "out": OUTPLACEMENT.key}
# A range holds 80 per cent (docs/methods.md 9.6).
_Z: Final = NormalDist().inv_cdf(0.9)


@frozen
class Expected:
    """The country's expected cells, those by improvement, and bonus pot in kronor, with ranges."""

    cells: float
    low: float
    high: float
    improved: float
    pot: float
    pot_low: float
    pot_high: float


def odds(
    dataset: Dataset,
    months: Sequence[int] = RULES_2024.months,
    *,
    threshold: float = float(RULES_2024.threshold),
    top: int = RULES_2024.top,
) -> Mapping[Key, Odds] | None:
    """The odds of every cell by the ranges of its two months (docs/methods.md 9.7).

    `threshold` is the least improvement as a share, `top` how many of the lowest are paid. What was
    reported is certain. None where the release has no ranges, so that nothing can be said.
    """
    if dataset.ranges is None:
        return None
    return _of_cells(dataset, tuple(months), threshold, top)


@lru_cache(maxsize=16)
def _of_cells(
    dataset: Dataset, months: tuple[int, ...], threshold: float, top: int
) -> Mapping[Key, Odds]:
    # Only who tries thresholds tries another one soon.
    ground = _ground if threshold == float(RULES_2024.threshold) else _kept_ground
    each = odds_of_each(*ground(dataset, months, top), threshold)
    keys = ((code, month, q) for q in REQUIREMENTS for month in months for code in CODES)
    return dict(zip(keys, each, strict=True))


def _ground(dataset: Dataset, months: tuple[int, ...], top: int) -> tuple[Months, Lowest]:
    """What the odds rest on whatever the threshold is, by requirement, month and region."""
    rates = modelled_rates(dataset, months=months)
    each = [_months(dataset, rates, q, month) for q in REQUIREMENTS for month in months]
    return together(each), lowest_of_each(each, top)


_kept_ground = lru_cache(maxsize=1)(_ground)


def share_qualified(odds: Mapping[Key, Odds]) -> float:
    """The expected share of cells that qualify, 0 to 1."""
    return sum(one.qualified for one in odds.values()) / len(odds)


@lru_cache(maxsize=8)
def expected(dataset: Dataset) -> Expected | None:
    """What the country may expect of all cells, with 80 per cent ranges.

    A region's cells count as if they always went together, and regions as independent: no
    dependence of its months makes the range wider than that (docs/methods.md 9.7).
    """
    found, grant = odds(dataset), grant_of(dataset)
    if found is None:
        return None
    people = sum(one.population for one in grant.regions)
    cells = pot = improved = of_cells = of_pot = 0.0
    for one in grant.regions:
        spread = spread_of_pot = 0.0
        for q in REQUIREMENTS:
            worth = grant.rules.pot(q) / len(grant.rules.months) * one.population / people
            for month in grant.rules.months:
                cell = found[one.region, month, q]
                cells += cell.qualified
                improved += cell.improved
                pot += worth * (1 - cell.qualified)
                spread += (alone := sqrt(max(0.0, cell.qualified * (1 - cell.qualified))))
                spread_of_pot += worth * alone
        of_cells, of_pot = of_cells + spread**2, of_pot + spread_of_pot**2
    wide, wide_pot = _Z * sqrt(of_cells), _Z * sqrt(of_pot)
    most, whole = len(grant.cells), grant.rules.over_pot + grant.rules.out_pot
    return Expected(
        cells, max(0.0, cells - wide), min(most, cells + wide), improved,
        pot, max(0.0, pot - wide_pot), min(whole, pot + wide_pot),
    )  # fmt: skip


def _months(dataset: Dataset, rates: Rates, q: Requirement, month: int) -> Months:
    pairs = [rates.at(code, month, q) for code in CODES]
    before, now = (
        np.array([np.nan if one is None else float(one) for one in year])
        for year in zip(*((pair.before, pair.now) for pair in pairs), strict=True)
    )
    first, last = (f"{year}-{month:02d}" for year in (_YEAR - 1, _YEAR))
    a, b = (_errors(dataset, q, "month", one) for one in (first, last))
    change = _errors(dataset, q, "month_change", last)
    # A change has no range where one of its months was reported: then they are independent.
    most = a * b
    together = np.where(change > 0, np.clip((a**2 + b**2 - change**2) / 2, -most, most), 0.0)
    return Months(before, now, a, b, together)


def _errors(dataset: Dataset, q: Requirement, kind: Kind, month: str) -> Array:
    """The standard error of a normal with the range, region (21); 0 where there is no range."""
    found = dataset.ranges and dataset.ranges.of((_INDICATORS[q], "somatic", "all"), kind)
    if not found or month not in dataset.months:
        return np.zeros(len(CODES))
    low, high = (bound[1:, dataset.months.index(month)] for bound in found)
    return np.nan_to_num((high - low) / (2 * _Z))
