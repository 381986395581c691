"""Benchmarking: the smoothest path beside an indicator that meets every published figure."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import linalg

from dashboard.frozen import frozen
from dashboard.ingest.panel import Array
from dashboard.ingest.raking import ModelDidNotConverge

MOST_ROUNDS: Final = 60
# A bound is met, and a multiplier has no sign, within this much.
_NOTHING: Final = 1e-9


@frozen
class Bounds:
    """Linear figures of the path: `low` <= `matrix` @ path <= `high`, equal where the two are.

    `matrix` is figures x (series x months), row by row of the path; `low`, `high` per figure.
    """

    matrix: sparse.csr_array
    low: Array
    high: Array


@frozen
class Benchmarked:
    """Paths, series x months, and the rounds it took to settle which figures are active."""

    path: Array
    rounds: int


def benchmarked(weights: Array, bounds: Bounds, least: Array) -> Benchmarked:
    """Paths, series x months, that move least from month to month and meet the bounds.

    Least is the sum over series of `weights` x squared first differences; no month of a path is
    below `least` (series x months). With paths taken as ratios to an indicator this is the
    proportional first-difference method of Denton in the form of Cholette, which knows no step
    at the turn of a year (docs/methods.md 9.6 point 2). The quadratic programme is solved by a
    primal-dual active set: solve with the active figures as equations, exchange those that are
    violated or pull the wrong way, until none is.

    Raises:
        ModelDidNotConverge: the figures contradict each other, or no set is final.
    """
    whole = _with_least(bounds, least.ravel())
    squares = _differences(weights, least.shape[1])
    fixed = whole.low == whole.high
    side = np.zeros(len(whole.low), dtype=np.int8)
    for rounds in range(1, MOST_ROUNDS + 1):
        active = fixed | (side != 0)
        target = np.where(side > 0, whole.high, whole.low)
        path, pull = _solved(squares, whole.matrix, target, active)
        later = _sides(whole, whole.matrix @ path, pull, side, fixed)
        if np.array_equal(later, side):
            return Benchmarked(np.maximum(path.reshape(least.shape), least), rounds)
        side = later
    raise ModelDidNotConverge(f"the active figures are not settled after {MOST_ROUNDS} rounds")


def _with_least(bounds: Bounds, least: Array) -> Bounds:
    floor: Any = sparse.eye_array(least.size)
    matrix: Any = sparse.vstack([bounds.matrix, floor])
    low = np.concatenate([bounds.low, least])
    return Bounds(matrix.tocsr(), low, np.concatenate([bounds.high, np.full(least.size, np.inf)]))


def _differences(weights: Array, months: int) -> sparse.csr_array:
    step: Any = sparse.csr_array(np.diff(np.eye(months), axis=0))
    return sparse.kron(sparse.diags_array(weights), step.T @ step).tocsr()


def _solved(
    squares: sparse.csr_array, matrix: sparse.csr_array, target: Array, active: NDArray[np.bool_]
) -> tuple[Array, Array]:
    """The path of the equations, and the pull of every figure (0 where it is not active)."""
    rows = matrix[active]
    blocks: Any = [[squares, rows.T], [rows, None]]
    system: Any = sparse.block_array(blocks)
    right = np.concatenate([np.zeros(squares.shape[0]), target[active]])
    try:
        found = linalg.splu(system.tocsc()).solve(right)
    except RuntimeError as error:
        raise ModelDidNotConverge("the published figures contradict each other") from error
    if not np.isfinite(found).all():
        raise ModelDidNotConverge("the published figures contradict each other")
    pull = np.zeros(len(target))
    pull[active] = found[squares.shape[0] :]
    return found[: squares.shape[0]], pull


def _sides(
    bounds: Bounds, values: Array, pull: Array, side: NDArray[np.int8], fixed: NDArray[np.bool_]
) -> NDArray[np.int8]:
    # The path is held at `low` by a negative pull and at `high` by a positive one.
    below = (values < bounds.low - _NOTHING) | ((side < 0) & (pull < -_NOTHING))
    above = (values > bounds.high + _NOTHING) | ((side > 0) & (pull > _NOTHING))
    return np.where(fixed, 0, above.astype(np.int8) - below.astype(np.int8)).astype(np.int8)
