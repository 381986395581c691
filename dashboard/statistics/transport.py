"""The transport problem: who sends what where at the least cost, and what is left unmet."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.statistics.arrays import Array


@dataclass(frozen=True, slots=True)
class Plan:
    """`moved` (senders x receivers), `unmet` (receivers), and the cost of what is moved."""

    moved: Array
    unmet: Array
    cost: float


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
    # The last resort: leaving a patient where he is costs more than any move.
    penalty = 10 * float(cost.max()) + 1
    found = linprog(
        np.concatenate([cost.ravel(), np.full(shape[1], penalty)]),
        A_ub=sent,
        b_ub=supply,
        A_eq=met,
        b_eq=demand,
        bounds=[(0, None if one else 0) for one in allowed.ravel()] + [(0, None)] * shape[1],
        method="highs-ds",
    )
    if found.status != 0 or found.x is None:
        raise RuntimeError(f"the solver found no plan: {found.message}")
    whole = np.rint(found.x)
    if not np.allclose(whole, found.x, atol=1e-6):
        raise RuntimeError("the solver's plan is not whole")
    moved, unmet = whole[:pairs].reshape(shape), whole[pairs:]
    return Plan(moved, unmet, float((moved * cost).sum()))
