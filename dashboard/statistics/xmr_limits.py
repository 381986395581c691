"""Limits of an XmR chart, and what they promise against a target."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from dashboard.frozen import frozen

Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]

REACH = 2.66
SCREEN = 3.267
FEWEST_FOR_LIMITS = 8


@frozen
class Limits:
    """Centre line, and the distance from it to either limit, in the unit of the values.

    `reach` is None where the values are too few for limits.
    """

    mean: float
    reach: float | None

    @property
    def lpl(self) -> float | None:
        """The lower limit; it may be below zero, so clip it when drawing."""
        return None if self.reach is None else self.mean - self.reach

    @property
    def upl(self) -> float | None:
        return None if self.reach is None else self.mean + self.reach


def limits(
    baseline: Sequence[float | None], *, screen: bool = True, fewest: int = FEWEST_FOR_LIMITS
) -> Limits | None:
    """Mean +- 2.66 mean moving ranges; None without values.

    The mean alone below `fewest` values or without two neighbours. No range is taken across a
    gap. `screen` leaves out, once, ranges of 3.267 times their mean or more. When every range is
    0 the limits equal the mean. Formula: docs/methods.md 3.1.
    """
    present = [value for value in baseline if value is not None]
    if not present:
        return None
    ranges = [abs(b - a) for a, b in pairwise(baseline) if a is not None and b is not None]
    if len(present) < fewest or not ranges:
        return Limits(mean=_mean(present), reach=None)
    average = _mean(ranges)
    if screen and average > 0:
        average = _mean([r for r in ranges if r < SCREEN * average])
    return Limits(mean=_mean(present), reach=REACH * average)


def assurance(
    target: float | None, *, direction: int, lpl: float | None, upl: float | None
) -> Assurance | None:
    """Whether a process within these limits meets the target always, never or by chance.

    None without a target, without limits, or when no direction is good (`direction` 0).
    Formula: docs/methods.md 3.3.
    """
    if target is None or lpl is None or upl is None or direction == 0:
        return None
    if lpl <= target <= upl:
        return "inconsistent"
    return "consistent_pass" if (target > upl) == (direction < 0) else "consistent_fail"


def _mean(numbers: Sequence[float]) -> float:
    # Taken around the first number, so that the mean of equal numbers is that number.
    return numbers[0] + math.fsum(number - numbers[0] for number in numbers) / len(numbers)
