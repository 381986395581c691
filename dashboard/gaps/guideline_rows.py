"""The way to the guideline as rows: Sweden's figures and each region's estimate."""

from dataclasses import replace

from dashboard.gaps.regional_distance import estimates
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    DISTANCE_TO_GUIDELINE,
    PROGRESS_TO_GUIDELINE,
)
from dashboard.reference.periods import months_of
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.guidelines import guideline_at
from dashboard.targets.shortfall import progress
from dashboard.values.rows import Row, rows
from dashboard.values.values import numbers
from dashboard.view.view import View

_Range = tuple[float, float]


def way_rows(dataset: Dataset, view: View) -> list[Row]:
    """Beds, distance and progress of Sweden, then the estimated distance of each region.

    The distance and the progress are those of twelve months, the beds those of the period.
    `low` and `high` are the range of an estimate; of a region's distance also that of the ways
    to spread the need, and where nothing is estimated the progress has the band of its rounded
    start (docs/methods.md 1.6).
    """
    return [
        *_rows(dataset, view, AVAILABLE_BEDS.key, SWEDEN),
        *_rows(dataset, view, DISTANCE_TO_GUIDELINE.key, SWEDEN),
        *_ranged(_rows(dataset, view, PROGRESS_TO_GUIDELINE.key, SWEDEN), _ranges(dataset, view)),
        *_ranged(_rows(dataset, view, DISTANCE_TO_GUIDELINE.key, *CODES), _ranges(dataset, view)),
    ]


def _rows(dataset: Dataset, view: View, indicator: str, *regions: str) -> list[Row]:
    return rows(dataset, replace(view, indicator=indicator), regions)


def _ranged(plain: list[Row], ranges: dict[str, _Range]) -> list[Row]:
    return [_with_range(row, ranges.get(str(row["region"]))) for row in plain]


def _with_range(row: Row, ends: _Range | None) -> Row:
    value = row["value"]
    if not isinstance(value, float):
        return {**row, "low": None, "high": None}
    if ends is None or (row["region"] == SWEDEN and row["low"] is not None):
        return row
    # The value is one of the ways to spread the need; rounding must not put it outside.
    return {**row, "low": min(ends[0], value), "high": max(ends[1], value)}


def _ranges(dataset: Dataset, view: View) -> dict[str, _Range]:
    """Lowest and highest by region: the distance, and for Sweden the progress."""
    guideline = guideline_at(months_of(view.period)[-1])
    left = numbers(dataset, replace(view, indicator=DISTANCE_TO_GUIDELINE.key))[0]
    if guideline is None or left is None:
        return {}
    country = progress((guideline.need_total or 0) - left, guideline)
    distances = estimates(dataset, view)
    return {
        SWEDEN: (country.low, country.high),
        **{code: (one.low, one.high) for code, one in distances.items()},
    }
