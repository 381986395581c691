"""A ward whose admissions follow the week: the census at an hour of each weekday."""

from collections.abc import Callable

import numpy as np

from dashboard.statistics import census
from dashboard.statistics.arrays import Array

# Share of patients still there so many days after admission.
Staying = Callable[[Array], Array]
WEEKEND = 0.6
MORNING = 6
_HOURS = 24 * 400


def exponential(mean: float) -> Staying:
    """Stays that end as often on any day."""
    return lambda days: np.exp(-days / mean)


def constant(mean: float) -> Staying:
    """Stays of one length."""
    return lambda days: (days < mean).astype(float)


def weekday_loads(load: float, staying: Staying, *, weekend: float, hour: int = MORNING) -> Array:
    """Mean patients at the hour, Monday first, of a ward with `load` over the week.

    Admissions come at any time of the day, as many on Monday to Friday, and `weekend` times as
    many on the other days (docs/methods.md 2.1).

    Raises:
        ValueError: a load that is not above 0, or a weekend below 0.
    """
    census.checked_load(load)
    if not 0 <= weekend < float("inf"):
        raise ValueError("the weekend's share of a weekday's admissions must not be below 0")
    before = (np.arange(_HOURS) + 0.5) / 24
    there = staying(before)
    admitted = np.array([1.0] * 5 + [weekend] * 2)
    means = np.array([
        (admitted[np.floor(day + hour / 24 - before).astype(int) % 7] * there).sum()
        for day in range(7)
    ])  # fmt: skip
    return np.asarray(load * means / means.mean())


def overcrowding(
    beds: int, occupancy: float, staying: Staying, *, weekend: float = WEEKEND
) -> float:
    """Overcrowded patients per 100 beds at the hour; each weekday's census is Poisson.

    `occupancy` (a ratio) is patients per bed at the hour, over the week.

    Raises:
        ValueError: as of `weekday_loads` and `census.overcrowding`.
    """
    loads = weekday_loads(occupancy * census.checked_beds(beds), staying, weekend=weekend)
    each = [census.overcrowding(beds, float(one) / beds) for one in loads]
    return float(np.mean(each))
