"""When a region has room for others and when it lacks it, and how far patients may go."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array
from dashboard.targets.diversion import ROAD, distances_km

# A region that sends stays full at most, one that receives has this much room left (ratios).
SAFE, MOST = 0.90, 1.00
# By road; an assumption (docs/methods.md 7.4).
WITHIN_KM = 300.0
_ISLANDS = frozenset({"09"})
# What a product of decimals may be off a whole number.
_OFF = 1e-9


@frozen
class Limits:
    """Room up to `safe` (ratio), lack above `most`, ways of `within_km` by road at most.

    Gotland takes part only with `flights`, and nobody sends fewer than `smallest` to another.

    Raises:
        ValueError: limits that are impossible.
    """

    safe: float = SAFE
    most: float = MOST
    within_km: float = WITHIN_KM
    flights: bool = False
    smallest: int = 1

    def __post_init__(self) -> None:
        """Refuse the impossible."""
        if not 0 < self.safe <= self.most <= 2:
            raise ValueError("0 < safe <= most <= 2 must hold")
        if not 0 < self.within_km < float("inf"):
            raise ValueError("the distance must be finite and above 0")
        if self.smallest < 1:
            raise ValueError("the smallest transfer is at least one patient")

    def room(self, beds: Array, patients: Array) -> Array:
        """Whole patients that there is room for."""
        return np.floor(np.maximum(0.0, self.safe * beds - patients) + _OFF)

    def lack(self, beds: Array, patients: Array) -> Array:
        """Whole patients that there is no room for."""
        return np.ceil(np.maximum(0.0, patients - self.most * beds) - _OFF)

    def allowed(self, receivers: Sequence[str], senders: Sequence[str]) -> NDArray[np.bool_]:
        """Which pairs may be used (receivers x senders)."""
        ends = [[not _ISLANDS & {to, of} for of in senders] for to in receivers]
        by_land = np.array(ends, bool).reshape(len(receivers), len(senders))
        return (ways(receivers, senders) <= self.within_km) & (self.flights | by_land)


USUAL = Limits()


def ways(receivers: Sequence[str], senders: Sequence[str]) -> Array:
    """Kilometres by road (receivers x senders)."""
    km = distances_km()
    found = np.array([[ROAD * km[to][of] for of in senders] for to in receivers])
    return found.reshape(len(receivers), len(senders))
