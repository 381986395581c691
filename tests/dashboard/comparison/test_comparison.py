"""The regions are compared by twelve months with what is chance, or else as they are."""

import math
from dataclasses import replace

import pytest

from dashboard.comparison.comparison import comparison, crosses_a_break
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    DISCHARGE_READY_SHARE,
    OVERCROWDING,
    WAIT_OPERATION_WAITING,
)
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_intervals import Z_95
from dashboard.values.rolling_year import rolling_12
from dashboard.values.values import numbers
from dashboard.view.view import View
from tests.builders import an_example, without

LAST = View(OVERCROWDING.key, "2025-12", "14")


def test_months_are_compared_by_their_last_twelve(dataset: Dataset) -> None:
    found = comparison(dataset, LAST)
    assert found.rolled
    own = found.of("14")
    assert own.value == pytest.approx(rolling_12(dataset, LAST))
    assert own.before == pytest.approx(rolling_12(dataset, LAST, "2024-12"))
    assert own.interval is not None
    low, high = own.interval
    assert high - low == pytest.approx(2 * Z_95 * (own.error or 0))
    assert (low + high) / 2 == pytest.approx(own.value)


def test_what_is_ranked_stands_from_the_highest_and_what_is_not_by_code(dataset: Dataset) -> None:
    values = [one.value or 0 for one in comparison(dataset, LAST).regions]
    assert values == sorted(values, reverse=True)
    neutral = comparison(dataset, replace(LAST, indicator=AVAILABLE_BEDS.key))
    assert [one.region for one in neutral.regions] == list(CODES)
    assert {one.rank for one in neutral.regions} == {None}


def test_years_stand_as_published_without_intervals_or_places(dataset: Dataset) -> None:
    view = replace(LAST, period="2024", data="published")
    found = comparison(dataset, view)
    assert not found.rolled
    by_code = dict(zip(ALL_CODES, numbers(dataset, view), strict=True))
    for one in (found.country, *found.regions):
        assert one.value == by_code[one.region]
        assert (one.error, one.interval, one.rank, one.told) == (None,) * 4


def test_with_few_months_they_stand_as_they_are(dataset: Dataset) -> None:
    found = comparison(dataset, replace(LAST, period="2016-05"))
    assert not found.rolled
    assert found.of("14").value == numbers(dataset, replace(LAST, period="2016-05"))[11 + 1]


def test_a_region_that_lacks_a_month_stands_last_without_a_value() -> None:
    found = comparison(without(an_example(), ["05"], months=["2025-03"]), LAST)
    assert found.regions[-1].region == "05"
    assert found.regions[-1].value is None
    assert len(found.known) == 20


@pytest.mark.parametrize("reporting", [0, 1, 20])
def test_it_stands_whoever_reports(reporting: int) -> None:
    found = comparison(without(an_example(), CODES[reporting:]), LAST)
    assert len(found.known) == reporting
    assert len(found.regions) == 21


def test_two_regions_are_told_apart_by_both_their_errors() -> None:
    # No two years are alike, so that none of it is taken for season.
    noisy = [4 + 0.8 * math.sin(2.3 * i) for i in range(36)]
    rows: dict[str, float | list[float]] = dict.fromkeys(CODES, 4.0)
    found = comparison(an_example(over={**rows, "14": noisy, "12": 9.0}), LAST)
    near, far, same = found.of("14"), found.of("12"), found.of("01")
    assert found.apart(near, same) is False
    assert found.apart(near, far) is True
    assert found.apart(near, replace(far, error=None)) is None


def test_across_a_declared_break_there_is_no_year_before(dataset: Dataset) -> None:
    view = View(DISCHARGE_READY_SHARE.key, "2018", data="published")
    assert crosses_a_break(dataset, view)
    assert {one.before for one in comparison(dataset, view).regions} == {None}
    later = replace(view, period="2019")
    assert not crosses_a_break(dataset, later)
    assert comparison(dataset, later).of("12").before is not None


def test_an_indicator_of_which_more_is_better_is_placed_from_the_highest(dataset: Dataset) -> None:
    view = View(WAIT_OPERATION_WAITING.key, "2025", care="all", data="published")
    assert [one.rank for one in comparison(dataset, view).regions] == [None] * 21
