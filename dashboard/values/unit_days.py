"""How much of what regions had to report of units and days they did (docs/methods.md 1.5)."""

from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.indicators.registry import Care
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array

_Row = tuple[str, str, str, int, int]


def share_of(dataset: Dataset, region: str, care: Care, months: Sequence[str]) -> float | None:
    """The share (0-1) of a region's unit-days in these months; None where nothing tells."""
    rows = [row for row in _rows(dataset, care) if row[0] == region and row[1] in months]
    expected = sum(row[3] for row in rows)
    return sum(row[4] for row in rows) / expected if expected else None


def shares(dataset: Dataset, care: Care) -> Array:
    """The share of each region (21) x month; 1 where nothing tells of days that are lacking."""
    days = np.zeros((2, len(CODES), len(dataset.months)))
    for region, month, *_, expected, reported in _rows(dataset, care):
        if month in dataset.months:
            days[:, CODES.index(region), dataset.months.index(month)] += expected, reported
    return np.asarray(np.where(days[0] > 0, days[1] / np.maximum(days[0], 1), 1.0))


def _rows(dataset: Dataset, care: Care) -> Iterator[_Row]:
    if dataset.imported is None:
        return
    for region, month, own, expected, reported in dataset.manifest.get("unit_days", ()):
        if care in (own, "all"):
            yield region, month, own, expected, reported
