"""Which regions have room when others lack it, and what it would do to both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from dashboard.reference.regions import CODES
from dashboard.statistics.arrays import Array
from dashboard.statistics.transport import Plan, least_cost
from dashboard.targets.diversion import ROAD, distances_km

# A region that sends stays full at most, one that receives has this much room left (ratios).
SAFE, MOST = 0.90, 1.00
# By road; an assumption (docs/methods.md 7.4).
WITHIN_KM = 300.0
_ISLANDS = frozenset({"09"})


@dataclass(frozen=True, slots=True)
class Position:
    """A region's beds and patients on an average day of a month; both are 0 or more."""

    beds: float
    patients: float

    @property
    def occupancy(self) -> float | None:
        """Patients per bed; None without beds."""
        return self.patients / self.beds if self.beds else None


@dataclass(frozen=True, slots=True)
class Transfer:
    """Patients (whole) from a region that lacks room to one that has it, and occupancy after."""

    sender: str
    receiver: str
    patients: int
    km: float
    sender_occupancy: float | None
    receiver_occupancy: float | None


@dataclass(frozen=True, slots=True)
class Relief:
    """The transfers by size, who is left over where (region, patients), and the patient-km."""

    transfers: tuple[Transfer, ...]
    unmet: tuple[tuple[str, int], ...]
    patient_km: float


def relief(
    positions: Mapping[str, Position],
    *,
    safe: float = SAFE,
    most: float = MOST,
    within_km: float = WITHIN_KM,
    flights: bool = False,
    smallest: int = 1,
) -> Relief:
    """Who sends how many to whom, over the shortest ways (docs/methods.md 7.4).

    A region has room up to `safe` and lacks room above `most`. Gotland takes part only with
    `flights`. Pairs that would move fewer than `smallest` patients are left out in a second pass.

    Raises:
        ValueError: an unknown region, or limits that are impossible.
    """
    if unknown := sorted(set(positions) - set(CODES)):
        raise ValueError(f"there is no region {', '.join(unknown)}")
    if not 0 < safe <= most <= 2:
        raise ValueError("0 < safe <= most <= 2 must hold")
    if not 0 < within_km < float("inf"):
        raise ValueError("the distance must be finite and above 0")
    if smallest < 1:
        raise ValueError("the smallest transfer is at least one patient")
    room = {code: floor(max(0.0, safe * one.beds - one.patients) + 1e-9)
            for code, one in positions.items()}  # fmt: skip
    lack = {code: ceil(max(0.0, one.patients - most * one.beds) - 1e-9)
            for code, one in positions.items()}  # fmt: skip
    receivers = [code for code in CODES if room.get(code)]
    senders = [code for code in CODES if lack.get(code)]
    km = _ways(receivers, senders)
    allowed = (km <= within_km) & (flights | _by_land(receivers, senders))
    supply = np.array([room[one] for one in receivers], float)
    demand = np.array([lack[one] for one in senders], float)
    plan = least_cost(km, supply, demand, allowed)
    while (small := (plan.moved > 0) & (plan.moved < smallest)).any():
        allowed &= ~small
        plan = least_cost(km, supply, demand, allowed)
    unmet = tuple((of, int(one)) for of, one in zip(senders, plan.unmet, strict=True) if one)
    return Relief(_transfers(positions, receivers, senders, plan, km), unmet, plan.cost)


def _ways(receivers: Sequence[str], senders: Sequence[str]) -> Array:
    """Kilometres by road (receivers x senders)."""
    km = distances_km()
    found = np.array([[ROAD * km[to][of] for of in senders] for to in receivers])
    return found.reshape(len(receivers), len(senders))


def _by_land(receivers: Sequence[str], senders: Sequence[str]) -> NDArray[np.bool_]:
    """Which pairs have no island at either end (receivers x senders)."""
    ends = [[not _ISLANDS & {to, of} for of in senders] for to in receivers]
    return np.array(ends, bool).reshape(len(receivers), len(senders))


def _transfers(
    positions: Mapping[str, Position], receivers: Sequence[str], senders: Sequence[str], plan: Plan,
    km: Array,
) -> tuple[Transfer, ...]:  # fmt: skip
    after = {code: one.patients for code, one in positions.items()}
    for i, j in np.argwhere(plan.moved):
        after[receivers[i]] += plan.moved[i, j]
        after[senders[j]] -= plan.moved[i, j]
    # A region may lack beds altogether, and then has no occupancy when its patients have left.
    occupancy = {code: after[code] / one.beds if one.beds else None
                 for code, one in positions.items()}  # fmt: skip
    found = (
        Transfer(
            senders[j], receivers[i], int(plan.moved[i, j]), float(km[i, j]),
            occupancy[senders[j]], occupancy[receivers[i]],
        )
        for i, j in np.argwhere(plan.moved)
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.patients, one.sender, one.receiver)))
