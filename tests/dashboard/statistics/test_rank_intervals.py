"""A place is told with its uncertainty, and what is alike is never set apart."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.statistics.rank_intervals import (
    block_error,
    differs_significantly,
    rank_intervals,
)
from tests.each import each


def test_equal_estimates_have_the_middle_rank_and_an_equal_chance_of_the_top() -> None:
    for one in each(rank_intervals([4.0] * 21, [1.0] * 21, direction=-1)):
        assert one.mean == pytest.approx(11, abs=0.15)
        assert one.top == pytest.approx(5 / 21, abs=0.01)
        assert one.low <= 2
        assert one.high >= 20


def test_equal_estimates_without_error_share_their_places_by_lot() -> None:
    for one in each(rank_intervals([4.0] * 21, [0.0] * 21, direction=-1)):
        assert one.top == pytest.approx(5 / 21, abs=0.01)


def test_two_regions_one_error_apart_are_told_as_in_the_methods() -> None:
    better, worse = rank_intervals([3.0, 4.0], [1.0, 1.0], direction=-1, top=1)
    assert better.top == pytest.approx(0.7602, abs=0.01)
    assert better.top + worse.top == 1


def test_the_direction_decides_which_end_is_first() -> None:
    values, errors = [1.0, 2.0, 3.0], [0.0] * 3
    assert [one.low for one in rank_intervals(values, errors, direction=-1)] == [1, 2, 3]
    assert [one.high for one in rank_intervals(values, errors, direction=1)] == [3, 2, 1]


def test_the_same_question_has_the_same_answer() -> None:
    values, errors = [1.0, 1.2, 1.4], [0.3, 0.2, 0.1]
    assert rank_intervals(values, errors, direction=-1) == rank_intervals(
        values, errors, direction=-1
    )
    assert rank_intervals([], [], direction=1) == ()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 3)), min_size=1, max_size=21))
def test_the_mean_ranks_add_up_and_lie_in_their_intervals(
    rows: list[tuple[float, float]],
) -> None:
    found = rank_intervals([x for x, _ in rows], [e for _, e in rows], direction=-1, draws=500)
    n = len(rows)
    assert sum(one.mean for one in found) == pytest.approx(n * (n + 1) / 2)
    assert sum(one.top for one in found) == pytest.approx(min(5, n))
    assert all(1 <= one.low <= one.high <= n for one in found)


@pytest.mark.parametrize(
    "wrong", [{"errors": [1.0]}, {"direction": 0}, {"estimates": [1.0, math.nan]},
              {"errors": [1.0, -1.0]}]
)  # fmt: skip
def test_bad_input_is_refused_in_a_sentence(wrong: dict[str, object]) -> None:
    asked = {"estimates": [1.0, 2.0], "errors": [1.0, 1.0], "direction": 1} | wrong
    with pytest.raises(ValueError, match="must be"):
        rank_intervals(**asked)  # type: ignore[arg-type]


def test_the_error_is_that_counted_by_hand() -> None:
    # Squares sum to 12 and neighbours' products to -11: s2 = 12/11, r1 = -11/12.
    expected = math.sqrt(12 / 11 / 12 * (1 - 11 / 12) / (1 + 11 / 12))
    assert block_error([1.0, -1.0] * 6) == pytest.approx(expected)
    # Six up and six down: the products sum to 10 - 1 = 9.
    alike = math.sqrt(12 / 11 / 12 * (1 + 9 / 12) / (1 - 9 / 12))
    assert block_error([1.0] * 6 + [-1.0] * 6) == pytest.approx(alike)
    assert block_error([3.0] * 12) == 0
    with pytest.raises(ValueError, match="twelve"):
        block_error([1.0] * 11)


@given(st.lists(st.integers(-50, 50), min_size=12, max_size=12), st.integers(-9, 9))
def test_the_error_does_not_depend_on_the_level(residuals: list[int], level: int) -> None:
    moved = [float(one + level) for one in residuals]
    assert block_error(moved) == pytest.approx(block_error([float(one) for one in residuals]))


def test_a_difference_is_told_only_beyond_its_interval() -> None:
    assert not differs_significantly(5.0, 1.0, 5.0 + 1.959, 0.0)
    assert differs_significantly(5.0, 1.0, 5.0 + 1.961, 0.0)
    assert not differs_significantly(5.0, 3.0, 5.0 + 1.96 * 5 - 0.01, 4.0)
    assert not differs_significantly(5.0, 0.0, 5.0, 0.0)
