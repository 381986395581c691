"""The funnel of the regions in one period: who lies beyond what chance and custom explain."""

from functools import lru_cache

from dashboard.peers.benchmark import estimated_beds
from dashboard.quality.ranking_gate import gate
from dashboard.reference.periods import days_in, months_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics.funnel import Funnel, funnel
from dashboard.values import values
from dashboard.values.published_year import without_order
from dashboard.values.values import Value
from dashboard.view.view import View


def counts(dataset: Dataset, view: View) -> tuple[tuple[str, float, float], ...]:
    """Region, patient-days and bed-days of each region with a value in the view's period.

    For a published rate bed-days are estimated beds x days, and patient-days the whole number
    nearest the rate; a region whose beds are unknown is left out. Empty for an indicator that
    is no share of the beds, and where a region has more patients than beds. A figure of grade C
    or D gets no verdict and is left out.
    """
    return _counts(dataset, view.anywhere)


def region_funnel(dataset: Dataset, view: View) -> Funnel | None:
    """The funnel over `counts`; None with fewer than 8 regions (docs/methods.md 4.2)."""
    return None if without_order(dataset, view) else _funnel(dataset, view.anywhere)


def average_beds(dataset: Dataset, view: View) -> dict[str, float]:
    """The beds of each region in `counts`: what the horizontal axis shows."""
    days = days_of(view)
    return {region: bed_days / days for region, _, bed_days in counts(dataset, view)}


def days_of(view: View) -> int:
    """The days of the view's period: beds x days are the denominators of the funnel."""
    return sum(days_in(month) for month in months_of(view.period))


@lru_cache(maxsize=256)
def _counts(dataset: Dataset, view: View) -> tuple[tuple[str, float, float], ...]:
    ratio = view.of.ratio
    if ratio is None or ratio.denominator != "bed_days" or ratio.factor != 100:
        return ()
    not_ranked = gate(dataset, view)
    rows = [
        (value.region, *_parts(dataset, view, value, value.value))
        for value in values.at(dataset, view)[1:]
        if value.value is not None and value.region not in not_ranked
    ]
    rows = [row for row in rows if row[2] > 0]
    return tuple(rows) if all(0 <= patients <= beds for _, patients, beds in rows) else ()


@lru_cache(maxsize=256)
def _funnel(dataset: Dataset, view: View) -> Funnel | None:
    rows = counts(dataset, view)
    return funnel([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])


def _parts(dataset: Dataset, view: View, value: Value, rate: float) -> tuple[float, float]:
    if value.numerator is not None and value.denominator is not None:
        return value.numerator, value.denominator
    bed_days = estimated_beds(dataset, value.region, view.period) * days_of(view)
    # Unknown beds are NaN, which is not above 0 and so left out.
    return (round(rate * bed_days / 100), bed_days) if bed_days > 0 else (0.0, 0.0)
