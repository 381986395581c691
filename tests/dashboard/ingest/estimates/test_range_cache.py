"""Ranges are read where they are kept only while all that they are made of is the same."""

from pathlib import Path

import numpy as np
import pytest

from dashboard.ingest.estimates import range_cache
from dashboard.ingest.estimates.range_cache import ROOMS, cached_ranges, digest
from dashboard.releases.ranges import KINDS, Ranges
from tests.test_plan import MODULES


def some(number: float) -> Ranges:
    shape = (1, 22, len(KINDS), 2)
    low, anchors = np.full(shape, number, np.float32), np.ones((1, 22, 2), np.uint8)
    return Ranges((("occupancy", "somatic", "all"),), low, low + 1, anchors)


def low_of(folder: Path, computed: float) -> float:
    return float(cached_ranges(lambda: some(computed), folder).low[0, 0, 0, 0])


def test_ranges_are_computed_once_and_anew_when_anything_is_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "estimates"
    assert [low_of(folder, 1), low_of(folder, 2)] == [1, 1]
    monkeypatch.setattr(range_cache, "digest", lambda: "another")
    assert low_of(folder, 3) == 3
    assert [path.name for path in folder.iterdir()] == ["ranges-another.npz"]


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04"])
def test_a_file_that_cannot_be_read_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / f"ranges-{digest()}.npz").write_bytes(content)
    assert [low_of(tmp_path, 4), low_of(tmp_path, 5)] == [4, 4]


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert low_of(tmp_path / "file" / "estimates", 6) == 6


def test_facts_code_and_packages_each_give_another_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("facts.csv", "code.py")]
    monkeypatch.setattr(range_cache, "ROOT", tmp_path)
    monkeypatch.setattr(range_cache, "_files", lambda: files)
    seen = []
    for text in ("first", "second"):
        for path in files:
            path.write_text(text)
            if files[1].exists():
                seen.append(digest())
    monkeypatch.setattr(range_cache, "version", lambda name: "0.0")
    seen.append(digest())
    assert len(set(seen)) == len(seen) == 4


def test_all_code_that_ranges_follow_from_is_in_the_digest() -> None:
    imports = {module.name: set(module.imported()) for module in MODULES}
    reached, todo = set[str](), ["dashboard.ingest.estimates.shown"]
    while todo:
        name = todo.pop()
        if name in imports and name not in reached:
            reached.add(name)
            todo.extend(imports[name])
    rooms = {name.split(".")[1] for name in reached if name.count(".")}
    assert "indicators" in rooms
    # Of the ground floor: where files are, and how classes are made.
    assert rooms - {"paths", "frozen"} <= set(ROOMS)
