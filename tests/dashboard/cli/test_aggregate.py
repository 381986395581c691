"""The command sums reports of unit-days, and what it writes can be imported."""

import csv
import json
from pathlib import Path

import pandas as pd
import psycopg
import pytest

from dashboard.cli import main
from dashboard.ingest.imported import imported
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


def a_month(folder: Path, *, lacking: int = 0, units: tuple[str, ...] = ("A", "B")) -> Path:
    """Every day of January 2024 in Halland, of which the last unit lacks some."""
    lines = ["region,hospital,unit,date,care,stream,beds,patients,overcrowded,outplaced"]
    for i, unit in enumerate(units):
        last = 31 - (lacking if i == len(units) - 1 else 0)
        lines += [f"13,H,{unit},2024-01-{day:02},somatic,acute,200,170,5,2"
                  for day in range(1, last + 1)]  # fmt: skip
    (folder / "days.csv").write_text("\n".join(lines) + "\n")
    return folder / "days.csv"


def test_units_that_differ_by_case_or_space_are_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["aggregate", str(a_month(tmp_path, units=("A", "a ")))]) == 2
    assert "1 unit has a day twice (names that differ only in capitals" in capsys.readouterr().err


def test_days_that_nobody_reported_are_counted_told_and_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    out = tmp_path / "months.csv"
    assert main(["aggregate", str(a_month(tmp_path, lacking=8)), "--out", str(out)]) == 0
    assert "54 of 62 unit-days are reported" in capsys.readouterr().err
    assert main(["import", str(out), "--format", "json"]) == 2
    (question,) = json.loads(capsys.readouterr().out)["questions"]
    assert question["rule"] == "partial"
    (tmp_path / "svar.json").write_text(json.dumps({question["key"]: "scaled"}))
    assert main(["import", str(out), "--answer", str(tmp_path / "svar.json")]) == 0
    rows = pd.read_parquet(next((tmp_path / "imports").glob("*/rows.parquet")))
    beds = rows[(rows["measure"] == "bed_days") & (rows["stream"] == "all")]["value"]
    assert beds.tolist() == pytest.approx([400 * 31])
    about = json.loads(next((tmp_path / "imports").glob("*/provenance.json")).read_bytes())
    assert about["unit_days"] == [["13", "2024-01", "somatic", 62, 54]]
    assert [(one["answer"], one["key"]) for one in about["answers"]] == [
        ("scaled", question["key"])
    ]
    assert imported(tmp_path).unit_days == about["unit_days"]
    later = a_month(tmp_path)
    assert main(["aggregate", str(later), "--out", str(out)]) == 0
    assert main(["import", str(out)]) == 0
    assert imported(tmp_path).unit_days == [["13", "2024-01", "somatic", 62, 62]]


def test_stray_days_are_no_month(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "months.csv"
    path = a_month(tmp_path, lacking=20, units=("A",))
    assert main(["aggregate", str(path), "--out", str(out)]) == 2
    assert "no month to write" in capsys.readouterr().err
    assert not out.exists()


def test_a_file_is_written_that_holds_what_an_import_reads(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    out = tmp_path / "months.csv"
    file = a_month(tmp_path)
    days = pd.read_csv(file, dtype={"region": str})
    days["date"] = pd.to_datetime(days["date"]).dt.date
    assert main(["aggregate", str(file), "--out", str(out)]) == 0
    assert "Next: vardplats import" in capsys.readouterr().err
    assert main(["import", str(out), "--dry-run", "--format", "json"]) == 0
    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    keys = ["region", "month", "care", "stream", *COUNTED]
    assert list(rows[0]) == [*keys, "unit_days_expected", "unit_days_reported"]
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
