"""Ranks with their uncertainty: how sure a place is, and whether a value stands apart at all."""

import math
from collections.abc import Sequence
from statistics import fmean, stdev

import numpy as np

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.statistics.place_distribution import place_distribution
from dashboard.statistics.season import YEAR
from dashboard.statistics.seasonal_xmr import lag_1_autocorrelation

Z_95 = 1.959964
# Sums that are equal on paper differ by less than this.
_SLACK = 1e-7
NOT_TOLD_APART = Text("kan inte skiljas från riket", "cannot be told from Sweden")


@frozen
class RankInterval:
    """Where a region may stand, 1 is best: mean rank, 90 per cent interval, and P(top)."""

    mean: float
    low: int
    high: int
    top: float


def rank_intervals(
    estimates: Sequence[float], errors: Sequence[float], *, direction: int, top: int = 5
) -> tuple[RankInterval, ...]:
    """The ranks of independent normal estimates with standard errors; nothing is drawn.

    `direction`: 1 higher is better, -1 lower is better. `top` is the number of best places
    whose probability is told. Equal estimates without error share their places. Formula:
    docs/methods.md 4.3.

    Raises:
        ValueError: lists of unlike length, a direction not named above, or a number that is
            not finite or an error below 0.
    """
    _check(estimates, errors, direction)
    if not estimates:
        return ()
    centres = -direction * np.asarray(estimates, dtype=np.float64)
    placed = place_distribution(centres, np.asarray(errors, dtype=np.float64))
    places = np.arange(1, len(centres) + 1)
    reached = placed.cumsum(axis=1)
    columns = (
        placed @ places,
        1 + (reached < 0.05 - _SLACK).sum(axis=1),
        1 + (reached < 0.95 - _SLACK).sum(axis=1),
        placed[:, :top].sum(axis=1),
    )
    return tuple(
        RankInterval(mean, low, high, best)
        for mean, low, high, best in zip(*(one.tolist() for one in columns), strict=True)
    )


def block_error(residuals: Sequence[float]) -> float:
    """The standard error of the mean of twelve monthly residuals that are alike month to month.

    s / sqrt(12) x sqrt((1 + r1) / (1 - r1)), with s the sample standard deviation (n - 1).
    Formula: docs/methods.md 4.3.

    Raises:
        ValueError: there are not twelve residuals.
    """
    if len(residuals) != YEAR:
        raise ValueError(f"there must be twelve monthly residuals, not {len(residuals)}")
    centre = fmean(residuals)
    r1 = lag_1_autocorrelation([one - centre for one in residuals]) or 0.0
    return stdev(residuals) / math.sqrt(YEAR) * math.sqrt((1 + r1) / (1 - r1))


def differs_significantly(estimate: float, error: float, other: float, other_error: float) -> bool:
    """Whether the 95 per cent interval of the difference leaves out 0.

    The errors count as independent. A region's is not, from that of the country it is part of;
    the interval is then somewhat too wide. Formula: docs/methods.md 4.3.
    """
    return abs(estimate - other) > Z_95 * math.hypot(error, other_error)


def _check(estimates: Sequence[float], errors: Sequence[float], direction: int) -> None:
    if len(estimates) != len(errors):
        raise ValueError("there must be an error for every estimate")
    if direction not in (-1, 1):
        raise ValueError(f"direction must be -1 or 1 to rank, not {direction!r}")
    if not all(map(math.isfinite, (*estimates, *errors))) or any(one < 0 for one in errors):
        raise ValueError("estimates must be finite, and errors 0 or more")
