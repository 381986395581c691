"""Iterative proportional fitting of monthly patient-days to published rates."""

from typing import Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.ingest.panel import Array, by_year

TOLERANCE: Final = 0.005
MOST_ROUNDS: Final = 100


class ModelDidNotConverge(RuntimeError):  # noqa: N818 - it says what happened
    """The modelled months do not reproduce the published figures, so there are none."""


@frozen
class Targets:
    """Rates per 100 beds: regions x years, and months of the whole country (NaN = free)."""

    region_years: Array
    national_months: Array


@frozen
class Raked:
    """Patient-days, regions x months, and the rounds it took to reach the targets."""

    patient_days: Array
    rounds: int


def rake(start: Array, bed_days: Array, targets: Targets) -> Raked:
    """Patient-days in proportion to `start` that meet both targets (docs/methods.md 9.2).

    `start` and `bed_days` are regions x months of whole years. Each round scales the fixed
    months of the country and then every region-year, until both residuals are within `TOLERANCE`.

    Raises:
        ModelDidNotConverge: the targets are still missed after `MOST_ROUNDS` rounds.
    """
    patient_days = start
    for rounds in range(1, MOST_ROUNDS + 1):
        patient_days = _to_national_months(patient_days, bed_days, targets.national_months)
        patient_days = _to_region_years(patient_days, bed_days, targets.region_years)
        missed = largest_miss(patient_days, bed_days, targets)
        if missed <= TOLERANCE:
            return Raked(patient_days, rounds)
    raise ModelDidNotConverge(f"{missed:.3f} per 100 is missing after {MOST_ROUNDS} rounds")


def largest_miss(patient_days: Array, bed_days: Array, targets: Targets) -> float:
    """The largest residual of all targets, per 100 beds; infinite when a rate is not a number."""
    both = (
        region_year_residual(patient_days, bed_days, targets.region_years),
        national_month_residual(patient_days, bed_days, targets.national_months),
    )
    return float(np.nan_to_num(np.array(both), nan=np.inf).max())


def region_year_residual(patient_days: Array, bed_days: Array, rates: Array) -> float:
    """Largest difference of 100 x patient-days / bed-days from `rates` of region-years."""
    modelled = 100 * by_year(patient_days).sum(axis=-1) / by_year(bed_days).sum(axis=-1)
    return float(np.abs(modelled - rates).max())


def national_month_residual(patient_days: Array, bed_days: Array, rates: Array) -> float:
    """The same for the fixed months of the whole country; 0 when no month is fixed."""
    modelled = 100 * patient_days.sum(axis=0) / bed_days.sum(axis=0)
    return float(np.abs(modelled - rates)[~np.isnan(rates)].max(initial=0.0))


def _to_national_months(patient_days: Array, bed_days: Array, rates: Array) -> Array:
    wanted = rates / 100 * bed_days.sum(axis=0)
    factor = _factor(wanted, patient_days.sum(axis=0))
    return patient_days * np.where(np.isnan(rates), 1.0, factor)


def _to_region_years(patient_days: Array, bed_days: Array, rates: Array) -> Array:
    wanted = rates / 100 * by_year(bed_days).sum(axis=-1)
    factor = _factor(wanted, by_year(patient_days).sum(axis=-1))
    return patient_days * np.repeat(factor, 12, axis=-1)


def _factor(wanted: Array, present: Array) -> Array:
    # A region-year whose published rate is 0 has no patients to scale and stays at 0.
    return np.divide(wanted, present, out=np.zeros_like(wanted), where=present > 0)
