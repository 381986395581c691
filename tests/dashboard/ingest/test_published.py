"""The published figures become arrays: nothing invented, the impossible left out."""

import numpy as np
import pandas as pd
import pytest

from dashboard.indicators.registry import INDICATORS
from dashboard.ingest import csv_tables, embedded
from dashboard.ingest.embedded import reference
from dashboard.ingest.published import (
    MONTHS,
    YEARS,
    counts_by_source,
    published_arrays,
    published_rows,
    series_keys,
)
from dashboard.reference.regions import ALL_CODES


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return published_rows(embedded.figures())


def test_every_row_of_the_file_is_kept_as_it_stands(rows: pd.DataFrame) -> None:
    written = csv_tables.rows("published_figures")
    assert len(rows) == len(written)
    assert rows["value"].tolist() == [float(row["value"]) for row in written]
    assert counts_by_source(rows) == {
        source: sum(row["source_id"] == source for row in written)
        for source in sorted({row["source_id"] for row in written})
    }


def test_a_period_is_a_whole_year_a_whole_month_or_something_else(rows: pd.DataFrame) -> None:
    seen = rows.groupby("grain")["period"].agg(lambda periods: {len(p) for p in periods}).to_dict()
    assert seen["year"] == {4}
    assert seen["month"] == {7}
    assert seen["other"] == {0}
    years = rows[rows["grain"] == "year"]
    assert set(years["period_end"].str[4:]) == {"-12-31"}


def test_the_arrays_hold_each_declared_figure_and_no_other(rows: pd.DataFrame) -> None:
    years, points = published_arrays(rows, reference().notes)
    assert years.shape == (len(series_keys()), len(ALL_CODES), len(YEARS))
    assert points.shape == (len(series_keys()), len(ALL_CODES), len(MONTHS))
    declared = {(p.series, p.care): p.source for i in INDICATORS for p in i.published}
    figures = rows[rows["hospital"].eq("") & rows["grain"].eq("year") & rows["period"].isin(YEARS)]
    belong = [
        declared.get((row.indicator, row.care_area)) == row.source_id
        for row in figures.itertuples()
    ]
    # Two figures are impossible and left out: notes T2a and T2b.
    assert np.isfinite(years).sum() == sum(belong) - 2


def test_known_figures_stand_where_they_belong(rows: pd.DataFrame) -> None:
    years, points = published_arrays(rows, reference().notes)
    key = series_keys().index(("overcrowding_per_100", "somatic"))
    assert years[key, 0].tolist()[0] == 3.7
    # Published national months: December 2022 and April 2024 (docs/methods.md 9).
    assert points[key, 0, MONTHS.index("2022-12")] == 6.4
    assert points[key, 0, MONTHS.index("2024-04")] == 5.9


def test_the_impossible_is_left_out(rows: pd.DataFrame) -> None:
    assert 146.1 in rows["value"].tolist()
    years, _ = published_arrays(rows, reference().notes)
    key = series_keys().index(("wait_first_contact_waiting_le90d_pct", "all"))
    assert np.isnan(years[key, ALL_CODES.index("14"), YEARS.index("2025")])
    assert np.nanmax(years[key]) <= 100
