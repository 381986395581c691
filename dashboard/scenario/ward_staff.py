"""The staff behind beds by kind of ward, and behind the beds each region is estimated to lack."""

from dataclasses import replace
from typing import Literal

from dashboard.frozen import frozen
from dashboard.gaps.regional_distance import estimates
from dashboard.indicators.registry import AVAILABLE_BEDS
from dashboard.reference.periods import months_of
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.scenario.staffing import (
    PATIENTS_PER_ALL_STAFF,
    PATIENTS_PER_NURSE,
    Staffing,
    staffing,
)
from dashboard.targets.guidelines import guideline_at
from dashboard.view.scenario_choice import Scenario
from dashboard.view.view import View


@frozen
class WardStaff:
    """A kind of ward, its patients to a nurse by shift, and whether that is assumed or measured."""

    key: str
    ratios: tuple[float, ...]
    grade: Literal["study", "assumption"]


# By shift: day, evening, night; assumptions (docs/methods.md 7.2).
WARDS = (
    WardStaff("medicine", (6, 8, 12), "assumption"),
    WardStaff("geriatrics", (8, 10, 14), "assumption"),
    WardStaff("intermediate", (2, 2, 2), "assumption"),
    WardStaff("intensive", (1, 1, 1), "assumption"),
    WardStaff("nurses", (PATIENTS_PER_NURSE,), "study"),
    WardStaff("all", (PATIENTS_PER_ALL_STAFF,), "study"),
)


@frozen
class RegionStaff:
    """A region's estimated beds to the guideline, never below 0, and the staff behind them."""

    region: str
    beds: tuple[float, float]
    nurses: tuple[float, float]
    staff: tuple[float, float]


def wards(scenario: Scenario) -> tuple[WardStaff, ...]:
    """The kinds of ward, and the ratio that the scenario has."""
    return (*WARDS, WardStaff("chosen", (scenario.number("nurse"),), "assumption"))


def staff_behind(beds: float, ratios: tuple[float, ...], scenario: Scenario) -> Staffing:
    """The staff of beds by the scenario's hours."""
    return staffing(beds, ratios, hours_per_year=scenario.number("hours"))


def asked(view: View, scenario: Scenario) -> float:
    """The beds asked about: those that the scenario adds, else the official gap of Sweden."""
    guideline = guideline_at(months_of(view.period)[-1])
    added = scenario.number("beds")
    return added if added > 0 else float(guideline.gap if guideline else 1)


def by_region(dataset: Dataset, view: View, scenario: Scenario) -> tuple[RegionStaff, ...]:
    """Every region with an estimate; none before the first guideline."""
    nurse, staff = (
        staff_behind(1.0, (scenario.number(key),), scenario).fte_per_bed
        for key in ("nurse", "staff")
    )
    whole = replace(view, indicator=AVAILABLE_BEDS.key, stream="all", region=SWEDEN)
    found = []
    for one in estimates(dataset, whole).values():
        low, high = max(0.0, one.low), max(0.0, one.high)
        each = ((low * by, high * by) for by in (1.0, nurse, staff))
        found.append(RegionStaff(one.region, *each))
    return tuple(found)
