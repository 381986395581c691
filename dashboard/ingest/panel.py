"""The panel of the modelled months: its regions, years, months, and the grid of its measures."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dashboard.reference import periods
from dashboard.reference.regions import CODES, REGIONS

Array: TypeAlias = NDArray[np.float64]

MEASURES: Final = ("bed_days", "patient_days", "over_days", "out_days")
YEARS: Final = tuple(range(2016, 2026))
MONTHS: Final = periods.months_between(f"{YEARS[0]}-01", f"{YEARS[-1]}-12")
SHAPE: Final = (len(CODES), len(MONTHS))
DAYS: Final[Array] = np.array([periods.days_in(month) for month in MONTHS], dtype=np.float64)

# The population is published for one date only (1 November 2023), so it is the same every month.
POPULATION: Final[Array] = np.array([region.population for region in REGIONS], dtype=np.float64)


def by_year(monthly: Array) -> Array:
    """Regions x months (or months alone) as regions x years x twelve months, without copying."""
    return monthly.reshape(*monthly.shape[:-1], len(YEARS), 12)


def sixteenths(measure: Array) -> Array:
    """A measure rounded to sixteenths of a day: exact as a float and with four decimals.

    Sums of sixteenths carry no rounding error, so acute + planned = all holds to the last bit,
    and a last-bit difference between machines is rounded away.
    """
    return np.round(measure * 16) / 16
