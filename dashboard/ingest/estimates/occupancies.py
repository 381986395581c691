"""How occupancy is distributed, given the overcrowding and what is assumed of the wards."""

from typing import Final

import numpy as np
from scipy.special import ndtr

from dashboard.frozen import frozen
from dashboard.ingest.estimates.distributions import Distribution, mean_below, steps
from dashboard.ingest.estimates.nodes import Assumed
from dashboard.ingest.panel import Array

# So many standard deviations of the rate are covered: beyond them lies one in a thousand.
_REACH: Final = 3.3
_SMALLEST_SD: Final = 1e-6


@frozen
class Rates:
    """Overcrowding per 100 beds and its standard deviation, kind (4) x month, of one unit.

    The first two kinds are levels, the others changes. `centre` is occupancy (a ratio) by ward,
    kind and month at the estimated months.
    """

    value: Array
    sd: Array
    centre: Array


@frozen
class Linear:
    """Occupancy by ward as a straight line in the rate's normal value: wards x (2 x months)."""

    level: Array
    level_slope: Array
    change: Array
    change_slope: Array


def linear(rates: Rates, assumed: Assumed) -> Linear:
    """Levels and changes of occupancy (ratios), and how far one deviation of the rate moves them.

    `centre` holds what a mean of months differs from the occupancy at their mean rate.
    """
    level, sd = _filled(rates.value[:2]), _filled(rates.sd[:2])
    step = np.maximum(0.1 * level, 0.02)
    at_level = assumed.wards.occupancy(level)
    slope = (assumed.wards.occupancy(level + step) - at_level) / step
    levels, changes = (_filled_wards(rates.centre[:, one]) for one in (slice(2), slice(2, 4)))
    return Linear(levels, slope * sd, changes, slope * _filled(rates.sd[2:]))


def distributions(rates: Rates, assumed: Assumed) -> tuple[Distribution, Distribution]:
    """Occupancy in per cent, with the overcrowded and without: levels, then changes."""
    lines = linear(rates, assumed)
    level, sd = _filled(rates.value[:2]), np.maximum(_filled(rates.sd[:2]), _SMALLEST_SD)
    change_sd = _filled(rates.sd[2:])
    included = _joined(
        _levels(level, sd, lines.level, assumed, excluded=0.0),
        _changes(100 * lines.change, 100 * lines.change_slope, assumed),
    )
    excluded = _joined(
        _levels(level, sd, lines.level, assumed, excluded=1.0),
        _changes(100 * lines.change - _filled(rates.value[2:]),
                 100 * lines.change_slope - change_sd, assumed),
    )  # fmt: skip
    return included, excluded


def _levels(
    level: Array, sd: Array, centre: Array, assumed: Assumed, *, excluded: float
) -> Distribution:
    """A ward has at most an occupancy where the rate is at most what it then has over."""
    low, at, high = (
        np.maximum(level + reach * sd, 0) for reach in (-_REACH, 0, _REACH)
    )  # fmt: skip
    shift = 100 * (centre - assumed.wards.occupancy(at))
    ends = [100 * assumed.wards.occupancy(one) - excluded * one + shift for one in (low, high)]
    values, step = steps(ends[0].min(axis=0), ends[1].max(axis=0))
    wanted = np.array([
        np.interp(values - shift[row], 100 * occupancy - excluded * over, over, left=-np.inf)
        for row, (occupancy, over) in enumerate(assumed.wards.curves())
    ])  # fmt: skip
    normal = ((wanted - level) / sd).reshape(-1, assumed.variances.nodes.size, *values.shape)
    return Distribution(values[0], step, mean_below(normal, assumed.variances.weights))


def _changes(centre: Array, slope: Array, assumed: Assumed) -> Distribution:
    sd = np.maximum(np.abs(slope), _SMALLEST_SD)
    values, step = steps((centre - _REACH * sd).min(axis=0), (centre + _REACH * sd).max(axis=0))
    below = np.zeros_like(values)
    for weight, middle, spread in zip(assumed.ward_weights, centre, sd, strict=True):
        below += weight * ndtr((values - middle) / spread)
    return Distribution(values[0], step, below)


def _joined(first: Distribution, second: Distribution) -> Distribution:
    return Distribution(
        np.concatenate([first.low, second.low]),
        np.concatenate([first.step, second.step]),
        np.concatenate([first.below, second.below], axis=1),
    )


def _filled(values: Array) -> Array:
    return np.asarray(np.nan_to_num(values).ravel(), dtype=np.float64)


def _filled_wards(values: Array) -> Array:
    return np.asarray(np.nan_to_num(values).reshape(len(values), -1), dtype=np.float64)
