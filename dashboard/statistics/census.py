"""How many patients a ward has when nobody is refused: the risk of overcrowding, and how much."""

from collections.abc import Callable
from functools import cache
from math import erf, exp, isfinite, sqrt, tau
from statistics import NormalDist
from sys import float_info
from typing import Any, Literal

Census = Literal["family", "normal"]

# Far above any hospital; beyond it the sums would take long and lose digits.
MOST_BEDS = 1_000_000
# The wards that a region's occupancy and overcrowding may look like (docs/methods.md 7.1).
SMALLEST_POOL, LARGEST_POOL = 6, 400

_STANDARD = NormalDist()
_ROOT_OF_TAU, _ROOT_OF_TWO = sqrt(tau), sqrt(2.0)


def checked_beds(beds: float) -> float:
    """The number of beds.

    Raises:
        ValueError: it is below 1 or above `MOST_BEDS`.
    """
    if not 1 <= beds <= MOST_BEDS:
        raise ValueError(f"the number of beds must be from 1 to {MOST_BEDS}, not {beds:g}")
    return beds


def checked_load(load: float) -> float:
    """The load.

    Raises:
        ValueError: it is not a number above 0.
    """
    if not (isfinite(load) and load > 0):
        raise ValueError(f"the load must be a number above 0, not {load:g}")
    return load


def checked_variance(variance: float) -> float:
    """Variance / mean of the census.

    Raises:
        ValueError: it is not above 0, or above 100.
    """
    if not 0 < variance <= 100:
        raise ValueError(f"the variance must be above 0 and at most 100, not {variance:g}")
    return variance


def full_risk(beds: int, load: float, variance: float = 1.0, census: Census = "family") -> float:
    """P(N >= beds): the share of time with no bed free (docs/methods.md 2.1).

    N is Poisson at variance / mean 1, negative binomial above it and binomial below; with
    `census="normal"` it is normal.

    Raises:
        ValueError: beds below 1, or a load or variance not above 0.
    """
    _checked(beds, load, variance)
    if census == "normal":
        return _STANDARD.cdf((load - beds) / sqrt(load * variance))
    return _tail(beds, load, variance)


def overflow_risk(
    beds: int, load: float, variance: float = 1.0, census: Census = "family"
) -> float:
    """P(N > beds): the share of time with more patients than beds (docs/methods.md 2.1).

    For whole patients that is P(N >= beds + 1); the normal census does not tell the two apart.

    Raises:
        ValueError: as of `full_risk`.
    """
    _checked(beds, load, variance)
    if census == "normal":
        return full_risk(beds, load, variance, census)
    return _tail(beds + 1, load, variance)


def overcrowding(
    beds: int, occupancy: float, variance: float = 1.0, census: Census = "family"
) -> float:
    """Expected overcrowded patients per 100 beds: 100 E[(N - c)+] / c (docs/methods.md 2.1).

    `occupancy` is a ratio and may exceed 1, since nobody is refused.

    Raises:
        ValueError: beds below 1, or an occupancy or variance not above 0.
    """
    if not (isfinite(occupancy) and occupancy > 0):
        raise ValueError(f"the occupancy must be a number above 0, as 0.9, not {occupancy:g}")
    load = occupancy * beds
    _checked(beds, load, variance)
    if census == "normal":
        return normal_overcrowding(beds, load, variance)
    surplus = load * _biased_tail(beds, load, variance) - beds * _tail(beds + 1, load, variance)
    return 100 * max(0.0, surplus, load - beds) / beds


def normal_overcrowding(beds: int, load: float, variance: float) -> float:
    """`overcrowding` of a normal census at a load, of numbers that have been looked at already."""
    return 100 * max(0.0, _normal_surplus(beds, load, variance), load - beds) / beds


def occupancy_of(over_per_100: float, beds: int, variance: float = 1.0) -> float:
    """The occupancy (a ratio) at which a ward is overcrowded `over_per_100`: the inverse.

    Raises:
        ValueError: an overcrowding not above 0, or as of `overcrowding`.
    """
    if not (isfinite(over_per_100) and over_per_100 > 0):
        raise ValueError(f"the overcrowding must be a number above 0, not {over_per_100:g}")
    # At an occupancy of 1 + x/100 the overcrowding is x or more.
    return solved(lambda one: overcrowding(beds, one, variance), over_per_100, 1 + over_per_100)


def pool_of(occupancy: float, over_per_100: float, variance: float = 1.0) -> int:
    """The ward size at which occupancy and overcrowding agree best, from 6 to 400 beds.

    The inverse ward model of docs/methods.md 7.1: the size stands for how far patients share beds.

    Raises:
        ValueError: as of `overcrowding`.
    """

    def miss(beds: int) -> float:
        return abs(overcrowding(beds, occupancy, variance) - over_per_100)

    return min(range(SMALLEST_POOL, LARGEST_POOL + 1), key=miss)


def solved(risk: Callable[[float], float], wanted: float, high: float) -> float:
    """The load from 0 to `high` at which a rising risk reaches what is wanted.

    Chandrupatla's method (Adv. Eng. Softw. 28, 1997): the curve through the last three loads where
    it is steady enough to be trusted, else halving, so that it needs no start and no slope, and no
    jump misleads it. It ends when floats have next to nothing between, and gives the upper end.
    """
    # The ends are not asked, which a risk need not have: one is below what is wanted, one above.
    apart = abs(wanted) or 1.0
    oldest = newest = (0.0, -apart)
    other = (high, apart)
    part = 0.5
    while True:
        load = newest[0] + part * (other[0] - newest[0])
        found = (load, risk(load) - wanted)
        if (found[1] < 0) == (newest[1] < 0):
            oldest = newest
        else:
            oldest, other = other, newest
        newest = found
        width = abs(other[0] - newest[0])
        if width <= 4 * float_info.epsilon * load:
            return max(newest, other)[0]
        least = 2 * float_info.epsilon * load / width
        part = min(max(_part(newest, oldest, other), least), 1 - least)


_Point = tuple[float, float]


def _part(newest: _Point, oldest: _Point, other: _Point) -> float:
    """How far from the newest point to the other side of what is sought the next one is tried."""
    (a, of_a), (b, of_b), (c, of_c) = newest, other, oldest
    along, up = (a - b) / (c - b), (of_a - of_b) / (of_c - of_b)
    if not (up**2 < along and (1 - up) ** 2 < 1 - along):
        return 0.5
    return of_a / (of_b - of_a) * of_c / (of_b - of_c) + (c - a) / (b - a) * of_a / (
        of_c - of_a
    ) * of_b / (of_c - of_b)


def _checked(beds: int, load: float, variance: float) -> None:
    checked_beds(beds)
    checked_load(load)
    checked_variance(variance)


@cache
def _incomplete() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """The incomplete beta and gamma functions, once; an import in each call takes longer."""
    from scipy.special import betainc, gammainc

    return betainc, gammainc


def _tail(least: int, load: float, variance: float) -> float:
    """P(N >= least) of the census with this mean and variance / mean."""
    betainc, gammainc = _incomplete()
    if variance == 1:
        return float(gammainc(least, load))
    if variance > 1:
        return float(betainc(least, load / (variance - 1), 1 - 1 / variance))
    trials = _trials(load, variance)
    return float(betainc(least, trials - least + 1, load / trials)) if trials >= least else 0.0


def _biased_tail(least: int, load: float, variance: float) -> float:
    """E[N; N > least] / E[N]: for each law the tail of a law beside it."""
    betainc, gammainc = _incomplete()
    if variance == 1:
        return float(gammainc(least, load))
    if variance > 1:
        return float(betainc(least, load / (variance - 1) + 1, 1 - 1 / variance))
    trials = _trials(load, variance) - 1
    return (
        float(betainc(least, trials - least + 1, load / (trials + 1))) if trials >= least else 0.0
    )


def _trials(load: float, variance: float) -> int:
    """n = round(a / (1 - V)); never so few that the mean would not fit."""
    return max(round(load / (1 - variance)), int(load) + 1)


def _normal_surplus(beds: int, load: float, variance: float) -> float:
    deviation = sqrt(load * variance)
    distance = (beds - load) / deviation
    density = exp(distance * distance / -2.0) / _ROOT_OF_TAU
    return deviation * (density - distance * 0.5 * (1.0 + erf(-distance / _ROOT_OF_TWO)))
