"""Record, backup and restore on the command line."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.releases.dataset import current_release, read_dataset

Run = pytest.CaptureFixture[str]


@pytest.fixture
def own(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the release in a home of its own."""
    shutil.copytree(home / "releases", tmp_path / "own" / "releases")
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "own"))
    return tmp_path / "own"


def answer(capsys: Run, *arguments: str) -> Any:
    assert main([*arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: Run, *arguments: str) -> str:
    assert main([*arguments, "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_a_home_that_burnt_down_is_back_with_its_release(
    own: Path, tmp_path: Path, capsys: Run
) -> None:
    before, backup = current_release(own), str(tmp_path / "backup.tar.gz")
    assert answer(capsys, "backup", "--to", backup)["files"] > 5
    shutil.rmtree(own)
    found = answer(capsys, "restore", backup)
    assert found["release"] == before == read_dataset(own).release
    audited = answer(capsys, "audit")
    assert [one["action"] for one in audited] == ["publish"]
    assert audited[0]["subject"] == before


def test_a_home_in_use_is_not_overwritten(own: Path, tmp_path: Path, capsys: Run) -> None:
    backup = str(tmp_path / "backup.tar.gz")
    answer(capsys, "backup", "--to", backup)
    assert "is there already" in refused(capsys, "backup", "--to", backup)
    assert "--replace" in refused(capsys, "restore", backup)
    assert answer(capsys, "restore", backup, "--replace")["release"] == current_release(own)


def test_what_cannot_be_is_said(
    tmp_path: Path, capsys: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "nothing"))
    assert "nothing to back up" in refused(capsys, "backup", "--to", str(tmp_path / "b"))
    (tmp_path / "letter").write_text("words")
    assert "Nothing has changed" in refused(capsys, "restore", str(tmp_path / "letter"))
    assert "No such file" in refused(capsys, "restore", str(tmp_path / "none"))
    assert answer(capsys, "audit") == []
