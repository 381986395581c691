"""The transport problem: who sends what where at the least cost, and what is left unmet."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array


@frozen
class Plan:
    """`moved` (senders x receivers), `unmet` (receivers), and the cost of what is moved."""

    moved: Array
    unmet: Array
    cost: float


# Problems that are solved as one: more at once take no less time, and far more room.
_TOGETHER = 500


def least_cost(cost: Array, supply: Array, demand: Array, allowed: NDArray[np.bool_]) -> Plan:
    """The cheapest plan among those that leave the least demand unmet (docs/methods.md 7.4).

    `cost` and `allowed` (bool) are senders x receivers, `supply` and `demand` whole and not below
    0. With whole numbers the plan is whole.

    Raises:
        ValueError: the shapes do not fit each other, or a number is below 0 or not finite.
        RuntimeError: the solver found no plan, or one that is not whole.
    """
    shape = (len(supply), len(demand))
    if cost.shape != shape or allowed.shape != shape:
        raise ValueError(f"cost and allowed must be {shape[0]} x {shape[1]}")
    for numbers in (cost, supply, demand):
        if not (np.isfinite(numbers) & (numbers >= 0)).all():
            raise ValueError("costs, supply and demand must be finite and not below 0")
    if not min(shape):
        return Plan(np.zeros(shape), np.array(demand, float), 0.0)
    # It takes a second to import, and only this needs it.
    from scipy.optimize import linprog

    # A column for each pair, and one for each demand that is left unmet.
    pairs = cost.size
    sent = np.hstack([np.kron(np.eye(shape[0]), np.ones(shape[1])), np.zeros(shape)])
    met = np.hstack([np.kron(np.ones(shape[0]), np.eye(shape[1])), np.eye(shape[1])])
    penalty = _penalty(cost)
    found = linprog(
        np.concatenate([cost.ravel(), np.full(shape[1], penalty)]),
        A_ub=sent,
        b_ub=supply,
        A_eq=met,
        b_eq=demand,
        bounds=[(0, None if one else 0) for one in allowed.ravel()] + [(0, None)] * shape[1],
        method="highs-ds",
    )
    whole = _whole(found)
    moved, unmet = whole[:pairs].reshape(shape), whole[pairs:]
    return Plan(moved, unmet, float((moved * cost).sum()))


def least_cost_each(cost: Array, supply: Array, demand: Array, allowed: NDArray[np.bool_]) -> Array:
    """What `least_cost` moves in each of many problems (problems x senders x receivers).

    `supply` (problems x senders), `demand` (problems x receivers) and `allowed` (problems x senders
    x receivers) differ between them, `cost` does not. They share no variable, so hundreds of them
    are one linear problem, which takes a fiftieth of the time of as many alone.

    Raises:
        RuntimeError: the solver found no plan, or one that is not whole.
    """
    moved = np.zeros(allowed.shape)
    for first in range(0, len(supply), _TOGETHER):
        part = slice(first, first + _TOGETHER)
        moved[part] = _together(cost, supply[part], demand[part], allowed[part])
    return moved


def _together(cost: Array, supply: Array, demand: Array, allowed: NDArray[np.bool_]) -> Array:
    moved = np.zeros(allowed.shape)
    at, sender, receiver = np.nonzero(allowed & (supply[:, :, None] > 0) & (demand[:, None] > 0))
    if not at.size:
        return moved
    from scipy.optimize import linprog
    from scipy.sparse import csr_array

    # A row for what each sender has and for what each receiver lacks; only those of some pair.
    has = at * supply.shape[1] + sender
    lacks = supply.size + at * demand.shape[1] + receiver
    known, rows = np.unique(np.concatenate([has, lacks]), return_inverse=True)
    columns = np.tile(np.arange(at.size), 2)
    # The stubs know of dense ones alone.
    ends: Any = csr_array((np.ones(columns.size), (rows, columns)), shape=(known.size, at.size))
    found = linprog(
        cost[sender, receiver] - _penalty(cost),
        A_ub=ends,
        b_ub=np.concatenate([supply.ravel(), demand.ravel()])[known],
        method="highs-ds",
    )
    moved[at, sender, receiver] = _whole(found)
    return moved


def _penalty(cost: Array) -> float:
    """The last resort: leaving a patient where he is costs more than any move."""
    return 10 * float(cost.max()) + 1


def _whole(found: Any) -> Array:
    if found.status != 0 or found.x is None:
        raise RuntimeError(f"the solver found no plan: {found.message}")
    whole = np.rint(found.x)
    if not np.allclose(whole, found.x, atol=1e-6):
        raise RuntimeError("the solver's plan is not whole")
    return np.asarray(whole)
