"""Ranges of 80 % for every estimate, computed when a release is built."""

from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    BEDS_PER_1000,
    OUTPLACEMENT,
    OVERCROWDING,
    PSYCHIATRIC_OVERCROWDING,
)
from dashboard.ingest import anchors
from dashboard.ingest.estimates import kinds, occupied_ranges
from dashboard.ingest.estimates.assumptions import HIGH
from dashboard.ingest.estimates.guideline_ranges import to_guideline
from dashboard.ingest.estimates.levels import Level, bed_deviations, level_of
from dashboard.ingest.estimates.months import Estimated, EstimatedMonths
from dashboard.ingest.estimates.nodes import assumed
from dashboard.ingest.estimates.uncertainty import rate_deviations
from dashboard.ingest.panel import DAYS, Array
from dashboard.releases.ranges import Key

_Z: Final = NormalDist().inv_cdf(HIGH)
PSYCHIATRIC_SHARE: Final = 1 - 0.7745


@frozen
class Spread:
    """Low and high by key, region (22, Sweden first), kind (4, `KINDS`) and month.

    `keys` are (indicator, care, stream) in the order of the first axis. Values are in the unit
    of the indicator, rounded to a hundredth of what is shown, as float32; NaN where there is no
    estimate.
    """

    keys: tuple[Key, ...]
    low: NDArray[np.float32]
    high: NDArray[np.float32]


def ranges(months: EstimatedMonths) -> Spread:
    """The 80 % ranges of all estimates (docs/methods.md 9.6 point 4).

    Rates and numbers of beds are normal given what is published, and their quantiles exact.
    What rests on the ward model or on the split into streams is summed over the nodes of what is
    assumed: no point is drawn, so that no seed decides a range.
    """
    given = inputs(months)
    found = _exact(months, given)
    found.update(occupied_ranges.assumed_ranges(given, assumed()))
    keys = tuple(found)
    low, high = (np.array([found[key][side] for key in keys]) for side in (0, 1))
    return Spread(keys, _stored(low), _stored(high))


def inputs(months: EstimatedMonths) -> occupied_ranges.Inputs:
    """Central values and deviations that the ranges of what is assumed start from."""
    level = level_of(anchors.region_years(anchors.BEDS))
    return occupied_ranges.Inputs(
        rates=months.over.rates,
        beds=months.somatic.bed_days,
        over=_rate(months.over),
        over_sd=_rate_sd(months.over, level),
        out=_rate(months.out),
        out_sd=_rate_sd(months.out, level),
        count=kinds.of_ratio(months.somatic.bed_days, DAYS),
        count_sd=bed_deviations(months.somatic.bed_days, level),
    )


def _exact(
    months: EstimatedMonths, given: occupied_ranges.Inputs
) -> dict[Key, tuple[Array, Array]]:
    level = level_of(anchors.region_years(anchors.BEDS), 1.0)
    share = level_of(anchors.region_years(anchors.BEDS), PSYCHIATRIC_SHARE)
    psychiatric = months.psychiatric_over
    everything = months.somatic.bed_days + months.psychiatric.bed_days
    people = np.repeat(months.population, 12, axis=1)
    per_1000 = kinds.of_ratio(everything, people * DAYS, 1000)
    # Inhabitants are counted, so per 1 000 the beds alone are uncertain.
    relative = bed_deviations(everything, level) / kinds.of_ratio(everything, DAYS)[:, [0, 1, 0, 1]]
    spread = relative * per_1000[:, [0, 1, 0, 1]]
    psychiatric_sd = _rate_sd(psychiatric, share)
    both = _both(months, (given.over, given.over_sd), (_rate(psychiatric), psychiatric_sd))
    found: dict[Key, tuple[Array, Array]] = {
        (OVERCROWDING.key, "somatic", "all"): (given.over, given.over_sd),
        (OVERCROWDING.key, "psychiatric", "all"): (_rate(psychiatric), psychiatric_sd),
        (PSYCHIATRIC_OVERCROWDING.key, "psychiatric", "all"): (_rate(psychiatric), psychiatric_sd),
        (OVERCROWDING.key, "all", "all"): both,
        (OUTPLACEMENT.key, "somatic", "all"): (given.out, given.out_sd),
        (AVAILABLE_BEDS.key, "somatic", "all"): (given.count, given.count_sd),
        (BEDS_PER_1000.key, "all", "all"): (per_1000, spread),
    }
    every = {key: _normal(*one) for key, one in found.items()}
    every.update(
        (key, (value - _Z * sd, value + _Z * sd))
        for key, (value, sd) in to_guideline(given.count, given.count_sd).items()
    )
    return every


def _both(
    months: EstimatedMonths, somatic: tuple[Array, Array], psychiatric: tuple[Array, Array]
) -> tuple[Array, Array]:
    """The rate of both care areas together, and its deviation as if the two were independent."""
    days = [one.rates * one.problem.beds for one in (months.over, months.psychiatric_over)]
    beds = [one.problem.beds for one in (months.over, months.psychiatric_over)]
    value = kinds.of_ratio(days[0] + days[1], beds[0] + beds[1])
    weight = kinds.of_ratio(beds[0], beds[0] + beds[1])[:, [0, 1, 0, 1]]
    return value, np.hypot(weight * somatic[1], (1 - weight) * psychiatric[1])


def _rate(estimated: Estimated) -> Array:
    return kinds.of_ratio(estimated.rates * estimated.problem.beds, estimated.problem.beds)


def _rate_sd(estimated: Estimated, level: Level) -> Array:
    return rate_deviations(estimated.series, estimated.problem, estimated.rates, level)


def _normal(value: Array, sd: Array) -> tuple[Array, Array]:
    """The range around a value; only a change may lie below 0."""
    low, high = value - _Z * sd, value + _Z * sd
    return np.where(kinds.IS_CHANGE, low, np.maximum(low, 0)), high


def _stored(values: Array) -> NDArray[np.float32]:
    # Far finer than is shown, and coarser than what machines disagree about.
    return np.round(values, 3).astype(np.float32)
