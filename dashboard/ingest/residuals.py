"""How far the modelled months lie from the published figures."""

from dataclasses import asdict
from typing import Any, Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import Published
from dashboard.ingest import anchors, raking
from dashboard.ingest.panel import DAYS, YEARS, Array, by_year
from dashboard.ingest.raking import ModelDidNotConverge, Targets

LARGEST_REGION_YEAR: Final = 0.005
LARGEST_NATIONAL_MONTH: Final = 0.05
LARGEST_NATIONAL_YEAR: Final = 0.3


@frozen
class Fit:
    """How one series fits: rounds of raking, largest residuals, and by year for the country.

    Residuals are modelled minus published, per 100 beds; the two largest are absolute. The
    country's years are not forced, so `national_years` tells how well the weights are known.
    """

    iterations: int
    region_year: float
    national_month: float
    national_years: dict[str, float]


@frozen
class Residuals:
    """The fit of the three raked series, mean beds by year, and occupancy (per cent) by year."""

    over: Fit
    out: Fit
    psychiatric_over: Fit
    somatic_beds: dict[str, float]
    psychiatric_beds: dict[str, float]
    occupancy: dict[str, float]

    def as_dict(self) -> dict[str, Any]:
        """Plain dictionaries and numbers, ready for JSON."""
        return asdict(self)


def fit(series: Published, patient_days: Array, bed_days: Array, *, iterations: int) -> Fit:
    """The fit of patient-days as stored (after rounding) to everything published of a series."""
    targets = Targets(anchors.region_years(series), anchors.national_months(series))
    return Fit(
        iterations=iterations,
        region_year=raking.region_year_residual(patient_days, bed_days, targets.region_years),
        national_month=raking.national_month_residual(
            patient_days, bed_days, targets.national_months
        ),
        national_years=national(100 * patient_days, bed_days, minus=anchors.national_years(series)),
    )


def require(series: Published, fit: Fit) -> None:
    """Hold a fit to the promised residuals (docs/methods.md 9.2).

    Raises:
        ModelDidNotConverge: a residual exceeds what is promised.
    """
    promised = {
        "region-year": (fit.region_year, LARGEST_REGION_YEAR),
        "national month": (fit.national_month, LARGEST_NATIONAL_MONTH),
    }
    # How the psychiatric beds lie between the regions is not known, so its national years are
    # reported but not promised.
    if series.care == "somatic":
        national_year = max(map(abs, fit.national_years.values()))
        promised["national year"] = (national_year, LARGEST_NATIONAL_YEAR)
    for what, (residual, largest) in promised.items():
        # Written so that a residual which is not a number fails too.
        if not residual <= largest:
            raise ModelDidNotConverge(f"{series.source}: {what} misses by {residual:.4f}")


def national(numerator: Array, denominator: Array, *, minus: Array | float = 0) -> dict[str, float]:
    """Sum of the numerator / sum of the denominator over all regions, by year, less `minus`."""
    above, below = (by_year(part.sum(axis=0)).sum(axis=1) for part in (numerator, denominator))
    ratio = np.round(above / below - minus, 6)
    return dict(zip(map(str, YEARS), ratio.tolist(), strict=True))


def mean_beds(bed_days: Array) -> dict[str, float]:
    """Average beds of the whole country by year: bed-days / days (docs/methods.md 1.2)."""
    return national(bed_days, DAYS[None, :])
