"""The Poisson census of many wards at once: what `census` says of one."""

import numpy as np

from dashboard.statistics.arrays import Array
from dashboard.statistics.census import LARGEST_POOL, SMALLEST_POOL


def overcrowding(beds: Array, occupancy: Array) -> Array:
    """Expected overcrowded patients per 100 beds, as `census.overcrowding` with variance 1.

    `occupancy` are ratios above 0; the shapes must fit each other.
    """
    from scipy.special import gammainc

    load = beds * occupancy
    surplus = load * gammainc(beds, load) - beds * gammainc(beds + 1, load)
    found = 100 * np.maximum(0.0, np.maximum(surplus, load - beds)) / beds
    return np.asarray(found, dtype=np.float64)


def pools(occupancy: Array, over_per_100: Array) -> Array:
    """Ward sizes (whole, 6 to 400) at which both agree best, as `census.pool_of` one by one."""
    shape = np.broadcast(occupancy, over_per_100).shape
    low, high = np.full(shape, float(SMALLEST_POOL)), np.full(shape, float(LARGEST_POOL))
    # Overcrowding falls with the size, so the smallest that is not above is found by halving.
    while (low < high).any():
        middle = np.floor((low + high) / 2)
        above = overcrowding(middle, occupancy) > over_per_100
        low = np.where(above, np.minimum(middle + 1, high), low)
        high = np.where(above, high, middle)
    before = np.maximum(low - 1, SMALLEST_POOL)
    nearer = np.abs(overcrowding(before, occupancy) - over_per_100) <= np.abs(
        overcrowding(low, occupancy) - over_per_100
    )
    return np.asarray(np.where(nearer, before, low), dtype=np.float64)
