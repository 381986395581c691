"""The shelf follows the pointer, and reads each release once."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.ingest.publish import publish
from dashboard.store import POINTER, ReleaseError, Store, current_release
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

    def counted(home: Path, release: str | None = None) -> Store:
        found.append(release or "")
        return real(home, release)

    monkeypatch.setattr(shelves, "read_store", counted)
    return found


def test_a_release_is_read_once(copy: Path, reads: list[str]) -> None:
    shelf = Shelf(copy)
    first = shelf.store()
    assert shelf.store() is first
    assert reads == [first.release]


def test_the_shelf_follows_the_pointer(copy: Path, reads: list[str]) -> None:
    shelf = Shelf(copy)
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
    shelf = Shelf(copy)
    old = shelf.store().release
    (copy / "releases" / POINTER).write_text("torn")
    with pytest.raises(ReleaseError):
        shelf.store()
    (copy / "releases" / POINTER).write_text(old)
    assert shelf.store().release == old
