"""The shelf follows the pointer, and reads each release once."""

import json
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from flask import Flask

from dashboard.ingest.publish import publish
from dashboard.paths import DATA
from dashboard.releases.archive import Archive, Head
from dashboard.releases.folder import Folder
from dashboard.releases.store import POINTER, ReleaseError, Store, current_release, read_store
from dashboard.targets.versions import load
from dashboard.web import shelf as shelves
from dashboard.web.shelf import Shelf


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
    real = shelves.read_store

    def counted(place: Archive, release: str | None = None) -> Store:
        found.append(release or "")
        return real(place, release)

    monkeypatch.setattr(shelves, "read_store", counted)
    return found


def test_a_release_is_read_once(copy: Path, reads: list[str]) -> None:
    shelf = Shelf(copy)
    first = shelf.store()
    assert shelf.store() is first
    assert reads == [first.release]


def test_the_shelf_follows_the_pointer(copy: Path, reads: list[str]) -> None:
    shelf = Shelf(copy, every=0)
    old = shelf.store().release
    new = publish_another(copy)
    assert shelf.store().release == new != old
    (copy / "releases" / POINTER).write_text(old)
    assert shelf.store().release == old
    assert reads == [old, new, old]


def test_many_threads_read_a_release_once(copy: Path, reads: list[str]) -> None:
    shelf = Shelf(copy)
    with ThreadPoolExecutor(16) as pool:
        stores = list(pool.map(lambda _: shelf.store(), range(64)))
    assert len({id(store) for store in stores}) == 1
    assert len(reads) == 1


def test_a_damaged_release_is_not_served_and_a_mended_one_is(copy: Path) -> None:
    shelf = Shelf(copy, every=0)
    old = shelf.store().release
    (copy / "releases" / POINTER).write_text("torn")
    with pytest.raises(ReleaseError):
        shelf.store()
    (copy / "releases" / POINTER).write_text(old)
    assert shelf.store().release == old


def test_the_pointer_is_looked_at_once_a_while(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Folder] = []
    real = Folder.head

    def counted(folder: Folder) -> Head:
        looks.append(folder)
        return real(folder)

    monkeypatch.setattr(Folder, "head", counted)
    shelf = Shelf(copy, every=0.2)
    began = time.monotonic()
    while time.monotonic() < began + 0.5:
        shelf.store()
    assert 2 <= len(looks) <= 3


def test_a_damaged_release_is_read_once_a_while(copy: Path, reads: list[str]) -> None:
    (copy / "releases" / POINTER).write_text("torn")
    shelf = Shelf(copy, every=60)
    for _ in range(20):
        with pytest.raises(ReleaseError, match="torn has no readable manifest"):
            shelf.store()
    assert reads == ["torn"]


def test_a_request_sees_one_release_from_its_first_question_to_its_last(copy: Path) -> None:
    shelf, server = Shelf(copy, every=0), Flask("small")
    with server.test_request_context():
        old = shelf.store().release
        new = publish_another(copy)
        assert shelf.store().release == old
        assert shelf.current().release == new
    with server.test_request_context():
        assert shelf.store().release == new


def test_nobody_waits_while_a_later_release_is_read(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, reading, go = Shelf(copy, every=0), Event(), Event()
    old = shelf.store().release
    new = publish_another(copy)

    def slowly(place: Archive, release: str | None = None) -> Store:
        reading.set()
        go.wait(5)
        return read_store(place, release)

    monkeypatch.setattr(shelves, "read_store", slowly)
    with ThreadPoolExecutor(1) as pool:
        reader = pool.submit(shelf.store)
        assert reading.wait(5)
        assert [shelf.store().release for _ in range(5)] == [old] * 5
        go.set()
        assert reader.result(5).release == new
    assert shelf.store().release == new


def test_targets_loaded_meanwhile_are_seen_without_a_new_release(
    copy: Path, reads: list[str]
) -> None:
    shelf = Shelf(copy, every=0)
    first = shelf.store()
    assert list(first.targets) == ["v1"]
    own = (DATA / "targets.csv").read_bytes().replace(b"v1,", b"v2,")
    load(copy, own)
    after = shelf.store()
    assert list(after.targets) == ["v1", "v2"]
    assert after.cube is first.cube
    assert shelf.store() is after
    assert len(reads) == 1
