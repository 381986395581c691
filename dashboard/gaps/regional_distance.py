"""Each region's estimated distance to the guideline over twelve months, with its range."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, Stream
from dashboard.reference.periods import grain_of, months_of
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.targets import occupancy_targets
from dashboard.targets.guidelines import guideline_at
from dashboard.targets.shortfall import OFFICIAL_NEED, Estimate, needs, regional_distances
from dashboard.values import values
from dashboard.values.estimate_ranges import range_of
from dashboard.values.rolling_year import rolling_12
from dashboard.view.view import View


def region_distance(dataset: Dataset, view: View) -> Estimate | None:
    """The estimate for the view's region; None where there is none."""
    return estimates(dataset, view).get(view.region)


def estimates(
    dataset: Dataset, view: View, by_age: Mapping[str, float] | None = None
) -> dict[str, Estimate]:
    """`shortfall.regional_distances` over the twelve months to the view's period, by region.

    Where the beds are estimated their range of 80 per cent widens that of the ways to share.

    Empty before the first guideline and for published figures, which have no beds by region.
    `by_age` is the population by need (`need_by_age.needing`), where it is known.
    """
    guideline = guideline_at(months_of(view.period)[-1])
    if guideline is None or view.data == "published":
        return {}
    beds = beds_of(dataset, view)
    distances = regional_distances(beds, _required(dataset, view), guideline, by_age=by_age)
    found = (_unless_official(dataset, view, one, beds[one.region]) for one in distances)
    return {one.region: _widened(dataset, view, one, beds[one.region]) for one in found}


def shared_needs(
    dataset: Dataset, view: View, by_age: Mapping[str, float] | None = None
) -> dict[str, dict[str, int]]:
    """`shortfall.needs` in the view's period: by variant and region, each the national need.

    Raises:
        ValueError: there is no guideline in the period.
    """
    guideline = guideline_at(months_of(view.period)[-1])
    if guideline is None:
        raise ValueError(f"there is no guideline in {view.period}")
    return needs(beds_of(dataset, view), _required(dataset, view), guideline, by_age=by_age)


def beds_of(dataset: Dataset, view: View) -> dict[str, float]:
    """Average available beds of somatic care by region, over the twelve months to the period."""
    return _by_region(dataset, view, AVAILABLE_BEDS.key, "all")


def _unless_official(dataset: Dataset, view: View, estimate: Estimate, beds: float) -> Estimate:
    """The estimate, or the official need in its place where the view's version has one.

    It replaces every way to spread the national need (docs/methods.md 1.6).
    """
    table = dataset.targets.get(view.targets)
    need = table.need_at(months_of(view.period)[-1], estimate.region) if table else None
    if need is None:
        return estimate
    away = need - beds
    return Estimate(estimate.region, need, away, away, away, (OFFICIAL_NEED,), (need, need))


def _widened(dataset: Dataset, view: View, estimate: Estimate, beds: float) -> Estimate:
    """The estimate with what its beds leave open on either side of the ways to share the need."""
    own = replace(view, indicator=AVAILABLE_BEDS.key, care="somatic", stream="all")
    ends = range_of(dataset, own, estimate.region, "rolling_year")
    if ends is None:
        return estimate
    return replace(
        estimate, low=estimate.low - (ends[1] - beds), high=estimate.high + (beds - ends[0])
    )


def _required(dataset: Dataset, view: View) -> dict[str, float]:
    """Beds that the occupancy targets ask for, by region (variant D of docs/methods.md 1.6)."""
    patients: dict[Stream, dict[str, float]] = {}
    streams: tuple[Stream, ...] = ("acute", "planned")
    for stream in streams:
        beds = _by_region(dataset, view, AVAILABLE_BEDS.key, stream)
        share = _by_region(dataset, view, OCCUPANCY.key, stream)
        patients[stream] = {c: beds[c] * share[c] / 100 for c in beds if c in share}
    acute, planned = patients["acute"], patients["planned"]
    return {c: occupancy_targets.required_beds(acute[c], planned[c]) for c in acute if c in planned}


def _by_region(dataset: Dataset, view: View, indicator: str, stream: Stream) -> dict[str, float]:
    somatic = replace(view, indicator=indicator, care="somatic", stream=stream)
    if grain_of(view.period) == "year":
        numbers = dict(zip(ALL_CODES, values.numbers(dataset, somatic), strict=True))
    else:
        numbers = {code: rolling_12(dataset, replace(somatic, region=code)) for code in CODES}
    return {code: value for code in CODES if (value := numbers[code]) is not None}
