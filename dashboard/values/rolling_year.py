"""Twelve months together: a calmer number that is shown, but never judged by rules."""

import numpy as np

from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.values.ratios import added_numerators
from dashboard.view.view import View


def rolling_12(dataset: Dataset, view: View, period: str | None = None) -> float | None:
    """Sums over the twelve months that end with `period` (the view's), division last.

    None for years, for published figures, and where one of the twelve months is missing
    or taken out by an error (docs/methods.md 1.3 and 8). No rule of SPC is run on it: it follows
    itself by construction.
    """
    last = period or view.period
    if view.data == "published" or grain_of(view.period) == "year" or last not in dataset.months:
        return None
    end = dataset.months.index(last) + 1
    if end < 12:
        return None
    computed = values.with_needs(dataset, view)
    # The distance to the guideline is that of twelve months already.
    if view.of.derived:
        return values.numbers(computed, view, last)[ALL_CODES.index(view.region)]
    parts = values.monthly_parts(computed, view.of, view.care, view.stream)
    row = ALL_CODES.index(view.region)
    window = slice(end - 12, end)
    below = float(np.sum(parts.denominator[row, window]))
    added = added_numerators(dataset, view.of, view.care, view.stream)
    found = parts.factor * float(np.sum(added[row, window])) / below if below else None
    return None if found is None or found != found else found
