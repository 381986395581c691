"""The papers of a meeting are made again from their release after two later ones: the same."""

import io
import shutil
from pathlib import Path

import numpy as np

from dashboard.dialogue.pack_content import make_pack
from dashboard.dialogue.papers.files import files
from dashboard.ingest.publish import STATED, publish
from dashboard.releases.dataset import current_release, manifest_of, read_dataset
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import CUBE
from tests.each import each

DAY = "2026-12-01"


def with_beds_times(folder: FilesystemRepository, release: str, factor: float) -> str:
    """A later release, whose every count is so many times that of another."""
    manifest = manifest_of(folder, release)
    with np.load(io.BytesIO(folder.content(release, CUBE))) as arrays:
        held = dict(arrays)
    held["cube"] = held["cube"] * factor
    written = io.BytesIO()
    np.savez(written, **held)
    kept = {name: folder.content(release, name) for name in manifest["files"]}
    facts = {key: value for key, value in manifest.items() if key not in STATED}
    return publish(folder, kept | {CUBE: written.getvalue()}, facts, by="Astrid L.")


def test_papers_of_a_release_are_the_same_after_two_later_ones(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "releases", tmp_path / "releases")
    folder, first = FilesystemRepository(tmp_path), current_release(tmp_path)
    before = files(make_pack(read_dataset(tmp_path, first), "22", "sv", day=DAY))
    second = with_beds_times(folder, first, 2)
    third = with_beds_times(folder, second, 0.5 * 1.25)
    assert len({first, second, third}) == 3
    assert current_release(tmp_path) == third
    again = files(make_pack(read_dataset(tmp_path, first), "22", "sv", day=DAY))
    assert list(again) == list(before)
    for name, content in each(again.items()):
        assert content == before[name], name
    # What stands in the latest is something else, and says what was shown at the last meeting.
    then, now = read_dataset(tmp_path, first), read_dataset(tmp_path)
    latest = make_pack(now, "22", "sv", day=DAY, then=then, since="2026-03-12")
    assert latest.release_then == first
    assert latest.figures != make_pack(then, "22", "sv", day=DAY).figures
    assert set(files(latest).values()).isdisjoint(before.values())
