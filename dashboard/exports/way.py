"""The way to the guideline as rows: Sweden's figures and each region's estimate."""

from dataclasses import replace

from dashboard import standing, values
from dashboard.guidelines import guideline_at
from dashboard.indicators import AVAILABLE_BEDS, DISTANCE_TO_GUIDELINE, PROGRESS_TO_GUIDELINE
from dashboard.periods import months_of
from dashboard.regions import CODES, SWEDEN
from dashboard.rows import Row, rows
from dashboard.shortfall import progress, regional_distances
from dashboard.store import Store
from dashboard.view import View

_Range = tuple[float, float]


def way_rows(store: Store, view: View) -> list[Row]:
    """Beds, distance and progress of Sweden, then the estimated distance of each region.

    `low` and `high` are the band of the progress (the starting point is rounded) and the range
    of the ways to spread the need (methods.md 1.6).
    """
    ranges = _ranges(store, view)
    return [
        *_ranged(_rows(store, view, AVAILABLE_BEDS.key, SWEDEN), {}),
        *_ranged(_rows(store, view, DISTANCE_TO_GUIDELINE.key, SWEDEN), {}),
        *_ranged(_rows(store, view, PROGRESS_TO_GUIDELINE.key, SWEDEN), ranges),
        *_ranged(_rows(store, view, DISTANCE_TO_GUIDELINE.key, *CODES), ranges),
    ]


def _rows(store: Store, view: View, indicator: str, *regions: str) -> list[Row]:
    return rows(store, replace(view, indicator=indicator), regions)


def _ranged(plain: list[Row], ranges: dict[str, _Range]) -> list[Row]:
    return [_with_range(row, ranges.get(str(row["region"]))) for row in plain]


def _with_range(row: Row, ends: _Range | None) -> Row:
    value = row["value"]
    if ends is None or not isinstance(value, float):
        return {**row, "low": None, "high": None}
    # The value is one of the ways to spread the need; rounding must not put it outside.
    return {**row, "low": min(ends[0], value), "high": max(ends[1], value)}


def _ranges(store: Store, view: View) -> dict[str, _Range]:
    """Lowest and highest by region: the distance, and for Sweden the progress."""
    guideline = guideline_at(months_of(view.period)[-1])
    beds = _beds(store, view)
    if guideline is None or SWEDEN not in beds:
        return {}
    country = progress(beds.pop(SWEDEN), guideline)
    estimates = regional_distances(beds, _required(store, view, beds), guideline)
    return {
        SWEDEN: (country.low, country.high),
        **{one.region: (one.low, one.high) for one in estimates},
    }


def _beds(store: Store, view: View) -> dict[str, float]:
    found = values.at(store, replace(view, indicator=AVAILABLE_BEDS.key))
    return {one.region: one.value for one in found if one.value is not None}


def _required(store: Store, view: View, beds: dict[str, float]) -> dict[str, float]:
    """The beds the occupancy targets ask for: those there are and those missing."""
    missing = {code: standing.standing(store, view, code, "all").beds_missing for code in beds}
    return {code: beds[code] + more for code, more in missing.items() if more is not None}
