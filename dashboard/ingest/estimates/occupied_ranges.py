"""Ranges of occupancy, streams and beds missing: drawn, since they rest on assumptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    OCCUPANCY,
    OCCUPANCY_EXCL_OVERCROWDED,
    OUTPLACEMENT,
    OVERCROWDING,
)
from dashboard.ingest.estimates import kinds
from dashboard.ingest.estimates.assumptions import HIGH, LOW
from dashboard.ingest.estimates.draws import DEVIATIONS, Draws
from dashboard.ingest.estimates.streams import EXTRA
from dashboard.ingest.panel import MONTHS, Array
from dashboard.releases.ranges import KINDS, Key
from dashboard.targets.occupancy_targets import OFFICIAL

Pair: TypeAlias = tuple[Array, Array]
IMPLIED_GAP: Final = "implied_gap"
_T: Final = len(MONTHS)
_SHAPE: Final = (len(KINDS), _T)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the draws start from.

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


def drawn_ranges(given: Inputs, draws: Draws) -> dict[Key, Pair]:
    """Low and high by key, each region (22) x kind x month; one region in memory at a time."""
    low: dict[Key, list[Array]] = {}
    high: dict[Key, list[Array]] = {}
    for unit, centre in _centres(given, draws):
        for key, sample in _samples(given, draws, unit, centre):
            lower, upper = _quantiles(sample)
            low.setdefault(key, []).append(lower)
            high.setdefault(key, []).append(upper)
    # The country comes last, when the regions are summed, and stands first.
    return {key: (_sweden_first(low[key]), _sweden_first(high[key])) for key in low}


def _sweden_first(parts: list[Array]) -> Array:
    return np.array([parts[-1], *parts[:-1]])


def _centres(given: Inputs, draws: Draws) -> Iterator[tuple[int, Array]]:
    """Occupancy by ward x kind x month at the estimated rates: the regions, then Sweden (0)."""
    patients = np.zeros((len(draws.wards.table), _T))
    for region, (rates, beds) in enumerate(zip(given.rates, given.beds, strict=True)):
        own = draws.wards.occupancy(rates) * beds
        patients += own
        yield region + 1, _ratio(own, beds)
    yield 0, _ratio(patients, given.beds.sum(axis=0))


def _ratio(patients: Array, beds: Array) -> Array:
    return kinds.with_changes(patients / beds, kinds.rolling(patients) / kinds.rolling(beds))


def _occupancy(given: Inputs, draws: Draws, unit: int, centre: Array) -> Array:
    """The centre, moved as far as the rate may lie from its estimate: draw x kind x month."""
    level = np.nan_to_num(given.over[unit, :2]).ravel()
    spread = np.nan_to_num(given.over_sd[unit, :2]).ravel()
    at_level = draws.wards.occupancy(level)
    moved = draws.wards.occupancy(np.maximum(level + DEVIATIONS[:, None] * spread, 0))
    moved += centre[:, :2].reshape(-1, 1, 2 * _T) - at_level[:, None]
    values = draws.both_weights @ moved.reshape(-1, 2 * _T)
    step = np.maximum(0.1 * level, 0.02)
    slope = (draws.wards.occupancy(level + step) - at_level) / step
    sd = np.nan_to_num(given.over_sd[unit, 2:]).ravel()
    changes = draws.ward_weights @ centre[:, 2:].reshape(-1, 2 * _T)
    changes += draws.ward_weights @ slope * sd * draws.rate[:, None]
    return np.concatenate([values, changes], axis=1).reshape(-1, *_SHAPE)


def _samples(given: Inputs, draws: Draws, unit: int, centre: Array) -> Iterator[tuple[Key, Array]]:
    """Every drawn figure of a region or of Sweden, draw x kind x month."""
    occupancy = _occupancy(given, draws, unit, centre)
    over = _around(given.over[unit], given.over_sd[unit], draws.rate)
    out = _around(given.out[unit], given.out_sd[unit], draws.rate)
    count = _around(given.count[unit], given.count_sd[unit], draws.beds)
    planned = draws.planned[:, None, None]
    # In twelve months there are three with more acute care.
    extra = np.stack([EXTRA, np.full(_T, EXTRA[:12].mean())] * 2)
    acute = draws.acute[:, None, None] + extra
    beds_planned = (1 - acute) / planned
    by_stream = {"planned": planned, "acute": acute / (1 - beds_planned)}
    yield (OCCUPANCY.key, "somatic", "all"), 100 * occupancy
    yield (OCCUPANCY_EXCL_OVERCROWDED.key, "somatic", "all"), 100 * occupancy - over
    for stream, factor in by_stream.items():
        yield (OVERCROWDING.key, "somatic", stream), over * factor
        yield (OUTPLACEMENT.key, "somatic", stream), out * factor
        yield (OCCUPANCY.key, "somatic", stream), 100 * occupancy * factor
        yield (OCCUPANCY_EXCL_OVERCROWDED.key, "somatic", stream), (100 * occupancy - over) * factor
    yield (AVAILABLE_BEDS.key, "somatic", "planned"), count * beds_planned
    yield (AVAILABLE_BEDS.key, "somatic", "acute"), count * (1 - beds_planned)
    needed = acute / OFFICIAL.acute + (1 - acute) / OFFICIAL.planned
    yield (IMPLIED_GAP, "somatic", "all"), _gap(given.count[unit], count, occupancy, needed)


def _around(value: Array, sd: Array, normal: Array) -> Array:
    return np.where(
        kinds.IS_CHANGE,
        value + normal[:, None, None] * sd,
        np.maximum(value + normal[:, None, None] * sd, 0),
    )


def _gap(beds: Array, count: Array, occupancy: Array, needed: Array) -> Array:
    """Beds asked for by the targets less those there are (docs/methods.md 1.6)."""
    values = count[:, :2] * (occupancy[:, :2] * needed[:, :2] - 1)
    changes = beds[:2] * occupancy[:, 2:] * needed[:, :2]
    changes += count[:, 2:] * (occupancy[:, :2] * needed[:, :2] - 1)
    return np.concatenate([values, changes], axis=1)


def _quantiles(sample: Array) -> Pair:
    """The quantiles .1 and .9 over the draws, between the two nearest of them."""
    # Single precision is a thousandth of what is stored, and sorts in half the time.
    ordered = np.ascontiguousarray(sample.reshape(len(sample), -1).astype(np.float32).T)
    ordered.sort(axis=1)
    low, high = (_between(ordered, share * (len(sample) - 1)) for share in (LOW, HIGH))
    return low, high


def _between(ordered: NDArray[np.float32], place: float) -> Array:
    below = int(place)
    nearest = ordered[:, below : below + 2].astype(np.float64)
    found = nearest @ np.array([1 - place + below, place - below])
    return np.asarray(found.reshape(_SHAPE), dtype=np.float64)
