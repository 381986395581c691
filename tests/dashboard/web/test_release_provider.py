"""The provider follows the pointer, and reads each release once."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from flask import Flask

from dashboard.ingest.publish import publish, withdraw
from dashboard.paths import ROOT
from dashboard.releases.dataset import POINTER, Dataset, ReleaseError, current_release, read_dataset
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import Away, Head, ReleaseRepository
from dashboard.targets.versions import load
from dashboard.web import earlier_releases, release_provider
from dashboard.web.release_provider import FOLDER_AMISS, ReleaseProvider
from tests.servers import wait_until


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
    old = current_release(copy)
    (copy / "releases" / POINTER).write_text("torn")
    provider = ReleaseProvider(copy, every=0)
    with pytest.raises(ReleaseError):
        provider.dataset()
    (copy / "releases" / POINTER).write_text(old)
    assert provider.dataset().release == old


def pointer_gone(releases: Path) -> None:
    (releases / POINTER).unlink()


def pointer_empty(releases: Path) -> None:
    (releases / POINTER).write_text("")


def pointer_junk(releases: Path) -> None:
    (releases / POINTER).write_bytes(b"\xff\x00junk/../x")


def pointer_too_long(releases: Path) -> None:
    (releases / POINTER).write_text("a" * 5000)


def pointer_elsewhere(releases: Path) -> None:
    (releases / POINTER).write_text("0123456789abcdef")


def folder_gone(releases: Path) -> None:
    releases.rename(releases.with_name("moved"))


@pytest.mark.parametrize(
    "mishap",
    [pointer_gone, pointer_empty, pointer_junk, pointer_too_long, pointer_elsewhere, folder_gone],
)
def test_after_a_mishap_of_the_folder_the_release_in_memory_is_shown(
    copy: Path, mishap: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    provider = ReleaseProvider(copy, every=0)
    old, pointed = provider.dataset(), (copy / "releases" / POINTER).read_text()
    assert provider.degraded == ""
    mishap(copy / "releases")
    for _ in range(3):
        assert provider.dataset() is old
    assert provider.degraded == FOLDER_AMISS
    assert str(copy) not in provider.degraded
    assert len([one for one in caplog.records if one.levelname == "ERROR"]) == 1
    if not (copy / "releases").exists():
        (copy / "moved").rename(copy / "releases")
    (copy / "releases" / POINTER).write_text(pointed)
    assert provider.dataset() is old
    assert provider.degraded == ""


def test_why_nothing_can_be_shown_names_no_place(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError) as found:
        ReleaseProvider(tmp_path).current()
    assert str(tmp_path) not in str(found.value)
    assert "VARDPLATS_HOME" in str(found.value)


def test_outlines_that_nothing_has_cost_no_look_through_releases(
    copy: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    provider = ReleaseProvider(copy)
    old = provider.dataset()
    publish_another(copy)
    provider = ReleaseProvider(copy)
    new, looks = provider.dataset(), list[str]()
    for name in ("content", "names", "sizes"):
        monkeypatch.setattr(FilesystemRepository, name, lambda *_: looks.append("looked"))
    reads.clear()
    for number in range(100):
        assert provider.with_geometry(f"{number:016x}") is new
        assert provider.named(f"{number:06x}") is new
    assert (looks, reads) == ([], [])
    monkeypatch.undo()
    assert provider.named(old.release).release == old.release


def test_a_release_that_hangs_behind_a_network_keeps_no_reader(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = current_release(copy)
    publish_another(copy)
    monkeypatch.setattr(earlier_releases, "WAIT_SECONDS", 0.01)
    monkeypatch.setattr(FilesystemRepository, "remote", True)
    go, reading = Event(), Event()

    def slowly(place: ReleaseRepository, release: str | None = None) -> Dataset:
        reading.set()
        assert go.wait(60)
        return read_dataset(place, release)

    provider = ReleaseProvider(copy)
    provider.current()
    monkeypatch.setattr(earlier_releases, "read_dataset", slowly)
    for _ in range(3):
        with pytest.raises(Away, match="Try again"):
            provider.named(old)
    assert reading.is_set()
    go.set()
    wait_until(lambda: _named(provider, old) == old, "the release once it is there")


def _named(provider: ReleaseProvider, name: str) -> str:
    try:
        return provider.named(name).release
    except Away:
        return ""


def test_a_later_release_is_shown_once_it_is_prepared_for(copy: Path) -> None:
    provider, go, asked = ReleaseProvider(copy, every=0), Event(), list[str]()
    old = provider.dataset().release

    def prepare(dataset: Dataset, is_awaited: Callable[[], bool]) -> None:
        asked.append(dataset.release)
        while is_awaited() and not go.wait(0.01):
            pass

    provider.prepare = prepare
    new = publish_another(copy)
    wait_until(lambda: provider.current().release == old and asked == [new], "what is prepared")
    assert {provider.current().release for _ in range(20)} == {old}
    go.set()
    wait_until(lambda: provider.current().release == new, "the later release")


def test_a_withdrawn_release_waits_for_nothing_that_is_prepared(copy: Path) -> None:
    provider, asked = ReleaseProvider(copy, every=0), list[str]()
    old = provider.dataset().release
    new = publish_another(copy)
    assert provider.dataset().release == new

    def prepare(dataset: Dataset, is_awaited: Callable[[], bool]) -> None:
        asked.append(dataset.release)
        while is_awaited():
            sleep(0.01)

    provider.prepare = prepare
    withdraw(FilesystemRepository(copy), new, reason="twice")
    wait_until(lambda: provider.current().release == old, "the release that may be shown")
    assert asked == [old]


def test_the_pointer_is_looked_at_once_a_second_and_a_new_release_shown_then(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, now = list[float](), [100.0]
    real = FilesystemRepository.head

    def counted(folder: FilesystemRepository) -> Head:
        looks.append(now[0])
        return real(folder)

    monkeypatch.setattr(FilesystemRepository, "head", counted)
    monkeypatch.setattr(release_provider, "monotonic", lambda: now[0])
    provider = ReleaseProvider(copy)
    old = provider.dataset().release
    new = publish_another(copy)
    looks.clear()
    shown = []
    for now[0] in (100.0, 100.5, 100.99, 101.0, 101.5, 102.25):
        shown += [provider.dataset().release for _ in range(50)]
    assert looks == [101.0, 102.25]
    assert shown == [old] * 150 + [new] * 150


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
