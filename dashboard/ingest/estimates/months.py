"""The estimated months: what is not published by month, given everything that is."""

from typing import Final

import numpy as np
import pandas as pd

from dashboard.frozen import frozen
from dashboard.indicators.registry import Published
from dashboard.ingest import anchors, census
from dashboard.ingest.bed_days import BedDays
from dashboard.ingest.estimates.assumptions import WARD_BEDS
from dashboard.ingest.estimates.beds import estimated_beds
from dashboard.ingest.estimates.patients import Problem, problem, smoothest
from dashboard.ingest.estimates.population import population_by_year
from dashboard.ingest.estimates.streams import split
from dashboard.ingest.panel import MEASURES, MONTHS, SHAPE, Array, sixteenths
from dashboard.ingest.streams import Measures
from dashboard.reference.regions import CODES

KEYS: Final = ["region", "month", "care", "stream"]


@frozen
class Estimated:
    """One series: what it rests on, rates per 100 beds, regions x months, and rounds of solving."""

    series: Published
    problem: Problem
    rates: Array
    rounds: int


@frozen
class EstimatedMonths:
    """Measures of both care areas and the two streams, in days, regions x months.

    `population` is persons, regions x years; NaN in a measure says that it is not estimated.
    """

    population: Array
    beds: BedDays
    over: Estimated
    out: Estimated
    psychiatric_over: Estimated
    somatic: Measures
    acute: Measures
    planned: Measures
    psychiatric: Measures


def estimated_months() -> EstimatedMonths:
    """Expected values of every month 2016-2025; no random number (docs/methods.md 9.6).

    Days are rounded to sixteenths, so that a difference in the last bits between machines, as
    another library of linear algebra makes, leaves the bytes the same.

    Raises:
        ModelDidNotConverge: the published figures contradict each other.
    """
    population = population_by_year()
    beds = estimated_beds(population)
    over = _estimated(anchors.OVER, beds.somatic)
    out = _estimated(anchors.OUT, beds.somatic)
    psychiatric_over = _estimated(anchors.PSYCHIATRIC_OVER, beds.psychiatric)
    somatic = Measures(beds.somatic, _occupied(over), _days(over), _days(out))
    missing = np.full(SHAPE, np.nan)
    psychiatric = Measures(beds.psychiatric, missing, _days(psychiatric_over), missing)
    acute, planned = split(somatic)
    return EstimatedMonths(
        population, beds, over, out, psychiatric_over, somatic, acute, planned, psychiatric
    )


def _estimated(series: Published, beds: Array) -> Estimated:
    whole = problem(series, beds)
    return Estimated(series, whole, *smoothest(whole))


def _days(estimated: Estimated) -> Array:
    return sixteenths(estimated.rates / 100 * estimated.problem.beds)


def _occupied(over: Estimated) -> Array:
    """Patient-days at the occupancy which wards of one size have at this overcrowding."""
    occupancy = census.occupancy_at(over.rates, np.array(WARD_BEDS))
    return sixteenths(occupancy * over.problem.beds)


def frame(months: EstimatedMonths) -> pd.DataFrame:
    """One row per region, month, care and stream, with the columns of the drawn months."""
    blocks = [
        _block("somatic", "all", months.somatic, months),
        _block("somatic", "acute", months.acute, months),
        _block("somatic", "planned", months.planned, months),
        _block("psychiatric", "all", months.psychiatric, months),
    ]
    return pd.concat(blocks, ignore_index=True).sort_values(KEYS, ignore_index=True)


def _block(care: str, stream: str, measures: Measures, months: EstimatedMonths) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region": np.repeat(CODES, len(MONTHS)),
            "month": np.tile(MONTHS, len(CODES)),
            "care": care,
            "stream": stream,
            **{name: getattr(measures, name).ravel() for name in MEASURES},
            "population": np.repeat(months.population, 12, axis=1).ravel().astype(np.int64),
            "bed_level_carried": months.beds.carried.ravel(),
        }
    )
