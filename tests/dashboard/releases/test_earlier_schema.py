"""A release of the first form, without tables and findings, still opens where one has tables."""

import json
import shutil
from pathlib import Path

import pytest

from dashboard.ingest.publish import publish
from dashboard.quality.findings import findings
from dashboard.quality.rule_hits import rule_hits
from dashboard.releases.dataset import Dataset, ReleaseError, current_release, read_dataset
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import MANIFEST, QUALITY, REFERENCE
from tests.releases_made import FACTS, files


def made_first(home: Path, release: str) -> None:
    """Make a release one of schema 1: neither of the two files, nor a schema."""
    folder = home / "releases" / release
    manifest = json.loads((folder / MANIFEST).read_bytes())
    del manifest["schema"]
    for name in (REFERENCE, QUALITY):
        del manifest["files"][name]
        (folder / name).unlink()
    (folder / MANIFEST).write_text(json.dumps(manifest))


@pytest.fixture
def first(home: Path, tmp_path: Path) -> Path:
    """A home whose only release is of schema 1."""
    shutil.copytree(home / "releases", tmp_path / "releases")
    made_first(tmp_path, current_release(tmp_path))
    return tmp_path


def test_alone_it_says_what_to_do(first: Path) -> None:
    with pytest.raises(ReleaseError, match=r"earlier version, .* Run: vardplats build"):
        read_dataset(first)


def test_it_has_the_tables_of_the_newest_release_that_has_any(
    first: Path, dataset: Dataset
) -> None:
    earlier = current_release(first)
    for number in (1.0, 2.0):
        row = {"key": str(number), "date": "2025-01-01"}
        tables = {"events": {"columns": list(row), "rows": [list(row.values())]}}
        content = {**files(number), REFERENCE: json.dumps(tables).encode()}
        publish(FilesystemRepository(first), content, FACTS)
    opened = read_dataset(first, earlier)
    assert [row["key"] for row in opened.reference.rows("events")] == ["2.0"]
    assert opened.cube.tobytes() == dataset.cube.tobytes()


def test_what_the_rules_find_in_it_is_worked_out(first: Path, home: Path, dataset: Dataset) -> None:
    earlier = current_release(first)
    newer = FilesystemRepository(home)
    content = {**files(1.0), REFERENCE: newer.content(dataset.release, REFERENCE)}
    publish(FilesystemRepository(first), content, FACTS)
    opened = read_dataset(first, earlier)
    assert opened.quality == {}
    assert findings(opened) == findings(dataset)
    assert rule_hits(opened) == rule_hits(dataset)
    assert len(findings(opened)) > 0
