"""A funnel: which groups lie beyond what chance and their ordinary differences explain."""

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.statistics.sample_quantiles import quantiles

Verdict = Literal["above_99.8", "above_95", "within", "below_95", "below_99.8"]

FEWEST_GROUPS = 8
Z_95, Z_998 = 1.959964, 3.090232
_WINSORISED = (0.1, 0.9)

VERDICT_WORDS: dict[Verdict, Text] = {
    "above_99.8": Text("över den yttre gränsen (99,8 %)", "above the outer limit (99.8%)"),
    "above_95": Text("över den inre gränsen (95 %)", "above the inner limit (95%)"),
    "within": Text("inom gränserna", "within the limits"),
    "below_95": Text("under den inre gränsen (95 %)", "below the inner limit (95%)"),
    "below_99.8": Text("under den yttre gränsen (99,8 %)", "below the outer limit (99.8%)"),
}


@frozen
class FunnelRow:
    """A group on the transformed scale: `y` in radians, its standard error, and its z-scores.

    `z_unadjusted` takes chance alone into account, `z_adjusted` the over-dispersion too.
    """

    group: str
    y: float
    s: float
    z_unadjusted: float
    z_winsorised: float
    z_adjusted: float

    @property
    def verdict(self) -> Verdict:
        """Where the group lies against the over-dispersed limits."""
        return _verdict(self.z_adjusted)


@frozen
class Funnel:
    """All groups around `target` (radians); `tau2` is their variance beyond chance."""

    phi: float
    tau2: float
    target: float
    rows: tuple[FunnelRow, ...]


def funnel(
    groups: Sequence[str], numerators: Sequence[float], denominators: Sequence[float]
) -> Funnel | None:
    """An over-dispersed funnel of proportions; None with fewer than 8 groups.

    Proportions are numerator / denominator in the same unit, as overcrowded patients and beds
    summed over the days. Arcsine transformed, z-scores winsorised at 10 per cent, additive
    over-dispersion. Formula: docs/methods.md 4.2 (Spiegelhalter 2005).

    Raises:
        ValueError: a denominator that is not above 0, or a numerator outside 0 to its
            denominator; the message names the group.
    """
    for group, numerator, denominator in zip(groups, numerators, denominators, strict=True):
        if problem := impossible(numerator, denominator):
            raise ValueError(f"{group}: {problem}")
    if len(groups) < FEWEST_GROUPS:
        return None
    x, n = np.asarray(numerators, dtype=float), np.asarray(denominators, dtype=float)
    target = math.asin(math.sqrt(x.sum() / n.sum()))
    y, s = np.arcsin(np.sqrt(x / n)), 1 / (2 * np.sqrt(n))
    z = (y - target) / s
    winsorised = np.clip(z, *quantiles(z, _WINSORISED))
    phi = float(np.mean(winsorised**2))
    tau2 = _tau2(phi, s)
    adjusted = (y - target) / np.sqrt(s**2 + tau2)
    columns = (column.tolist() for column in (y, s, z, winsorised, adjusted))
    rows = tuple(FunnelRow(*line) for line in zip(groups, *columns, strict=True))
    return Funnel(phi, tau2, target, rows)


def impossible(numerator: float, denominator: float) -> str:
    """Why two numbers make no proportion, in English; empty when they do."""
    if not 0 < denominator < math.inf:
        return f"the denominator must be above 0, not {denominator:g}"
    if not 0 <= numerator <= denominator:
        return f"the numerator must be from 0 to the denominator {denominator:g}, not {numerator:g}"
    return ""


def limits_at(
    funnel: Funnel, denominators: Sequence[float], z: float, *, naive: bool = False
) -> list[tuple[float, float]]:
    """Lower and upper limit per 100 at each denominator; `naive` leaves chance alone.

    The naive limits are drawn as a contrast only: they would flag nearly every group
    (docs/methods.md 4.2).
    """
    tau2 = 0.0 if naive else funnel.tau2
    return [_limits(funnel.target, z * math.sqrt(1 / (4 * n) + tau2)) for n in denominators]


def grid(smallest: float, largest: float, points: int = 60) -> list[float]:
    """Denominators on which to draw limits, closest where they bend: even on a log scale.

    Raises:
        ValueError: `smallest` is not above 0 or above `largest`, or fewer than two points.
    """
    if not 0 < smallest <= largest or points < 2:
        raise ValueError("a grid goes from a number above 0 to a larger one in two points or more")
    return [float(n) for n in np.geomspace(smallest, largest, points)]


def _tau2(phi: float, s: NDArray[np.float64]) -> float:
    groups, weights = len(s), 1 / s**2
    total = float(weights.sum())
    scale = total - float((weights**2).sum()) / total
    return max(0.0, (groups * phi - (groups - 1)) / scale)


def _limits(target: float, reach: float) -> tuple[float, float]:
    low, high = max(0.0, target - reach), min(math.pi / 2, target + reach)
    return 100 * math.sin(low) ** 2, 100 * math.sin(high) ** 2


def _verdict(z: float) -> Verdict:
    if z > Z_95:
        return "above_99.8" if z > Z_998 else "above_95"
    if z < -Z_95:
        return "below_99.8" if z < -Z_998 else "below_95"
    return "within"
