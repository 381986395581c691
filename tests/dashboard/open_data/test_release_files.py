"""The files of a release hold what the package holds, in other forms."""

import gzip
import io
import tracemalloc
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyaxis import pyaxis

from dashboard.api.declared import Ground
from dashboard.api.flat import columns
from dashboard.indicators.registry import INDICATORS
from dashboard.open_data import release_files
from dashboard.open_data.parquet import parquet
from dashboard.open_data.tables import BY_NAME, TABLES
from dashboard.pxweb.tables import tables_of
from dashboard.releases.dataset import Dataset
from tests.each import each

SITE = "https://x.se"


@pytest.fixture(scope="module")
def ground(dataset: Dataset, home: Path) -> Ground:
    return Ground(dataset, home)


def held(ground: Ground, name: str) -> bytes:
    return release_files.content((ground.dataset, ground.home), SITE, name)


def test_parquet_has_the_values_of_the_csv_with_a_group_for_each_indicator(ground: Ground) -> None:
    content = held(ground, "values.parquet")
    file = pq.ParquetFile(io.BytesIO(content))
    groups = range(file.metadata.num_row_groups)
    named = [set(file.read_row_group(one, ["indicator"])[0].to_pylist()) for one in groups]
    assert named == [{one.key} for one in INDICATORS]
    frame = file.read().to_pandas()
    plain = pd.read_csv(
        io.BytesIO(held(ground, "values.csv")), dtype={"region": str, "period": str}
    )
    assert list(frame.columns) == list(plain.columns)
    assert frame["value"].tolist() == plain["value"].tolist()
    assert frame["period"].tolist() == plain["period"].tolist()
    assert set(frame["region"]) >= {"00", "01", "25"}
    assert frame["low"].isna().tolist() == plain["low"].isna().tolist()


def test_the_files_of_indicators_are_together_the_file_of_all(ground: Ground) -> None:
    parts = [pq.read_table(io.BytesIO(held(ground, one.name)))
             for one in release_files.files_of_indicators()]  # fmt: skip
    whole = pq.read_table(io.BytesIO(held(ground, "values.parquet")))
    assert pa.concat_tables(parts).equals(whole)


def test_duckdb_reads_the_file(ground: Ground, tmp_path: Path) -> None:
    (tmp_path / "values.parquet").write_bytes(held(ground, "values.parquet"))
    where = "indicator = 'occupancy' AND region = '14' AND period = '2025-10'"
    found = duckdb.sql(f"SELECT value FROM '{tmp_path}/values.parquet' WHERE {where}").fetchall()
    rows = BY_NAME["values"].rows(ground)
    told = [row["value"] for row in rows if (row["indicator"], row["region"], row["period"]) ==
            ("occupancy", "14", "2025-10")]  # fmt: skip
    assert found == [(told[0],)]


def test_every_table_is_written_with_the_columns_it_declares(ground: Ground) -> None:
    for one in each(TABLES):
        read = pq.read_table(io.BytesIO(parquet(one, ground)))
        assert read.column_names == [name for field in one.fields for name in columns(field)]
        lines = gzip.decompress(held(ground, f"{one.name}.csv.gz"))
        assert lines == held(ground, f"{one.name}.csv")
    dates = pq.read_table(io.BytesIO(parquet(BY_NAME["published"], ground))).schema
    assert str(dates.field("period_start").type) == "date32[day]"


def test_the_same_release_gives_the_same_bytes(ground: Ground) -> None:
    for name in ("values.parquet", "regions.csv.gz", "progress_to_guideline_estimated_year.sv.px"):
        first = held(ground, name)
        release_files.content_of_public.cache_clear()
        assert held(ground, name) == first


def test_there_is_a_file_for_each_table_but_no_invented_months(ground: Ground) -> None:
    names = set(release_files.files(ground.dataset))
    for key, table in each(tables_of(ground.dataset).items()):
        for ending in ("sv.px", "en.px", "sv.json", "en.json"):
            assert (f"{key}.{ending}" in names) == (table.data != "example")


def test_a_px_file_of_a_whole_table_is_read_back(ground: Ground, tmp_path: Path) -> None:
    name = "wait_operation_waiting_published_year.sv.px"
    (tmp_path / name).write_bytes(held(ground, name))
    frame = pyaxis.parse(str(tmp_path / name), encoding="utf-8")["DATA"]
    table = tables_of(ground.dataset)["wait_operation_waiting_published_year"]
    assert len(frame) == 22 * 2 * len(table.periods)
    assert {"Riket", "Västra Götaland"} <= set(frame["region"])


def test_a_file_costs_little_memory(ground: Ground) -> None:
    """Those that cost most of all there are; the others stay below 7 MB."""
    held(ground, "regions.parquet")
    largest = (
        "values.parquet", "measures.parquet", "values.csv.gz",
        "overcrowding_estimated_month.sv.px", "overcrowding_estimated_month.en.json",
    )  # fmt: skip
    for name in each(largest):
        release_files.content_of_public.cache_clear()
        tracemalloc.start()
        held(ground, name)
        assert tracemalloc.get_traced_memory()[1] < 20e6, name
        tracemalloc.stop()
