"""A folder and a database keep releases alike: whole, for ever, and with a record."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.ingest.code import code_name
from dashboard.ingest.publish import Withdrawn, show, withdraw
from dashboard.releases.audit_log import Entry
from dashboard.releases.catalogue import releases, unreadable
from dashboard.releases.database.postgres_repository import PostgresRepository as Database
from dashboard.releases.dataset import MANIFEST, read_dataset
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import ReleaseError, ReleaseRepository
from tests.releases_made import number, published
from tests.servers import ROOT, Postgres, wait_until


@pytest.fixture(params=["folder", "database"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], ReleaseRepository]:
    """Opens the same empty place as often as asked, as another process would."""
    if request.param == "folder":
        return lambda: FilesystemRepository(tmp_path)
    server: Postgres = request.getfixturevalue("postgres")
    url = server.fresh()
    return lambda: Database(url)


@pytest.fixture
def archive(opened: Callable[[], ReleaseRepository]) -> ReleaseRepository:
    return opened()


def told(archive: ReleaseRepository) -> list[tuple[str, str]]:
    return [(one.action, one.release) for one in archive.audit()]


def test_where_nothing_is_published_that_is_said(archive: ReleaseRepository) -> None:
    with pytest.raises(ReleaseError, match=r"No data release .* vardplats"):
        read_dataset(archive)
    assert releases(archive) == ()


def test_what_is_published_is_shown_and_recorded(
    archive: ReleaseRepository, opened: Callable[[], ReleaseRepository]
) -> None:
    one = published(archive, 1, by="Anna", reason="first")
    two = published(archive, 2, by="Bo")
    assert (number(opened()), opened().head().current) == (2, two)
    assert number(archive, one) == 1
    assert [(e.action, e.release, e.by, e.reason) for e in opened().audit()] == [
        ("publish", one, "Anna", "first"), ("publish", two, "Bo", ""),
    ]  # fmt: skip
    assert {note.name: note.by for note in releases(archive)} == {one: "Anna", two: "Bo"}
    assert unreadable(archive) == ()


def test_a_clock_set_back_changes_no_order(
    archive: ReleaseRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        year_now = 2026

        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(cls.year_now, 1, 1, tzinfo=UTC)

    for module in ("releases.audit_log", "ingest.publish"):
        monkeypatch.setattr(f"dashboard.{module}.datetime", Clock)
    made = []
    for number_, year in ((1, 2026), (2, 2020), (3, 2023)):
        Clock.year_now = year
        made.append(published(archive, number_))
    Clock.year_now = 2010
    assert withdraw(archive, made[2], reason="twice") == made[1]
    assert archive.head().current == made[1]
    assert [note.name for note in releases(archive)] == made[::-1]
    numbers = [one.number for one in archive.audit()]
    assert numbers == sorted(set(numbers))
    assert numbers[0] >= 1


def test_publishing_what_is_shown_changes_nothing(archive: ReleaseRepository) -> None:
    release = published(archive, 1)
    before = archive.content(release, MANIFEST)
    assert published(archive, 1, by="somebody else") == release
    assert archive.content(release, MANIFEST) == before
    assert told(archive) == [("publish", release)]


def test_rolling_back_shows_the_earlier_release_again(archive: ReleaseRepository) -> None:
    one, two = published(archive, 1), published(archive, 2)
    show(archive, one, by="Anna", reason="two was wrong")
    assert (archive.head().current, number(archive)) == (one, 1)
    assert told(archive) == [("publish", one), ("publish", two), ("publish", one)]


def test_a_release_that_is_not_there_cannot_be_shown(archive: ReleaseRepository) -> None:
    one = published(archive, 1)
    for name in ("0123456789abcdef", "..", ""):
        with pytest.raises(ReleaseError):
            show(archive, name or "nothing")
        with pytest.raises(ReleaseError):
            withdraw(archive, name)
    assert archive.head().current == one


def test_withdrawing_what_is_shown_goes_back_to_the_last_that_may_be(
    archive: ReleaseRepository,
) -> None:
    one, two, three = (published(archive, n) for n in (1, 2, 3))
    assert withdraw(archive, two, reason="wrong month") == three
    assert withdraw(archive, three, reason="wrong region") == one
    assert archive.head().withdrawn == {two: "wrong month", three: "wrong region"}
    assert number(archive) == 1
    assert number(archive, three) == 3, "what was shown can still be seen"
    with pytest.raises(ReleaseError, match="only one"):
        withdraw(archive, one, reason="all wrong")
    assert archive.head().current == one


def test_what_is_withdrawn_comes_back_only_when_that_is_said(archive: ReleaseRepository) -> None:
    one, two = published(archive, 1), published(archive, 2)
    withdraw(archive, two, reason="wrong")
    with pytest.raises(Withdrawn, match="wrong"):
        published(archive, 2)
    with pytest.raises(Withdrawn, match="wrong"):
        show(archive, two)
    assert archive.head().current == one
    show(archive, two, reinstate=True)
    assert archive.head().withdrawn == {}
    assert archive.head().current == two
    assert told(archive)[-2:] == [("reinstate", two), ("publish", two)]


_PUBLISHER = """
import runpy
import sys
from pathlib import Path
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.database.postgres_repository import PostgresRepository
published = runpy.run_path("tests/releases_made.py")["published"]
at = sys.argv[1]
place = PostgresRepository(at) if "://" in at else FilesystemRepository(Path(at))
with place.publish_lock():
    print("in", flush=True)
    sys.stdin.readline()
    published(place, 7, by="the first")
"""


def test_of_two_publishers_at_once_the_second_waits_and_both_are_whole(
    archive: ReleaseRepository, opened: Callable[[], ReleaseRepository], tmp_path: Path
) -> None:
    published(archive, 1)
    with publisher(archive) as first:
        assert first.stdout is not None
        assert first.stdin is not None
        assert first.stdout.readline() == b"in\n"
        with publisher(archive) as second:
            assert second.stdin is not None
            second.stdin.close()
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(timeout=0.5)
            assert number(opened()) == 1, "who waits has shown nothing"
            first.stdin.close()
            assert (first.wait(60), second.wait(60)) == (0, 0)
    assert number(opened()) == 7
    assert [one.by for one in opened().audit()][1:] == ["the first"]


def publisher(archive: ReleaseRepository) -> "subprocess.Popen[bytes]":
    where = str(archive.home) if isinstance(archive, FilesystemRepository) else full_url(archive)
    return subprocess.Popen(
        [sys.executable, "-c", _PUBLISHER, where], cwd=ROOT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def full_url(archive: ReleaseRepository) -> str:
    assert isinstance(archive, Database)
    return archive._engine.url.render_as_string(hide_password=False)


def test_who_is_killed_lets_go(
    archive: ReleaseRepository, opened: Callable[[], ReleaseRepository]
) -> None:
    published(archive, 1)
    with publisher(archive) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.kill()
    wait_until(lambda: published(opened(), 2) == opened().head().current, "a turn")
    assert number(opened()) == 2


def test_the_entries_of_one_step_stand_together(archive: ReleaseRepository) -> None:
    published(archive, 1)
    two = published(archive, 2)
    withdraw(archive, two, by="Anna", reason="wrong")
    last: tuple[Entry, ...] = archive.audit()[-2:]
    assert {one.by for one in last} == {"Anna"}
    assert {one.code_version for one in last} == {code_name()}
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{8}", code_name())
