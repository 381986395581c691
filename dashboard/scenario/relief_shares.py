"""Which pairs of regions relief uses in most of the places that estimated months leave open."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

from dashboard.scenario.relief import Position, Relief
from dashboard.statistics.quasi_points import POINTS, Spread, normal_points


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair and the share (0-1) of the places it is used in, with the patients in the middle."""

    sender: str
    receiver: str
    used_in: float
    patients: float


def pairs_used_in_most(
    beds: Mapping[str, float],
    occupancy: Mapping[str, Spread],
    plan: Callable[[Mapping[str, Position]], Relief],
) -> tuple[Pair, ...]:
    """The pairs used in more than half of 1 000 fixed places, the most used first.

    `occupancy` (a ratio) is a region's estimate with its range of 80 per cent. What is assumed of
    occupancy is assumed of all regions alike, so they lie at the same quantile of their ranges in
    each place (docs/methods.md 7.4 and 9.6). Nothing is drawn.
    """
    deviations = normal_points(0)
    at = {code: one.at(deviations).tolist() for code, one in occupancy.items()}
    moved: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in range(POINTS):
        positions = {
            code: Position(beds[code], max(0.0, beds[code] * at[code][place])) for code in at
        }
        for one in plan(positions).transfers:
            moved[one.sender, one.receiver].append(one.patients)
    found = [
        Pair(sender, receiver, len(counts) / POINTS, float(median(counts)))
        for (sender, receiver), counts in moved.items()
        if 2 * len(counts) > POINTS
    ]
    return tuple(sorted(found, key=lambda one: (-one.used_in, one.sender, one.receiver)))
