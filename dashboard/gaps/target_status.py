"""Occupancy beside its target: how far from it, in percentage points and in beds."""

from dataclasses import replace
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, Indicator, Stream
from dashboard.reference.periods import months_of
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets import occupancy_targets
from dashboard.targets.occupancy_targets import Shares, shares_at
from dashboard.values import values
from dashboard.view.view import View

Levels = tuple[occupancy_targets.Target, ...]


@frozen
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


def standing(dataset: Dataset, view: View, region: str, stream: Stream) -> Standing:
    """The standing of a region in the view's period; all streams have the mixed target.

    Formula: docs/methods.md 1.6, beds missing = required beds - available beds.
    """
    row = ALL_CODES.index(region)
    return _standing(_figures(dataset, view), row, stream, view.period, levels_of(dataset, view))


def distances(dataset: Dataset, view: View) -> list[float | None]:
    """Percentage points above the stream's target for Sweden and each region, in order."""
    figures = _figures(dataset, view)
    levels = levels_of(dataset, view)
    rows = range(len(ALL_CODES))
    return [_standing(figures, row, view.stream, view.period, levels).distance for row in rows]


def levels_of(dataset: Dataset, view: View) -> Levels:
    """The targets of the version that the view names; the published where it is not loaded."""
    return dataset.targets.get(view.targets, dataset.targets[occupancy_targets.PUBLISHED]).levels


_STREAMS: tuple[Stream, ...] = ("acute", "planned", "all")
# Occupancy in per cent and available beds of each stream, for Sweden and each region.
_Column = tuple[float | None, ...]
_Figures = dict[Stream, tuple[_Column, _Column]]


def _figures(dataset: Dataset, view: View) -> _Figures:
    def column(indicator: Indicator, stream: Stream) -> _Column:
        somatic = replace(view, indicator=indicator.key, stream=stream, care="somatic")
        return values.numbers(dataset, somatic)

    return {one: (column(OCCUPANCY, one), column(AVAILABLE_BEDS, one)) for one in _STREAMS}


def _standing(figures: _Figures, row: int, stream: Stream, period: str, levels: Levels) -> Standing:
    patients = {one: _patients(occupancy[row], beds[row])
                for one, (occupancy, beds) in figures.items()}  # fmt: skip
    key = (months_of(period)[-1], levels, ALL_CODES[row])
    target, in_force = _target(patients, stream, key)
    occupancy, beds = (column[row] for column in figures[stream])
    here = patients[stream]
    missing = None if beds is None or here is None else occupancy_targets.gap(here / target, beds)
    return Standing(stream, occupancy, 100 * target, missing, in_force)


def _patients(occupancy: float | None, beds: float | None) -> float | None:
    """Average number of patients: occupancy x beds."""
    return None if occupancy is None or beds is None else occupancy * beds / 100


def _target(
    patients: dict[Stream, float | None], stream: Stream, key: tuple[str, Levels, str]
) -> tuple[float, bool]:
    month, levels, region = key
    shares, in_force = occupancy_targets.shares_at(month, levels, region=region)
    if stream == "acute":
        return shares.acute, in_force
    if stream == "planned":
        return shares.planned, in_force
    acute, planned = patients["acute"] or 0.0, patients["planned"] or 0.0
    # Without patients there is no mix; the stricter target is the safe comparison.
    return occupancy_targets.mixed_target(acute, planned, shares) or shares.acute, in_force


def official_shares(dataset: Dataset, view: View) -> Shares:
    """The targets of the view's version for its region, as they stood in its period."""
    month, levels = months_of(view.period)[-1], levels_of(dataset, view)
    return shares_in_force(month, levels, place_of(view.region))


@lru_cache(maxsize=256)
def shares_in_force(month: str, levels: Levels, region: str) -> Shares:
    """The targets of a region, or of the country where it is empty, as they stood in a month."""
    return shares_at(month, levels, region=region)[0]


def shares_by_region(dataset: Dataset, view: View) -> dict[str, Shares]:
    """The official targets of every region."""
    return {code: official_shares(dataset, replace(view, region=code)) for code in CODES}


def place_of(region: str) -> str:
    """A region as targets name it: nothing for the country."""
    return "" if region == SWEDEN else region
