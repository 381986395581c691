"""`vardplats access` lets organisations in, gives roles, and makes tokens that it shows once."""

import json
from pathlib import Path

import pytest

from dashboard.access.register import LOG
from dashboard.cli import main
from dashboard.releases.audit_trail import trail_of
from tests.each import each

Run = pytest.CaptureFixture[str]
VGR = "232100-0131"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def _in() -> None:
    assert main(["access", "organisation", VGR, "--tier", "region", "--region", "14"]) == 0


def test_an_organisation_is_let_in_and_out(home: Path, capsys: Run) -> None:
    assert main(["access"]) == 0
    assert "Nobody is let in" in capsys.readouterr().out
    _in()
    assert main(["access", "person", f"anna@{VGR}", "--role", "publisher"]) == 0
    capsys.readouterr()
    assert main(["access", "list", "--format", "json"]) == 0
    told = [(one["who"], one["is"], one["region"]) for one in json.loads(capsys.readouterr().out)]
    assert told == [(VGR, "region", "14"), (f"anna@{VGR}", "publisher", "")]
    assert main(["access", "organisation", VGR, "--tier", "public"]) == 0
    capsys.readouterr()
    main(["access", "list", "--format", "json"])
    assert VGR not in [one["who"] for one in json.loads(capsys.readouterr().out)]


def test_a_token_is_shown_once_and_can_be_ended(home: Path, capsys: Run) -> None:
    _in()
    capsys.readouterr()
    assert main(["access", "token", VGR, "--role", "reporter", "--format", "json"]) == 0
    told = capsys.readouterr()
    (made,) = json.loads(told.out)
    assert "once" in told.err
    assert made["token"] not in (home / LOG).read_text()
    assert main(["access", "end", made["name"]]) == 0
    assert main(["access", "end", made["name"]]) == 2


def test_what_cannot_be_done_is_told_and_stands_in_the_record(home: Path, capsys: Run) -> None:
    for asked in each(
        (["organisation", "232100-0132", "--tier", "region", "--region", "14"],
         ["organisation", VGR, "--tier", "king"], ["person", "anna"], ["token", VGR])
    ):  # fmt: skip
        assert main(["access", *asked]) == 2
        assert "Traceback" not in capsys.readouterr().err
    outcomes = [one.outcome for one in trail_of(home).events]
    assert outcomes == ["begun", "refused"] * 4


def test_a_record_that_was_changed_is_told(home: Path, capsys: Run) -> None:
    _in()
    log = home / LOG
    log.write_text(log.read_text().replace('"14"', '"12"'))
    assert main(["access"]) == 2
    assert "was changed" in capsys.readouterr().err
