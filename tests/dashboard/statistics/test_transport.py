"""The transport problem: textbook values, and the same as trying everything on small cases."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from dashboard.statistics.arrays import Array
from dashboard.statistics.transport import least_cost, least_cost_each


def all_allowed(cost: Array) -> NDArray[np.bool_]:
    return np.ones(cost.shape, bool)


def test_winstons_powerco_costs_1020() -> None:
    cost = np.array([[8, 6, 10, 9], [9, 12, 13, 7], [14, 9, 16, 5]], float)
    plan = least_cost(
        cost, np.array([35.0, 50, 40]), np.array([45.0, 20, 30, 30]), all_allowed(cost)
    )
    assert plan.cost == 1020
    assert not plan.unmet.any()


def test_what_cannot_be_met_is_left_where_it_costs_most() -> None:
    cost = np.array([[10.0, 100], [100, 20]])
    plan = least_cost(cost, np.array([5.0, 3]), np.array([6.0, 4]), all_allowed(cost))
    assert plan.moved.tolist() == [[5, 0], [0, 3]]
    assert plan.unmet.tolist() == [1, 1]
    assert plan.cost == 110


def brute(
    cost: Array, supply: Array, demand: Array, allowed: NDArray[np.bool_]
) -> tuple[float, float]:
    """The least unmet and its least cost, by trying every whole plan of 2 x 2."""
    best = (np.inf, np.inf)
    tops = [int(min(supply[i], demand[j])) if allowed[i, j] else 0 for i, j in np.ndindex(2, 2)]
    for each in product(*(range(top + 1) for top in tops)):
        moved = np.array(each, float).reshape(2, 2)
        if (moved.sum(axis=1) <= supply).all() and (moved.sum(axis=0) <= demand).all():
            best = min(best, (demand.sum() - moved.sum(), float((moved * cost).sum())))
    return best


def test_500_small_cases_are_those_of_trying_everything() -> None:
    rng = np.random.default_rng(7)
    cases = 0
    for _ in range(500):
        cost = rng.integers(1, 30, (2, 2)).astype(float)
        supply, demand = rng.integers(0, 4, (2, 2)).astype(float)
        allowed = rng.random((2, 2)) < 0.8
        plan = least_cost(cost, supply, demand, allowed)
        assert (plan.unmet.sum(), plan.cost) == brute(cost, supply, demand, allowed)
        assert not plan.moved[~allowed].any()
        cases += plan.moved.any()
    assert cases > 200


def test_many_problems_at_once_are_those_of_each_alone() -> None:
    rng = np.random.default_rng(11)
    # Ways of different length: then the cheapest plan is one.
    cost = rng.permutation(np.arange(1.0, 21)).reshape(4, 5) ** 1.5
    supply = rng.integers(0, 6, (1200, 4)).astype(float)
    demand = rng.integers(0, 6, (1200, 5)).astype(float)
    allowed = rng.random((1200, 4, 5)) < 0.7
    moved = least_cost_each(cost, supply, demand, allowed)
    for at in range(0, 1200, 40):
        alone = least_cost(cost, supply[at], demand[at], allowed[at])
        assert (moved[at] * cost).sum() == pytest.approx(alone.cost)
        assert (demand[at] - moved[at].sum(axis=0)).sum() == alone.unmet.sum()
        assert not moved[at][~allowed[at]].any()
    assert not least_cost_each(cost, 0 * supply, demand, allowed).any()


@pytest.mark.parametrize("bad", [np.array([-1.0, 2]), np.array([np.nan, 2]), np.array([1.0])])
def test_the_impossible_is_refused(bad: Array) -> None:
    cost = np.ones((2, 2))
    with pytest.raises(ValueError, match=r"must be"):
        least_cost(cost, bad, np.array([1.0, 1]), all_allowed(cost))


def test_without_anybody_there_is_nothing_to_move() -> None:
    plan = least_cost(np.ones((0, 2)), np.zeros(0), np.array([3.0, 1]), np.ones((0, 2), bool))
    assert plan.unmet.tolist() == [3, 1]
