"""A home folder as one file and back: nothing lost, and nothing changed by what is no backup."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from dashboard.storage.home_archive import MANIFEST, BadArchive, back_up, restore


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A home with files in folders, and with what is made anew."""
    home = tmp_path / "home"
    for name in ("releases/a/cube.npz", "releases/current", "imports/x/rows", "cache/1",
                 "lock-env/bin", ".built", "publishing.lock", "imports/.lock"):  # fmt: skip
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(name.encode() * 1000)
    (home / "releases" / "current").chmod(0o600)
    return home


def files(home: Path) -> dict[str, bytes]:
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file()
    }


def test_what_is_kept_comes_back_as_it_was(kept: Path, tmp_path: Path) -> None:
    made = back_up(kept, tmp_path / "b.tar.gz")
    back = restore(tmp_path / "b.tar.gz", tmp_path / "new")
    assert made == back
    assert made.files == 3
    assert set(files(tmp_path / "new")) == {"releases/a/cube.npz", "releases/current",
                                            "imports/x/rows"}  # fmt: skip
    known = files(kept)
    assert all(known[name] == content for name, content in files(tmp_path / "new").items())
    assert (tmp_path / "new/releases/current").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "b.tar.gz").stat().st_mode & 0o777 == 0o600


def test_a_backup_takes_no_place_and_is_of_something(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(FileExistsError):
        back_up(kept, tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileNotFoundError):
        back_up(tmp_path / "empty", tmp_path / "b")
    assert not (tmp_path / "b").exists()


def test_what_is_there_is_kept_unless_it_is_to_be_replaced(kept: Path, tmp_path: Path) -> None:
    back_up(kept, tmp_path / "b.tar.gz")
    (kept / "releases/current").write_text("later")
    with pytest.raises(FileExistsError):
        restore(tmp_path / "b.tar.gz", kept)
    assert (kept / "releases/current").read_text() == "later"
    restore(tmp_path / "b.tar.gz", kept, replace=True)
    assert (kept / "releases/current").read_bytes().startswith(b"releases/current")
    assert "later" in [one.read_text() for one in kept.glob(".replaced-*/releases/current")]


def packed(path: Path, *members: tuple[str, bytes], listed: object = None) -> Path:
    """A file like a backup, with a list of its own."""
    manifest = {"format": 1, "created": "2026-01-01", "files": {}} if listed is None else listed
    with tarfile.open(path, "w:gz") as tar:
        for name, content in ((MANIFEST, json.dumps(manifest).encode()), *members):
            about = tarfile.TarInfo(name)
            about.size = len(content)
            tar.addfile(about, io.BytesIO(content))
    return path


def cut_short(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-200])
    return path


def without_list(path: Path) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("other"), io.BytesIO())
    return path


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ("words", "cannot be read"),
        ("short", "cannot be read"),
        ("unlisted", "not in its list"),
        ("altered", "not as it was"),
        ("lacking", "are missing"),
        ("future", "format that is not known"),
        ("no list", "does not stand first"),
        ("upwards", "no plain file of a home folder"),
    ],
)
def test_what_is_no_whole_backup_changes_nothing(
    kept: Path, tmp_path: Path, fault: str, problem: str
) -> None:
    path = tmp_path / "bad"
    if fault == "words":
        path.write_text("a letter")
    elif fault == "short":
        back_up(kept, path)
        cut_short(path)
    elif fault == "no list":
        without_list(path)
    else:
        listed = {"format": 2 if fault == "future" else 1, "created": "", "files": {
            "unlisted": {}, "altered": {"a": "0"}, "lacking": {"b": "0"}, "future": {},
            "upwards": {"../a": "0"},
        }[fault]}  # fmt: skip
        name = "../a" if fault == "upwards" else "a"
        packed(path, *([] if fault == "lacking" else [(name, b"x")]), listed=listed)
    with pytest.raises(BadArchive, match=problem):
        restore(path, tmp_path / "new")
    assert files(tmp_path / "new") == {}
    assert list((tmp_path / "new").iterdir()) == []
    assert not (tmp_path / "a").exists()
