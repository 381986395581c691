"""The command sums reports of unit-days, and what it writes can be imported."""

import csv
import json
from pathlib import Path

import pandas as pd
import psycopg
import pytest

from dashboard.cli import main
from tests.servers import Postgres
from tests.unit_days_made import COUNTED, in_loops, unit_days


@pytest.fixture
def days() -> pd.DataFrame:
    return unit_days(7, rows=400)


@pytest.fixture
def file(tmp_path: Path, days: pd.DataFrame) -> Path:
    days.to_csv(tmp_path / "days.csv", index=False)
    return tmp_path / "days.csv"


def test_sums_of_files_are_printed(
    file: Path, days: pd.DataFrame, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["aggregate", str(file), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == in_loops(days)
    assert main(["aggregate", str(file)]) == 0
    assert "2024-01" in capsys.readouterr().out


def test_a_file_is_written_that_holds_what_an_import_reads(
    file: Path,
    days: pd.DataFrame,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    out = tmp_path / "months.csv"
    assert main(["aggregate", str(file), "--out", str(out)]) == 0
    assert "Next: vardplats import" in capsys.readouterr().err
    assert main(["import", str(out), "--dry-run", "--format", "json"]) == 0
    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    keys = ["region", "month", "care", "stream", *COUNTED]
    assert list(rows[0]) == keys
    for row, expected in zip(rows, in_loops(days), strict=True):
        assert [row[key] for key in keys] == [
            "" if expected[key] is None else str(expected[key]) for key in keys
        ]


def test_a_table_of_a_database_is_summed_where_it_lies(
    postgres: Postgres, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres.fresh()
    with psycopg.connect(url) as connection:
        connection.execute(
            "CREATE TABLE reports AS SELECT '14' AS region, 'H' AS hospital, 'a' AS unit, "
            "day::date AS date, 'somatic' AS care, 'acute' AS stream, 10 AS beds, 9 AS patients, "
            "1 AS overcrowded, 0 AS outplaced "
            "FROM generate_series(date '2025-01-01', '2025-01-31', interval '1 day') day"
        )
    asked = ["aggregate", "--engine", url, "--table", "reports", "--format", "json"]
    assert main(asked) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(row["stream"], row["bed_days"], row["over_days"]) for row in found] == [
        ("acute", 310, 31), ("all", 310, 31),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Give files, or --engine and --table"),
        (["nothing.csv"], "nothing.csv"),
        (["nothing.csv", "--table", "days"], "Give files, or"),
        (["--engine", "oracle://x", "--table", "days"], "the engine must be one of"),
    ],
)
def test_what_cannot_be_summed_is_refused(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["aggregate", *arguments]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
