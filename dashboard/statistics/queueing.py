"""Queues for beds: the risk that a unit is full, and the fullest it may be at a given risk."""

from math import exp, floor, lgamma, log, sqrt
from statistics import NormalDist
from typing import Literal

from dashboard.frozen import frozen
from dashboard.statistics.census import (
    MOST_BEDS,
    checked_beds,
    checked_load,
    checked_variance,
    full_risk,
    solved,
)

Model = Literal["erlang_b", "erlang_c", "poisson", "normal"]

# Below this the incomplete gamma function has lost its digits (docs/methods.md 2.1).
_SMALLEST_TAIL = 1e-290


def erlang_b(servers: int, load: float) -> float:
    """Share of patients who find all beds taken and are sent elsewhere (M/G/c/c).

    `load` is arrivals x length of stay, in patients, and need not be whole. The recursion
    B_k = a B_(k-1) / (k + a B_(k-1)) has neither factorials nor powers, so it holds for any
    number of beds (docs/methods.md 2.1).

    Raises:
        ValueError: beds below 1 or above `MOST_BEDS`, or a load that is not above 0.
    """
    checked_beds(servers)
    return _recursion(0.0, servers, checked_load(load), 1.0)


def erlang_b_log(servers: float, load: float) -> float:
    """`erlang_b` in log-space, at once for any number of beds, also 24.5 (docs/methods.md 2.1).

    B = exp(c ln a - a - lgamma(c + 1)) / Q(c + 1, a); good to about 1e-11 at 100 000 beds.
    Where Q underflows (a load far above the beds) the recursion is used instead.

    Raises:
        ValueError: as of `erlang_b`.
    """
    from scipy.special import gammaincc

    checked_beds(servers)
    checked_load(load)
    tail = float(gammaincc(servers + 1, load))
    if tail > _SMALLEST_TAIL:
        return exp(servers * log(load) - load - lgamma(servers + 1)) / tail
    part = servers - floor(servers)
    # 1/B = 1 + x/a + x(x - 1)/a^2 + …, of which three terms are exact at loads as large as this.
    first = 1 / (1 + part / load * (1 + (part - 1) / load))
    return _recursion(part, floor(servers), load, first)


def _recursion(part: float, steps: int, load: float, blocked: float) -> float:
    for number in range(1, steps + 1):
        carried = load * blocked
        blocked = carried / (part + number + carried)
    return blocked


def erlang_c(servers: int, load: float) -> float:
    """Share of patients who must wait for a bed (M/M/c); 1 where the load fills every bed.

    C = c B / (c - a (1 - B)) (docs/methods.md 2.1).

    Raises:
        ValueError: as of `erlang_b`.
    """
    return _waiting(servers, load, erlang_b(servers, load))


def _waiting(servers: float, load: float, blocked: float) -> float:
    return servers * blocked / (servers - load * (1 - blocked)) if load < servers else 1.0


@frozen
class Fullest:
    """The highest average occupancy at a risk, as a ratio, and the load offered then."""

    occupancy: float
    offered_load: float


def max_occupancy(beds: int, p: float, model: Model, variance: float = 1.0) -> Fullest:
    """The occupancy at which the risk of the model is `p` (docs/methods.md 2.1).

    The risk is B for erlang_b, C for erlang_c and P(N >= beds) for poisson and normal.
    Occupancy is carried load per bed for erlang_b, where the blocked do not enter, and offered
    load per bed for the others. `variance` is variance / mean of the census, 1 for Poisson; the
    Erlang models have their own and take no other.

    Raises:
        ValueError: beds below 1, p outside (0, 1), a variance not above 0, or one that is not 1
            for an Erlang model.
    """
    checked_beds(beds)
    if not 0 < p < 1:
        raise ValueError(f"the risk must be between 0 and 1, as 0.05, not {p:g}")
    checked_variance(variance)
    if model.startswith("erlang"):
        if variance != 1:
            raise ValueError(f"{model} has a variance of its own; only 1 can be given")
        return _fullest_queue(beds, p, model)
    load = _normal_load(beds, p, variance) if model == "normal" else _load(beds, p, variance)
    return Fullest(load / beds, load)


def _fullest_queue(beds: int, p: float, model: Model) -> Fullest:
    if model == "erlang_b":
        # Of a load a at most c can be carried, so that B >= 1 - c/a: this end is high enough.
        load = solved(lambda a: erlang_b_log(beds, a), p, beds / (1 - p))
        return Fullest(load * (1 - p) / beds, load)
    load = solved(lambda a: _waiting(beds, a, erlang_b_log(beds, a)), p, float(beds))
    return Fullest(load / beds, load)


def _load(beds: int, p: float, variance: float) -> float:
    high = float(beds)
    while full_risk(beds, high, variance) < p:
        high *= 2
        if high > 1e3 * MOST_BEDS:
            raise ValueError(f"no load brings the risk of {beds} full beds to {p:g}")
    return solved(lambda a: full_risk(beds, a, variance), p, high)


def _normal_load(beds: int, p: float, variance: float) -> float:
    """x = (-z sqrt(V) + sqrt(z^2 V + 4c)) / 2 with z = the normal quantile of 1 - p; a = x^2."""
    spread = -NormalDist().inv_cdf(p) * sqrt(variance)
    return ((sqrt(spread**2 + 4 * beds) - spread) / 2) ** 2
