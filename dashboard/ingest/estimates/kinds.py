"""The four figures a range is given for: month, rolling year, and the change of each on a year."""

from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dashboard.ingest.panel import MONTHS, Array
from dashboard.releases.ranges import KINDS


def of_ratio(above: Array, below: Array, factor: float = 1.0) -> Array:
    """`factor` x sum of `above` / sum of `below`: region (22, Sweden first) x kind x month.

    `above` is regions x months; `below` the same, or months alone when it is not summed over
    regions (as the days of the calendar). NaN where twelve months, or a year before, lack.
    """
    over = np.concatenate([above.sum(axis=0)[None], above])
    under = below if below.ndim == 1 else np.concatenate([below.sum(axis=0)[None], below])
    return with_changes(factor * over / under, factor * rolling(over) / rolling(under))


def rolling(values: Array) -> Array:
    """Sums over the month and the eleven before it, along the last axis; NaN in the first year."""
    sums = np.full(values.shape, np.nan)
    sums[..., 11:] = sliding_window_view(values, 12, axis=-1).sum(axis=-1)
    return sums


def with_changes(month: Array, year: Array) -> Array:
    """Months and rolling years (... x months) as ... x kind x month."""
    return np.stack([month, year, on_a_year(month), on_a_year(year)], axis=-2)


def on_a_year(values: Array) -> Array:
    """The change on the month twelve months before, along the last axis; NaN in the first year."""
    change = np.full(values.shape, np.nan)
    change[..., 12:] = values[..., 12:] - values[..., :-12]
    return change


IS_CHANGE: Final = np.repeat([False, False, True, True], len(MONTHS)).reshape(len(KINDS), -1)
