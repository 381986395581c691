"""A monthly series gets the best chart it is long enough for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.monthly_xmr import monthly_xmr, same_month_xmr
from dashboard.statistics.own_level import LevelVerdict
from dashboard.statistics.seasonal_xmr import seasonal_xmr
from dashboard.statistics.xmr import xmr

SEASON = (1.0, 1.1, 0.9, 1.0, 1.0, 1.0, 1.3, 0.7, 1.0, 1.0, 1.0, 1.0)
WIGGLE = (0.1, -0.1, 0.05, -0.15, 0.12, -0.02, 0.07)


def months(n: int) -> list[float | None]:
    return [(4 + WIGGLE[i % 7]) * SEASON[i % 12] for i in range(n)]


@pytest.mark.parametrize(
    ("n", "method"),
    [
        (0, "raw"),
        (19, "raw"),
        (20, "same_month_change"),
        (23, "same_month_change"),
        (24, "seasonal"),
        (60, "seasonal"),
    ],
)
def test_the_length_of_the_series_decides_the_chart(n: int, method: str) -> None:
    assert monthly_xmr(months(n), 1, direction=-1).method == method


def test_a_series_below_36_months_is_the_seasonal_chart_and_a_short_one_the_raw() -> None:
    long, short = monthly_xmr(months(35), 1, direction=-1), monthly_xmr(months(15), 1, direction=-1)
    assert long.chart == seasonal_xmr(months(35), 1, direction=-1).chart
    assert long.verdict == short.verdict == LevelVerdict("cannot_be_decided", doubt="too_short")
    assert short.chart == xmr(months(15), direction=-1)


def test_gaps_that_hide_the_season_leave_the_change_from_the_year_before() -> None:
    values = months(48)
    values[2::12] = [None] * 4
    found = monthly_xmr(values, 1, direction=-1, target=3)
    assert found.method == "same_month_change"
    assert found.chart.assurance is None


def test_a_chart_of_changes_holds_each_month_beside_the_same_month_before() -> None:
    values = [float(i * i) for i in range(30)]
    points = same_month_xmr(values, direction=0).points
    assert [point.i for point in points] == list(range(1, 31))
    assert [point.y for point in points[:12]] == [None] * 12
    assert [point.y for point in points[12:]] == [values[i] - values[i - 12] for i in range(12, 30)]


def test_no_change_is_taken_across_a_gap_or_a_new_segment() -> None:
    values = months(48)
    values[5] = None
    points = same_month_xmr(values, direction=-1, rebase=[25]).points
    assert [point.i for point in points if point.y is None] == [*range(1, 13), 18, *range(25, 37)]


def test_a_jump_from_the_year_before_is_a_signal() -> None:
    values = months(36)
    values[-1] = 9.0
    assert same_month_xmr(values, direction=-1).last_point_type == "special_cause_concern"
    assert same_month_xmr(months(36), direction=-1).last_point_type == "common_cause"


def test_limits_are_called_too_narrow_when_neighbours_are_alike() -> None:
    slow = [0.0] * 12 + [float(i) for i in range(11)]
    found = monthly_xmr(slow, 1, direction=-1)
    assert (found.method, found.limits_too_narrow) == ("same_month_change", True)
    assert not monthly_xmr(months(60), 1, direction=-1).limits_too_narrow


@given(st.lists(st.integers(-50, 50).map(float), min_size=20, max_size=40))
def test_a_season_that_is_added_does_not_move_a_chart_of_changes(values: list[float]) -> None:
    added = [value + i % 12 for i, value in enumerate(values)]
    assert same_month_xmr(added, direction=-1) == same_month_xmr(values, direction=-1)
