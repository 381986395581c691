"""A thousand fixed points that fill a space evenly, where others would draw at random."""

from functools import lru_cache
from statistics import NormalDist

import numpy as np

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array

POINTS = 1000
# How far in deviations the ends of an 80 per cent interval lie from the middle of a normal law.
TENTH = NormalDist().inv_cdf(0.9)
# Steps of a rank-1 lattice without a common factor with the number of points, so that each
# dimension alone is the even grid of quantiles. Of many such, these gave weighted sums over the
# dimensions the quantiles nearest to those of a normal law (docs/methods.md 7.6).
_STEPS = (1, 447, 301, 387, 213, 187, 67, 303, 151, 163, 117, 131, 173, 389, 27, 497,
          289, 347, 529, 219, 319)  # fmt: skip
DIMENSIONS = len(_STEPS)


@frozen
class Spread:
    """A middle, and the ends of the interval that holds 80 per cent.

    Raises:
        ValueError: the ends do not lie around the middle.
    """

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse ends on the wrong side."""
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.low:g} <= {self.value:g} <= {self.high:g} must hold")

    @property
    def known(self) -> bool:
        """Whether there is nothing uncertain."""
        return self.low == self.high

    def at(self, deviations: Array) -> Array:
        """The values at standard deviations of a split normal law with this median and ends."""
        ends = np.where(deviations < 0, self.value - self.low, self.high - self.value)
        return self.value + ends * deviations / TENTH


def exactly(value: float) -> Spread:
    """A value without an interval."""
    return Spread(value, value, value)


@lru_cache(maxsize=DIMENSIONS)
def normal_points(dimension: int) -> Array:
    """Standard normal values of the points in one dimension; all of them are the same quantiles.

    Raises:
        IndexError: there is no such dimension.
    """
    quantiles = _quantiles()
    found = quantiles[np.arange(POINTS) * _STEPS[dimension] % POINTS]
    found.setflags(write=False)
    return found


@lru_cache(maxsize=1)
def _quantiles() -> Array:
    normal = NormalDist()
    return np.array([normal.inv_cdf((one + 0.5) / POINTS) for one in range(POINTS)])
