"""Planned care admitted on weekdays: the model agrees with wards that were simulated."""

import csv

import numpy as np
import pytest

from dashboard.paths import ROOT
from dashboard.statistics import census
from dashboard.statistics.planned_census import (
    occupancy_of,
    overcrowding,
    overflow_risk,
    week,
)
from dashboard.statistics.planned_variances import ROWS

CHECKS = ROOT / "tests" / "data" / "checks"


def read(name: str) -> list[dict[str, float]]:
    with (CHECKS / name).open(encoding="utf-8", newline="") as file:
        return [{key: float(cell) for key, cell in row.items()} for row in csv.DictReader(file)]


PLANNED = read("planned_ward.csv")


@pytest.mark.parametrize("row", PLANNED)
def test_variance_and_overcrowding_are_those_of_the_simulated_wards(row: dict[str, float]) -> None:
    stay, days = row["stay"], row["admission_days"]
    found = week(stay, days).variance(row["beds"] * row["occupancy"])
    assert found == pytest.approx(row["variance"], abs=0.05)
    # The wards are stated to one decimal, half of which is rounding.
    over = overcrowding(int(row["beds"]), row["occupancy"], stay, days)
    assert over == pytest.approx(row["overcrowding_per_100"], abs=0.05 + 0.05)


@pytest.mark.parametrize("row", read("ward_overcrowding.csv"))
def test_the_ward_by_variance_is_that_of_the_simulated_wards(row: dict[str, float]) -> None:
    found = census.overcrowding(int(row["beds"]), row["occupancy"], row["variance"])
    assert found == pytest.approx(row["overcrowding_per_100"], abs=0.05)


@pytest.mark.parametrize("row", read("ward_occupancy.csv"))
def test_the_inverse_is_that_of_the_simulated_wards(row: dict[str, float]) -> None:
    found = census.occupancy_of(row["overcrowding_per_100"], int(row["beds"]), row["variance"])
    assert 100 * found == pytest.approx(row["occupancy_pct"], abs=0.1)


@pytest.mark.parametrize(("stay", "days"), [(2, 5), (4, 5), (7, 6), (4, 7)])
def test_the_variances_are_sums_of_patients_who_stay_or_go(stay: float, days: int) -> None:
    left = 1 - 1 / stay
    found = week(stay, days)
    for day in range(7):
        stays = [left**back for back in range(420) if (day - back) % 7 < days]
        exact = sum(one * (1 - one) for one in stays) / sum(stays)
        assert found.variances[day] == pytest.approx(exact, abs=0.02)


def test_a_ward_simulated_anew_is_as_overcrowded() -> None:
    draw = np.random.default_rng(1)
    beds, stay, days, admitted = 24, 4.0, 5, 8
    here = np.full(500, 22)
    over: list[float] = []
    mean: list[float] = []
    for day in range(7 * 40):
        here = draw.binomial(here, 1 - 1 / stay) + (admitted if day % 7 < days else 0)
        if day >= 7 * 10:
            over.append(float(np.maximum(here - beds, 0).mean()))
            mean.append(float(here.mean()))
    occupancy = sum(mean) / len(mean) / beds
    simulated = 100 * sum(over) / len(over) / beds
    assert overcrowding(beds, occupancy, stay, days) == pytest.approx(simulated, abs=0.1)


def test_admissions_on_weekdays_overcrowd_a_ward_that_seven_days_do_not() -> None:
    at_five, at_six, at_seven = (overcrowding(24, 0.95, 4, days) for days in (5, 6, 7))
    assert (round(at_five, 1), round(at_seven, 1)) == (6.2, 3.1)
    assert at_five > at_six > at_seven
    assert overflow_risk(24, 22.8, 4, 5) > overflow_risk(24, 22.8, 4, 7)


def test_the_occupancy_at_an_overcrowding_is_its_inverse() -> None:
    assert overcrowding(24, occupancy_of(5.0, 24)) == pytest.approx(5.0)
    with pytest.raises(ValueError, match="above 0"):
        occupancy_of(0, 24)


@pytest.mark.parametrize(("stay", "days"), [(1.4, 5), (14.5, 5), (4, 4), (4, 5.5)])
def test_what_was_not_measured_is_refused(stay: float, days: float) -> None:
    with pytest.raises(ValueError, match=r"must be|a week"):
        week(stay, days)


def test_stays_between_those_measured_lie_between() -> None:
    low, mid, high = (week(stay).variances[0] for stay in (4.0, 4.25, 4.5))
    assert mid == pytest.approx((low + high) / 2)
    assert len(ROWS) == 3 * 26
