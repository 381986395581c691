"""The published figures as arrays: one series per indicator and care area, traps left out."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from dashboard.indicators import registry
from dashboard.reference import notes
from dashboard.reference.periods import months_between
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import SeriesKey
from dashboard.statistics.arrays import Array

YEARS = tuple(str(year) for year in range(2016, 2026))
MONTHS = months_between("2016-01", "2025-12")


def published_rows(figures: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """Published figures as they stand, with `grain` (year, month, other) and `period`."""
    rows = pd.DataFrame(figures, dtype="str")
    rows["value"] = rows["value"].astype("float64")
    start, end = rows["period_start"], rows["period_end"]
    whole_year = start.str.endswith("-01-01") & end.eq(start.str[:4] + "-12-31")
    one_month = start.str.endswith("-01") & end.eq(_month_end(start))
    rows["grain"] = np.select([whole_year, one_month], ["year", "month"], "other")
    rows["period"] = start.str[:7].where(one_month, start.str[:4].where(whole_year, ""))
    return rows


def _month_end(start: pd.Series) -> pd.Series:
    return (pd.to_datetime(start) + pd.offsets.MonthEnd(0)).dt.strftime("%Y-%m-%d")


def series_keys() -> tuple[SeriesKey, ...]:
    """The (series, care) pairs that some indicator declares, in order of declaration."""
    return tuple(
        dict.fromkeys((p.series, p.care) for i in registry.INDICATORS for p in i.published)
    )


def published_arrays(
    rows: pd.DataFrame,
    traps: Sequence[notes.Note],
    labels: tuple[str, ...] = YEARS,
    months: tuple[str, ...] = MONTHS,
) -> tuple[Array, Array]:
    """Years as series x region (22) x year, and single months as series x region x month.

    Years come from the source an indicator declares; months from whichever source published
    one, as the declared sources publish none. Figures that one of `traps` says to drop stay out.
    """
    keys = series_keys()
    sources = {(p.series, p.care): p.source for i in registry.INDICATORS for p in i.published}
    years = np.full((len(keys), len(ALL_CODES), len(labels)), np.nan)
    points = np.full((len(keys), len(ALL_CODES), len(months)), np.nan)
    for row in rows[rows["hospital"].eq("") & rows["grain"].ne("other")].itertuples():
        key = (str(row.indicator), str(row.care_area))
        if key not in sources or notes.dropped(traps, *key, str(row.region_code), str(row.period)):
            continue
        where = (keys.index(key), ALL_CODES.index(str(row.region_code)))
        if row.grain == "year" and row.source_id == sources[key] and row.period in labels:
            years[(*where, labels.index(str(row.period)))] = row.value
        elif row.grain == "month" and row.period in months:
            points[(*where, months.index(str(row.period)))] = row.value
    return years, points


def counts_by_source(rows: pd.DataFrame) -> dict[str, int]:
    """How many figures each source gives."""
    return dict(sorted(Counter(rows["source_id"]).items()))
