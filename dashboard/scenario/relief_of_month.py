"""The relief of a month of a release, by what its months are."""

from dataclasses import replace
from functools import lru_cache

from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, Stream
from dashboard.reference.periods import days_in
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.scenario.relief import Position, Relief
from dashboard.scenario.relief_limits import USUAL, Limits
from dashboard.scenario.relief_shares import on_days, within_estimates
from dashboard.statistics.quasi_points import Spread
from dashboard.values import values
from dashboard.view.view import View


def is_counted(dataset: Dataset) -> bool:
    """Whether the months are reported or an example, so that an average day is known."""
    return dataset.kind in ("reported", "example")


@lru_cache(maxsize=64)
def relief_of_month(
    dataset: Dataset, month: str, stream: Stream = "all", limits: Limits = USUAL
) -> Relief | None:
    """The relief of a month with the shares of its pairs; None where nobody has figures.

    Of reported and example months the average day and 1 000 days about it, of estimated ones only
    what most of 1 000 places within their ranges use.
    """
    if is_counted(dataset):
        positions = _average_day(dataset, month, stream)
        return on_days(positions, limits) if positions else None
    beds, occupancy = _ranges(dataset, month, stream)
    return within_estimates(beds, occupancy, limits) if beds else None


def _average_day(dataset: Dataset, month: str, stream: Stream) -> dict[str, Position]:
    # A value's parts are days of the month: beds and patients are those of an average day.
    days = days_in(month)
    view = View(OCCUPANCY.key, month, stream=stream, data=dataset.kind)
    return {
        one.region: Position(one.denominator / days, one.numerator / days)
        for one in values.at(dataset, view)
        if one.region != SWEDEN and one.numerator is not None and one.denominator
    }


def _ranges(
    dataset: Dataset, month: str, stream: Stream
) -> tuple[dict[str, float], dict[str, Spread]]:
    """Beds and occupancy (a ratio, with its range) by region."""
    view = View(OCCUPANCY.key, month, stream=stream, data="estimated")
    held = values.numbers(dataset, replace(view, indicator=AVAILABLE_BEDS.key))
    beds, ratios = {}, {}
    for one, count in zip(values.at(dataset, view), held, strict=True):
        if one.region != SWEDEN and one.value is not None and count:
            known = [end for end in (one.value, one.low, one.high) if end is not None]
            ends = (one.value, min(known), max(known))
            ratios[one.region] = Spread(*(end / 100 for end in ends))
            beds[one.region] = float(count)
    return beds, ratios
