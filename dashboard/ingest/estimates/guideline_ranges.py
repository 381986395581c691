"""Ranges of the distance and the progress to the guideline, which follow from those of beds."""

from typing import Final

import numpy as np

from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE, PROGRESS_TO_GUIDELINE
from dashboard.ingest.estimates import kinds
from dashboard.ingest.estimates.assumptions import UNIFORM
from dashboard.ingest.panel import MONTHS, Array
from dashboard.reference.regions import CODES
from dashboard.releases.ranges import Key
from dashboard.targets.guidelines import Guideline, guideline_at
from dashboard.targets.shortfall import needs

DISTANCE: Final[Key] = (DISTANCE_TO_GUIDELINE.key, "somatic", "all")
PROGRESS: Final[Key] = (PROGRESS_TO_GUIDELINE.key, "somatic", "all")


def to_guideline(beds: Array, sd: Array) -> dict[Key, tuple[Array, Array]]:
    """Value and standard deviation by key: region (22, Sweden first) x kind x month.

    `beds` and `sd` are numbers of beds of that shape. The distance is that to the guideline, of a
    region to its share by population, so its range is that of its beds alone; progress is
    Sweden's, and rests on a start that is rounded too (docs/methods.md 1.6, 9.6 point 5). NaN
    before the first guideline.
    """
    distance, progress = np.full(beds.shape, np.nan), np.full(beds.shape, np.nan)
    progress_sd = np.full(beds.shape, np.nan)
    for column, month in enumerate(MONTHS):
        guideline = guideline_at(month)
        if guideline is None or guideline.baseline is None:
            continue
        need = np.where(kinds.IS_CHANGE[:, column], 0, _needs(guideline)[:, None])
        distance[:, :, column] = need - beds[:, :, column]
        start = np.where(kinds.IS_CHANGE[:, column], 0, guideline.baseline)
        margin = np.where(kinds.IS_CHANGE[:, column], 0, (guideline.margin or 0) * UNIFORM)
        progress[0, :, column] = 100 * (beds[0, :, column] - start) / guideline.gap
        progress_sd[0, :, column] = 100 * np.hypot(sd[0, :, column], margin) / guideline.gap
    return {DISTANCE: (distance, sd), PROGRESS: (progress, progress_sd)}


def _needs(guideline: Guideline) -> Array:
    """Beds needed in Sweden and in each region by population."""
    by_region = needs({}, guideline=guideline)["A"]
    return np.array([float(guideline.need_total or 0), *(by_region[code] for code in CODES)])
