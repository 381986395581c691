"""Inhabitants of every region on 31 December of every year, gaps filled from what is published."""

from typing import Final

import numpy as np

from dashboard.ingest import csv_tables
from dashboard.ingest.panel import YEARS, Array
from dashboard.reference.regions import CODES, SWEDEN

# One year more than the months have, since two counts are needed on either side of a gap.
_COUNTED: Final = tuple(range(YEARS[0] - 1, YEARS[-1] + 1))


def population_by_year() -> Array:
    """Inhabitants, regions x years (docs/methods.md 9.6 point 1); those published as published.

    A year without a published count lies on the line between the counts beside it, or keeps the
    last count, and those filled in so are scaled to the published count of the whole country.
    """
    published = _published(CODES)
    total = _published((SWEDEN,))[0]
    filled = np.array([_between(row) for row in published])
    open_ = np.isnan(published)
    missing = total - np.where(open_, 0, published).sum(axis=0)
    spread = np.where(open_, filled, 0).sum(axis=0)
    factor = np.divide(missing, spread, out=np.ones_like(spread), where=(spread > 0) & (total > 0))
    whole = np.where(open_, filled * factor, published)
    return np.asarray(np.round(whole)[:, 1:], dtype=np.float64)


def _published(codes: tuple[str, ...]) -> Array:
    rows = csv_tables.rows("population_by_region_year")
    known = {(row["region_code"], int(row["year"])): float(row["population"]) for row in rows}
    return np.array([[known.get((code, year), np.nan) for year in _COUNTED] for code in codes])


def _between(counts: Array) -> Array:
    known = np.flatnonzero(np.isfinite(counts))
    return np.interp(np.arange(counts.size), known, counts[known])
