"""A ward over the week gives the overcrowding that a simulation of the same ward gave.

The table was made by simulation with numpy (60 wards over 10 years, standard error .02 to .04) and
confirmed by ciw 3.2.7 over 60 years: mean stay 4 days, counted at six, admissions at the weekend 60
per cent of a weekday's.
"""

from math import log, sqrt

import numpy as np
import pytest
from scipy.special import erfc

from dashboard.statistics import census, planned_census
from dashboard.statistics.weekday_census import (
    Staying,
    constant,
    exponential,
    overcrowding,
    weekday_loads,
)

STAY = 4
# Beds, occupancy in per cent; overcrowded per 100 without a week, then by the law of the stays.
TABLE = (
    (12, 85, 4.95, 5.05, 5.05, 5.32), (12, 90, 6.76, 6.87, 6.88, 7.19),
    (12, 92, 7.58, 7.70, 7.70, 8.03), (12, 95, 8.92, 9.04, 9.05, 9.39),
    (24, 85, 2.41, 2.53, 2.53, 2.87), (24, 90, 3.83, 3.98, 3.99, 4.40),
    (24, 92, 4.53, 4.69, 4.70, 5.14), (24, 95, 5.73, 5.90, 5.91, 6.38),
    (48, 85, 0.94, 1.06, 1.07, 1.44), (48, 90, 1.93, 2.11, 2.12, 2.64),
    (48, 92, 2.48, 2.68, 2.70, 3.27), (48, 95, 3.50, 3.73, 3.75, 4.39),
)  # fmt: skip
# Variance / mean seen where admissions vary more than chance, and overcrowded per 100 there.
VARYING = ((1.04, 2.56), (1.06, 2.63), (1.14, 2.82), (1.25, 3.14), (1.14, 2.84), (1.46, 3.76))
# Overcrowded per 100, and the occupancy it tells by variance, in wards of 24 beds.
INVERSE = (
    (2.5, {0.75: 88.6, 1: 85.4, 1.15: 83.6, 1.25: 82.4, 1.5: 79.7}),
    (4.9, {0.75: 95.5, 1: 93.0, 1.15: 91.5, 1.25: 90.6, 1.5: 88.4}),
    (5.9, {0.75: 97.8, 1: 95.4, 1.15: 94.1, 1.25: 93.2, 1.5: 91.2}),
)
# Mean stay, days of admission a week, and overcrowded per 100 of planned care at 95 per cent.
PLANNED = ((2, 7, 2.5), (4, 7, 3.1), (7, 7, 3.2), (2, 5, 12.4), (4, 5, 6.2), (7, 5, 4.4))

# Beds, per cent; overcrowded per 100 where that is the mean over the day and patients leave at two
# (per cent at six), and where it is of beds taken without the overcrowded, in wards without a week.
DEFINED = (
    (12, 85, 6.15, 88.1, 8.02), (12, 90, 8.28, 93.3, 13.27), (12, 92, 9.24, 95.4, 16.48),
    (12, 95, 10.79, 98.5, 23.70), (24, 85, 3.39, 88.1, 3.29), (24, 90, 5.20, 93.3, 6.30),
    (24, 92, 6.08, 95.4, 8.24), (24, 95, 7.54, 98.5, 12.79), (48, 85, 1.66, 88.1, 1.12),
    (48, 90, 3.12, 93.3, 2.69), (48, 92, 3.89, 95.4, 3.82), (48, 95, 5.27, 98.5, 6.63),
)  # fmt: skip


def lognormal(mean: float, variation: float) -> Staying:
    """Stays with a long tail; `variation` is deviation / mean."""
    width = sqrt(log(1 + variation**2))
    middle = log(mean) - width**2 / 2
    return lambda days: np.asarray(erfc((np.log(days) - middle) / (width * sqrt(2))) / 2)


@pytest.mark.parametrize(("beds", "percent", "flat", "exp", "log", "fixed"), TABLE)
def test_the_table_of_wards_over_the_week(
    beds: int, percent: int, flat: float, exp: float, log: float, fixed: float
) -> None:
    share = percent / 100
    assert census.overcrowding(beds, share) == pytest.approx(flat, abs=0.05)
    assert overcrowding(beds, share, exponential(STAY)) == pytest.approx(exp, abs=0.05)
    assert overcrowding(beds, share, lognormal(STAY, 1.5)) == pytest.approx(log, abs=0.05)
    assert overcrowding(beds, share, constant(STAY)) == pytest.approx(fixed, abs=0.05)


@pytest.mark.parametrize(("beds", "percent", "later", "at_six", "taken"), DEFINED)
def test_the_table_of_wards_by_the_definition_of_occupancy(
    beds: int, percent: int, later: float, at_six: float, taken: float
) -> None:
    assert overcrowding(beds, at_six / 100, exponential(STAY)) == pytest.approx(later, abs=0.05)
    # Patients per bed are those in beds and those without one.
    whole = census.solved(
        lambda one: 100 * one - census.overcrowding(beds, one), float(percent), 2.0
    )
    assert census.overcrowding(beds, whole) == pytest.approx(taken, abs=0.05)


def test_without_a_week_the_stays_do_not_matter() -> None:
    for stays in (exponential(STAY), constant(STAY), lognormal(STAY, 1.5)):
        assert overcrowding(24, 0.9, stays, weekend=1) == pytest.approx(3.83, abs=0.005)


@pytest.mark.parametrize(("variance", "over"), VARYING)
def test_admissions_that_vary_are_told_by_the_variance_seen(variance: float, over: float) -> None:
    assert census.overcrowding(24, 0.85, variance) == pytest.approx(over, abs=0.05)


@pytest.mark.parametrize(("over", "by_variance"), INVERSE)
def test_the_occupancy_that_overcrowding_tells(
    over: float, by_variance: dict[float, float]
) -> None:
    found = {v: 100 * census.occupancy_of(over, 24, v) for v in by_variance}
    assert found == pytest.approx(by_variance, abs=0.2)


@pytest.mark.parametrize(("stay", "days", "over"), PLANNED)
def test_planned_care_on_weekdays_is_more_crowded(stay: int, days: int, over: float) -> None:
    # The table has one decimal, and its simulations an error of 0.02 to 0.04.
    assert planned_census.overcrowding(24, 0.95, stay, days) == pytest.approx(over, abs=0.1)


def in_whole_patients(stay: int, days: int, beds: int = 24) -> float:
    """Overcrowded per 100 by the law itself: whole admissions as even as can be, 25 weeks on end.

    Who was admitted so many days ago is there by himself with the same probability, so each
    morning's patients are a sum of trials, whose law is built up one by one.
    """
    admitted: list[int] = []
    for day in range(25 * 7):
        due = 22.8 / stay * 7 / days * sum(at % 7 < days for at in range(day + 1))
        admitted.append(round(due) - sum(admitted))
    over = []
    for morning in range(len(admitted)):
        law = np.array([1.0])
        for back in range(16 * stay):
            there = (1 - 1 / stay) ** back
            for _ in range(admitted[morning - back]):
                law = np.convolve(law, [1 - there, there])
        over.append((np.maximum(0, np.arange(law.size) - beds) * law).sum())
    return 100 * float(np.mean(over)) / beds


def test_the_one_planned_ward_that_differs_is_that_of_the_law_itself() -> None:
    """Printed is 4.4, a simulation with one decimal; the law has 4.30, and so have we."""
    law = in_whole_patients(7, 5)
    assert law == pytest.approx(4.303, abs=0.002)
    assert planned_census.overcrowding(24, 0.95, 7, 5) == pytest.approx(law, abs=0.01)


@pytest.mark.parametrize(("stay", "days"), [(2, 7), (2, 5), (4, 7), (4, 5), (7, 7)])
def test_planned_wards_are_near_the_law_itself(stay: int, days: int) -> None:
    ours = planned_census.overcrowding(24, 0.95, stay, days)
    assert ours == pytest.approx(in_whole_patients(stay, days), abs=0.07)


def test_the_week_is_lightest_on_monday_morning() -> None:
    loads = weekday_loads(20, exponential(STAY), weekend=0.6)
    assert loads.mean() == pytest.approx(20)
    assert loads.argmin() == 0
    with pytest.raises(ValueError, match="weekend"):
        weekday_loads(20, exponential(STAY), weekend=-1)
