"""What goes wrong meanwhile: publishings, a cache and a database that stop, workers that die."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from threading import Event

from dashboard.ingest.publish import show
from dashboard.releases.database.postgres_repository import PostgresRepository
from tests.servers import Postgres, Redis, Site


def mishaps(
    archive: PostgresRepository,
    names: tuple[str, str],
    redis: Redis,
    database: Postgres,
    sites: list[Site],
) -> Iterator[Callable[[], None]]:
    """One thing after another, for ever; what is stopped is started again by the next."""
    turns = cycle(names[::-1])
    while True:
        yield lambda: show(archive, next(turns))
        yield lambda: _kill_a_worker(sites[0])
        yield redis.stop
        yield redis.start
        yield database.stop
        yield database.start
        yield lambda: _kill_a_worker(sites[-1])
        yield redis.freeze
        yield redis.wake


def publishings(
    archive: PostgresRepository, names: tuple[str, str]
) -> Iterator[Callable[[], None]]:
    """The other release shown, for ever."""
    turns = cycle(names[::-1])
    while True:
        yield lambda: show(archive, next(turns))


def one_after_another(things: Iterator[Callable[[], None]], every: float, over: Event) -> int:
    """Let one thing happen each `every` seconds until it is over; gives how many did."""
    count = 0
    while not over.wait(every):
        next(things)()
        count += 1
    return count


def workers(site: Site) -> list[int]:
    """The processes that answer."""
    own = site.process.pid
    try:
        return [int(one) for one in Path(f"/proc/{own}/task/{own}/children").read_text().split()]
    except OSError:
        return []


def _kill_a_worker(site: Site) -> None:
    for one in workers(site)[:1]:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def memory(sites: list[Site]) -> int:
    """The largest worker's private memory, in bytes."""
    return max((_private(one) for site in sites for one in workers(site)), default=0)


def _private(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(
        int(line.split()[1]) << 10
        for line in text.splitlines()
        if line.startswith(("Private_Clean", "Private_Dirty"))
    )
