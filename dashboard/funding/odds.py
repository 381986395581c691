"""How likely each cell of the grant is to qualify where months are estimated, and the country's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from statistics import NormalDist
from typing import Final

import numpy as np

from dashboard.funding.outcome import grant_of
from dashboard.funding.rates import Key, Rates, modelled_rates
from dashboard.funding.rules import REQUIREMENTS, RULES_2024, Requirement
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.releases.ranges import Kind
from dashboard.statistics.arrays import Array
from dashboard.statistics.place_distribution import (
    FARTHEST,
    NONE,
    below,
    nodes,
    normal_below,
    without_each,
)

_YEAR: Final = 2024
_INDICATORS: Final = {"over": OVERCROWDING.key, "out": OUTPLACEMENT.key}
# A range holds 80 per cent (docs/methods.md 9.6).
_Z: Final = NormalDist().inv_cdf(0.9)


@dataclass(frozen=True, slots=True)
class Odds:
    """The probability that a cell qualifies by improvement, and that it does so by place alone."""

    improved: float
    top5: float

    @property
    def qualified(self) -> float:
        """The probability that the cell qualifies, 0 to 1."""
        return self.improved + self.top5


@dataclass(frozen=True, slots=True)
class Expected:
    """The country's expected cells, those by improvement, and bonus pot in kronor, with ranges."""

    cells: float
    low: float
    high: float
    improved: float
    pot: float
    pot_low: float
    pot_high: float


@dataclass(frozen=True, eq=False, slots=True)
class _Months:
    """A requirement's month by region: rates of both years, their errors, and their covariance."""

    before: Array
    now: Array
    error_before: Array
    error_now: Array
    together: Array


@dataclass(frozen=True, eq=False, slots=True)
class _Lowest:
    """A region's month in one requirement: values that its rate can have, the weight of each, and
    the weight with which the region is there among the lowest.
    """

    region: int
    at: Array
    own: Array
    lowest: Array


_Cells = tuple[tuple[Requirement, int], _Months, list[_Lowest]]


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
    found: dict[Key, Odds] = {}
    # Only who tries thresholds tries another one soon.
    ground = _ground if threshold == float(RULES_2024.threshold) else _kept_ground
    for (q, month), one, lowest in ground(dataset, months, top):
        each = _of_each(one, lowest, threshold)
        found |= {(code, month, q): cell for code, cell in zip(CODES, each, strict=True)}
    return found


def _ground(dataset: Dataset, months: tuple[int, ...], top: int) -> Iterable[_Cells]:
    """What the odds rest on whatever the threshold is."""
    rates = modelled_rates(dataset, months=months)
    for q in REQUIREMENTS:
        for month in months:
            one = _months(dataset, rates, q, month)
            yield (q, month), one, _lowest(one, top)


@lru_cache(maxsize=1)
def _kept_ground(dataset: Dataset, months: tuple[int, ...], top: int) -> Iterable[_Cells]:
    return list(_ground(dataset, months, top))


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


def _months(dataset: Dataset, rates: Rates, q: Requirement, month: int) -> _Months:
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
    return _Months(before, now, a, b, together)


def _errors(dataset: Dataset, q: Requirement, kind: Kind, month: str) -> Array:
    """The standard error of a normal with the range, region (21); 0 where there is no range."""
    found = dataset.ranges and dataset.ranges.of((_INDICATORS[q], "somatic", "all"), kind)
    if not found or month not in dataset.months:
        return np.zeros(len(CODES))
    low, high = (bound[1:, dataset.months.index(month)] for bound in found)
    return np.nan_to_num((high - low) / (2 * _Z))


def _odds(months: _Months, threshold: float, top: int) -> list[Odds]:
    return _of_each(months, _lowest(months, top), threshold)


def _of_each(months: _Months, lowest: list[_Lowest], threshold: float) -> list[Odds]:
    found = [Odds(0.0, 0.0)] * len(months.now)
    for one in lowest:
        improved = _improved(months, one.region, one.at, threshold)
        found[one.region] = Odds(float(one.own @ improved), float(one.lowest @ (1 - improved)))
    return found


def _lowest(months: _Months, top: int) -> list[_Lowest]:
    there = np.flatnonzero(np.isfinite(months.now))
    if not there.size:
        return []
    centres, errors = months.now[there], months.error_now[there]
    # A point is met by its own value, which is a node of weight 1 to it and of none to others.
    at, weights = nodes(centres, errors)
    met = np.concatenate([at, centres])
    found = []
    for place, others in without_each(below(met, centres, errors), top):
        among = others[:top].sum(axis=0)
        if errors[place] > NONE:
            far = (at - centres[place]) / errors[place]
            near = np.flatnonzero(np.abs(far) <= FARTHEST)
            own = weights[near] * np.exp(-(far[near] ** 2) / 2)
            own /= own.sum()
        else:
            near, own = np.array([len(at) + place]), np.ones(1)
        found.append(_Lowest(int(there[place]), met[near], own, own * among[near]))
    return found


def _improved(months: _Months, i: int, at: Array, threshold: float) -> Array:
    """The probability of an improvement, given each value `at` of the month of 2024."""
    before, error, now = months.before[i], months.error_before[i], months.error_now[i]
    if not before > 0:
        return np.zeros(len(at))
    least = at / (1 - threshold)
    slope = months.together[i] / now**2 if now > NONE else 0.0
    given = before + slope * (at - months.now[i])
    left = sqrt(max(0.0, error**2 - slope * months.together[i]))
    # What is equal on paper to the last place counts as reached.
    if left <= NONE:
        return np.asarray(given >= least - 1e-12, dtype=np.float64)
    return normal_below((given - least) / left)
