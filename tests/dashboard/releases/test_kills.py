"""Whoever reads while publishers are killed sees whole releases and nothing else."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from dashboard.releases.audit_log import shown
from dashboard.releases.database.postgres_repository import PostgresRepository as Database
from dashboard.releases.dataset import current_release
from dashboard.releases.fallback_replica import is_intact
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import Away, Head, ReleaseRepository
from tests.releases_made import number, published
from tests.servers import ROOT, Postgres, wait_until

# Everything is imported once; each publisher is then a fork, and starts at once.
_PUBLISHERS = """
import itertools, os, runpy, sys
from pathlib import Path
from dashboard.releases.database.postgres_repository import PostgresRepository
from dashboard.releases.filesystem_repository import FilesystemRepository
published = runpy.run_path("tests/releases_made.py")["published"]
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        at = sys.argv[1]
        place = PostgresRepository(at) if "://" in at else FilesystemRepository(Path(at))
        for number in itertools.count(int(line)):
            published(place, number)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


@contextmanager
def publishers(where: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    command = [sys.executable, "-c", _PUBLISHERS, where]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdin, process.stdout
            process.stdin.close()
        except BaseException:
            # Whoever publishes goes on for ever, and is waited for.
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert process.returncode == 0


def walk(archive: ReleaseRepository, where: str, *, kills: int, reads: int) -> list[str]:
    """The releases read while one publisher after another is started and killed."""
    dice, seen = random.Random(1), [read(archive)]
    with publishers(where) as (asked, told):
        for kill in range(kills):
            asked.write(b"%d\n" % (1000 * (kill + 1)))
            asked.flush()
            child = int(told.readline())
            before = seen[-1]
            wait_until(lambda before=before: read(archive) != before, "a publication")
            # Reads take about as long as steps of publishing, so the moment is any one of them.
            seen.extend(read(archive) for _ in range(dice.randrange(2 * reads // kills)))
            os.kill(child, signal.SIGKILL)
            assert told.readline() == b"ended\n"
            seen.append(read(archive))
    seen.extend(read(archive) for _ in range(max(0, reads - len(seen))))
    return seen


def read(archive: ReleaseRepository) -> str:
    """The release that is shown, every file of which must be as its hash says."""
    release = current_release(archive)
    assert is_intact(archive, release)
    return release


def test_sixty_killed_publishers_and_ten_thousand_reads_leave_nothing_torn(tmp_path: Path) -> None:
    archive = FilesystemRepository(tmp_path)
    published(archive, 1)
    seen = walk(archive, str(tmp_path), kills=60, reads=10_000)
    assert len(seen) >= 10_000
    # They did publish, and were killed in the middle of it.
    assert len(set(seen)) >= 60
    # What they left is swept by the next one who publishes.
    published(archive, 2)
    assert [one for one in (tmp_path / "releases").glob(".*") if "torn" not in one.name] == []
    assert_in_order(archive, published(archive, 2))


def test_killed_publishers_leave_nothing_torn_in_a_database(postgres: Postgres) -> None:
    url = postgres.fresh()
    archive = Database(url)
    published(archive, 1)
    seen = walk(archive, url, kills=8, reads=80)
    assert len(seen) >= 80
    assert len(set(seen)) > 2
    assert_in_order(archive, published(archive, 2))


def test_a_walk_that_fails_ends_its_publishers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = FilesystemRepository(tmp_path)
    published(archive, 1)
    whole = archive.head
    turns = iter(range(20))

    def head() -> Head:
        if next(turns, None) is None:
            raise Away("it does not answer")
        return whole()

    monkeypatch.setattr(archive, "head", head)
    with pytest.raises(Away):
        walk(archive, str(tmp_path), kills=2, reads=80)
    shown_last = current_release(FilesystemRepository(tmp_path))
    assert published(FilesystemRepository(tmp_path), 3) != shown_last


def assert_in_order(archive: ReleaseRepository, last: str) -> None:
    """After all of it the next publication is as any other, and the record agrees with it."""
    assert current_release(archive) == last
    assert number(archive) == 2
    assert shown(archive.audit())[-1] == last


@pytest.mark.parametrize("cut", [1, 30, -3])
def test_a_record_cut_short_loses_only_the_line_that_never_came_true(
    tmp_path: Path, cut: int
) -> None:
    one = published(tmp_path, 1)
    record = tmp_path / "releases" / "audit.jsonl"
    whole = record.read_bytes()
    record.write_bytes(whole + whole[:cut])
    two = published(tmp_path, 2)
    assert shown(FilesystemRepository(tmp_path).audit()) == (one, two)


def test_what_was_stopped_between_record_and_pointer_is_told(tmp_path: Path) -> None:
    archive = FilesystemRepository(tmp_path)
    one, two = published(archive, 1), published(archive, 2)
    archive.point(one)
    three = published(archive, 3)
    assert [(e.action, e.release) for e in archive.audit()] == [
        ("publish", one), ("publish", two), ("interrupt", two), ("publish", three),
    ]  # fmt: skip
    assert shown(archive.audit()) == (one, three)
