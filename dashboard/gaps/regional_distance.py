"""Each region's estimated distance to the guideline, with its range over the ways to share it."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, Stream
from dashboard.reference.periods import months_of
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.targets import occupancy_targets
from dashboard.targets.guidelines import guideline_at
from dashboard.targets.shortfall import OFFICIAL_NEED, Estimate, needs, regional_distances
from dashboard.values import values
from dashboard.view.view import View


def region_distance(dataset: Dataset, view: View) -> Estimate | None:
    """The estimate for the view's region; None where there is none."""
    return estimates(dataset, view).get(view.region)


def estimates(
    dataset: Dataset, view: View, by_age: Mapping[str, float] | None = None
) -> dict[str, Estimate]:
    """`shortfall.regional_distances` in the view's period, by region.

    Empty before the first guideline and for published figures, which have no beds by region.
    `by_age` is the population by need (`need_by_age.needing`), where it is known.
    """
    guideline = guideline_at(months_of(view.period)[-1])
    if guideline is None or view.data == "published":
        return {}
    beds = beds_of(dataset, view)
    distances = regional_distances(beds, _required(dataset, view), guideline, by_age=by_age)
    return {one.region: _unless_official(dataset, view, one, beds[one.region]) for one in distances}


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
    """Average available beds of somatic care by region in the view's period."""
    return _by_region(dataset, view, AVAILABLE_BEDS.key, "all")


def _unless_official(dataset: Dataset, view: View, one: Estimate, beds: float) -> Estimate:
    """The estimate, or the official need in its place where the view's version has one.

    It replaces every way to spread the national need (docs/methods.md 1.6).
    """
    table = dataset.targets.get(view.targets)
    need = table.need_at(months_of(view.period)[-1], one.region) if table else None
    if need is None:
        return one
    away = need - beds
    return Estimate(one.region, need, away, away, away, (OFFICIAL_NEED,))


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
    numbers = values.numbers(dataset, somatic)
    return {
        code: value
        for code, value in zip(ALL_CODES, numbers, strict=True)
        if code in CODES and value is not None
    }
