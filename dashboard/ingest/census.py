"""The ward model turned round: the occupancy that goes with an observed overcrowding."""

from typing import Final

import numpy as np
from scipy.special import pdtrc

from dashboard.ingest.panel import Array

# Three patients per bed is an overcrowding of about 200 per 100 beds, beyond any published value.
_HIGHEST: Final = 3.0
# Each halving gains one binary digit; 60 exhaust the precision of a float.
_HALVINGS: Final = 60


def overcrowding(occupancy: Array, ward_beds: Array) -> Array:
    """Overcrowded patients per 100 beds of a ward whose census is Poisson (docs/methods.md 2.1).

    100 x E[(N - c)+] / c with c = `ward_beds` and mean census a = `occupancy` x c, where
    E[(N - c)+] = a P(N >= c) - c P(N >= c + 1). `occupancy` is a ratio and may exceed 1.
    """
    load = occupancy * ward_beds
    surplus = load * pdtrc(ward_beds - 1, load) - ward_beds * pdtrc(ward_beds, load)
    return np.asarray(100 * surplus / ward_beds, dtype=np.float64)


def occupancy_at(over_per_100: Array, ward_beds: Array) -> Array:
    """The occupancy (ratio) at which wards of `ward_beds` beds are overcrowded `over_per_100`.

    The inverse of `overcrowding`, by bisection; an overcrowding of 0 gives an occupancy of 0.

    Raises:
        ValueError: an overcrowding is negative, not a number, or above 199 per 100.
    """
    if not np.all((over_per_100 >= 0) & (over_per_100 < 199)):
        raise ValueError("overcrowding must lie between 0 and 199 per 100 beds")
    low = np.zeros(np.broadcast_shapes(over_per_100.shape, ward_beds.shape))
    high = np.full_like(low, _HIGHEST)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        too_low = overcrowding(middle, ward_beds) < over_per_100
        low, high = np.where(too_low, middle, low), np.where(too_low, high, middle)
    return low
