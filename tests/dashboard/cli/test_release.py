"""`vardplats build` publishes once and the same, and tells how well the model fits."""

import csv
import io
import json
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.releases.dataset import read_dataset

Run = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))


def test_the_release_its_counts_and_residuals_are_printed(home: Path, capsys: Run) -> None:
    assert main(["build", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["release", "counts", "rules", "residuals", "back_test"]
    assert told["rules"] == dict(read_dataset(home).manifest["rules"])
    assert told["release"] == read_dataset(home).release
    assert told["counts"] == dict(read_dataset(home).manifest["counts"])
    assert told["residuals"]["over"]["national_month"] <= 0.05


def test_the_same_is_told_as_table_and_csv(home: Path, capsys: Run) -> None:
    release = read_dataset(home).release
    assert main(["build"]) == 0
    assert release in capsys.readouterr().out
    assert main(["build", "--format", "csv"]) == 0
    rows = {r["name"]: r["value"] for r in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert rows["release"] == release
    assert float(rows["residuals.out.region_year"]) <= 0.005


def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder")
    monkeypatch.setenv("VARDPLATS_HOME", str(taken))
    assert main(["build"]) == 2
    assert "VARDPLATS_HOME" in capsys.readouterr().err
