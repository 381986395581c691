"""Sums behind the indicators: numerators and denominators, added up before any division."""

from functools import lru_cache

import numpy as np

from dashboard.checks.excluded import excluded
from dashboard.checks.monthly import Bools
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    Care,
    Indicator,
    Ratio,
    Stream,
)
from dashboard.reference.periods import Grain, days_in
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset
from dashboard.statistics.arrays import Array
from dashboard.values.imported import reported_ratio
from dashboard.values.parts import Parts
from dashboard.values.to_guideline import over_twelve, to_guideline
from dashboard.values.unit_days import shares

# A figure of the country that rests on less of its beds is not shown; on less than the second
# it is preliminary (docs/methods.md 1.5).
LEAST_COVERAGE, FULL_COVERAGE = 0.80, 0.95


def parts_of(
    dataset: Dataset, indicator: Indicator, care: Care, stream: Stream, grain: Grain
) -> Parts:
    """The parts of an indicator in every month, or every year, of the release."""
    read = yearly_parts if grain == "year" else monthly_parts
    return read(dataset, indicator, care, stream)


@lru_cache(maxsize=512)
def monthly_parts(dataset: Dataset, indicator: Indicator, care: Care, stream: Stream) -> Parts:
    """The parts of an indicator in every month of the release.

    Sweden is the sum over the regions that have both parts, never the mean of their ratios, and
    has none where these hold less than 80 per cent of the beds (docs/methods.md 0.1, 1.5). Where
    the indicator does not exist every part is NaN.
    """
    if stream not in indicator.streams("estimated", care):
        return _nothing(len(dataset.months))
    if indicator.derived:
        beds = monthly_parts(dataset, AVAILABLE_BEDS, care, stream)
        days = added_numerators(dataset, AVAILABLE_BEDS, care, stream)
        return to_guideline(dataset, indicator, over_twelve(beds, days))
    assert indicator.ratio is not None
    return _ratio(dataset, indicator.ratio, care, stream)


@lru_cache(maxsize=512)
def yearly_parts(dataset: Dataset, indicator: Indicator, care: Care, stream: Stream) -> Parts:
    """The parts summed over the months of each year; a year short of a month has none.

    A month of a distance to the guideline is twelve months already, so its year is December.
    """
    months = monthly_parts(dataset, indicator, care, stream)
    if indicator.derived:
        return _of_decembers(dataset, months)
    short = 12 * len(dataset.year_labels) - len(dataset.months)
    numerator = added_numerators(dataset, indicator, care, stream)
    return Parts(
        numerator=_by_year(numerator, short, np.nan).sum(axis=-1),
        denominator=_by_year(months.denominator, short, np.nan).sum(axis=-1),
        factor=months.factor,
        coverage=_by_year(months.coverage, short, 0).min(axis=-1),
        reporting=_by_year(months.reporting, short, 0).min(axis=-1),
    )


@lru_cache(maxsize=512)
def added_numerators(dataset: Dataset, indicator: Indicator, care: Care, stream: Stream) -> Array:
    """The numerators of `monthly_parts` as they are summed over months.

    NaN where an error of the data-quality rules takes a region's month out (docs/methods.md 8);
    the month's own value is kept.
    """
    numerator = monthly_parts(dataset, indicator, care, stream).numerator
    wrong = excluded_months(dataset, indicator, care)
    found = np.where(np.vstack([np.zeros_like(wrong[:1]), wrong]), np.nan, numerator)
    found.setflags(write=False)
    return found


def excluded_months(dataset: Dataset, indicator: Indicator, care: Care) -> Bools:
    """Region (21) x month, true where an error takes the month out of the aggregates."""
    if indicator.derived:
        return excluded_months(dataset, AVAILABLE_BEDS, care)
    return excluded(dataset, indicator.ratio.measures if indicator.ratio else (), care)


def _of_decembers(dataset: Dataset, months: Parts) -> Parts:
    """What already is an average over twelve months, in the last of each year."""
    short = 12 * len(dataset.year_labels) - len(dataset.months)
    above, below = (
        _by_year(one, short, np.nan)[..., -1] for one in (months.numerator, months.denominator)
    )
    coverage, reporting = (
        _by_year(one, short, 0)[..., -1] for one in (months.coverage, months.reporting)
    )
    return Parts(above, below, months.factor, coverage, reporting)


def _by_year(monthly: Array, short: int, instead: float) -> Array:
    """Months as years x twelve, with the last `short` months that are not there yet filled in."""
    width = [(0, 0)] * (monthly.ndim - 1) + [(0, short)]
    whole = np.pad(monthly, width, constant_values=instead) if short else monthly
    return whole.reshape(*whole.shape[:-1], -1, 12)


def _ratio(dataset: Dataset, ratio: Ratio, care: Care, stream: Stream) -> Parts:
    measured = {name: _measure(dataset, name, care, stream) for name in ratio.measures}
    numerator = sum(
        -measured[name[1:]] if name.startswith("-") else measured[name] for name in ratio.numerator
    ) + np.zeros_like(measured[ratio.denominator])
    denominator = measured[ratio.denominator]
    known = np.isfinite(numerator) & np.isfinite(denominator)
    known &= ~excluded(dataset, ratio.measures, care)
    if dataset.kind == "reported":
        numerator = np.where(reported_ratio(dataset, ratio, care, stream), numerator, np.nan)
        known &= np.isfinite(numerator)
    # The days of a period are counted once however many regions are summed.
    country = denominator[0] if ratio.denominator == "calendar_days" else _sum(denominator, known)
    # A region that has never reported has beds all the same.
    whole = dataset.whole if dataset.kind == "reported" and dataset.whole else dataset
    beds = _average_beds(whole, care, stream)
    coverage = _coverage(beds, known, shares(dataset, care))
    total = np.where(coverage < LEAST_COVERAGE, np.nan, _sum(numerator, known))
    return Parts(
        numerator=np.vstack([total, numerator]),
        denominator=np.vstack([country, denominator]),
        factor=ratio.factor,
        coverage=coverage,
        reporting=known.sum(axis=0),
    )


def _measure(dataset: Dataset, name: str, care: Care, stream: Stream) -> Array:
    """A measure as region (21) x month, summed over the care areas asked for."""
    if name == "calendar_days":
        days = np.array([float(days_in(month)) for month in dataset.months])
        return np.broadcast_to(days, (len(ALL_CODES) - 1, len(days)))
    cube = dataset.cube[MEASURES.index(name), ..., STREAMS.index(stream)]
    if care != "all":
        return np.asarray(cube[..., CARES.index(care)])
    # People are counted once however many care areas are summed.
    return np.asarray(cube[..., 0] if name == "population_days" else cube.sum(axis=2))


def _average_beds(dataset: Dataset, care: Care, stream: Stream) -> Array:
    bed_days = _measure(dataset, "bed_days", care, stream)
    return np.asarray(bed_days / _measure(dataset, "calendar_days", care, stream))


def _sum(array: Array, known: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Array:
    total = np.where(known, array, 0).sum(axis=0)
    return np.where(known.any(axis=0), total, np.nan)


def _coverage(
    beds: Array, known: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], reported: Array
) -> Array:
    """The share of all beds that known regions hold, each by the share of its unit-days that are
    reported; a region that is missing weighs as it last did (docs/methods.md 1.5). NaN where a
    region never had beds, or none has any.
    """
    weights = _last_known(beds)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.where(known, weights * reported, 0).sum(axis=0) / weights.sum(axis=0))


def _last_known(array: Array) -> Array:
    """Region x month with the last value before each gap carried into it."""
    columns = np.where(np.isfinite(array), np.arange(array.shape[1]), 0)
    return np.take_along_axis(array, np.maximum.accumulate(columns, axis=1), axis=1)


def _nothing(width: int) -> Parts:
    empty = np.full((len(ALL_CODES), width), np.nan)
    return Parts(empty, empty, 1.0, np.zeros(width), np.zeros(width, dtype=int))
