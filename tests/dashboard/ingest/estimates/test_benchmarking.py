"""The quadratic programme against a general solver, and what it must keep."""

import numpy as np
import pytest
from scipy import optimize, sparse

from dashboard.ingest.estimates import benchmarking
from dashboard.ingest.estimates.benchmarking import Bounds
from dashboard.ingest.raking import ModelDidNotConverge


def benchmarked(weights, bounds, least):
    return benchmarking.benchmarked(weights, bounds, least).path


def yearly(low, high=None):
    matrix = sparse.csr_array(np.kron(np.eye(len(low)), np.full(12, 1 / 12)))
    return Bounds(matrix, np.array(low), np.array(low if high is None else high))


def smallest(bounds, least):
    """The same programme by a general method."""

    def movement(path):
        return float((np.diff(path) ** 2).sum())

    found = optimize.minimize(
        movement, np.full(least.size, 1.0), method="SLSQP",
        bounds=[(one, None) for one in least.ravel()],
        constraints=[optimize.LinearConstraint(bounds.matrix.toarray(), bounds.low, bounds.high)],
        options={"maxiter": 2000, "ftol": 1e-14},
    )  # fmt: skip
    return found.x


def test_a_level_that_never_changes_gives_a_path_that_never_moves():
    path = benchmarked(np.ones(1), yearly([2.0, 2.0]), np.zeros((1, 24)))
    assert path == pytest.approx(np.full((1, 24), 2.0))


def test_the_benchmarks_are_met_and_the_turn_of_the_year_has_no_step():
    path = benchmarked(np.ones(1), yearly([2.0, 3.0, 3.0]), np.zeros((1, 36)))[0]
    assert path.reshape(3, 12).mean(axis=1) == pytest.approx([2, 3, 3])
    steps = np.abs(np.diff(path))
    assert steps[11] <= 1.2 * steps.max()
    assert steps[11] < 0.15


def test_no_month_is_below_the_least_where_the_smoothest_path_would_be():
    bounds, least = yearly([0.1, 3.0, 0.1]), np.zeros((1, 36))
    free = benchmarked(np.ones(1), bounds, np.full((1, 36), -10.0))
    held = benchmarked(np.ones(1), bounds, least)
    assert free.min() < -0.1
    assert held.min() == 0
    assert held[0] == pytest.approx(smallest(bounds, least), abs=2e-3)


def test_a_figure_within_its_rounding_pulls_nothing_and_one_beyond_it_stops_at_its_edge():
    matrix = sparse.csr_array(np.kron(np.eye(2), np.full(12, 1 / 12)))
    wide = Bounds(matrix, np.array([2.0, 1.0]), np.array([2.0, 4.0]))
    assert benchmarked(np.ones(1), wide, np.zeros((1, 24))) == pytest.approx(np.full((1, 24), 2.0))
    edge = benchmarked(np.ones(1), yearly([2.0, 2.5], [2.0, 4.0]), np.zeros((1, 24)))
    assert edge.reshape(2, 12).mean(axis=1) == pytest.approx([2.0, 2.5])


def test_a_common_figure_moves_the_looser_series_more():
    first = sparse.csr_array(np.concatenate([np.eye(12)[0], np.eye(12)[0]])[None, :] / 2)
    own = sparse.csr_array(np.kron(np.eye(2), np.full(12, 1 / 12)))
    bounds = Bounds(
        sparse.vstack([own, first]).tocsr(), np.array([1, 1, 1.5]), np.array([1, 1, 1.5])
    )
    path = benchmarked(np.array([4.0, 1.0]), bounds, np.zeros((2, 12)))
    assert path[:, 0].mean() == pytest.approx(1.5)
    assert path[1, 0] > path[0, 0] > 1


def test_figures_that_contradict_each_other_are_refused():
    matrix = sparse.csr_array(np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    bounds = Bounds(matrix, np.array([1.0, 2.0, 1.0]), np.array([1.0, 2.0, 1.0]))
    with pytest.raises(ModelDidNotConverge, match="contradict"):
        benchmarked(np.ones(1), bounds, np.zeros((1, 2)))
