"""When each region's month was delivered, where a release says so."""

from datetime import date
from functools import lru_cache

import numpy as np

from dashboard.periods import days_in
from dashboard.regions import CODES
from dashboard.store import Array, Store


@lru_cache(maxsize=8)
def lateness(store: Store) -> Array | None:
    """Days from a month's end to its delivery, region (21) x month; None where none is known.

    The manifest may hold `delivered`: a date `YYYY-MM-DD` by month by region. Rule: R10 of
    methods.md section 8.
    """
    stated = store.manifest.get("delivered")
    if not stated:
        return None
    found = np.full((len(CODES), len(store.months)), np.nan)
    for row, code in enumerate(CODES):
        for column, month in enumerate(store.months):
            if moment := stated.get(code, {}).get(month):
                last = date.fromisoformat(f"{month}-{days_in(month):02d}")
                found[row, column] = (date.fromisoformat(moment) - last).days
    return found
