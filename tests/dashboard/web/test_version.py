"""The code's name changes with whatever its answers are made of."""

from pathlib import Path

import pytest

from dashboard.settings import Settings
from dashboard.web import version
from dashboard.web.version import code_stamp, code_version


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small house of one's own."""
    (tmp_path / "dashboard" / "__pycache__").mkdir(parents=True)
    (tmp_path / "dashboard" / "values.py").write_text("1")
    (tmp_path / "app.py").write_text("2")
    monkeypatch.setattr(version, "ROOT", tmp_path)
    return tmp_path


def test_the_same_code_has_the_same_name() -> None:
    assert code_version(Settings()) == code_version(Settings())


@pytest.mark.parametrize("name", ["dashboard/values.py", "app.py", "requirements.lock"])
def test_code_facts_and_packages_change_the_name(root: Path, name: str) -> None:
    before = code_version(Settings())
    (root / name).write_text("3")
    assert code_version(Settings()) != before


def test_moving_text_from_one_file_to_the_next_changes_the_name(root: Path) -> None:
    (root / "dashboard" / "a.py").write_text("12")
    (root / "dashboard" / "b.py").write_text("3")
    before = code_version(Settings())
    (root / "dashboard" / "a.py").write_text("1")
    (root / "dashboard" / "b.py").write_text("23")
    assert code_version(Settings()) != before


def test_compiled_files_and_where_answers_are_kept_do_not_change_the_name(root: Path) -> None:
    before = code_version(Settings())
    (root / "dashboard" / "__pycache__" / "values.pyc").write_text("4")
    assert code_version(Settings(cache="FileSystemCache", workers=3)) == before


def test_what_readers_see_of_the_settings_changes_the_name() -> None:
    assert code_version(Settings(operator="Region X")) != code_version(Settings())


@pytest.mark.parametrize("name", ["dashboard/values.py", "app.py", "requirements.lock"])
def test_a_file_written_anew_changes_the_stamp(root: Path, name: str) -> None:
    before = code_stamp(Settings())
    assert code_stamp(Settings(workers=3)) == before
    (root / name).write_text("34")
    assert code_stamp(Settings()) != before


def test_compiled_files_do_not_change_the_stamp_and_what_readers_see_does(root: Path) -> None:
    before = code_stamp(Settings())
    (root / "dashboard" / "__pycache__" / "values.pyc").write_text("4")
    assert code_stamp(Settings()) == before
    assert code_stamp(Settings(operator="Region X")) != before
