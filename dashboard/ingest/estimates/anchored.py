"""What every estimated value is anchored in: a published figure, a benchmark, or assumptions."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    BEDS_PER_1000,
    OUTPLACEMENT,
    OVERCROWDING,
    PSYCHIATRIC_OVERCROWDING,
)
from dashboard.ingest.estimates.figures import Figure
from dashboard.ingest.estimates.guideline_ranges import DISTANCE, PROGRESS
from dashboard.ingest.estimates.months import EstimatedMonths
from dashboard.ingest.panel import MONTHS
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.ranges import Anchor

_SHAPE: Final = (len(ALL_CODES), len(MONTHS))
_OF_BEDS: Final = (
    (AVAILABLE_BEDS.key, "somatic", "all"),
    (BEDS_PER_1000.key, "all", "all"),
    DISTANCE,
    PROGRESS,
)


def anchors_of(
    months: EstimatedMonths, keys: tuple[tuple[str, str, str], ...]
) -> NDArray[np.uint8]:
    """`Anchor` by key (indicator, care, stream), region (22, Sweden first) and month.

    A month that is published is so; a series whose years are published is benchmarked to them;
    everything else, as occupancy, the streams and beds of a year without a figure, is assumed
    (docs/methods.md 9.6 points 3 and 7).
    """
    found = np.full((len(keys), *_SHAPE), Anchor.ASSUMED, dtype=np.uint8)
    carried = _carried(months)
    rates = {
        (OVERCROWDING.key, "somatic", "all"): months.over.problem.figures,
        (OUTPLACEMENT.key, "somatic", "all"): months.out.problem.figures,
        (OVERCROWDING.key, "psychiatric", "all"): months.psychiatric_over.problem.figures,
        (PSYCHIATRIC_OVERCROWDING.key, "psychiatric", "all"): (
            months.psychiatric_over.problem.figures
        ),
        # Of both care areas no month is published.
        (OVERCROWDING.key, "all", "all"): (),
    }
    for number, key in enumerate(keys):
        if key in rates:
            found[number] = _of_rates(rates[key])
        elif key in _OF_BEDS:
            found[number] = np.where(carried, Anchor.ASSUMED, Anchor.BENCHMARKED)
    return found


def _of_rates(figures: tuple[Figure, ...]) -> NDArray[np.uint8]:
    found = np.full(_SHAPE, Anchor.BENCHMARKED, dtype=np.uint8)
    for one in figures:
        if one.kind == "month":
            found[ALL_CODES.index(one.region), one.first] = Anchor.PUBLISHED
    return found


def _carried(months: EstimatedMonths) -> NDArray[np.bool_]:
    # The country is the sum of its regions, most of whose years have a figure.
    country = months.beds.carried.mean(axis=0) > 0.5
    return np.concatenate([country[None], months.beds.carried])
