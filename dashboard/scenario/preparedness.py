"""Whether the beds of peace can be doubled in war, and what binds."""

from math import isfinite
from typing import Literal

from dashboard.frozen import frozen

# In war there should be twice the beds of peace (Ds 2023:34).
DOUBLED = 2.0
Binding = Literal["premises", "staff", "equipment"]


@frozen
class Ladder:
    """From the beds of peace to what can be opened, all in beds.

    `freed` is patients who could leave, not beds, and is part of no other figure. `gap` is 0 where
    the capacity is enough. `factor` is capacity / beds.
    """

    need: float
    physical: float
    staffable: float
    capacity: float
    factor: float
    gap: float
    binding: Binding
    freed: float


def ladder(
    beds: float,
    *,
    closed: float,
    convertible: float,
    nurses: float,
    fte_per_bed: float,
    crisis_ratio: float,
    equipped: float | None = None,
    freed: float = 0.0,
) -> Ladder:
    """What can be opened at most, and what stops more (docs/methods.md 7.3).

    `closed` are beds closed for lack of staff and `convertible` places that can be turned into
    beds, as day surgery. `nurses` are full-time equivalents, `fte_per_bed` what a bed takes in
    peace and `crisis_ratio` the share of it in a crisis. `equipped` is how many beds there is
    equipment for, where it is known.

    Raises:
        ValueError: a number that is impossible, or no beds at all.
    """
    counts = (beds, closed, convertible, nurses, freed, 0.0 if equipped is None else equipped)
    if not all(isfinite(one) and one >= 0 for one in counts):
        raise ValueError("every number of beds, nurses and patients must be finite and not below 0")
    if beds == 0:
        raise ValueError("there must be at least one bed in peace")
    if not 0 < fte_per_bed <= 20:
        raise ValueError("a bed takes more than 0 and at most 20 full-time equivalents")
    if not 0 < crisis_ratio <= 1:
        raise ValueError("the crisis ratio is a share above 0 and at most 1")
    limits: dict[Binding, float] = {
        "premises": beds + closed + convertible,
        "staff": nurses / (fte_per_bed * crisis_ratio),
    }
    if equipped is not None:
        limits["equipment"] = equipped
    binding = min(limits, key=limits.__getitem__)
    capacity, need = limits[binding], DOUBLED * beds
    return Ladder(
        need, limits["premises"], limits["staff"], capacity,
        capacity / beds, max(0.0, need - capacity), binding, freed,
    )  # fmt: skip
