"""The wards that are compared, and what a walk of patients says of one."""

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_BATCHES, _STEP = 40, 0.1
# Stays until nothing is left of the empty ward it begins with.
SETTLED = 12


@dataclass(frozen=True, slots=True)
class Ward:
    """`beds`, `occupancy` (patients per bed, a ratio) and the mean `stay` in days."""

    beds: int
    occupancy: float
    stay: float

    @property
    def load(self) -> float:
        """Mean patients."""
        return self.beds * self.occupancy


def wards(count: int = 30, seed: int = 2026) -> list[Ward]:
    """Random wards of 6 to 18 beds, 95 to 115 per cent full, with stays of 2 to 8 days.

    In larger and emptier ones ciw takes more than minutes to tell one per cent from another.
    """
    drawn = np.random.default_rng(seed)
    return [
        Ward(int(beds), round(float(occupancy), 3), round(float(stay), 2))
        for beds, occupancy, stay in zip(
            drawn.integers(6, 19, count), drawn.uniform(0.95, 1.15, count),
            drawn.uniform(2, 8, count), strict=True,
        )
    ]  # fmt: skip


def days_for(ward: Ward, arrivals: int) -> float:
    """How many days it takes until so many patients have come."""
    return arrivals * ward.stay / ward.load


def judged(ward: Ward, came: Array, left: Array, until: float) -> tuple[float, float]:
    """Overcrowded patients per 100 beds and its standard error, from when each came and left.

    The mean patients are known, so what a walk is off there tells how far it is off above the
    beds: a control variate, over forty parts of the walk (Law, Simulation Modeling and Analysis,
    chapter 11).
    """
    looked = np.arange(SETTLED * ward.stay, until, _STEP * ward.stay)
    present = np.searchsorted(np.sort(came), looked) - np.searchsorted(np.sort(left), looked)
    parts = np.array_split(present, _BATCHES)
    over = np.array([100 * np.maximum(0, one - ward.beds).mean() / ward.beds for one in parts])
    mean = np.array([one.mean() for one in parts])
    slope = float(np.cov(over, mean)[0, 1] / mean.var(ddof=1))
    freed = over - slope * (mean - ward.load)
    return float(freed.mean()), float(freed.std(ddof=1) / sqrt(_BATCHES))


def in_ciw(ward: Ward, arrivals: int, seed: int) -> tuple[float, float]:
    """The same of a walk in ciw, with beds without end."""
    import ciw

    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=ward.load / ward.stay)],
        service_distributions=[ciw.dists.Exponential(rate=1 / ward.stay)],
        number_of_servers=[float("inf")],
    )
    ciw.seed(seed)
    until = days_for(ward, arrivals)
    walk: Any = ciw.Simulation(network)
    # Those who are there at the end have no record, so the walk goes on until they have left.
    walk.simulate_until_max_time(until + 2 * SETTLED * ward.stay)
    moves = np.array([(one.arrival_date, one.exit_date) for one in walk.get_all_records()])
    return judged(ward, moves[:, 0], moves[:, 1], until)
