"""What a region's peers have together: their value weighted by beds, and how far it spreads."""

import math
from collections.abc import Sequence
from typing import Literal

from dashboard.frozen import frozen
from dashboard.indicators.registry import BEDS_PER_1000, DISCHARGE_READY_SHARE, Indicator
from dashboard.peers.features import latest_published
from dashboard.reference.regions import ALL_CODES, BY_CODE
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.values.values import Value
from dashboard.view.view import View

Weighting = Literal["counts", "estimated_beds", "population"]


@frozen
class Benchmark:
    """The peers' value with the lowest and highest among them, in the indicator's unit.

    `regions` are the peers with a value, and `coverage` the share (0-1) of all the peers' beds
    that they hold. The three numbers are None when none has a value, and for counts of beds,
    which grow with a region and are not compared.
    """

    value: float | None
    low: float | None
    high: float | None
    regions: tuple[str, ...]
    coverage: float | None
    weighting: Weighting


def benchmark(dataset: Dataset, view: View, region: str, peers: Sequence[str]) -> Benchmark:
    """The value of the peers together in the view's period, without the region itself.

    Estimated values are sums of numerators over sums of denominators. A published rate comes
    without its parts: rates per bed are weighted by the beds that their published number per
    inhabitant gives, and all others by population, both estimates. Formula:
    docs/methods.md 0.1 and 4.1.

    Raises:
        ValueError: a peer that is no region.
    """
    by_region = values.at(dataset, view)
    wanted = [by_region[ALL_CODES.index(code)] for code in dict.fromkeys(peers) if code != region]
    known = [value for value in wanted if value.value is not None]
    codes, coverage = tuple(one.region for one in known), _coverage(dataset, view, wanted, known)
    weighting = _weighting(view)
    if view.of.unit.counts or not known:
        return Benchmark(None, None, None, codes, coverage, weighting)
    rates = [one.value for one in known if one.value is not None]
    together = _together(dataset, view, known, weighting)
    return Benchmark(together, min(rates), max(rates), codes, coverage, weighting)


def estimated_beds(dataset: Dataset, region: str, period: str) -> float:
    """Beds of a region from beds per 1 000 inhabitants and the population of 2023.

    The number per inhabitant is that of the period's year, else the last before it, else the
    last of all; NaN where none is published. One decimal means 2 to 3 per cent error.
    """
    found = latest_published(dataset, BEDS_PER_1000, region, period[:4])
    found = found or latest_published(dataset, BEDS_PER_1000, region)
    return math.nan if found is None else found.value * BY_CODE[region].population / 1000


def _weighting(view: View) -> Weighting:
    if view.data != "published":
        return "counts"
    return "estimated_beds" if _per_bed(view.of) else "population"


def _per_bed(indicator: Indicator) -> bool:
    ratio = indicator.ratio
    return indicator is DISCHARGE_READY_SHARE or bool(ratio and ratio.denominator == "bed_days")


def _together(
    dataset: Dataset, view: View, known: Sequence[Value], weighting: Weighting
) -> float | None:
    if weighting == "counts":
        factor = view.of.ratio.factor if view.of.ratio else 1.0
        numerator = math.fsum(one.numerator or 0.0 for one in known)
        denominator = math.fsum(one.denominator or 0.0 for one in known)
        return factor * numerator / denominator if denominator else None
    weights = [_weight(dataset, one.region, view.period, weighting) for one in known]
    pairs = [
        (weight, one.value)
        for weight, one in zip(weights, known, strict=True)
        if weight == weight and one.value is not None
    ]
    total = math.fsum(weight for weight, _ in pairs)
    return math.fsum(weight * value for weight, value in pairs) / total if total else None


def _weight(dataset: Dataset, region: str, period: str, weighting: Weighting) -> float:
    if weighting == "population":
        return float(BY_CODE[region].population)
    return estimated_beds(dataset, region, period)


def _coverage(
    dataset: Dataset, view: View, wanted: Sequence[Value], known: Sequence[Value]
) -> float | None:
    def beds(rows: Sequence[Value]) -> float:
        found = (estimated_beds(dataset, row.region, view.period) for row in rows)
        return math.fsum(number for number in found if number == number)

    return beds(known) / beds(wanted) if beds(wanted) else None
