"""The range and the anchor of an estimate, read from what the release was built with."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

from dashboard.indicators.registry import AVAILABLE_BEDS
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.releases.ranges import Kind, Ranges
from dashboard.statistics.arrays import Array
from dashboard.view.view import View

Anchor = Literal["published", "benchmarked", "assumed"]
Range = tuple[float, float]
Bounds = tuple[Array, Array]
_ANCHORS: Final[dict[int, Anchor]] = {1: "published", 2: "benchmarked", 3: "assumed"}


def range_of(dataset: Dataset, view: View, region: str, kind: Kind | None = None) -> Range | None:
    """The 80 % range of a figure in the view's period, in the unit of the indicator.

    A month has its own range, a year and a distance to the guideline that of twelve months, or
    those of `kind`. None
    where the release has none: what is published or reported, and an example
    (docs/methods.md 9.6). The distance to an official need of the region has the range of its beds.
    """
    return _range_in(dataset, view, region, view.period, kind)


def _range_in(
    dataset: Dataset, view: View, region: str, period: str, kind: Kind | None = None
) -> Range | None:
    if not _is_estimated(dataset, view):
        return None
    month = period if grain_of(period) == "month" else f"{period}-12"
    if month not in dataset.months:
        return None
    need = dataset.needs.need_at(month, region) if view.of.derived and kind is None else None
    if need is not None:
        own = replace(view, indicator=AVAILABLE_BEDS.key)
        beds = _range_in(dataset, own, region, period, "rolling_year")
        return (need - beds[1], need - beds[0]) if beds else None
    alone = grain_of(period) == "month" and not view.of.derived
    usual: Kind = "month" if alone else "rolling_year"
    found = _bounds(dataset, view.indicator, view.care, view.stream, kind or usual)
    if found is None:
        return None
    place = ALL_CODES.index(region), dataset.months.index(month)
    low, high = found[0][place], found[1][place]
    return (float(low), float(high)) if low == low and high == high else None


def band_of(
    dataset: Dataset, view: View, region: str, periods: Sequence[str]
) -> list[Range | None]:
    """The range of a figure in each period, None where it is no estimate."""
    return [_range_in(dataset, view, region, one) for one in periods]


def anchor_of(dataset: Dataset, view: View, region: str) -> Anchor | None:
    """How firmly an estimate is held: published, benchmarked to what is, or assumed."""
    ranges = ranges_of(dataset)
    if ranges is None or not _is_estimated(dataset, view):
        return None
    month = view.period if grain_of(view.period) == "month" else f"{view.period}-12"
    levels = ranges.anchor((view.indicator, view.care, view.stream))
    if levels is None or month not in dataset.months:
        return None
    return _ANCHORS.get(int(levels[ALL_CODES.index(region), dataset.months.index(month)]))


def ranges_of(dataset: Dataset) -> Ranges | None:
    """The ranges of the release; None for one from before there were any."""
    return dataset.ranges


def _is_estimated(dataset: Dataset, view: View) -> bool:
    return view.data != "published" and dataset.kind == "estimated"


@lru_cache(maxsize=256)
def _bounds(dataset: Dataset, indicator: str, care: str, stream: str, kind: Kind) -> Bounds | None:
    ranges = ranges_of(dataset)
    return None if ranges is None else ranges.of((indicator, care, stream), kind)
