"""The 80 per cent range of the beds missing at the occupancy targets, as the release holds it."""

from dataclasses import replace
from functools import lru_cache

from dashboard.gaps.demand import demands
from dashboard.gaps.implied_gap import ImpliedGap, implied_gap
from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, Stream
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.releases.ranges import Kind
from dashboard.values import values
from dashboard.values.estimate_ranges import Range, range_of
from dashboard.view.view import View

_KEY = ("implied_gap", "somatic", "all")


def gap_range(
    dataset: Dataset, period: str, region: str, kind: Kind = "rolling_year"
) -> Range | None:
    """The range at the guideline's targets over the twelve months to `period`, or of the month.

    None where the months are no estimates, or the release has no ranges (docs/methods.md 9.6).
    """
    ranges = dataset.ranges
    month = period if len(period) == 7 else f"{period}-12"
    if dataset.kind != "estimated" or ranges is None or month not in dataset.months:
        return None
    if (found := ranges.of(_KEY, kind)) is None:
        return None
    place = ALL_CODES.index(region), dataset.months.index(month)
    low, high = float(found[0][place]), float(found[1][place])
    return (low, high) if low == low and high == high else None


def range_at(dataset: Dataset, period: str, region: str, missing: float) -> Range | None:
    """The range of the beds missing over twelve months at any target, where they are `missing`.

    What is open is patients, so from the gap to an end it is as far as at the guideline's targets
    times the beds asked for through those the guideline asks for (docs/methods.md 9.6).
    """
    if (found := _guideline(dataset, period, region)) is None:
        return None
    guideline, below, above = found
    ratio = (missing + guideline.beds) / guideline.required
    return missing + below * ratio, missing + above * ratio


@lru_cache(maxsize=256)
def _guideline(
    dataset: Dataset, period: str, region: str
) -> tuple[ImpliedGap, float, float] | None:
    """The gap at the guideline's targets, and how far the ends of its range are from it."""
    ends, own = gap_range(dataset, period, region), demands(dataset, period).get(region)
    if ends is None or own is None:
        return None
    found = implied_gap(own)
    low, high = (end - found.net for end in ends)
    return found, low, high


def standing_range(
    dataset: Dataset, view: View, region: str, stream: Stream, target: float
) -> Range | None:
    """The range of the beds a stream lacks in the view's period by its occupancy, beds as they are.

    `target` is in per cent.
    """
    own = replace(view, indicator=OCCUPANCY.key, care="somatic", stream=stream)
    ends = range_of(dataset, own, region)
    beds = values.numbers(dataset, replace(own, indicator=AVAILABLE_BEDS.key))
    held = beds[ALL_CODES.index(region)]
    if ends is None or held is None:
        return None
    low, high = (held * (end / target - 1) for end in ends)
    return low, high
