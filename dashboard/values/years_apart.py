"""Years whose published national figure is not what the published regional ones come to."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    BEDS_PER_1000,
    OUTPLACEMENT,
    OVERCROWDING,
    Indicator,
)
from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.values import values
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View

_BENCHMARKED: Final = (OVERCROWDING, OUTPLACEMENT)
_SAID = Text(
    "Publicerat för {} är {}. Regionernas publicerade år, vägda efter vårdplatser, ger {} ({}–{}).",
    "Published for {} is {}. The regions' published years, weighted by beds, give {} ({}–{}).",
)
_CONFLICT = Text(
    "Avrundning räcker bara till {}: uppgifterna går inte ihop.",
    "Rounding only reaches {}: the figures do not agree.",
)
# Published rates and beds per 1 000 have one decimal.
_ROUNDED, _ROUNDS = 0.05, 50


@frozen
class YearApart:
    """A published year of Sweden (per 100 beds), what the regions' come to, its 80 % range, and
    how near to the published figure rounding of all that it rests on can bring it (`reach`).
    """

    indicator: Indicator
    year: str
    published: float
    estimate: float
    low: float
    high: float
    reach: float

    @property
    def is_conflict(self) -> bool:
        """Whether no rounding makes the published figures agree."""
        return abs(self.reach - self.published) > 0.5 * 10.0**-self.indicator.decimals

    def said(self, lang: Lang) -> str:
        """What was published, what the regions come to, and whether rounding explains it."""
        two = (number(one, 2, lang) for one in (self.estimate, self.low, self.high))
        published = number(self.published, self.indicator.decimals, lang)
        words = _SAID.in_(lang).format(self.year, published, *two)
        if not self.is_conflict:
            return words
        return f"{words} {_CONFLICT.in_(lang).format(number(self.reach, 2, lang))}"


def years_apart(dataset: Dataset) -> tuple[YearApart, ...]:
    """Every such year of somatic overcrowding and outplacement (docs/methods.md 9.6 point 6)."""
    return tuple(
        found
        for indicator in _BENCHMARKED
        for year in dataset.year_labels
        if (found := _apart(dataset, indicator, year)) is not None
    )


@lru_cache(maxsize=256)
def _apart(dataset: Dataset, indicator: Indicator, year: str) -> YearApart | None:
    if dataset.ranges is None or year not in dataset.year_labels:
        return None
    by_year = View(indicator.key, year, data="published")
    published, *rates = values.numbers(dataset, by_year)
    months = replace(by_year, data="estimated")
    estimate, ends = values.numbers(dataset, months)[0], range_of(dataset, months, SWEDEN)
    if published is None or estimate is None or ends is None:
        return None
    if abs(estimate - published) <= 0.5 * 10.0**-indicator.decimals:
        return None
    beds = values.numbers(dataset, replace(months, indicator=AVAILABLE_BEDS.key))[1:]
    per_1000 = View(BEDS_PER_1000.key, year, care="all", data="published")
    known = [_floats(one) for one in (rates, beds, values.numbers(dataset, per_1000)[1:])]
    reach = _reach(*known, up=published > estimate)
    return YearApart(indicator, year, published, estimate, *ends, reach)


def _floats(numbers: Sequence[float | None]) -> Array:
    return np.array([np.nan if one is None else one for one in numbers])


def _reach(rates: Array, beds: Array, per_1000: Array, *, up: bool) -> float:
    """The weighted mean farthest up or down that rounding of rates and of beds allows.

    Weights of rates beyond the mean are as heavy as can be, and the others as light: the mean that
    this gives is found in a few rounds.
    """
    way = 1 if up else -1
    known = np.isfinite(rates) & np.isfinite(beds)
    slack = np.nan_to_num(_ROUNDED / per_1000, nan=0.0)[known]
    rounded, weight = rates[known] + way * _ROUNDED, beds[known]
    mean = float(rounded @ weight / weight.sum())
    for _ in range(_ROUNDS):
        own = weight * np.where(way * (rounded - mean) > 0, 1 + slack, 1 - slack)
        mean = float(rounded @ own / own.sum())
    return mean
