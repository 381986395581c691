"""Which regions have room when others lack it, and what it would do to both."""

from collections.abc import Mapping, Sequence

import numpy as np

from dashboard.frozen import frozen
from dashboard.reference.regions import CODES
from dashboard.scenario.relief_limits import USUAL, Limits, ways
from dashboard.statistics.arrays import Array
from dashboard.statistics.transport import Plan, least_cost


@frozen
class Position:
    """A region's beds and patients on an average day of a month; both are 0 or more."""

    beds: float
    patients: float

    @property
    def occupancy(self) -> float | None:
        """Patients per bed; None without beds."""
        return self.patients / self.beds if self.beds else None


@frozen
class Transfer:
    """Patients (whole) from a region that lacks room to one that has it, and occupancy after.

    `used_in` is the share (0-1) of 1 000 fixed points the pair is used in, None until it is asked.
    """

    sender: str
    receiver: str
    patients: int
    km: float
    sender_occupancy: float | None
    receiver_occupancy: float | None
    used_in: float | None = None


@frozen
class Relief:
    """The transfers by size, who is left over where (region, patients), and the patient-km.

    `any_in` is the share (0-1) of 1 000 fixed points in which anybody is sent, None until asked.
    """

    transfers: tuple[Transfer, ...]
    unmet: tuple[tuple[str, int], ...]
    patient_km: float
    any_in: float | None = None


def relief(positions: Mapping[str, Position], limits: Limits = USUAL) -> Relief:
    """Who sends how many to whom, over the shortest ways (docs/methods.md 7.4).

    Pairs that would move fewer than the smallest transfer are left out in a second pass.

    Raises:
        ValueError: an unknown region.
    """
    if unknown := sorted(set(positions) - set(CODES)):
        raise ValueError(f"there is no region {', '.join(unknown)}")
    codes = [code for code in CODES if code in positions]
    beds, patients = (np.array([getattr(positions[code], name) for code in codes], float)
                      for name in ("beds", "patients"))  # fmt: skip
    room, lack = limits.room(beds, patients), limits.lack(beds, patients)
    receivers = [code for code, one in zip(codes, room, strict=True) if one]
    senders = [code for code, one in zip(codes, lack, strict=True) if one]
    km, allowed = ways(receivers, senders), limits.allowed(receivers, senders)
    plan = least_cost(km, room[room > 0], lack[lack > 0], allowed)
    while (small := (plan.moved > 0) & (plan.moved < limits.smallest)).any():
        allowed &= ~small
        plan = least_cost(km, room[room > 0], lack[lack > 0], allowed)
    unmet = tuple((of, int(one)) for of, one in zip(senders, plan.unmet, strict=True) if one)
    return Relief(_of_plan(positions, receivers, senders, plan, km), unmet, plan.cost)


def _of_plan(
    positions: Mapping[str, Position], receivers: Sequence[str], senders: Sequence[str], plan: Plan,
    km: Array,
) -> tuple[Transfer, ...]:  # fmt: skip
    moved = {(senders[j], receivers[i]): (int(plan.moved[i, j]), float(km[i, j]))
             for i, j in np.argwhere(plan.moved)}  # fmt: skip
    return transfers(positions, moved)


def transfers(
    positions: Mapping[str, Position], moved: Mapping[tuple[str, str], tuple[int, float]]
) -> tuple[Transfer, ...]:
    """The transfers by size, from the patients and the km by sender and receiver."""
    after = {code: one.patients for code, one in positions.items()}
    for (sender, receiver), (patients, _) in moved.items():
        after[receiver] += patients
        after[sender] -= patients
    # A region may lack beds altogether, and then has no occupancy when its patients have left.
    occupancy = {code: after[code] / one.beds if one.beds else None
                 for code, one in positions.items()}  # fmt: skip
    found = (
        Transfer(sender, receiver, patients, km, occupancy[sender], occupancy[receiver])
        for (sender, receiver), (patients, km) in moved.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.patients, one.sender, one.receiver)))
