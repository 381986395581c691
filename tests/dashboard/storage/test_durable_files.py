"""A file is there whole or not at all, whatever happens while it is written."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.storage.durable_files import append_lines, create_file, replace_file, write_folder


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "disk full")


def test_a_name_that_is_taken_keeps_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert create_file(path, b"first")
    assert not create_file(path, b"second")
    assert path.read_bytes() == b"first"
    assert path.stat().st_mode & 0o777 == 0o644
    assert os.listdir(tmp_path) == ["a.csv"]


def test_a_file_is_replaced_by_other_content(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for content in (b"first", b"second"):
        replace_file(path, content)
        assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["a.csv"]


@pytest.mark.parametrize(
    "write",
    [
        lambda folder: create_file(folder / "new", b"new"),
        lambda folder: replace_file(folder / "old", b"new"),
        lambda folder: write_folder(folder, "old.d", {"file": b"new"}),
    ],
    ids=["create", "replace", "folder"],
)
@pytest.mark.parametrize("step", ["fsync", "open"])
def test_a_disk_that_is_full_changes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Path], object],
    step: str,
) -> None:
    (tmp_path / "old").write_bytes(b"old")
    write_folder(tmp_path, "old.d", {"file": b"old"})
    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "open")), full)
    with pytest.raises(OSError, match="disk full"):
        write(tmp_path)
    monkeypatch.undo()
    assert sorted(os.listdir(tmp_path)) == ["old", "old.d"]
    assert (tmp_path / "old").read_bytes() == (tmp_path / "old.d" / "file").read_bytes() == b"old"


def test_a_line_that_was_cut_short_ends_before_the_next(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append_lines(path, b"one\n")
    append_lines(path, b"tw")
    append_lines(path, b"three\n")
    assert path.read_bytes() == b"one\ntw\nthree\n"
