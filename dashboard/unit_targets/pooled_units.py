"""Units that share beds under what the reader assumes, at the occupancy of the region."""

from functools import lru_cache

from dashboard.gaps.demand import demands
from dashboard.releases.dataset import Dataset
from dashboard.statistics import pooling
from dashboard.statistics.census import overcrowding
from dashboard.unit_targets.basis import Basis, basis
from dashboard.view.assumptions import SCALES
from dashboard.view.view import View

MOST = int(SCALES["pool"].high)


def occupancy_of_units(dataset: Dataset, view: View) -> float:
    """The occupancy (a ratio) of acute care over twelve months, else the guideline's."""
    one = demands(dataset, view.period).get(view.region)
    own = one.acute / one.beds_acute if one and one.beds_acute else None
    return own or basis(dataset, view).shares.acute


pooled = lru_cache(maxsize=64)(pooling.pooled)


def pools(basis: Basis, occupancy: float) -> list[tuple[int, int, float]]:
    """Units, beds and overcrowded per 100 beds, for one unit to the most (docs/methods.md 2.1)."""
    size, variance = int(basis.assumed.size), basis.variance
    return [
        (units, units * size, overcrowding(units * size, occupancy, variance))
        for units in range(1, MOST + 1)
    ]
