"""p- and u-charts of counted events, and their primes for samples too large for chance alone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.statistics.xmr_limits import SCREEN

SIGMAS = 3
# The average moving range of independent normal values, in standard deviations.
RANGE_PER_SIGMA = 1.128

_Counts = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class AttributePoint:
    """Events per unit and its limits; None where the sample is missing or there are no limits."""

    y: float | None
    lcl: float | None
    ucl: float | None

    @property
    def outside(self) -> bool:
        """Whether the value lies beyond a limit."""
        if self.y is None or self.lcl is None or self.ucl is None:
            return False
        return not self.lcl <= self.y <= self.ucl


@dataclass(frozen=True, slots=True)
class AttributeChart:
    """Points around the centre line; `sigma_z` is 1 unless the chart is a prime.

    `centre` is None without samples, `sigma_z` also where two neighbours are missing.
    """

    points: tuple[AttributePoint, ...]
    centre: float | None
    sigma_z: float | None


def p_chart(events: _Counts, sizes: _Counts, *, prime: bool = False) -> AttributeChart:
    """The share of each sample that is an event: x / n between 0 and 1, limits three sigmas away.

    A sample is missing where its count or its size is None. For independent events only, as
    breaches of attendances, never for patient-days (docs/methods.md 0.7). `prime` widens the limits
    by the moving ranges of the standardised values (Laney). Formula: docs/methods.md 3.6.

    Raises:
        ValueError: lists of unlike length, a size not above 0, a count outside 0 to its size.
    """
    _check(events, sizes)
    if any(x > n for x, n in _samples(events, sizes)):
        raise ValueError("a share has at most as many events as its sample is large")
    return _chart(events, sizes, prime=prime, highest=1.0)


def u_chart(events: _Counts, sizes: _Counts, *, prime: bool = False) -> AttributeChart:
    """Events per unit of each sample, which may be more than one a unit; else as `p_chart`.

    Formula: docs/methods.md 3.6.

    Raises:
        ValueError: lists of unlike length, a size not above 0, a count below 0.
    """
    _check(events, sizes)
    return _chart(events, sizes, prime=prime, highest=math.inf)


def _chart(events: _Counts, sizes: _Counts, *, prime: bool, highest: float) -> AttributeChart:
    samples = _samples(events, sizes)
    if not samples:
        return AttributeChart((AttributePoint(None, None, None),) * len(events), None, None)
    centre = math.fsum(x for x, _ in samples) / math.fsum(n for _, n in samples)
    # A share has the variance p(1 - p), a count per unit the variance u.
    spread = math.sqrt(centre * (1 - centre) if highest == 1 else centre)
    pairs = list(zip(events, sizes, strict=True))
    values = [None if x is None or n is None else x / n for x, n in pairs]
    sigmas = [None if x is None or n is None else spread / math.sqrt(n) for x, n in pairs]
    sigma_z = _sigma_z(values, sigmas, centre) if prime else 1.0
    points = []
    for y, sigma in zip(values, sigmas, strict=True):
        reach = None if sigma is None or sigma_z is None else SIGMAS * sigma * sigma_z
        points.append(_point(y, centre, reach, highest))
    return AttributeChart(tuple(points), centre, sigma_z)


def _point(y: float | None, centre: float, reach: float | None, highest: float) -> AttributePoint:
    if reach is None:
        return AttributePoint(y, None, None)
    return AttributePoint(y, max(0.0, centre - reach), min(highest, centre + reach))


def _sigma_z(
    values: Sequence[float | None], sigmas: Sequence[float | None], centre: float
) -> float | None:
    """The average moving range of z / 1.128, without ranges of 3.267 times their mean or more."""
    # Where nothing or everything is an event every sigma is 0, and so is every deviation.
    z = [
        None if y is None or sigma is None else (y - centre) / sigma if sigma else 0.0
        for y, sigma in zip(values, sigmas, strict=True)
    ]
    ranges = [abs(b - a) for a, b in pairwise(z) if a is not None and b is not None]
    if not ranges:
        return None
    average = math.fsum(ranges) / len(ranges)
    kept = [one for one in ranges if one < SCREEN * average] or ranges
    return math.fsum(kept) / len(kept) / RANGE_PER_SIGMA


def _samples(events: _Counts, sizes: _Counts) -> list[tuple[float, float]]:
    return [(x, n) for x, n in zip(events, sizes, strict=True) if x is not None and n is not None]


def _check(events: _Counts, sizes: _Counts) -> None:
    if len(events) != len(sizes):
        raise ValueError("there must be a size for every count")
    if not all(0 <= x < math.inf and 0 < n < math.inf for x, n in _samples(events, sizes)):
        raise ValueError("a count must be 0 or more and the size of a sample above 0")
