"""Numerators and denominators of an indicator, kept apart until the division."""

import numpy as np

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array


@frozen
class Parts:
    """Numerators and denominators as region (22, Sweden first) x period, with the factor.

    `coverage` is the share of all beds that the regions with a value hold, `reporting` how
    many regions have one; both by period.
    """

    numerator: Array
    denominator: Array
    factor: float
    coverage: Array
    reporting: Array

    @property
    def values(self) -> Array:
        """Region (22) x period; NaN where a part is missing or the denominator is zero."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(
                self.denominator > 0, self.factor * self.numerator / self.denominator, np.nan
            )
