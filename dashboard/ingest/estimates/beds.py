"""Estimated bed-days by month: published beds per 1 000, moved between years without a step."""

from typing import Final

import numpy as np
from scipy import sparse

from dashboard.ingest import anchors
from dashboard.ingest.bed_days import SEASON, BedDays
from dashboard.ingest.estimates.assumptions import SOMATIC_SHARE
from dashboard.ingest.estimates.benchmarking import Bounds, benchmarked
from dashboard.ingest.panel import DAYS, MONTHS, YEARS, Array, by_year, sixteenths

_LENGTH: Final = len(MONTHS)


def estimated_beds(population: Array) -> BedDays:
    """Bed-days, regions x months; the mean of every region-year as published.

    Beds of a year are the published beds per 1 000 inhabitants x the population of that year
    (regions x years). Months follow the published summer closure, and the level moves between
    years as in `benchmarked` (docs/methods.md 9.6 point 1). A year without a figure keeps the
    level that the path before it ends with, and is marked as carried.

    Raises:
        ModelDidNotConverge: the figures contradict each other.
    """
    published = anchors.region_years(anchors.BEDS)
    season = np.tile(SEASON, len(YEARS)) * DAYS
    total = sixteenths(np.array([_path(row, season) for row in published * population / 1000]))
    somatic = sixteenths(SOMATIC_SHARE * total)
    return BedDays(somatic, total - somatic, np.repeat(np.isnan(published), 12, axis=1))


def _path(mean_beds: Array, season: Array) -> Array:
    """One region: mean beds by year (NaN = not published) as bed-days by month."""
    level = float(np.nanmean(mean_beds))
    known = np.flatnonzero(np.isfinite(mean_beds))
    indicator = level * season
    matrix = np.zeros((known.size, _LENGTH))
    days = by_year(DAYS).sum(axis=1)
    for row, year in enumerate(known):
        matrix[row, 12 * year : 12 * year + 12] = by_year(indicator)[year] / days[year]
    wanted = mean_beds[known]
    found = benchmarked(
        np.ones(1), Bounds(sparse.csr_array(matrix), wanted, wanted), np.zeros((1, _LENGTH))
    )
    return np.asarray(found.path[0] * indicator, dtype=np.float64)


def mean_somatic_beds(beds: Array) -> Array:
    """The mean number of beds of each region over all months, from bed-days."""
    return np.asarray(beds.sum(axis=1) / DAYS.sum(), dtype=np.float64)
