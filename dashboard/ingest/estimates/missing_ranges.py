"""Ranges of the beds that the occupancy targets ask for beyond those there are."""

from typing import Final

import numpy as np
from scipy.special import ndtr

from dashboard.ingest.estimates.distributions import Distribution, Pair, quantiles
from dashboard.ingest.estimates.nodes import Assumed
from dashboard.ingest.estimates.occupancies import Rates, linear
from dashboard.ingest.panel import Array
from dashboard.targets.occupancy_targets import OFFICIAL

_SMALLEST_SD: Final = 1e-6
_FEWEST_BEDS: Final = 1e-6


def beds_missing(
    rates: Rates, count: Array, count_sd: Array, occupancy: Distribution, extra: Array,
    assumed: Assumed,
) -> Pair:  # fmt: skip
    """The range of beds x (occupancy x what a patient needs - 1) (docs/methods.md 1.6, 9.6).

    Kinds and months in one row: levels, then changes, in which beds and occupancy move.
    `occupancy` is in per cent, `extra` what is added to the acute share.
    """
    half = count.size // 2
    acute = assumed.acute_alone.nodes[:, None] + extra
    needed = acute / OFFICIAL.acute + (1 - acute) / OFFICIAL.planned
    levels = _levels(count[:half], count_sd[:half], occupancy, needed[:, :half], assumed)
    changes = _changes(rates, (count, count_sd), needed[:, half:], assumed)
    low, high = (np.concatenate(ends) for ends in zip(levels, changes, strict=True))
    return low, high


def _levels(
    count: Array, sd: Array, occupancy: Distribution, needed: Array, assumed: Assumed
) -> Pair:
    half = count.size
    table = Distribution(occupancy.low[:half], occupancy.step[:half], occupancy.below[:, :half])
    normal = assumed.normal
    beds = np.maximum(count + normal.nodes[:, None] * sd, _FEWEST_BEDS)
    # Normal values x acute shares x figures, the first two in one row.
    weights = np.outer(normal.weights, assumed.acute_alone.weights).ravel()
    size, asked = np.repeat(beds, len(needed), axis=0), np.tile(needed, (len(beds), 1))

    def below(at: Array) -> Array:
        return np.asarray(weights @ table.at(100 * (at / size + 1) / asked))[None]

    ends = [size * (end / 100 * asked - 1) for end in (table.low, table.high)]
    return quantiles(below, np.min(ends, axis=(0, 1)), np.max(ends, axis=(0, 1)))


def _changes(rates: Rates, counts: tuple[Array, Array], needed: Array, assumed: Assumed) -> Pair:
    """Given wards and share the change is normal in what is open of the rate and of the beds."""
    half = needed.shape[1]
    (count, change), (_, change_sd) = ((one[:half], one[half:]) for one in counts)
    lines = linear(rates, assumed)
    middles, spreads = [], []
    for asked in needed:
        free = lines.level * asked - 1
        middles.append(count * lines.change * asked + change * free)
        by_rate = asked * (count * lines.change_slope + change * lines.level_slope)
        spreads.append(np.hypot(by_rate, change_sd * free))
    middle, spread = np.concatenate(middles), np.concatenate(spreads)
    spread = np.maximum(spread, _SMALLEST_SD)
    weight = np.outer(assumed.acute_alone.weights, assumed.ward_weights).ravel()

    def below(at: Array) -> Array:
        return np.asarray(weight @ ndtr((at - middle) / spread))[None]

    return quantiles(below, (middle - 4 * spread).min(axis=0), (middle + 4 * spread).max(axis=0))
