"""Estimated patient-days (over, out): published figures and nothing else, by two methods."""

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np
from scipy import sparse

from dashboard.frozen import frozen
from dashboard.indicators.registry import Published
from dashboard.ingest import anchors
from dashboard.ingest.estimates.assumptions import ROUNDING, month_noise
from dashboard.ingest.estimates.beds import mean_somatic_beds
from dashboard.ingest.estimates.benchmarking import Bounds, benchmarked
from dashboard.ingest.estimates.figures import Figure, agreeing, published_figures
from dashboard.ingest.panel import MONTHS, YEARS, Array
from dashboard.ingest.raking import ModelDidNotConverge

# A published 0.0 is a rate below .05; this much of it is within the tolerance of a year.
LEAST_RATE: Final = 0.002
# Parts of years are held within their rounding, less a hair for the rounding of days.
WITHIN: Final = ROUNDING - 0.001
# No month lies below this share of what year x season gives: a year of patients has no month
# without any, which a sharp turn of the level would otherwise make.
LEAST_SHARE: Final = 0.25
_JANUARIES: Final = np.arange(0, len(MONTHS), 12)
_ROUNDS: Final = 400
_MET: Final = 0.02


@frozen
class Problem:
    """One series to be estimated: beds and expected rates (regions x months) and its figures."""

    beds: Array
    expected: Array
    figures: tuple[Figure, ...]


Method = Callable[[Problem], Array]


def problem(series: Published, beds: Array) -> Problem:
    """The figures that agree with their years, and rates by year x season.

    `beds` are bed-days. Psychiatric care has no published month and borrows the somatic season.
    """
    annual = np.maximum(anchors.region_years(series), LEAST_RATE)
    borrowed = anchors.OVER if series == anchors.PSYCHIATRIC_OVER else series
    season = np.tile(anchors.seasonal_index(borrowed), len(YEARS))
    rates = np.repeat(annual, 12, axis=1) * season
    weight = np.add.reduceat(beds, _JANUARIES, axis=1)
    mean = np.add.reduceat(beds * rates, _JANUARIES, axis=1) / weight
    expected = rates * np.repeat(annual / mean, 12, axis=1)
    figures = agreeing(published_figures(series), expected, beds, ROUNDING)
    return Problem(beds, expected, figures)


def without(whole: Problem, left_out: Iterable[Figure]) -> Problem:
    """The same problem as if these figures had not been published."""
    gone = set(left_out)
    return Problem(
        whole.beds, whole.expected, tuple(one for one in whole.figures if one not in gone)
    )


def by_benchmarking(whole: Problem) -> Array:
    """Rates per 100 beds, regions x months, by proportional Denton (docs/methods.md 9.6)."""
    return smoothest(whole)[0]


def smoothest(whole: Problem) -> tuple[Array, int]:
    """The rates of `by_benchmarking`, and the rounds that the quadratic programme took."""
    season = whole.expected / _yearly_level(whole)
    level = np.maximum(_mean_rate(whole), 0.05)
    indicator = season * level[:, None]
    sd = np.array([month_noise(one) for one in mean_somatic_beds(whole.beds)])
    least = LEAST_SHARE * whole.expected / indicator
    found = benchmarked(sd**-2, _bounds(whole, indicator), least)
    return np.asarray(found.path * indicator, dtype=np.float64), found.rounds


def by_year_and_season(whole: Problem) -> Array:
    """Rates per 100 beds, regions x months: year x season, scaled to every figure in turn.

    Raises:
        ModelDidNotConverge: a figure is still missed after many rounds.
    """
    rates = whole.expected.copy()
    rest = [one for one in whole.figures if one.kind != "year"]
    for _ in range(_ROUNDS):
        missed = max([0.0, *(_scaled(rates, whole.beds, one) for one in rest)])
        rates = _to_years(rates, whole)
        # After the years are met, how far the months and parts were moved away again.
        if missed < _MET:
            return rates
    raise ModelDidNotConverge(f"{missed:.3f} per 100 is missing after {_ROUNDS} rounds")


def _to_years(rates: Array, whole: Problem) -> Array:
    """The rates scaled to every region-year, which `expected` has as published."""
    wanted = np.add.reduceat(whole.expected * whole.beds, _JANUARIES, axis=1)
    found = np.add.reduceat(rates * whole.beds, _JANUARIES, axis=1)
    return np.asarray(rates * np.repeat(wanted / found, 12, axis=1), dtype=np.float64)


def _scaled(rates: Array, beds: Array, figure: Figure) -> float:
    """Scale the months of a figure to it, in place; how far off they were, per 100."""
    low, high = limits(figure)
    found = figure.mean(rates, beds)
    wanted = min(max(found, low), high)
    rates[list(figure.rows), figure.columns] *= wanted / found
    return abs(found - wanted)


def limits(figure: Figure) -> tuple[float, float]:
    """The rates between which the mean must lie: a year and a month exactly, a part as rounded."""
    if figure.kind == "part":
        return max(figure.rate - WITHIN, 0.0), figure.rate + WITHIN
    rate = max(figure.rate, LEAST_RATE)
    return rate, rate


def _bounds(whole: Problem, indicator: Array) -> Bounds:
    count = len(whole.figures)
    low, high = np.array([limits(one) for one in whole.figures]).T
    rows, columns, values = [], [], []
    for number, figure in enumerate(whole.figures):
        weight = whole.beds[list(figure.rows), figure.columns]
        share = weight / weight.sum() * indicator[list(figure.rows), figure.columns]
        months = np.arange(figure.first, figure.last + 1)
        cells = np.array(figure.rows)[:, None] * len(MONTHS) + months
        rows.append(np.full(cells.size, number))
        columns.append(cells.ravel())
        values.append(share.ravel())
    entries = (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    return Bounds(sparse.csr_array(entries, shape=(count, whole.beds.size)), low, high)


def _yearly_level(whole: Problem) -> Array:
    """The mean expected rate of each region-year, repeated for its months."""
    level = np.add.reduceat(whole.expected * whole.beds, _JANUARIES, axis=1)
    return np.repeat(level / np.add.reduceat(whole.beds, _JANUARIES, axis=1), 12, axis=1)


def _mean_rate(whole: Problem) -> Array:
    mean = (whole.expected * whole.beds).sum(axis=1) / whole.beds.sum(axis=1)
    return np.asarray(mean, dtype=np.float64)
