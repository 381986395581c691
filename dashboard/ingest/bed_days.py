"""Modelled bed-days by month, from the published beds per 1 000 inhabitants and year."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.ingest import anchors
from dashboard.ingest.panel import DAYS, POPULATION, SHAPE, YEARS, Array, by_year, sixteenths
from dashboard.ingest.raking import ModelDidNotConverge

# All values here from docs/methods.md 9.1. The shares and the noise are assumptions.
SOMATIC_SHARE: Final = 0.7745
# January to December; July over April is .82, as published for the summer of 2019.
SEASON: Final = (
    1.010, 1.020, 1.020, 1.020, 1.010, 0.965, 0.836, 0.900, 1.000, 1.015, 1.015, 0.990,
)  # fmt: skip
NOISE: Final = 0.01


@frozen
class BedDays:
    """Bed-days, regions x months; `carried` marks months whose year has no published level."""

    somatic: Array
    psychiatric: Array
    carried: NDArray[np.bool_]


def bed_days(rng: np.random.Generator) -> BedDays:
    """Bed-days whose mean over each region-year is the published level (docs/methods.md 9.1).

    Psychiatric is everything that is not somatic, so that the two add up to the published total;
    it therefore includes the few beds outside specialised care.

    Raises:
        ModelDidNotConverge: a region has no published level in the first year.
    """
    published = anchors.region_years(anchors.BEDS)
    mean_beds = _filled_forward(published) * POPULATION[:, None] / 1000
    total = sixteenths(_spread(mean_beds, rng))
    somatic = sixteenths(SOMATIC_SHARE * total)
    return BedDays(somatic, total - somatic, np.repeat(np.isnan(published), 12, axis=1))


def _spread(mean_beds: Array, rng: np.random.Generator) -> Array:
    """Region-years of mean beds as monthly bed-days: season and noise, the mean unchanged."""
    shape = np.tile(SEASON, len(YEARS)) * np.exp(NOISE * rng.standard_normal(SHAPE))
    weight = by_year(shape * DAYS)
    share = weight / weight.sum(axis=-1, keepdims=True)
    yearly: Array = mean_beds * by_year(DAYS).sum(axis=-1)
    return np.reshape(share * yearly[..., None], SHAPE)


def _filled_forward(levels: Array) -> Array:
    filled = levels.copy()
    for year in range(1, levels.shape[1]):
        filled[:, year] = np.where(np.isnan(levels[:, year]), filled[:, year - 1], levels[:, year])
    if np.isnan(filled).any():
        raise ModelDidNotConverge("a region has no published level of beds in the first year")
    return filled
