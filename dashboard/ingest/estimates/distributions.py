"""Distribution functions of many figures at once, and the quantiles of them."""

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
from scipy.special import ndtr

from dashboard.frozen import frozen
from dashboard.ingest.estimates.assumptions import HIGH, LOW
from dashboard.ingest.panel import Array

Pair: TypeAlias = tuple[Array, Array]
# How many values a distribution is tabulated at, and how often a bracket is halved.
POINTS: Final = 96
_HALVINGS: Final = 7
# A normal value further out has no probability that matters.
_FAR: Final = 200.0


@frozen
class Distribution:
    """The probability of at most a value, at `POINTS` even steps: steps x figures.

    `low` and `step` are one per figure. Between the steps it is a straight line, below them 0
    and above them 1.
    """

    low: Array
    step: Array
    below: Array

    @property
    def high(self) -> Array:
        """The last value of each figure's table."""
        return np.asarray(self.low + self.step * (len(self.below) - 1), dtype=np.float64)

    def at(self, values: Array) -> Array:
        """The probability of at most `values` (any x figures)."""
        place = np.clip((values - self.low) / self.step, 0, len(self.below) - 1)
        before = np.minimum(place.astype(np.intp), len(self.below) - 2)
        figure = np.broadcast_to(np.arange(self.low.size), place.shape)
        lower, upper = self.below[before, figure], self.below[before + 1, figure]
        return np.asarray(lower + (upper - lower) * (place - before), dtype=np.float64)

    def range(self) -> Pair:
        """The quantiles .1 and .9 of each figure."""
        return quantiles(self.at, self.low, self.high)


def steps(low: Array, high: Array) -> tuple[Array, Array]:
    """`POINTS` even steps between limits of figures (steps x figures), and the step of each."""
    step = np.maximum((high - low) / (POINTS - 1), 1e-9)
    return low + step * np.arange(POINTS)[:, None], step


def mean_below(normal: Array, weights: Array) -> Array:
    """The mean probability that a standard normal value is at most `normal`.

    `normal` is nodes of one assumption at even steps x `weights` of another x figures. Each step
    is a normal value of the variance of two such steps, wide enough to leave no staircase where
    little else is uncertain.
    """
    at = np.clip(normal, -_FAR, _FAR)
    middle, width = (at[1:] + at[:-1]) / 2, at[1:] - at[:-1]
    pieces = ndtr(middle / np.sqrt(1 + width**2 / 6))
    return np.asarray(np.tensordot(weights, pieces.mean(axis=0), axes=1), dtype=np.float64)


def quantiles(below: Callable[[Array], Array], low: Array, high: Array) -> Pair:
    """The quantiles .1 and .9 of figures that lie between `low` and `high`.

    `below` gives the probability of at most a value, one per figure (1 x figures in and out).
    The bracket is halved and its last piece is a straight line.
    """
    lower, upper = (_solved(below, share, low, high) for share in (LOW, HIGH))
    return lower, upper


def _solved(below: Callable[[Array], Array], share: float, low: Array, high: Array) -> Array:
    lower, upper = low, high
    under, over = np.zeros_like(low), np.ones_like(high)
    for _ in range(_HALVINGS):
        middle = (lower + upper) / 2
        found = below(middle[None])[0]
        less = found < share
        lower, upper = np.where(less, middle, lower), np.where(less, upper, middle)
        under, over = np.where(less, found, under), np.where(less, over, found)
    part = np.clip((share - under) / np.maximum(over - under, 1e-12), 0, 1)
    return np.asarray(lower + part * (upper - lower), dtype=np.float64)
