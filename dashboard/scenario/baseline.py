"""What a region has today, over twelve months, with how sure that is."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dashboard.frozen import frozen
from dashboard.gaps.demand import Demand, demands, window
from dashboard.gaps.discharge_ready import ready_patients
from dashboard.gaps.regional_distance import region_distance
from dashboard.gaps.target_status import official_shares
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    OCCUPANCY,
    OVERCROWDING,
    Indicator,
)
from dashboard.reference.periods import months_of
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import MEASURES, Dataset
from dashboard.scenario.growth import around
from dashboard.scenario.growth_words import projection_of
from dashboard.statistics.quasi_points import Spread, exactly
from dashboard.targets.guidelines import guideline_at
from dashboard.targets.occupancy_targets import Shares
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View

_YEARS = 10


@frozen
class Baseline:
    """A region, or Sweden, on an average day of the twelve months to a period.

    `beds`; `occupancy`, patients per bed; `over` and `out`, patients per 100 beds, `out` None where
    it is not known; `acute`, the share of the patients; `ready`, patients ready for discharge, None
    where none are published; `need`, beds by the official guideline, None before there was one;
    `growth`, per cent a year of the population in recent years; `shares`, the targets for
    occupancy; `growths`, per cent a year by years ahead, as projected, empty where it is not.
    """

    beds: Spread
    occupancy: Spread
    over: Spread
    out: float | None
    acute: float
    ready: float | None
    need: Spread | None
    growth: Spread
    shares: Shares
    growths: tuple[Spread, ...] = ()

    def growth_in(self, years: int) -> Spread:
        """Per cent a year over so many years ahead; where they are projected, the nearest known."""
        return (
            self.growths[min(max(years, 1), len(self.growths)) - 1] if self.growths else self.growth
        )

    @property
    def overcrowded(self) -> float:
        """Overcrowded patients."""
        return self.over.value * self.beds.value / 100


@lru_cache(maxsize=512)
def baseline(dataset: Dataset, view: View) -> Baseline | None:
    """The baseline of the view's region and period; None where the release has no twelve months,
    or no patients.
    """
    one = demands(dataset, view.period).get(view.region)
    if one is None or not one.beds or not one.patients or not one.over:
        return None
    recent, ahead = _growth(dataset, view), projection_of(dataset, view)
    return Baseline(
        beds=_spread(dataset, view, AVAILABLE_BEDS, one.beds, 1.0),
        occupancy=_spread(dataset, view, OCCUPANCY, one.patients / one.beds, 0.01),
        over=_spread(dataset, view, OVERCROWDING, 100 * one.over / one.beds, 1.0),
        out=_outplaced(dataset, view),
        acute=one.acute / one.patients,
        ready=ready_patients(dataset, view, one),
        need=_need(dataset, view, one),
        growth=recent,
        shares=official_shares(dataset, view),
        growths=tuple(around(rate, recent) for rate in ahead.a_year) if ahead else (),
    )


def _spread(
    dataset: Dataset, view: View, indicator: Indicator, value: float, factor: float
) -> Spread:
    """A value with the range of its estimate, or alone where it is reported."""
    own = replace(view, indicator=indicator.key, stream="all", care="somatic")
    found = range_of(dataset, own, view.region, "rolling_year")
    if found is None:
        return exactly(value)
    low, high = (factor * end for end in found)
    return Spread(value, min(low, value), max(high, value))


def _outplaced(dataset: Dataset, view: View) -> float | None:
    """Outplaced patients per 100 beds over the same twelve months."""
    columns = [dataset.months.index(month) for month in window(view.period)]
    cells = dataset.cube[:, _rows(view)][:, :, columns, 0, 0]
    out, beds = (cells[MEASURES.index(name)] for name in ("out_days", "bed_days"))
    known = np.isfinite(out) & np.isfinite(beds)
    return float(100 * out[known].sum() / beds[known].sum()) if known.any() else None


def _need(dataset: Dataset, view: View, demand: Demand) -> Spread | None:
    """Beds asked for by the guideline: Sweden's as published, a region's as it is estimated."""
    if view.region == SWEDEN:
        guideline = guideline_at(months_of(view.period)[-1])
        total = guideline.need_total if guideline else None
        return None if total is None else exactly(float(total))
    found = region_distance(dataset, replace(view, indicator=AVAILABLE_BEDS.key, stream="all"))
    if found is None:
        return None
    ends = (found.need, *found.needs)
    return Spread(float(found.need), float(min(ends)), float(max(ends)))


def _growth(dataset: Dataset, view: View) -> Spread:
    """Growth of the population over the last ten years known, and the range of its single years."""
    ends = [at for at, month in enumerate(dataset.months)
            if month.endswith("-12") and month <= months_of(view.period)[-1]]  # fmt: skip
    people = dataset.cube[MEASURES.index("population_days")][_rows(view)][
        :, ends[-_YEARS - 1 :], 0, 0
    ]
    whole = people.sum(axis=0)
    whole = whole[np.isfinite(whole) & (whole > 0)]
    if len(whole) < 2:
        return exactly(0.0)
    each = 100 * (whole[1:] / whole[:-1] - 1)
    mean = 100 * float((whole[-1] / whole[0]) ** (1 / len(each)) - 1)
    low, high = (float(one) for one in np.quantile(each, [0.1, 0.9]))
    return Spread(mean, min(low, mean), max(high, mean))


def _rows(view: View) -> list[int]:
    return list(range(len(CODES))) if view.region == SWEDEN else [CODES.index(view.region)]
