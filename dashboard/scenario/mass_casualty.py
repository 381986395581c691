"""A mass-casualty event over the free beds of the regions nearest to it."""

from collections.abc import Mapping
from math import floor, isfinite

from dashboard.frozen import frozen
from dashboard.reference.regions import CODES
from dashboard.targets.diversion import ROAD, distances_km

# By road, with priority; an assumption (docs/methods.md 7.3).
KM_PER_HOUR = 90.0


@frozen
class Taken:
    """A region that takes patients: km and hours by road, free beds (whole), patients taken.

    `full_after` is in hours from the event, None where the beds are enough.
    """

    region: str
    km: float
    hours: float
    free: int
    takes: int
    full_after: float | None


@frozen
class Event:
    """Who takes whom, the nearest first, and who is left without a bed."""

    taken: tuple[Taken, ...]
    left: int


def event(
    place: str, admitted: int, window: float, free: Mapping[str, float], *, within_km: float
) -> Event:
    """Patients come evenly over `window` hours and go to the nearest region with a free bed.

    `free` are free beds on an average day by region. Gotland neither sends nor takes by road.

    Raises:
        ValueError: an unknown region, or a number that is impossible.
    """
    if place not in CODES or not set(free) <= set(CODES):
        raise ValueError("the place and the free beds are of regions")
    if admitted < 0 or not 0 < window < float("inf") or not all(map(isfinite, free.values())):
        raise ValueError("patients must not be below 0, and the hours above 0")
    km = distances_km()
    away = {code: 0.0 if code == place else ROAD * km[place][code] for code in free}
    near = sorted((code for code in free if _reached(place, code) and away[code] <= within_km),
                  key=away.__getitem__)  # fmt: skip
    taken: list[Taken] = []
    left, before = admitted, 0
    for code in near:
        beds = max(0, floor(free[code]))
        takes = min(beds, left)
        before += beds
        full = window * before / admitted if admitted and before < admitted else None
        taken.append(Taken(code, away[code], away[code] / KM_PER_HOUR, beds, takes, full))
        left -= takes
        if not left:
            break
    return Event(tuple(taken), left)


def _reached(place: str, code: str) -> bool:
    return place == code or "09" not in (place, code)
