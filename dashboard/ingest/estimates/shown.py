"""What a release carries of the estimates beside their values: ranges, anchors, the back-test."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from dashboard.ingest import anchors
from dashboard.ingest.estimates.anchored import anchors_of
from dashboard.ingest.estimates.backtest import (
    METHODS,
    HeldOut,
    back_test,
    coverage,
    crossed,
    log_error,
)
from dashboard.ingest.estimates.levels import level_of
from dashboard.ingest.estimates.months import EstimatedMonths, estimated_months
from dashboard.ingest.estimates.range_cache import cached_ranges
from dashboard.ingest.estimates.ranges import ranges
from dashboard.ingest.estimates.regional_facts import compared, regional_facts
from dashboard.ingest.panel import MONTHS
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.ranges import KINDS, Anchor, Ranges
from dashboard.statistics.arrays import Array

CHOSEN: Final = "benchmarked"
Mask = NDArray[np.bool_]


@cache
def embedded_months() -> EstimatedMonths:
    """The estimates of what is embedded, computed once."""
    return estimated_months()


@cache
def embedded_ranges() -> Ranges:
    """Their ranges and anchors, computed once for what they are made of: some seconds."""
    return cached_ranges(computed_ranges)


def computed_ranges() -> Ranges:
    """The same, computed."""
    months = embedded_months()
    found = ranges(months)
    return Ranges(found.keys, found.low, found.high, anchors_of(months, found.keys))


def estimated_alone(before: Array, after: Array, imported: Mask) -> Mask:
    """Where imports left the estimates as they were: region (21) x month x care.

    `before` and `after` are cubes (measure x region x month x care x stream) without and with
    what was imported, and `imported` says where that stands.
    """
    same = (before == after) | (np.isnan(before) & np.isnan(after))
    return np.asarray((same & ~imported).all(axis=(0, 4)))


def ranges_where(alone: Mask, months: Sequence[str]) -> Ranges:
    """The ranges on a release's months, without those that something reported stands in.

    Sweden has a range only where all its regions are estimated; rolling years and changes only
    where all their months are.
    """
    own = embedded_ranges()
    first = list(months).index(MONTHS[0])
    shape = (len(own.keys), len(CODES) + 1, len(KINDS), len(months))
    low, high = np.full(shape, np.nan, np.float32), np.full(shape, np.nan, np.float32)
    here = slice(first, first + len(MONTHS))
    low[..., here], high[..., here] = own.low, own.high
    levels = np.zeros((*shape[:2], len(months)), dtype=np.uint8)
    levels[..., here] = own.anchors
    for number, (_, care, _) in enumerate(own.keys):
        held = _held(alone[..., 1] if care == "psychiatric" else alone[..., 0], care, alone)
        low[number][~held] = np.nan
        high[number][~held] = np.nan
        levels[number][~held[:, 0]] = Anchor.NONE
    return Ranges(own.keys, low, high, levels)


def _held(own: Mask, care: str, alone: Mask) -> Mask:
    """Region (22) x kind x month: whether all that a figure rests on is estimated."""
    regions: Mask = np.asarray(alone.all(axis=2) if care == "all" else own)
    month = np.concatenate([regions.all(axis=0, keepdims=True), regions])
    year = np.zeros_like(month)
    year[:, 11:] = sliding_window_view(month, 12, axis=1).all(axis=2)
    return np.stack([month, year, _and_before(month), _and_before(year)], axis=1)


def _and_before(held: Mask) -> Mask:
    both = np.zeros_like(held)
    both[:, 12:] = held[:, 12:] & held[:, :-12]
    return both


@cache
def back_tested() -> dict[str, Any]:
    """The back-test of what is embedded, ready for JSON (docs/methods.md 9.6 point 6).

    `figures` are those of the method in use, `crossed` the coverage of every second region, and of
    even and odd years, by ranges chosen on the others; `methods` the errors and coverage of each;
    `facts` the published facts of May 2023 beside the estimated distances of regions.
    """
    months = embedded_months()
    level = level_of(anchors.region_years(anchors.BEDS))
    series = (months.over, months.out)
    found: dict[str, list[list[HeldOut]]] = {
        name: [back_test(one.series, one.problem, level, method) for one in series]
        for name, method in METHODS.items()
    }
    used = [one for part in found[CHOSEN] for one in part]
    facts = regional_facts(months)
    return {
        "chosen": CHOSEN,
        "coverage": round(coverage(used), 4),
        "methods": {name: _told(parts) for name, parts in found.items()},
        "crossed": {
            "regions": _rounded(crossed(used, lambda one: ALL_CODES.index(one.region) % 2 == 1)),
            "years": _rounded(crossed(used, lambda one: int(one.first[:4]) % 2 == 1)),
        },
        "figures": [one.as_dict() for one in used],
        "facts": compared(facts),
        "regions": [
            {"region": one.region, "distance": one.distance, "share": round(one.share, 1)}
            for one in facts
        ],
    }


def _rounded(shares: tuple[float, float]) -> list[float]:
    return [round(one, 4) for one in shares]


def _told(parts: list[list[HeldOut]]) -> dict[str, Any]:
    return {
        part[0].series: {
            "figures": len(part),
            "log_error": round(log_error(part), 4),
            "coverage": round(coverage(part), 4),
        }
        for part in parts
    }


def back_test_file() -> bytes:
    """The back-test as the file of a release."""
    return json.dumps(back_tested(), ensure_ascii=False, indent=1, allow_nan=False).encode()
