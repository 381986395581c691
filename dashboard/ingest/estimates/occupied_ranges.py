"""Ranges of occupancy, streams and beds missing: computed over what is assumed of them."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    OCCUPANCY,
    OCCUPANCY_EXCL_OVERCROWDED,
    OUTPLACEMENT,
    OVERCROWDING,
)
from dashboard.ingest.estimates import kinds
from dashboard.ingest.estimates.distributions import (
    Distribution,
    Pair,
    mean_below,
    quantiles,
)
from dashboard.ingest.estimates.missing_ranges import beds_missing
from dashboard.ingest.estimates.nodes import Assumed
from dashboard.ingest.estimates.occupancies import Rates, distributions
from dashboard.ingest.estimates.streams import EXTRA
from dashboard.ingest.panel import MONTHS, Array
from dashboard.releases.ranges import KINDS, Key

IMPLIED_GAP: Final = "implied_gap"
_T: Final = len(MONTHS)
_SHAPE: Final = (len(KINDS), _T)
# In twelve months there are three with more acute care.
_EXTRA: Final[Array] = np.tile(np.concatenate([EXTRA, np.full(_T, EXTRA[:12].mean())]), 2)


@frozen
class Inputs:
    """What the ranges start from.

    `rates` (overcrowding per 100 beds) and `beds` (bed-days) are regions x months; the others
    are region (22) x kind x month, the `_sd` being what the published figures leave open.
    """

    rates: Array
    beds: Array
    over: Array
    over_sd: Array
    out: Array
    out_sd: Array
    count: Array
    count_sd: Array


def assumed_ranges(given: Inputs, assumed: Assumed) -> dict[Key, Pair]:
    """Low and high by key, each region (22) x kind x month; one region in memory at a time."""
    low: dict[Key, list[Array]] = {}
    high: dict[Key, list[Array]] = {}
    for unit, centre in _centres(given, assumed):
        missing = np.isnan(given.over[unit])
        for key, ends in _ranges(given, assumed, unit, centre):
            for side, end in zip((low, high), ends, strict=True):
                shaped = np.where(missing, np.nan, end.reshape(_SHAPE))
                side.setdefault(key, []).append(shaped)
    # The country comes last, when the regions are summed, and stands first.
    return {key: (_sweden_first(low[key]), _sweden_first(high[key])) for key in low}


def _sweden_first(parts: list[Array]) -> Array:
    return np.array([parts[-1], *parts[:-1]])


def _centres(given: Inputs, assumed: Assumed) -> Iterator[tuple[int, Array]]:
    """Occupancy by ward x kind x month at the estimated rates: the regions, then Sweden (0)."""
    patients = np.zeros((len(assumed.wards.table), _T))
    for region, (rates, beds) in enumerate(zip(given.rates, given.beds, strict=True)):
        own = assumed.wards.occupancy(rates) * beds
        patients += own
        yield region + 1, _ratio(own, beds)
    yield 0, _ratio(patients, given.beds.sum(axis=0))


def _ratio(patients: Array, beds: Array) -> Array:
    return kinds.with_changes(patients / beds, kinds.rolling(patients) / kinds.rolling(beds))


def _ranges(
    given: Inputs, assumed: Assumed, unit: int, centre: Array
) -> Iterator[tuple[Key, Pair]]:
    """Every range of a region or of Sweden, kinds and months in one row."""
    rates = Rates(given.over[unit], given.over_sd[unit], centre)
    included, excluded = distributions(rates, assumed)
    over, out, count = (
        (_filled(value), _filled(sd))
        for value, sd in (
            (given.over[unit], given.over_sd[unit]),
            (given.out[unit], given.out_sd[unit]),
            (given.count[unit], given.count_sd[unit]),
        )
    )
    yield (OCCUPANCY.key, "somatic", "all"), included.range()
    yield (OCCUPANCY_EXCL_OVERCROWDED.key, "somatic", "all"), excluded.range()
    weights, planned_weights = assumed.share_weights, assumed.planned_alone.weights
    acute = assumed.acute[:, None] + _EXTRA
    beds_planned = (1 - acute) / assumed.planned[:, None]
    planned = np.broadcast_to(assumed.planned[:, None], acute.shape)
    for stream, factor in (("planned", planned), ("acute", acute / (1 - beds_planned))):
        yield (OVERCROWDING.key, "somatic", stream), _of_normal(*over, factor, planned_weights)
        yield (OUTPLACEMENT.key, "somatic", stream), _of_normal(*out, factor, planned_weights)
        yield (OCCUPANCY.key, "somatic", stream), _of_table(included, factor, weights)
        yield (
            (OCCUPANCY_EXCL_OVERCROWDED.key, "somatic", stream),
            _of_table(excluded, factor, weights),
        )
    for stream, factor in (("planned", beds_planned), ("acute", 1 - beds_planned)):
        yield (AVAILABLE_BEDS.key, "somatic", stream), _of_normal(*count, factor, planned_weights)
    yield (
        (IMPLIED_GAP, "somatic", "all"),
        beds_missing(rates, *count, included, _EXTRA, assumed),
    )


def _of_normal(value: Array, sd: Array, factor: Array, weights: Array) -> Pair:
    """The range of a normal figure times a factor; a level is at least 0.

    `factor` is (acute shares x planned occupancies) x figures, `weights` those of the latter.
    """
    spread = np.maximum(sd, 1e-9)

    def below(at: Array) -> Array:
        normal = (at / factor - value) / spread
        return mean_below(normal.reshape(-1, weights.size, value.size), weights)[None]

    limits = [(value + reach * spread) * factor for reach in (-4, 4)]
    ends = quantiles(below, np.min(limits, axis=(0, 1)), np.max(limits, axis=(0, 1)))
    is_change = kinds.IS_CHANGE.ravel()
    low, high = (np.where(is_change, end, np.maximum(end, 0)) for end in ends)
    return low, high


def _of_table(distribution: Distribution, factor: Array, weights: Array) -> Pair:
    """The range of a tabulated figure times a factor (nodes x figures)."""

    def below(at: Array) -> Array:
        return np.asarray(weights @ distribution.at(at / factor), dtype=np.float64)[None]

    limits = [end * factor for end in (distribution.low, distribution.high)]
    return quantiles(below, np.min(limits, axis=(0, 1)), np.max(limits, axis=(0, 1)))


def _filled(values: Array) -> Array:
    return np.asarray(np.nan_to_num(values).ravel(), dtype=np.float64)
