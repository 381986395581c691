"""`vardplats agreements` adds, follows up, closes, lists and makes a calendar."""

import csv
import io
import json
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.dashboard.dialogue.test_agreement_log import FORM

Run = pytest.CaptureFixture[str]
ADD = ["agreements", "add", *(part for key, words in FORM.items() for part in (f"--{key}", words))]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))


def test_what_is_added_is_listed_in_each_format(capsys: Run) -> None:
    assert main([*ADD, "--by", "Åsa", "--format", "json"]) == 0
    [made] = json.loads(capsys.readouterr().out)
    assert (made["agreement"], made["agreed_by"], made["region_name"]) == (
        1, "Åsa", "Västernorrland",
    )  # fmt: skip
    assert main(["agreements", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [made]
    assert main(["agreements", "list", "--format", "csv", "--lang", "sv"]) == 0
    [row] = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["measure"], row["state_words"], row["marks"]) == (
        FORM["measure"], "pågår", "goal needs",
    )  # fmt: skip
    assert main(["agreements"]) == 0
    out = capsys.readouterr().out
    assert "Agreements: 1" in out
    assert "Anna Ek" in out


def test_a_region_has_its_own(capsys: Run) -> None:
    assert main(ADD) == 0
    capsys.readouterr()
    for region, count in (("22", 1), ("01", 0)):
        assert main(["agreements", "--region", region, "--format", "json"]) == 0
        assert len(json.loads(capsys.readouterr().out)) == count
    assert main(["agreements", "--region", "99"]) == 2
    assert "There is no region '99'" in capsys.readouterr().err


def test_it_is_followed_up_and_closed(capsys: Run) -> None:
    assert main(ADD) == 0
    assert main(["agreements", "follow-up", "1", "--note", "På väg", "--by", "Bo"]) == 0
    assert main(["agreements", "close", "1", "--note", "Klart"]) == 0
    capsys.readouterr()
    assert main(["agreements", "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert row["state"] == "carried_out"
    assert [(one["note"], one["state"]) for one in row["followed_up"]] == [
        ("På väg", "open"), ("Klart", "carried_out"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add"], "measure: The measure is missing."),
        (["follow-up"], "Say which agreement"),
        (["follow-up", "7", "--note", "x"], "There is no agreement 7."),
        (["close", "7", "--note", "x", "--as", "open-ended"], "Invalid value for '--as'"),
        (["calendar"], "Say which file to write"),
        (["calendar", "--to", "/nowhere/a.ics"], "/nowhere/a.ics cannot be written: No such"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    capsys: Run, arguments: list[str], said: str, tmp_path: Path
) -> None:
    assert main(["agreements", *arguments]) == 2
    assert said in " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert list(tmp_path.iterdir()) == []


def test_the_calendar_is_written(capsys: Run, tmp_path: Path) -> None:
    assert main(ADD) == 0
    capsys.readouterr()
    file = tmp_path / "made.ics"
    assert main(["agreements", "calendar", "--to", str(file), "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert row == {"file": str(file), "agreements": 1, "bytes": file.stat().st_size}
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_log_that_was_changed_is_not_printed(capsys: Run, tmp_path: Path) -> None:
    assert main(ADD) == 0
    log = tmp_path / "agreements.jsonl"
    log.write_text(log.read_text("utf-8").replace("Anna Ek", "Bo Ek"), "utf-8")
    assert main(["agreements"]) == 2
    assert "Line 1 has been changed since it was written." in capsys.readouterr().err


def test_without_any_it_says_none(capsys: Run) -> None:
    assert main(["agreements"]) == 0
    assert capsys.readouterr().out == "Agreements: 0\n"
