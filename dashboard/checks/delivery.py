"""When each region's month was delivered, where a release says so."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from dashboard.checks.rules import R10
from dashboard.frozen import frozen
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array


@frozen
class Timeliness:
    """How the months of a span were delivered: median days after the month, per cent on time."""

    median_days: float
    on_time_pct: float


def timeliness(dataset: Dataset, months: Sequence[str]) -> Timeliness | None:
    """Over all regions in some months; None where no delivery is known. Rule: R10."""
    late = lateness(dataset)
    if late is None:
        return None
    columns = [dataset.months.index(month) for month in months if month in dataset.months]
    known = late[:, columns][np.isfinite(late[:, columns])]
    if not len(known):
        return None
    return Timeliness(float(np.median(known)), float(100 * (known <= R10["days"]).mean()))


@lru_cache(maxsize=8)
def lateness(dataset: Dataset) -> Array | None:
    """Days from a month's end to its delivery, region (21) x month; None where none is known.

    The manifest may hold `delivered`: a date `YYYY-MM-DD` by month by region. Rule: R10 of
    docs/methods.md 8.
    """
    stated = dataset.manifest.get("delivered")
    if not stated:
        return None
    found = np.full((len(CODES), len(dataset.months)), np.nan)
    for row, code in enumerate(CODES):
        for column, month in enumerate(dataset.months):
            if moment := stated.get(code, {}).get(month):
                last = date.fromisoformat(f"{month}-{days_in(month):02d}")
                found[row, column] = (date.fromisoformat(moment) - last).days
    return found
