"""A relation is only said to be shown when chance seldom gives one as strong."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.rank_correlation import FEWEST, relation

NUMBERS = st.lists(st.integers(-50, 50), min_size=FEWEST, max_size=21)


def spearman(xs: list[float], ys: list[float]) -> float:
    """The slow way for numbers without ties: 1 - 6 sum d2 / (n (n2 - 1))."""
    n = len(xs)
    places = [[sorted(side).index(v) for v in side] for side in (xs, ys)]
    squares = sum((a - b) ** 2 for a, b in zip(*places, strict=True))
    return 1 - 6 * squares / (n * (n * n - 1))


@given(st.permutations(range(9)))
def test_without_ties_it_is_spearmans(order: list[int]) -> None:
    xs = [float(i) for i in range(9)]
    found = relation(xs, [float(i) for i in order])
    assert found is not None
    assert found.correlation == pytest.approx(spearman(xs, [float(i) for i in order]))


def test_a_clear_relation_is_shown_and_none_is_not() -> None:
    xs = [float(i) for i in range(12)]
    rising, falling = relation(xs, xs), relation(xs, xs[::-1])
    assert rising is not None
    assert falling is not None
    assert (rising.correlation, falling.correlation) == (pytest.approx(1), pytest.approx(-1))
    assert rising.shown
    assert falling.shown
    unclear = relation(xs, [3.0, 9, 1, 11, 5, 0, 8, 2, 10, 4, 7, 6])
    assert unclear is not None
    assert not unclear.shown


def test_chance_is_that_of_all_orderings_within_what_drawing_allows() -> None:
    xs, ys = [float(i) for i in range(8)], [1.0, 0, 3, 2, 6, 7, 4, 5]
    found = relation(xs, ys)
    assert found is not None
    as_far = [abs(spearman(xs, list(one))) >= found.correlation - 1e-9
              for one in permutations(ys)]  # fmt: skip
    assert found.chance == pytest.approx(sum(as_far) / len(as_far), abs=0.01)


@given(NUMBERS, st.integers(1, 9))
def test_a_shift_or_a_scale_of_one_side_changes_nothing(ys: list[int], factor: int) -> None:
    xs = list(range(len(ys)))
    assert relation(xs, ys) == relation([factor * x + 3 for x in xs], ys)


def test_too_few_pairs_or_nothing_to_order_is_no_relation() -> None:
    assert relation([1.0] * 7, [float(i) for i in range(7)]) is None
    assert relation([1.0] * 9, [float(i) for i in range(9)]) is None
    with pytest.raises(ValueError, match="for every x"):
        relation([1.0], [])
