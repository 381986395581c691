"""The ward model turned round for many assumptions at once: occupancy from overcrowding."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from scipy.special import betainc

from dashboard.frozen import frozen
from dashboard.ingest.panel import Array

_OCCUPANCIES: Final[Array] = np.concatenate([[0.0], np.linspace(0.1, 1.7, 641)])
# At a variance of exactly 1 the negative binomial becomes Poisson; this near it is the same.
_NEAREST: Final = 1 + 1e-6


def overcrowding(occupancy: Array, ward_beds: Array, variance: Array) -> Array:
    """Overcrowded patients per 100 beds of wards with a negative binomial census.

    `occupancy` is a ratio, `variance` the variance of the census over its mean, at least 1; the
    three broadcast, and wards need not have whole beds (docs/methods.md 2.1).
    """
    load, spread = occupancy * ward_beds, np.maximum(variance, _NEAREST)
    size, share = load / (spread - 1), 1 - 1 / spread
    surplus = load * betainc(ward_beds, size + 1, share)
    surplus -= ward_beds * betainc(ward_beds + 1, np.maximum(size, 1e-12), share)
    return np.asarray(100 * np.maximum(surplus, 0) / ward_beds, dtype=np.float64)


@frozen
class Wards:
    """Wards of the sizes and variances of a table: one row per ward, one column per occupancy."""

    table: Array

    def occupancy(self, rates: Array) -> Array:
        """Occupancies (ratios), wards x the shape of `rates`, at these overcrowding rates.

        Read from the table by straight lines, within .00001; a rate below 0 gives 0.
        """
        return np.array([np.interp(rates, row, _OCCUPANCIES) for row in self.table])

    def curves(self) -> Iterator[tuple[Array, Array]]:
        """Each ward's occupancies (ratios) and the overcrowding at them, from where it begins."""
        for row in self.table:
            first = max(int(np.searchsorted(row, 0.0, side="right")) - 1, 0)
            yield _OCCUPANCIES[first:], row[first:]


def wards(ward_beds: Array, variance: Array) -> Wards:
    """Wards of so many beds, with this variance / mean of the census (both one per ward)."""
    return Wards(overcrowding(_OCCUPANCIES, ward_beds[:, None], variance[:, None]))
