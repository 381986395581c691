"""How far the estimates may be off: what is assumed, conditioned on everything published."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.linalg import cho_factor, solve_triangular

from dashboard.ingest.estimates.assumptions import (
    PERSISTENCE,
    ROUNDING,
    SOMATIC_SHARE,
    SOMATIC_SHARE_HALF,
    UNIFORM,
    month_noise,
)
from dashboard.ingest.estimates.beds import mean_somatic_beds
from dashboard.ingest.estimates.figures import Figure
from dashboard.ingest.estimates.patients import Problem
from dashboard.ingest.panel import DAYS, MONTHS, YEARS, Array

MONTH, YEAR, MONTH_CHANGE, YEAR_CHANGE = KINDS = (
    "month", "rolling_year", "month_change", "rolling_year_change"
)  # fmt: skip
_T, _Y = len(MONTHS), len(YEARS)
# The noise of a region whose rate is nearly nothing is that of this rate, per 100 beds.
_SMALLEST_RATE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Level:
    """Relative standard deviation of bed levels: of each region-year, and of a region's share.

    `yearly` is regions x years, independent between years; `share` is the same in all years.
    """

    yearly: Array
    share: float


def level_of(per_1000: Array, share: float = SOMATIC_SHARE) -> Level:
    """The level of beds whose published `per_1000` (regions x years, NaN = carried) is rounded.

    A carried year is as uncertain as the published level changes from one year to the next.
    `share` is the part of the beds that is meant; 1 for all of them.
    """
    filled = per_1000.copy()
    for year in range(1, _Y):
        gap = np.isnan(filled[:, year])
        filled[gap, year] = filled[gap, year - 1]
    moves = np.diff(np.log(per_1000), axis=1)
    carried = float(np.nanstd(moves))
    rounded = ROUNDING * UNIFORM / filled
    yearly = np.sqrt(rounded**2 + np.where(np.isnan(per_1000), carried**2, 0.0))
    return Level(yearly, SOMATIC_SHARE_HALF * UNIFORM / share if share < 1 else 0.0)


@dataclass(frozen=True, slots=True)
class Deviations:
    """Standard deviations, region (22, Sweden first) x kind (4, `KINDS`) x month; NaN = none."""

    sd: Array


def rate_deviations(whole: Problem, rates: Array, level: Level) -> Deviations:
    """Standard deviations of estimated `rates` (regions x months), docs/methods.md 9.6 point 4.

    Monthly noise (first-order autoregressive, larger where beds are few) and the levels of beds
    are normal around the estimate, and conditioned on every published figure, each known within
    its rounding; this is the limit that conditioned draws approach, without their noise.
    """
    return _Conditioned(whole, rates, level).deviations()


def figure_deviations(whole: Problem, rates: Array, level: Level, of: Iterable[Figure]) -> Array:
    """The standard deviation of each figure, given those of the problem alone."""
    return _Conditioned(whole, rates, level).of_figures(tuple(of))


def bed_deviations(beds: Array, level: Level) -> Deviations:
    """The same of mean beds (beds, from bed-days): the level is all that is uncertain."""
    return Deviations(_bed_sd(beds, level))


class _Conditioned:
    """State: a region's 120 monthly deviations of the rate and 10 of its bed level."""

    def __init__(self, whole: Problem, rates: Array, level: Level) -> None:
        self._beds, self._rates = whole.beds, rates
        self._prior = [_prior(row, beds, level, number) for number, (row, beds) in enumerate(
            zip(rates, mean_somatic_beds(whole.beds), strict=True))]  # fmt: skip
        self._rows = self._figure_rows(whole.figures)
        total = sum(
            rows @ prior @ rows.T for rows, prior in zip(self._rows, self._prior, strict=True)
        )
        noise = (ROUNDING * UNIFORM) ** 2 * np.eye(len(whole.figures))
        self._factor = cho_factor(np.asarray(total) + noise, lower=True)[0]

    def deviations(self) -> Deviations:
        ratios = [_ratio_rows(self._rates[[r]], self._beds[[r]])[0] for r in range(len(self._beds))]
        national = _ratio_rows(self._rates, self._beds)
        every = [self._sd(dict(enumerate(national)))]
        every += [self._sd({number: rows}) for number, rows in enumerate(ratios)]
        return Deviations(np.array(every).reshape(len(every), len(KINDS), _T))

    def of_figures(self, figures: tuple[Figure, ...]) -> Array:
        return self._sd(dict(enumerate(self._figure_rows(figures))))

    def _sd(self, blocks: dict[int, Array]) -> Array:
        """Standard deviations of linear forms given by their rows on some regions' states."""
        own = cross = None
        for number, rows in blocks.items():
            half = rows @ self._prior[number]
            part, mixed = (half * rows).sum(axis=1), half @ self._rows[number].T
            own = part if own is None else own + part
            cross = mixed if cross is None else cross + mixed
        assert own is not None
        assert cross is not None
        known = np.isfinite(own)
        explained = solve_triangular(self._factor, cross[known].T, lower=True)
        found = np.full(own.shape, np.nan)
        left = own[known] - (explained**2).sum(axis=0)
        found[known] = np.sqrt(np.maximum(left, 0.0))
        return found

    def _figure_rows(self, figures: tuple[Figure, ...]) -> list[Array]:
        """Every figure as a row on every region's state."""
        rows = np.zeros((len(self._beds), len(figures), _T + _Y))
        for number, one in enumerate(figures):
            regions = list(one.rows)
            rows[regions, number] = _ratio_row(
                self._rates[regions], self._beds[regions], one.columns
            )
        return list(rows)


def _prior(rates: Array, mean_beds: float, level: Level, number: int) -> Array:
    lag = np.abs(np.subtract.outer(np.arange(_T), np.arange(_T)))
    scale = month_noise(mean_beds) * np.maximum(rates, _SMALLEST_RATE)
    prior = np.zeros((_T + _Y, _T + _Y))
    prior[:_T, :_T] = PERSISTENCE**lag * np.outer(scale, scale)
    prior[_T:, _T:] = np.diag(level.yearly[number] ** 2) + level.share**2
    return prior


def _ratio_row(rates: Array, beds: Array, months: slice) -> Array:
    """The derivative of the bed-weighted mean rate by rates and by log bed levels of years."""
    inside = np.zeros_like(beds)
    inside[:, months] = beds[:, months] / beds[:, months].sum()
    mean = (inside * rates).sum()
    moved = inside * (rates - mean)
    return np.concatenate([inside, moved.reshape(len(beds), _Y, 12).sum(axis=2)], axis=1)


def _ratio_rows(rates: Array, beds: Array) -> Array:
    """Rows for month, rolling year and both changes: regions x (4 x months) x state."""
    months = np.array([_ratio_row(rates, beds, slice(t, t + 1)) for t in range(_T)])
    years = np.full_like(months, np.nan)
    for last in range(11, _T):
        years[last] = _ratio_row(rates, beds, slice(last - 11, last + 1))
    every = np.concatenate([months, years, _on_a_year(months), _on_a_year(years)])
    return np.asarray(every.transpose(1, 0, 2), dtype=np.float64)


def _on_a_year(rows: Array) -> Array:
    change = np.full_like(rows, np.nan)
    change[12:] = rows[12:] - rows[:-12]
    return change


def _bed_sd(beds: Array, level: Level) -> Array:
    """Beds of Sweden and the regions: independent between regions and between years."""
    year = np.repeat(np.arange(_Y), 12)
    per_year = np.zeros((len(beds), 2, _T, _Y))
    for t in range(_T):
        per_year[:, 0, t, year[t]] = beds[:, t] / DAYS[t]
    window = slice(11, None)
    for y in range(_Y):
        share = np.where(year == y, beds, 0.0)
        sums = sliding_window_view(share, 12, axis=1).sum(axis=2)
        per_year[:, 1, window, y] = sums / sliding_window_view(DAYS, 12).sum(axis=1)
    per_year[:, 1, :11] = np.nan
    kinds = np.concatenate(
        [per_year, np.array([[_on_a_year(kind) for kind in one] for one in per_year])], axis=1
    )
    variance = ((kinds * level.yearly[:, None, None, :]) ** 2).sum(axis=3)
    variance += (kinds.sum(axis=3) * level.share) ** 2
    both = np.concatenate([variance.sum(axis=0)[None], variance])
    return np.asarray(np.sqrt(both), dtype=np.float64)
