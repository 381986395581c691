"""The modelled months: what no one publishes by month, held to everything that is published."""

from typing import Final

import numpy as np
import pandas as pd

from dashboard.frozen import frozen
from dashboard.indicators.registry import Published
from dashboard.ingest import anchors, census, residuals
from dashboard.ingest.bed_days import BedDays, bed_days
from dashboard.ingest.panel import (
    DAYS,
    MEASURES,
    MONTHS,
    POPULATION,
    SHAPE,
    YEARS,
    Array,
    sixteenths,
)
from dashboard.ingest.raking import Raked, Targets, rake
from dashboard.ingest.residuals import Fit, Residuals
from dashboard.ingest.streams import Measures, split
from dashboard.reference.regions import CODES

SEED: Final = 20240501
SMALLEST_WARD, LARGEST_WARD = 16, 28
PERSISTENCE: Final = 0.6
KEYS: Final = ["region", "month", "care", "stream"]


@frozen
class ModelledMonths:
    """One row per region, month, care and stream, and how far it lies from what is published."""

    frame: pd.DataFrame
    residuals: Residuals


def modelled_months(*, seed: int = SEED) -> ModelledMonths:
    """Monthly measures of all regions 2016-2025 that reproduce the published figures.

    Columns: region, month, care (somatic, psychiatric), stream (all, acute, planned), bed_days,
    patient_days, over_days, out_days (days per month in sixteenths, NaN = not modelled), population
    (persons, 1 November 2023) and bed_level_carried. Same seed, same bytes (docs/methods.md 9).

    Raises:
        ModelDidNotConverge: a published figure is not reproduced within its tolerance.
    """
    rng = np.random.Generator(np.random.PCG64(seed))
    beds = bed_days(rng)
    over = _patients(anchors.OVER, beds.somatic, rng)
    out = _patients(anchors.OUT, beds.somatic, rng)
    psychiatric_over = _patients(anchors.PSYCHIATRIC_OVER, beds.psychiatric, rng)

    occupied = _occupied(over.patient_days, beds.somatic, rng)
    somatic = Measures(beds.somatic, occupied, over.patient_days, out.patient_days)
    missing = np.full(SHAPE, np.nan)
    psychiatric = Measures(beds.psychiatric, missing, psychiatric_over.patient_days, missing)
    frame = _frame(somatic, psychiatric, split(somatic, rng), beds)
    return ModelledMonths(frame, _residuals(somatic, psychiatric, (over, out, psychiatric_over)))


def _patients(series: Published, beds: Array, rng: np.random.Generator) -> Raked:
    """Patient-days that meet every published rate of a series (docs/methods.md 9.2)."""
    targets = Targets(anchors.region_years(series), anchors.national_months(series))
    annual = np.repeat(targets.region_years, 12, axis=1) / 100 * beds
    season = np.tile(anchors.seasonal_index(_seasonal(series)), len(YEARS))
    raked = rake(annual * season * np.exp(_log_noise(beds, rng)), beds, targets)
    return Raked(sixteenths(raked.patient_days), raked.rounds)


def _seasonal(series: Published) -> Published:
    # No month is published for psychiatric care: it borrows the somatic season.
    return anchors.OVER if series == anchors.PSYCHIATRIC_OVER else series


def _log_noise(beds: Array, rng: np.random.Generator) -> Array:
    """First-order autoregressive noise, larger where beds are few (docs/methods.md 9.2)."""
    sd = 0.08 + 1.6 / np.sqrt(beds.sum(axis=1) / DAYS.sum())
    shocks = rng.standard_normal(SHAPE)
    noise = np.empty(SHAPE)
    noise[:, 0] = shocks[:, 0]
    for month in range(1, len(MONTHS)):
        fresh = np.sqrt(1 - PERSISTENCE**2) * shocks[:, month]
        noise[:, month] = PERSISTENCE * noise[:, month - 1] + fresh
    return np.asarray(sd[:, None] * noise, dtype=np.float64)


def _occupied(over: Array, beds: Array, rng: np.random.Generator) -> Array:
    """Patient-days at the occupancy that the ward model reads from the overcrowding."""
    wards = rng.integers(SMALLEST_WARD, LARGEST_WARD, len(CODES), endpoint=True)
    occupancy = census.occupancy_at(100 * over / beds, wards.astype(np.float64)[:, None])
    return sixteenths(occupancy * beds)


def _residuals(
    somatic: Measures, psychiatric: Measures, raked: tuple[Raked, Raked, Raked]
) -> Residuals:
    over, out, psychiatric_over = raked
    return Residuals(
        over=_fit(anchors.OVER, over, somatic.bed_days),
        out=_fit(anchors.OUT, out, somatic.bed_days),
        psychiatric_over=_fit(anchors.PSYCHIATRIC_OVER, psychiatric_over, psychiatric.bed_days),
        somatic_beds=residuals.mean_beds(somatic.bed_days),
        psychiatric_beds=residuals.mean_beds(psychiatric.bed_days),
        occupancy=residuals.national(100 * somatic.patient_days, somatic.bed_days),
    )


def _fit(series: Published, raked: Raked, beds: Array) -> Fit:
    fit = residuals.fit(series, raked.patient_days, beds, iterations=raked.rounds)
    residuals.require(series, fit)
    return fit


def _frame(
    somatic: Measures,
    psychiatric: Measures,
    streams: tuple[Measures, Measures],
    beds: BedDays,
) -> pd.DataFrame:
    acute, planned = streams
    blocks = [
        _block("somatic", "all", somatic, beds),
        _block("somatic", "acute", acute, beds),
        _block("somatic", "planned", planned, beds),
        _block("psychiatric", "all", psychiatric, beds),
    ]
    return pd.concat(blocks, ignore_index=True).sort_values(KEYS, ignore_index=True)


def _block(care: str, stream: str, measures: Measures, beds: BedDays) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region": np.repeat(CODES, len(MONTHS)),
            "month": np.tile(MONTHS, len(CODES)),
            "care": care,
            "stream": stream,
            **{name: getattr(measures, name).ravel() for name in MEASURES},
            "population": np.repeat(POPULATION, len(MONTHS)).astype(np.int64),
            "bed_level_carried": beds.carried.ravel(),
        }
    )
