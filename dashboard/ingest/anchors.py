"""The published figures which the modelled months must reproduce, as arrays."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from dashboard.indicators.registry import Published
from dashboard.ingest import embedded
from dashboard.ingest.panel import MONTHS, YEARS, Array
from dashboard.reference import periods
from dashboard.reference.regions import CODES, SWEDEN

OVER: Final = Published("overcrowding_per_100", "somatic", "kolada-u70425")
OUT: Final = Published("outplacement_per_100", "somatic", "kolada-u79134")
PSYCHIATRIC_OVER: Final = Published("overcrowding_per_100", "psychiatric", "kolada-u79149")
BEDS: Final = Published("beds_per_1000", "all", "kolada-n70845")

_PROFILE: Final = slice(MONTHS.index("2017-10"), MONTHS.index("2018-09") + 1)


def region_years(series: Published) -> Array:
    """Published values, regions x years, in the unit of the series; NaN where none stands."""
    values = _annual(series)
    return np.array([[values.get((code, year), np.nan) for year in YEARS] for code in CODES])


def national_years(series: Published) -> Array:
    """Published values of the whole country by year; NaN where none stands."""
    values = _annual(series)
    return np.array([values.get((SWEDEN, year), np.nan) for year in YEARS])


def national_months(series: Published) -> Array:
    """Published values of the whole country by month, whatever their source; NaN where none."""
    values = {
        row["period_start"][:7]: float(row["value"])
        for row in embedded.figures()
        if (row["indicator"], row["care_area"]) == (series.series, series.care)
        and (row["region_code"], row["hospital"]) == (SWEDEN, "")
        and _is_one_month(row)
    }
    return np.array([values.get(month, np.nan) for month in MONTHS])


def seasonal_index(series: Published) -> Array:
    """January to December over their mean, October 2017 to September 2018 (docs/methods.md 1.4)."""
    from_october = national_months(series)[_PROFILE]
    # The published profile begins with October, three months ahead of January.
    january_first = np.roll(from_october, -3)
    return np.asarray(january_first / january_first.mean(), dtype=np.float64)


def _annual(series: Published) -> dict[tuple[str, int], float]:
    return {
        (row["region_code"], int(row["period_start"][:4])): float(row["value"])
        for row in embedded.figures()
        if row["source_id"] == series.source
        and (row["indicator"], row["care_area"]) == (series.series, series.care)
        and row["value"]
    }


def _is_one_month(row: Mapping[str, str]) -> bool:
    month = row["period_start"][:7]
    last = f"{month}-{periods.days_in(month):02d}"
    return (row["period_start"], row["period_end"]) == (f"{month}-01", last)
