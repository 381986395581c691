"""A place is told with its uncertainty, and what is alike is never set apart."""

import math
from itertools import permutations
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.statistics.place_distribution import normal_below
from dashboard.statistics.rank_intervals import (
    block_error,
    differs_significantly,
    rank_intervals,
)
from tests.each import each


def test_equal_estimates_have_the_middle_rank_and_an_equal_chance_of_the_top() -> None:
    for one in each(rank_intervals([4.0] * 21, [1.0] * 21, direction=-1)):
        assert one.mean == pytest.approx(11)
        assert one.top == pytest.approx(5 / 21)
        # A twentieth of 21 places is more than one, and 19/20 of them less than 20.
        assert (one.low, one.high) == (2, 20)


def test_equal_estimates_without_error_share_their_places() -> None:
    for one in each(rank_intervals([4.0] * 21, [0.0] * 21, direction=-1)):
        assert one.top == pytest.approx(5 / 21)
        assert one.mean == pytest.approx(11)


def test_two_regions_one_error_apart_are_told_as_in_the_methods() -> None:
    better, worse = rank_intervals([3.0, 4.0], [1.0, 1.0], direction=-1, top=1)
    assert better.top == pytest.approx(NormalDist().cdf(1 / math.sqrt(2)))
    assert better.top == pytest.approx(0.7602, abs=0.0001)
    assert better.top + worse.top == pytest.approx(1)


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


ROWS = st.lists(st.tuples(st.floats(0, 10), st.floats(0.01, 3)), min_size=2, max_size=12)


@settings(max_examples=30, deadline=None)
@given(ROWS)
def test_the_mean_rank_is_that_of_the_pairs(rows: list[tuple[float, float]]) -> None:
    found = rank_intervals([x for x, _ in rows], [e for _, e in rows], direction=-1)
    for i, (own, error) in each(enumerate(rows)):
        lower = [
            NormalDist(0, math.hypot(error, other_error)).cdf(own - other)
            for j, (other, other_error) in enumerate(rows)
            if j != i
        ]
        assert found[i].mean == pytest.approx(1 + sum(lower), abs=1e-5)


def test_three_places_are_those_of_every_order_summed_over_a_fine_grid() -> None:
    centres, errors = [3.0, 3.4, 4.1], [0.5, 0.2, 0.8]
    x = np.linspace(-3, 11, 4001)
    step = x[1] - x[0]
    density = [
        np.exp(-(((x - m) / s) ** 2) / 2) / (s * math.sqrt(2 * math.pi)) * step
        for m, s in zip(centres, errors, strict=True)
    ]
    first = [0.0] * 3
    for a, b, c in permutations(range(3)):
        # P(a < b < c): what lies below b, and above it.
        first[a] += float((density[a].cumsum() * density[b] * (1 - density[c].cumsum())).sum())
    found = rank_intervals(centres, errors, direction=-1, top=1)
    assert [one.top for one in found] == pytest.approx(first, abs=0.003)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 3)), min_size=1, max_size=21))
def test_the_mean_ranks_add_up_and_lie_in_their_intervals(
    rows: list[tuple[float, float]],
) -> None:
    found = rank_intervals([x for x, _ in rows], [e for _, e in rows], direction=-1)
    n = len(rows)
    assert sum(one.mean for one in found) == pytest.approx(n * (n + 1) / 2, rel=1e-5)
    assert sum(one.top for one in found) == pytest.approx(min(5, n), rel=1e-5)
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


def test_the_normal_distribution_is_that_of_the_library_to_twelve_digits() -> None:
    at = np.concatenate([np.linspace(-12, 12, 20_011), [-np.inf, np.inf]])
    wanted = [math.erfc(-one / math.sqrt(2)) / 2 for one in at.tolist()]
    assert np.abs(normal_below(at) - wanted).max() < 1e-12
    assert np.isnan(normal_below(np.array([np.nan]))).all()
    assert normal_below(np.zeros((2, 3))).shape == (2, 3)
