"""Unit-days become region-months by sums alone, whichever engine adds them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import psycopg
import pytest

from dashboard.ingest.engines import of_files, of_table
from dashboard.ingest.unit_days import COLUMNS, COUNTED, KEYS, REPORT
from tests.servers import Postgres
from tests.unit_days_made import in_loops, unit_days

Summed = Callable[[pd.DataFrame], list[dict[str, Any]]]


@pytest.fixture(params=["duckdb", "postgresql"])
def summed(request: pytest.FixtureRequest, tmp_path: Path) -> Summed:
    """The rows that an engine gives for reports in a table of its own."""

    def by_duckdb(days: pd.DataFrame) -> list[dict[str, Any]]:
        days.to_parquet(tmp_path / "days.parquet")
        with duckdb.connect(str(tmp_path / "days.duckdb")) as engine:
            engine.execute(f"CREATE TABLE days AS FROM '{tmp_path}/days.parquet'")
        return list(of_table(f"duckdb://{tmp_path}/days.duckdb", "days").to_pylist())

    def by_postgres(days: pd.DataFrame) -> list[dict[str, Any]]:
        server: Postgres = request.getfixturevalue("postgres")
        address = server.fresh()
        fill(address, days)
        return list(of_table(address, "days").to_pylist())

    return by_duckdb if request.param == "duckdb" else by_postgres


def fill(address: str, days: pd.DataFrame) -> None:
    kinds = ["text"] * 3 + ["date"] + ["text"] * 2 + ["double precision"] * 4
    columns = ", ".join(f"{name} {kind}" for name, kind in zip(REPORT, kinds, strict=True))
    with psycopg.connect(address) as connection:
        connection.execute(f"CREATE TABLE days ({columns})")
        with connection.cursor().copy("COPY days FROM STDIN") as copy:
            for row in days[list(REPORT)].itertuples(index=False):
                copy.write_row([None if pd.isna(cell) else cell for cell in row])


@pytest.mark.parametrize("seed", range(3))
def test_the_sums_equal_the_slow_and_obvious_version(summed: Summed, seed: int) -> None:
    days = unit_days(seed)
    found = summed(days)
    assert found == in_loops(days)
    assert {row["stream"] for row in found} == {"all", "acute", "planned"}
    assert any(row["over_days"] is None for row in found)


def test_files_are_read_as_they_are(tmp_path: Path) -> None:
    days = unit_days(4)
    halves = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    days.iloc[:700].to_parquet(halves[0])
    days.iloc[700:].to_parquet(halves[1])
    days.to_csv(tmp_path / "days.csv", index=False, sep=";")
    expected = in_loops(days)
    assert of_files(halves).to_pylist() == expected
    assert of_files([tmp_path / "days.csv"]).to_pylist() == expected
    assert of_files(halves).column_names == list(COLUMNS)


def test_a_region_is_the_sum_of_its_units_however_they_are_divided(tmp_path: Path) -> None:
    days = unit_days(5)
    other = days.assign(unit=days["unit"] + days["hospital"], hospital="one")
    paths = [tmp_path / name for name in ("one.parquet", "other.parquet")]
    days.to_parquet(paths[0])
    other.to_parquet(paths[1])
    one, two = (of_files([path]).to_pylist() for path in paths)
    assert [{**row, "units": 0} for row in one] == [{**row, "units": 0} for row in two]


def small(**changed: Any) -> pd.DataFrame:
    days = pd.DataFrame(
        {
            "region": "14", "hospital": "H", "unit": ["a", "b"], "date": "2025-01-31",
            "care": "somatic", "stream": "acute", "beds": 10.0, "patients": 9.0,
            "overcrowded": 1.0, "outplaced": 0.0,
        }
    )  # fmt: skip
    return days.assign(**changed)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"region": "02"}, "region '02' is not one of 01, 03"),
        ({"care": "dental"}, "care 'dental' is not one of somatic, psychiatric"),
        ({"stream": None}, "stream '' is not one of"),
        ({"unit": "a"}, "region 14, month 2025-01, care somatic, stream acute: 1 unit has a day"),
        ({"beds": [-1.0, 10.0]}, "1 counts are below zero"),
        ({"overcrowded": 10.0}, "more overcrowded patients than patients"),
        ({"patients": 0.0}, "more overcrowded patients than patients"),
        ({"date": None}, "a report has no date"),
        ({"date": "2025-13-01"}, "2025-13-01"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    tmp_path: Path, changed: dict[str, Any], words: str
) -> None:
    path = tmp_path / "days.csv"
    small(**changed).to_csv(path, index=False)
    with pytest.raises(ValueError, match=r"days\.csv") as told:
        of_files([path])
    assert words in str(told.value)


def test_a_file_or_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"junk")
    small().drop(columns="stream").to_csv(tmp_path / "a.csv", index=False)
    for name, words in (
        ("a.parquet", "a.parquet"), ("b.parquet", "No files found"), ("a.csv", "no column stream"),
        ("a.xlsx", "No such file"), ("a.ods", "must all be .csv or .xlsx, or all be .parquet"),
    ):  # fmt: skip
        with pytest.raises(ValueError, match=words):
            of_files([tmp_path / name])
    for url in ("mysql://x/y", "postgresql://me:hidden@127.0.0.1:1/x", f"duckdb://{tmp_path}/x.db"):
        with pytest.raises(ValueError, match=r"engine must be|table days") as told:
            of_table(url, "days")
        assert "hidden" not in str(told.value)


def test_the_words_are_those_of_the_measures() -> None:
    assert set(COUNTED) < set(COLUMNS)
    assert set(KEYS) < set(COLUMNS)
