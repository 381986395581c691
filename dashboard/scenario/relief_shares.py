"""In how many of 1 000 fixed points relief uses each pair of regions; nothing is drawn."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.reference.regions import CODES
from dashboard.scenario.relief import Position, Relief, relief, transfers
from dashboard.scenario.relief_limits import USUAL, Limits, ways
from dashboard.statistics.arrays import Array
from dashboard.statistics.quasi_points import POINTS, Spread, normal_points
from dashboard.statistics.transport import least_cost_each


@frozen
class Pair:
    """A pair and the share (0-1) of the points it is used in, with the patients in the middle."""

    sender: str
    receiver: str
    used_in: float
    patients: float


@frozen
class Shares:
    """The pairs by how often they are used, and the share (0-1) of the points that use any."""

    pairs: tuple[Pair, ...]
    any_in: float

    @property
    def in_most(self) -> tuple[Pair, ...]:
        """The pairs used in more than half of the points."""
        return tuple(one for one in self.pairs if one.used_in > 0.5)


def on_days(positions: Mapping[str, Position], limits: Limits = USUAL) -> Relief:
    """The relief of an average day, with how many of 1 000 days would use each pair.

    A region's patients on a day vary about their mean as the Poisson law has it
    (docs/methods.md 2.1), each region by itself; both are assumptions.

    Raises:
        ValueError: as `relief`.
    """
    plan = relief(positions, limits)
    beds = {code: one.beds for code, one in positions.items()}
    patients = {
        code: np.maximum(0.0, one.patients + np.sqrt(one.patients) * normal_points(at))
        for at, code in enumerate(CODES)
        if (one := positions.get(code))
    }
    found = shares(beds, patients, limits)
    used = {(one.sender, one.receiver): one.used_in for one in found.pairs}
    told = (replace(one, used_in=used.get((one.sender, one.receiver), 0.0))
            for one in plan.transfers)  # fmt: skip
    return replace(plan, transfers=tuple(told), any_in=found.any_in)


def within_estimates(
    beds: Mapping[str, float], occupancy: Mapping[str, Spread], limits: Limits = USUAL
) -> Relief:
    """The pairs used in most of 1 000 places within the ranges of estimated months.

    `occupancy` (a ratio) is a region's estimate with its range of 80 per cent. What is assumed of
    occupancy is assumed of all regions alike, so they lie at the same quantile of their ranges in
    each place (docs/methods.md 7.4 and 9.6). Patients are those in the middle of the places that
    use the pair, and occupancy after is counted from the middle of the ranges.
    """
    same = normal_points(0)
    patients = {code: np.maximum(0.0, beds[code] * one.at(same)) for code, one in occupancy.items()}
    possible = could_be_used(beds, patients, limits)
    if limits.smallest == 1 and not (possible.mean(axis=0) > 0.5).any():
        # No plan can use a pair more often, and the solver need not be loaded to know.
        return Relief((), (), 0.0, float(possible.any(axis=(1, 2)).mean()))
    found = shares(beds, patients, limits)
    positions = {code: Position(beds[code], beds[code] * one.value)
                 for code, one in occupancy.items()}  # fmt: skip
    moved = {
        (one.sender, one.receiver): (
            round(one.patients), float(ways([one.receiver], [one.sender])[0, 0]),
        )
        for one in found.in_most
    }  # fmt: skip
    used = {(one.sender, one.receiver): one.used_in for one in found.pairs}
    told = tuple(replace(one, used_in=used[one.sender, one.receiver])
                 for one in transfers(positions, moved))  # fmt: skip
    km = sum(one.patients * one.km for one in told)
    return Relief(told, (), km, found.any_in)


def could_be_used(
    beds: Mapping[str, float], patients: Mapping[str, Array], limits: Limits
) -> NDArray[np.bool_]:
    """Where one lacks room and another within reach has it (points x receivers x senders)."""
    codes, room, lack = _asked(beds, patients, limits)
    reach = limits.allowed(codes, codes)
    return np.asarray((room > 0)[:, :, None] & (lack > 0)[:, None, :] & reach)


def _asked(
    beds: Mapping[str, float], patients: Mapping[str, Array], limits: Limits
) -> tuple[list[str], Array, Array]:
    """The regions, and the room and the lack of each in every point."""
    codes = [code for code in CODES if code in patients]
    places = np.array([beds[code] for code in codes])
    people = np.array([patients[code] for code in codes]).T
    return codes, limits.room(places, people), limits.lack(places, people)


def shares(
    beds: Mapping[str, float], patients: Mapping[str, Array], limits: Limits = USUAL
) -> Shares:
    """Every pair that any point uses; `patients` has the points of each region in `beds`."""
    if not patients:
        return Shares((), 0.0)
    codes, room, lack = _asked(beds, patients, limits)
    # Many points ask the same, and are solved once.
    asked, back = np.unique(np.hstack([room, lack]), axis=0, return_inverse=True)
    room, lack = np.split(asked, 2, axis=1)
    km = ways(codes, codes)
    allowed = np.broadcast_to(limits.allowed(codes, codes), (len(asked), *km.shape)).copy()
    moved = least_cost_each(km, room, lack, allowed)
    while (small := (moved > 0) & (moved < limits.smallest)).any():
        allowed &= ~small
        moved = least_cost_each(km, room, lack, allowed)
    each = moved[back.ravel()]
    found = [
        Pair(codes[j], codes[i], len(used) / POINTS, float(np.median(used)))
        for i, j in np.argwhere(moved.any(axis=0))
        if (used := each[each[:, i, j] > 0, i, j]).size
    ]
    found.sort(key=lambda one: (-one.used_in, one.sender, one.receiver))
    return Shares(tuple(found), float((each > 0).any(axis=(1, 2)).mean()))
