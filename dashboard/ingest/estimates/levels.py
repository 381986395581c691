"""How well the published levels of beds are known."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dashboard.frozen import frozen
from dashboard.ingest.estimates import kinds
from dashboard.ingest.estimates.assumptions import (
    ROUNDING,
    SOMATIC_SHARE,
    SOMATIC_SHARE_HALF,
    UNIFORM,
)
from dashboard.ingest.panel import DAYS, MONTHS, YEARS, Array

_T, _Y = len(MONTHS), len(YEARS)


@frozen
class Level:
    """Relative standard deviation of bed levels: of each region-year, and of a region's share.

    `yearly` is regions x years, independent between years; `share` is the same in all years.
    """

    yearly: Array
    share: float


def level_of(per_1000: Array, share: float = SOMATIC_SHARE) -> Level:
    """The level of beds whose published `per_1000` (regions x years, NaN = carried) is rounded.

    A carried year is as uncertain as the published level changes from one year to the next.
    `share` is the part of the beds that is meant; 1 for all of them.
    """
    filled = per_1000.copy()
    for year in range(1, filled.shape[1]):
        gap = np.isnan(filled[:, year])
        filled[gap, year] = filled[gap, year - 1]
    moves = np.diff(np.log(per_1000), axis=1)
    carried = float(np.nanstd(moves))
    rounded = ROUNDING * UNIFORM / filled
    yearly = np.sqrt(rounded**2 + np.where(np.isnan(per_1000), carried**2, 0.0))
    return Level(yearly, SOMATIC_SHARE_HALF * UNIFORM / share if share < 1 else 0.0)


def bed_deviations(beds: Array, level: Level) -> Array:
    """Standard deviations of mean beds: region (22, Sweden first) x kind x month; NaN = none.

    `beds` are bed-days, regions x months. The level is all that is uncertain: independent
    between regions, and between years but for the somatic share (docs/methods.md 9.6 point 4).
    """
    by_level = np.zeros((len(beds), 2, _T, _Y))
    year = np.repeat(np.arange(_Y), 12)
    by_level[:, 0, np.arange(_T), year] = beds / DAYS
    by_level[:, 1, :11] = np.nan
    for number in range(_Y):
        own = sliding_window_view(np.where(year == number, beds, 0.0), 12, axis=1).sum(axis=2)
        by_level[:, 1, 11:, number] = own / sliding_window_view(DAYS, 12).sum(axis=1)
    month, rolling = np.moveaxis(by_level, 3, 2).swapaxes(0, 1)
    every = kinds.with_changes(month, rolling)
    # Region x year x kind x month: independent years, and the share that all years have.
    variance = ((every * level.yearly[:, :, None, None]) ** 2).sum(axis=1)
    variance += (every.sum(axis=1) * level.share) ** 2
    both = np.concatenate([variance.sum(axis=0)[None], variance])
    return np.asarray(np.sqrt(both), dtype=np.float64)
