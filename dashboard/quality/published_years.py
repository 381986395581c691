"""The published years as the quality rules see them: with what the site does not show."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import INDICATORS, Indicator, Published
from dashboard.reference import notes
from dashboard.reference.regions import ALL_CODES
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array


@frozen(eq=False)
class Series:
    """A published series as region (22, Sweden first) x year, NaN where nothing is published.

    `share` says that it is a percentage of a whole, which cannot pass 100.
    """

    indicator: Indicator
    published: Published
    years: tuple[str, ...]
    values: Array

    @property
    def share(self) -> bool:
        """Whether the values are per cent."""
        return self.indicator.unit.long.en.startswith("per cent")


@lru_cache(maxsize=8)
def all_series(dataset: Dataset) -> tuple[Series, ...]:
    """Every published series of the release, once, by the first indicator that shows it.

    A figure that a note takes off the site stands here all the same: what is judged is what was
    published.
    """
    found: dict[tuple[str, str], Series] = {}
    for indicator in INDICATORS:
        for one in indicator.published:
            key = (one.series, one.care)
            if key in dataset.years and (key not in found or _narrower(indicator, found[key])):
                found[key] = Series(indicator, one, dataset.year_labels, _whole(dataset, one))
    return tuple(found.values())


def _narrower(indicator: Indicator, other: Series) -> bool:
    """Whether an indicator is made for the care area, as that of psychiatric care is."""
    return indicator.fixed_care is not None and other.indicator.fixed_care is None


def _whole(dataset: Dataset, published: Published) -> Array:
    values = np.array(dataset.years[published.series, published.care])
    if published.source not in dataset.manifest.get("sources", {}):
        return values
    for (region, year), figure in _taken_off(
        dataset.reference, published.series, published.care, published.source
    ).items():
        if region in ALL_CODES and year in dataset.year_labels:
            where = (ALL_CODES.index(region), dataset.year_labels.index(year))
            values[where] = figure if np.isnan(values[where]) else values[where]
    values.setflags(write=False)
    return values


@lru_cache(maxsize=64)
def _taken_off(
    reference: Reference, series: str, care: str, source: str
) -> Mapping[tuple[str, str], float]:
    """The yearly figures of a source as they stand in it, by region and year."""
    found = {}
    for row in reference.published:
        start, end = row["period_start"], row["period_end"]
        key = (row["indicator"], row["care_area"], row["source_id"])
        if key == (series, care, source) and not row["hospital"]:
            whole_year = start.endswith("-01-01") and end == f"{start[:4]}-12-31"
            if whole_year and notes.dropped(
                reference.notes, series, care, row["region_code"], start[:4]
            ):
                found[row["region_code"], start[:4]] = float(row["value"])
    return MappingProxyType(found)
