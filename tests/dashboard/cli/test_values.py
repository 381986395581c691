"""`vardplats values` prints the published figures, and says no in one plain sentence."""

import csv
import io
import json
import math
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.paths import DATA
from dashboard.reference.regions import ALL_CODES

Run = pytest.CaptureFixture[str]
ASKED = ["values", "--indicator", "overcrowding", "--period", "2024"]


@pytest.fixture(autouse=True)
def _home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))


def test_the_published_overcrowding_of_2024_is_as_published(capsys: Run) -> None:
    with (DATA / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        published = {
            row["region_code"]: float(row["value"])
            for row in csv.DictReader(file)
            if row["source_id"] == "kolada-u70425" and row["period_start"] == "2024-01-01"
        }
    arguments = [*ASKED, "--region", "all", "--data", "published", "--format", "json"]
    assert main(arguments) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["region"] for row in rows] == list(ALL_CODES)
    assert {row["region"]: row["value"] for row in rows} == published
    assert rows[0]["value"] == 5.7
    assert {row["status"] for row in rows} == {"published"}


def test_json_and_csv_hold_the_same_values_at_full_precision(capsys: Run) -> None:
    asked = ["values", "--indicator", "occupancy", "--period", "2025-10", "--region", "00,14"]
    assert main([*asked, "--format", "json"]) == 0
    as_json = json.loads(capsys.readouterr().out)
    assert main([*asked, "--format", "csv"]) == 0
    as_csv = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [list(row) for row in as_csv] == [list(row) for row in as_json]
    assert [float(row["value"]) for row in as_csv] == [row["value"] for row in as_json]
    assert [row["region"] for row in as_csv] == ["00", "14"]
    assert all(math.isfinite(row["value"]) for row in as_json)


def test_the_table_rounds_and_names_the_regions(capsys: Run) -> None:
    assert main([*ASKED, "--data", "published"]) == 0
    out = capsys.readouterr().out
    line = next(line for line in out.splitlines() if "Västra Götaland" in line)
    assert [cell.strip() for cell in line.split("│")[1:5]] == [
        "14", "Västra Götaland", "9.6", "published",
    ]  # fmt: skip
    assert "Why there is none" not in out


def test_a_reason_stands_in_the_table_or_on_stderr(capsys: Run) -> None:
    asked = [*ASKED, "--stream", "acute", "--data", "published", "--region", "14"]
    assert main(asked) == 0
    assert "Why there is none" in capsys.readouterr().out
    assert main([*asked, "--format", "json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)[0]["value"] is None
    assert printed.err.startswith("No value for Västra Götaland: ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*ASKED[:2], "overcrowdng", *ASKED[3:]), "overcrowding"),
        ((*ASKED[:4], "2024-13"), "period=2024-13 does not exist"),
        ((*ASKED[:4], ""), "period is empty"),
        ((*ASKED, "--region", "02"), "region=02 does not exist"),
        ((*ASKED, "--region", "14,"), "region is empty"),
        ((*ASKED, "--care", "dental"), "somatic, psychiatric, all"),
        ((*ASKED, "--stream", "x"), "all, acute, planned"),
        ((*ASKED, "--data", "guessed"), "published, estimated, reported, example"),
        ((*ASKED, "--format", "xml"), "xml"),
        (ASKED[:3], "--period"),
        (("valeus",), "valeus"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    arguments: tuple[str, ...], words: str, capsys: Run
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert "Traceback" not in printed.err
    assert "default is shown" not in printed.err


def test_every_fault_is_told_at_once(capsys: Run) -> None:
    assert main([*ASKED, "--region", "02,14,99", "--care", "dental"]) == 2
    assert [line.split(" ")[0] for line in capsys.readouterr().err.splitlines()] == [
        "region=02", "care=dental", "region=99",
    ]  # fmt: skip


def test_without_a_release_it_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    assert main(ASKED) == 2
    assert "Run: vardplats build" in capsys.readouterr().err


def test_a_torn_release_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "current").write_text("0123456789abcdef")
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    assert main(ASKED) == 2
    assert capsys.readouterr().err.endswith("Run: vardplats build\n")
