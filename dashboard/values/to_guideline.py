"""The distance to the guideline and the progress, from the beds of twelve months."""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dashboard.indicators.registry import PROGRESS_TO_GUIDELINE, Indicator
from dashboard.reference.regions import ALL_CODES, CODES, REGIONS
from dashboard.releases.dataset import Dataset
from dashboard.statistics.apportionment import largest_remainder
from dashboard.statistics.arrays import Array
from dashboard.targets.guidelines import guideline_at
from dashboard.values.parts import Parts


def over_twelve(beds: Parts, days: Array) -> Parts:
    """Bed-days over days of the twelve months that end with each: beds close in summer.

    `days` are the numerators of `beds` as they are summed: NaN where an error takes one out, and
    then there is none for the twelve.
    """
    return Parts(
        _twelve(days, np.sum, np.nan), _twelve(beds.denominator, np.sum, np.nan), beds.factor,
        _twelve(beds.coverage, np.min, 0), _twelve(beds.reporting, np.min, 0),
    )  # fmt: skip


def _twelve(months: Array, together: Callable[..., Array], first: float) -> Array:
    """Each month and the eleven before it `together`, along the last axis; `first` before that."""
    found = np.full(months.shape, first, dtype=months.dtype)
    if months.shape[-1] >= 12:
        found[..., 11:] = together(sliding_window_view(months, 12, axis=-1), axis=-1)
    return found


def to_guideline(dataset: Dataset, indicator: Indicator, beds: Parts) -> Parts:
    """Distance in beds, or progress in per cent, from bed-days over days (docs/methods.md 1.6).

    `beds` are those of twelve months, the guideline that of the last.

    Nothing stands before the guideline was set. Regional needs are an estimate.
    """
    days = beds.denominator
    need, start = _guideline(dataset)
    # Without a region its beds would be counted as missing ones.
    need[0, beds.reporting < len(REGIONS)] = np.nan
    if indicator is PROGRESS_TO_GUIDELINE:
        numerator = np.full_like(days, np.nan)
        numerator[0] = beds.numerator[0] - start * days[0]
        denominator = days * (need[0] - start)
        return Parts(numerator, denominator, 100.0, beds.coverage, beds.reporting)
    return Parts(need * days - beds.numerator, days, 1.0, beds.coverage, beds.reporting)


def _guideline(dataset: Dataset) -> tuple[Array, Array]:
    """Beds needed as region (22) x month, and the baseline.

    A region's is its official need where one is loaded, else its share by population (variant A).
    """
    need = np.full((len(ALL_CODES), len(dataset.months)), np.nan)
    start = np.full(len(dataset.months), np.nan)
    for column, month in enumerate(dataset.months):
        guideline = guideline_at(month)
        if guideline and guideline.need_total and guideline.baseline:
            spread = zip(CODES, _need_by_region(guideline.need_total), strict=True)
            needs = [dataset.needs.need_at(month, code) or share for code, share in spread]
            need[:, column] = [guideline.need_total, *needs]
            start[column] = guideline.baseline
    return need, start


@cache
def _need_by_region(total: int) -> tuple[int, ...]:
    return tuple(largest_remainder(total, _POPULATION).values())


_POPULATION = {region.code: region.population for region in REGIONS}
