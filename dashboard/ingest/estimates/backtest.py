"""The back-test: published months and parts of years left out, predicted, and compared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from statistics import NormalDist
from typing import Any, Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import Published
from dashboard.ingest.estimates.assumptions import HIGH, LOW, ROUNDING, UNIFORM
from dashboard.ingest.estimates.conditioned import Conditioned
from dashboard.ingest.estimates.figures import Figure
from dashboard.ingest.estimates.levels import Level
from dashboard.ingest.estimates.patients import (
    Method,
    Problem,
    by_benchmarking,
    by_year_and_season,
    without,
)
from dashboard.ingest.estimates.uncertainty import national_error
from dashboard.ingest.panel import MONTHS
from dashboard.reference.regions import SWEDEN

METHODS: Final[Mapping[str, Method]] = {
    "benchmarked": by_benchmarking,
    "year_and_season": by_year_and_season,
}
_Z: Final = NormalDist().inv_cdf(HIGH)


@frozen
class HeldOut:
    """A published figure, and what the others say of it: per 100 beds; months as `2018-01`."""

    series: str
    care: str
    region: str
    first: str
    last: str
    published: float
    estimate: float
    low: float
    high: float

    @property
    def inside(self) -> bool:
        """Whether what was published lies within the 80 % range."""
        return self.low <= self.published <= self.high

    def as_dict(self) -> dict[str, Any]:
        """Plain values with four decimals, ready for JSON."""
        plain = {key: round(v, 4) if isinstance(v, float) else v for key, v in asdict(self).items()}
        return {**plain, "inside": self.inside}


def back_test(series: Published, whole: Problem, level: Level, method: Method) -> list[HeldOut]:
    """Every figure of a region's months and of parts of years, left out set by set.

    A set is what one source published of the same length of period of a region, or of the same
    period of several, so that no neighbour from the same table gives the answer away. Figures
    that contradict the published year are no test and are not among those of the problem.
    """
    found = []
    for left_out in _sets(whole):
        rest = without(whole, left_out)
        rates = method(rest)
        sd = Conditioned(rest, rates, level).of_figures(tuple(left_out))
        # A set is Sweden's or the regions', and Sweden's range holds its own uncertainty.
        if left_out[0].region == SWEDEN:
            sd = np.hypot(sd, national_error(series, rest, rates)[0])
        for one, deviation in zip(left_out, sd.tolist(), strict=True):
            found.append(_held_out(series, one, one.mean(rates, whole.beds), deviation))
    return found


def _sets(whole: Problem) -> Iterator[list[Figure]]:
    sets: dict[tuple[Any, ...], list[Figure]] = {}
    for one in whole.figures:
        if one.kind == "part":
            sets.setdefault((one.source, one.first, one.last, one.region == SWEDEN), []).append(one)
        # The twelve months of the country give the season, so they cannot be tested by it.
        if one.kind == "month" and one.region != SWEDEN:
            sets.setdefault((one.source, one.region), []).append(one)
    yield from sets.values()


def _held_out(series: Published, figure: Figure, estimate: float, deviation: float) -> HeldOut:
    half = _Z * float(np.hypot(deviation, ROUNDING * UNIFORM))
    return HeldOut(
        series=series.series, care=series.care, region=figure.region,
        first=MONTHS[figure.first], last=MONTHS[figure.last], published=figure.rate,
        estimate=estimate, low=max(estimate - half, 0.0), high=estimate + half,
    )  # fmt: skip


def coverage(held_out: list[HeldOut]) -> float:
    """The share of held-out figures within their range."""
    return sum(one.inside for one in held_out) / len(held_out)


def crossed(held_out: list[HeldOut], is_first: Callable[[HeldOut], bool]) -> tuple[float, float]:
    """Coverage of each part by ranges as wide as the other part asks for.

    The width is the factor by which four of five figures of one part lie in their ranges, and
    the coverage is the share of the other part's within ranges so widened: the noise was chosen
    on all of the figures, and this says what it is worth on figures that did not choose it.
    """
    parts = [[_in_halves(one) for one in held_out if is_first(one) == side] for side in (0, 1)]
    factors = [float(np.quantile(part, HIGH - LOW)) for part in parts]
    first, second = (
        float(np.mean(np.array(part) <= factor))
        for part, factor in zip(parts, reversed(factors), strict=True)
    )
    return first, second


def _in_halves(held_out: HeldOut) -> float:
    """How far the published figure lies from the estimate, in halves of the range."""
    return abs(held_out.published - held_out.estimate) / (held_out.high - held_out.estimate)


def log_error(held_out: list[HeldOut]) -> float:
    """Root mean square of ln(estimate / published), of figures above 0."""
    logs = [np.log(one.estimate / one.published) for one in held_out if one.published > 0]
    return float(np.sqrt(np.mean(np.square(logs))))
