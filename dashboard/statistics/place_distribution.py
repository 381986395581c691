"""Who stands where among independent normal estimates: exact sums and quadrature, no draws."""

import math
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np

from dashboard.statistics.arrays import Array

# An error this small is none: the estimate is a point.
NONE = 1e-9
# Where the panels of the quadrature begin and end, in errors from each estimate, and the nodes
# of Gauss and Legendre in each. Beyond eight errors lies less than 1e-14.
_ENDS = (-8.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 8.0)
FARTHEST = _ENDS[-1]
# Beyond nine the distribution function is 0 or 1 to the last place but one; within, it is known at
# the ends of steps so small that three terms from the nearest leave out less than 1e-12.
_OUT, _STEPS = 9, 256
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(8)


def place_distribution(centres: Array, errors: Array) -> Array:
    """The probability of each place, as estimate (n) x place (n), the lowest estimate first.

    Given an estimate's own value the others are below it or not independently, so that its place
    is Poisson-binomial; that is summed over its own value by Gauss-Legendre between the ends of all
    estimates. Points that are equal share their places. Formula: docs/methods.md 4.3.
    """
    n = len(centres)
    found = np.zeros((n, n))
    at, weights = nodes(centres, errors)
    for i, others in without_each(below(at, centres, errors), n - 1):
        if errors[i] > NONE:
            own = weights * np.exp(-(((at - centres[i]) / errors[i]) ** 2) / 2)
            found[i] = others @ own / own.sum()
        else:
            found[i] = _of_point(centres, errors, i)
    return found


def _of_point(centres: Array, errors: Array, i: int) -> Array:
    same = (errors <= NONE) & (centres == centres[i])
    apart = below(centres[i : i + 1], centres, errors)[~same]
    tied = int(same.sum())
    return np.convolve(number_below(apart, len(apart))[:, 0], np.full(tied, 1 / tied))


def below(at: Array, centres: Array, errors: Array) -> Array:
    """The probability that each estimate is below each of the values `at`, as estimate x value.

    A point is below what is greater than it, and not below itself.
    """
    points = errors <= NONE
    scale = np.where(points, 1.0, errors)[:, None]
    far = (at[None, :] - centres[:, None]) / scale
    return np.where(points[:, None], far > 0, normal_below(far))


def number_below(each: Array, most: int) -> Array:
    """The distribution of how many of independent events happen, as number (0..most) x value.

    `each` is the probability of every event, event x value; what is more than `most` is left out.
    """
    return _with(_nobody(each, most), each)


def without_each(each: Array, most: int) -> Iterator[tuple[int, Array]]:
    """The distribution of `number_below` with one event left out, for every event in turn.

    Halves are added to each other's, so that it takes n log n steps and not n squared.
    """
    yield from _halved(_nobody(each, most), each, 0, len(each))


def _halved(chances: Array, each: Array, first: int, end: int) -> Iterator[tuple[int, Array]]:
    if end - first == 1:
        yield first, chances
        return
    middle = (first + end) // 2
    yield from _halved(_with(chances, each[middle:end]), each, first, middle)
    yield from _halved(_with(chances, each[first:middle]), each, middle, end)


def _nobody(each: Array, most: int) -> Array:
    found = np.zeros((most + 1, each.shape[1]))
    found[0] = 1.0
    return found


def _with(chances: Array, more: Array) -> Array:
    for one in more:
        moved = chances * one
        chances = chances - moved
        chances[1:] += moved[:-1]
    return chances


def normal_below(far: Array) -> Array:
    """The standard normal distribution function, to 1e-12.

    Taylor's series from the nearest step: derivatives of the density are it times Hermite's
    polynomials. The error function of the C library takes eight times as long, value by value.
    """
    scaled = np.clip(far, -_OUT, _OUT) * _STEPS
    nearest = np.rint(np.fmax(scaled, -_OUT * _STEPS))
    away = (scaled - nearest) / _STEPS
    place = nearest.astype(np.intp) + _OUT * _STEPS
    value, *terms = _at_steps()
    found = terms[-1].take(place)
    for term in (*terms[-2::-1], value):
        found *= away
        found += term.take(place)
    return found


@cache
def _at_steps() -> tuple[Array, ...]:
    """The distribution function at each step, and the factors of the distance and its powers."""
    at = np.arange(-_OUT * _STEPS, _OUT * _STEPS + 1) / _STEPS
    value = np.array([math.erfc(-one / math.sqrt(2)) / 2 for one in at.tolist()])
    density = np.exp(-(at**2) / 2) / math.sqrt(2 * math.pi)
    return value, density, -at * density / 2, (at**2 - 1) * density / 6


def nodes(centres: Array, errors: Array) -> tuple[Array, Array]:
    """Values and weights of the quadrature, between the ends of all estimates."""
    ends = sorted(set(_ends(centres.tolist(), errors.tolist())))
    if len(ends) < 2:
        return np.zeros(0), np.zeros(0)
    low, high = np.array(ends[:-1])[:, None], np.array(ends[1:])[:, None]
    half = (high - low) / 2
    return ((low + high) / 2 + half * _NODES).ravel(), (half * _WEIGHTS).ravel()


def _ends(centres: Iterable[float], errors: Iterable[float]) -> Iterable[float]:
    for centre, error in zip(centres, errors, strict=True):
        yield from (centre + error * end for end in _ENDS) if error > NONE else (centre,)
