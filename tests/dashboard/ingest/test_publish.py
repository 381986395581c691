"""A release is whole or not there, whenever the writer is stopped."""

import errno
import json
import os
import shutil
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dashboard.ingest.publish import publish
from dashboard.reference.periods import months_between
from dashboard.reference.tables import packed
from dashboard.releases.dataset import (
    CUBE,
    GEOMETRY,
    MANIFEST,
    POINTER,
    REFERENCE,
    current_release,
    read_dataset,
)
from dashboard.storage import durable_files

# Every call by which a file or a folder becomes lasting.
STEPS = ("fsync", "rename", "replace", "open", "chmod")


class Killed(BaseException):
    """Stands for the end of the process: nothing after it runs."""


def files(number: float) -> dict[str, bytes]:
    """The smallest content that can be read as a dataset."""
    out = BytesIO()
    cube = np.full((5, 21, 12, 2, 3), number)
    np.savez(out, cube=cube, years=np.zeros((0, 22, 1)), points=np.zeros((0, 22, 12)))
    return {CUBE: out.getvalue(), GEOMETRY: b'{"features": []}', REFERENCE: packed({})}


MONTHS = months_between("2025-01", "2025-12")
FACTS: dict[str, Any] = {"months": MONTHS, "years": ["2025"], "series": []}


def value(home: Path) -> float:
    return float(read_dataset(home).cube.min())


def leftovers(home: Path) -> list[str]:
    return [path.name for path in (home / "releases").iterdir() if path.name.startswith(".")]


def test_the_same_content_has_the_same_name_and_other_content_another(tmp_path: Path) -> None:
    first = publish(tmp_path / "a", files(1), FACTS)
    assert publish(tmp_path / "b", files(1), FACTS) == first
    assert publish(tmp_path / "a", files(2), FACTS) != first
    assert publish(tmp_path / "a", files(1), {**FACTS, "years": ["2024"]}) != first
    assert len(first) == 16


def test_a_release_that_is_whole_is_not_written_again(tmp_path: Path) -> None:
    release = publish(tmp_path, files(1), FACTS)
    manifest = tmp_path / "releases" / release / MANIFEST
    before = manifest.stat()
    publish(tmp_path, files(1), FACTS)
    assert (manifest.stat().st_ino, manifest.stat().st_mtime_ns) == (
        before.st_ino, before.st_mtime_ns,
    )  # fmt: skip


def test_publishing_an_earlier_content_again_makes_it_current(tmp_path: Path) -> None:
    first = publish(tmp_path, files(1), FACTS)
    publish(tmp_path, files(2), FACTS)
    assert publish(tmp_path, files(1), FACTS) == first == current_release(tmp_path)
    assert value(tmp_path) == 1


def test_the_manifest_states_every_file(tmp_path: Path) -> None:
    release = publish(tmp_path, files(1), FACTS)
    folder = tmp_path / "releases" / release
    manifest = json.loads((folder / MANIFEST).read_bytes())
    assert manifest["release"] == release
    assert {name: entry["bytes"] for name, entry in manifest["files"].items()} == {
        name: (folder / name).stat().st_size for name in (CUBE, GEOMETRY, REFERENCE)
    }
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_a_torn_release_is_put_aside_and_written_anew(tmp_path: Path) -> None:
    release = publish(tmp_path, files(1), FACTS)
    (tmp_path / "releases" / release / CUBE).write_bytes(b"torn")
    assert publish(tmp_path, files(1), FACTS) == release
    assert value(tmp_path) == 1


# --- stopped in the middle -----------------------------------------------------------------


def stopping(monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException) -> list[str]:
    """Raise at the `at`-th of the steps that make a file lasting; the steps taken so far."""
    taken: list[str] = []

    def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **options: Any) -> Any:
            taken.append(name)
            if len(taken) == at:
                raise error
            return real(*args, **options)

        return step

    for name in STEPS:
        monkeypatch.setattr(os, name, counted(name, getattr(os, name)))
    return taken


def steps_of_a_publication(home: Path) -> int:
    with pytest.MonkeyPatch.context() as patch:
        taken = stopping(patch, -1, Killed())
        publish(home, files(2), FACTS)
    assert {"fsync", "rename", "replace"} <= set(taken)
    return len(taken)


@pytest.mark.parametrize("error", [Killed(), OSError(errno.ENOSPC, "disk full")], ids=repr)
def test_stopped_at_any_step_it_leaves_the_old_release_or_the_new(
    tmp_path: Path, error: BaseException
) -> None:
    publish(tmp_path / "whole", files(1), FACTS)
    steps = steps_of_a_publication(tmp_path / "whole")
    outcomes = []
    for at in range(1, steps + 1):
        home = tmp_path / str(at)
        publish(home, files(1), FACTS)
        with pytest.MonkeyPatch.context() as patch:
            stopping(patch, at, error)
            if isinstance(error, Killed):
                # A process that is killed cleans nothing up.
                patch.setattr(shutil, "rmtree", lambda *_, **__: None)
                patch.setattr(Path, "unlink", lambda *_, **__: None)
            with pytest.raises(type(error)):
                publish(home, files(2), FACTS)
        outcomes.append(value(home))
        if isinstance(error, OSError):
            assert leftovers(home) == []
        # Whatever was left behind, the next attempt succeeds.
        publish(home, files(2), FACTS)
        assert value(home) == 2
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {1, 2}, "the last step is after the new release is pointed to"
    assert outcomes.count(2) <= 2


def test_a_disk_that_fills_while_a_file_is_written_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = publish(tmp_path, files(1), FACTS)
    before = sorted(path.name for path in (tmp_path / "releases").iterdir())

    def full(path: Path, content: bytes) -> None:
        path.write_bytes(content[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable_files, "write_synced", full)
    with pytest.raises(OSError, match="No space left"):
        publish(tmp_path, files(2), FACTS)
    assert sorted(path.name for path in (tmp_path / "releases").iterdir()) == before
    assert current_release(tmp_path) == old
    assert value(tmp_path) == 1


def test_the_pointer_is_never_seen_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, files(1), FACTS)
    seen: list[float] = []
    real = os.fsync

    def looking(handle: int) -> None:
        seen.append(value(tmp_path))
        real(handle)

    monkeypatch.setattr(os, "fsync", looking)
    publish(tmp_path, files(2), FACTS)
    assert len(seen) >= 5
    assert set(seen) == {1, 2}
    assert (tmp_path / "releases" / POINTER).read_text() == current_release(tmp_path)
