"""Occupancy beside its target: how far from it, in percentage points and in beds."""

from dataclasses import dataclass, replace

from dashboard import targets, values
from dashboard.indicators import AVAILABLE_BEDS, OCCUPANCY, Stream
from dashboard.periods import months_of
from dashboard.regions import ALL_CODES
from dashboard.store import Store
from dashboard.view import View


@dataclass(frozen=True, slots=True)
class Standing:
    """A stream's occupancy and target in per cent, and the beds missing to the target.

    `occupancy` and `beds_missing` are None where there is no value. `in_force` says whether
    the target was in force in the period; if not, today's stands as a comparison only.
    """

    stream: Stream
    occupancy: float | None
    target: float
    beds_missing: float | None
    in_force: bool

    @property
    def distance(self) -> float | None:
        """Percentage points above the target."""
        return None if self.occupancy is None else self.occupancy - self.target


def standing(store: Store, view: View, region: str, stream: Stream) -> Standing:
    """The standing of a region in the view's period; all streams have the mixed target.

    Formula: methods.md 1.6, beds missing = required beds - available beds.
    """
    patients = {one: _patients(store, view, region, one) for one in ("acute", "planned", "all")}
    target, in_force = _target(patients, stream, months_of(view.period)[-1])
    occupancy = _value(store, _of(view, OCCUPANCY.key, stream), region)
    beds = _value(store, _of(view, AVAILABLE_BEDS.key, stream), region)
    here = patients[stream]
    missing = None if beds is None or here is None else targets.gap(here / target, beds)
    return Standing(stream, occupancy, 100 * target, missing, in_force)


def distances(store: Store, view: View) -> list[float | None]:
    """Percentage points above the stream's target for Sweden and each region, in order."""
    return [standing(store, view, code, view.stream).distance for code in ALL_CODES]


def _target(patients: dict[str, float | None], stream: Stream, month: str) -> tuple[float, bool]:
    in_force = targets.target_at(month, "acute") is not None
    if stream == "acute":
        return targets.target_at(month, "acute") or targets.OFFICIAL.acute, in_force
    if stream == "planned":
        return targets.target_at(month, "planned") or targets.OFFICIAL.planned, in_force
    acute, planned = patients["acute"] or 0.0, patients["planned"] or 0.0
    # Without patients there is no mix; the stricter target is the safe comparison.
    return targets.mixed_target(acute, planned) or targets.OFFICIAL.acute, in_force


def _of(view: View, indicator: str, stream: Stream) -> View:
    return replace(view, indicator=indicator, stream=stream, care="somatic")


def _patients(store: Store, view: View, region: str, stream: Stream) -> float | None:
    """Average number of patients: occupancy x beds."""
    occupancy = _value(store, _of(view, OCCUPANCY.key, stream), region)
    beds = _value(store, _of(view, AVAILABLE_BEDS.key, stream), region)
    return None if occupancy is None or beds is None else occupancy * beds / 100


def _value(store: Store, view: View, region: str) -> float | None:
    periods = values.periods_of(store, view)
    if view.period not in periods:
        return None
    number = float(values.series(store, view)[ALL_CODES.index(region), periods.index(view.period)])
    return None if number != number else number
