"""The provider follows the pointer, and reads each release once."""

import json
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from flask import Flask

from dashboard.ingest.publish import publish
from dashboard.paths import ROOT
from dashboard.releases.dataset import POINTER, Dataset, ReleaseError, current_release, read_dataset
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import Head, ReleaseRepository
from dashboard.targets.versions import load
from dashboard.web import release_provider
from dashboard.web.release_provider import ReleaseProvider


@pytest.fixture
def copy(home: Path, tmp_path: Path) -> Path:
    """A home of one's own, to publish in."""
    shutil.copytree(home / "releases", tmp_path / "releases")
    return tmp_path


def publish_another(home: Path) -> str:
    folder = home / "releases" / current_release(home)
    names = ("cube.npz", "counties.json")
    facts = json.loads((folder / "manifest.json").read_bytes())
    kept = {key: facts[key] for key in ("months", "years", "series")}
    return publish(home, {n: (folder / n).read_bytes() for n in names}, kept)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The releases read, in order."""
    found: list[str] = []
    real = release_provider.read_dataset

    def counted(place: ReleaseRepository, release: str | None = None) -> Dataset:
        found.append(release or "")
        return real(place, release)

    monkeypatch.setattr(release_provider, "read_dataset", counted)
    return found


def test_a_release_is_read_once(copy: Path, reads: list[str]) -> None:
    provider = ReleaseProvider(copy)
    first = provider.dataset()
    assert provider.dataset() is first
    assert reads == [first.release]


def test_the_shelf_follows_the_pointer(copy: Path, reads: list[str]) -> None:
    provider = ReleaseProvider(copy, every=0)
    old = provider.dataset().release
    new = publish_another(copy)
    assert provider.dataset().release == new != old
    (copy / "releases" / POINTER).write_text(old)
    assert provider.dataset().release == old
    assert reads == [old, new, old]


def test_many_threads_read_a_release_once(copy: Path, reads: list[str]) -> None:
    provider = ReleaseProvider(copy)
    with ThreadPoolExecutor(16) as pool:
        stores = list(pool.map(lambda _: provider.dataset(), range(64)))
    assert len({id(dataset) for dataset in stores}) == 1
    assert len(reads) == 1


def test_a_damaged_release_is_not_served_and_a_mended_one_is(copy: Path) -> None:
    provider = ReleaseProvider(copy, every=0)
    old = provider.dataset().release
    (copy / "releases" / POINTER).write_text("torn")
    with pytest.raises(ReleaseError):
        provider.dataset()
    (copy / "releases" / POINTER).write_text(old)
    assert provider.dataset().release == old


def test_the_pointer_is_looked_at_once_a_while(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[FilesystemRepository] = []
    real = FilesystemRepository.head

    def counted(folder: FilesystemRepository) -> Head:
        looks.append(folder)
        return real(folder)

    monkeypatch.setattr(FilesystemRepository, "head", counted)
    provider = ReleaseProvider(copy, every=0.2)
    began = time.monotonic()
    while time.monotonic() < began + 0.5:
        provider.dataset()
    assert 2 <= len(looks) <= 3


def test_a_damaged_release_is_read_once_a_while(copy: Path, reads: list[str]) -> None:
    (copy / "releases" / POINTER).write_text("torn")
    provider = ReleaseProvider(copy, every=60)
    for _ in range(20):
        with pytest.raises(ReleaseError, match="torn has no readable manifest"):
            provider.dataset()
    assert reads == ["torn"]


def test_a_request_sees_one_release_from_its_first_question_to_its_last(copy: Path) -> None:
    provider, server = ReleaseProvider(copy, every=0), Flask("small")
    with server.test_request_context():
        old = provider.dataset().release
        new = publish_another(copy)
        assert provider.dataset().release == old
        assert provider.current().release == new
    with server.test_request_context():
        assert provider.dataset().release == new


def test_nobody_waits_while_a_later_release_is_read(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider, reading, go = ReleaseProvider(copy, every=0), Event(), Event()
    old = provider.dataset().release
    new = publish_another(copy)

    def slowly(place: ReleaseRepository, release: str | None = None) -> Dataset:
        reading.set()
        go.wait(5)
        return read_dataset(place, release)

    monkeypatch.setattr(release_provider, "read_dataset", slowly)
    with ThreadPoolExecutor(1) as pool:
        reader = pool.submit(provider.dataset)
        assert reading.wait(5)
        assert [provider.dataset().release for _ in range(5)] == [old] * 5
        go.set()
        assert reader.result(5).release == new
    assert provider.dataset().release == new


def test_targets_loaded_meanwhile_are_seen_without_a_new_release(
    copy: Path, reads: list[str]
) -> None:
    provider = ReleaseProvider(copy, every=0)
    first = provider.dataset()
    assert list(first.targets) == ["v1"]
    own = (ROOT / "tests" / "data" / "targets.csv").read_bytes().replace(b"v1,", b"v2,")
    load(copy, own)
    after = provider.dataset()
    assert list(after.targets) == ["v1", "v2"]
    assert after.cube is first.cube
    assert provider.dataset() is after
    assert len(reads) == 1
