"""The published figures as arrays: one series per indicator and care area, traps left out."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from dashboard.indicators import registry
from dashboard.reference import csv_tables, notes
from dashboard.reference.periods import months_between
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import SeriesKey
from dashboard.statistics.arrays import Array

YEARS = tuple(str(year) for year in range(2016, 2026))
MONTHS = months_between("2016-01", "2025-12")


def published_rows(fetched: Sequence[Mapping[str, str]] = ()) -> pd.DataFrame:
    """Every published figure as it stands, with `grain` (year, month, other) and `period`.

    Of a source that was fetched, the embedded figures give way to the fetched ones.
    """
    embedded = csv_tables.rows("published_figures")
    newer = {row["source_id"] for row in fetched}
    kept = [*fetched, *(row for row in embedded if row["source_id"] not in newer)]
    rows = pd.DataFrame(kept if fetched else embedded, dtype="str")[list(embedded[0])]
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
    rows: pd.DataFrame, labels: tuple[str, ...] = YEARS, months: tuple[str, ...] = MONTHS
) -> tuple[Array, Array]:
    """Years as series x region (22) x year, and single months as series x region x month.

    Years come from the source an indicator declares; months from whichever source published
    one, as the declared sources publish none. Figures that a note says to drop stay out.
    """
    keys = series_keys()
    sources = {(p.series, p.care): p.source for i in registry.INDICATORS for p in i.published}
    years = np.full((len(keys), len(ALL_CODES), len(labels)), np.nan)
    points = np.full((len(keys), len(ALL_CODES), len(months)), np.nan)
    for row in rows[rows["hospital"].eq("") & rows["grain"].ne("other")].itertuples():
        key = (str(row.indicator), str(row.care_area))
        if key not in sources or notes.dropped(*key, str(row.region_code), str(row.period)):
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
