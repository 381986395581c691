"""`vardplats reports` shows what readers say is wrong, in each format."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.feedback.reports import report_from, store
from tests.dashboard.feedback.test_reports import FORM, is_page

Run = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))


def _sent(home: Path, hour: int, wrong: str) -> None:
    now = datetime(2026, 11, 22, hour, tzinfo=UTC)
    store(home, report_from({**FORM, "wrong": wrong}, is_page=is_page, now=now))


def test_json_and_csv_hold_every_field_newest_first(capsys: Run, tmp_path: Path) -> None:
    _sent(tmp_path, 4, "Den första rapporten")
    _sent(tmp_path, 5, "Två\nrader, och komma")
    assert main(["reports", "--format", "json"]) == 0
    as_json = json.loads(capsys.readouterr().out)
    assert main(["reports", "--format", "csv"]) == 0
    assert list(csv.DictReader(io.StringIO(capsys.readouterr().out))) == as_json
    assert [one["wrong"] for one in as_json] == ["Två\nrader, och komma", "Den första rapporten"]
    assert {one["address"] for one in as_json} == {FORM["address"]}


def test_the_table_says_when_what_and_where(capsys: Run, tmp_path: Path) -> None:
    _sent(tmp_path, 5, "Värdet är fel")
    assert main(["reports"]) == 0
    out = capsys.readouterr().out
    for words in ("Reports: 1", "2026-11-22 05:00", "A value", "Värdet är fel", "012345"):
        assert words in out


def test_without_reports_it_says_none(capsys: Run) -> None:
    assert main(["reports"]) == 0
    assert "Reports: 0" in capsys.readouterr().out
    assert main(["reports", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["reports", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("id,received,figure")


def test_a_file_that_is_no_report_is_named(capsys: Run, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "torn.json").write_text("{")
    assert main(["reports"]) == 0
    assert "torn.json" in capsys.readouterr().err


def test_the_box_is_emptied_and_a_contact_erased(capsys: Run, tmp_path: Path) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    store(tmp_path, report_from({**FORM, "contact": "a@x.se"}, is_page=is_page, now=now))
    assert main(["reports", "--erase", "nobody@x.se"]) == 2
    assert "No report" in capsys.readouterr().err
    assert main(["reports", "--erase", "a@x.se", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"erased": 1}]
    to = str(tmp_path / "archived.jsonl")
    assert main(["reports", "--archive", to, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"archived": 1, "file": to}]
    assert main(["reports", "--archive", to]) == 2
    assert "is there already" in capsys.readouterr().err
    assert "a@x.se" not in (tmp_path / "audit.jsonl").read_text()
