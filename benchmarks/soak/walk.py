"""The walk: a quiet stretch, and then all at once."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import xlsxwriter

from benchmarks.soak.mishaps import memory, mishaps, one_after_another, publishings
from benchmarks.soak.visitors import Seen, dawdler, reader, stranger
from tests.deploy.conftest import Releases, two_releases
from tests.deploy.test_database import filled
from tests.servers import Site, gunicorn, nginx, postgres_server, redis_server

QUIET = 0.15


@dataclass(frozen=True)
class Walked:
    """What came of it: the quiet stretch, the rest, memory by time in bytes, and mishaps."""

    quiet: Seen
    loud: Seen
    memory: list[int]
    happened: int

    @property
    def growth(self) -> float:
        """The largest worker in the last third as a multiple of that in the first."""
        third = max(1, len(self.memory) // 3)
        return max(self.memory[-third:]) / max(1, max(self.memory[:third]))


def walk(
    home: Path, *, seconds: float, clients: int, every: float, only_publish: bool = False
) -> Walked:
    """Two instances behind the shipped proxy, with a cache and a database, for so long.

    Each `every` seconds something goes wrong; with `only_publish` another release is shown, and
    no stranger comes.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="vardplats-soak-")))
        releases = two_releases(home, folder / "home")
        redis = stack.enter_context(redis_server(folder))
        database = stack.enter_context(postgres_server())
        url = database.fresh()
        archive = filled(url, releases)
        sites = []
        for number in range(2):
            own = folder / f"own{number}"
            own.mkdir()
            started = gunicorn(
                own, folder, VARDPLATS_WORKERS="1", VARDPLATS_DATABASE_URL=url,
                VARDPLATS_CACHE="RedisCache", VARDPLATS_REDIS_URL=redis.url,
                VARDPLATS_PUBLIC_URL="https://example.se",
            )  # fmt: skip
            sites.append(stack.enter_context(started))
        proxy = stack.enter_context(nginx(sites, folder))
        names = (releases.old, releases.new)
        things = (
            publishings(archive, names) if only_publish
            else mishaps(archive, names, redis, database, sites)
        )  # fmt: skip
        quiet = asyncio.run(_readers(proxy, releases, seconds * QUIET, clients))
        over = Event()
        with ThreadPoolExecutor(1) as pool:
            happening = pool.submit(one_after_another, things, every, over)
            try:
                rest = seconds * (1 - QUIET)
                loud, sizes = asyncio.run(
                    _all(proxy, sites, releases, rest, clients, not only_publish)
                )
            finally:
                over.set()
            happened = happening.result()
        return Walked(quiet, loud, sizes, happened)


async def _readers(proxy: Site, releases: Releases, seconds: float, clients: int) -> Seen:
    seen, until = Seen(), time.monotonic() + seconds
    each = (reader(proxy.port, releases, one, until, seen) for one in range(clients))
    await asyncio.gather(*each)
    return seen


async def _all(
    proxy: Site, sites: list[Site], releases: Releases, seconds: float, clients: int, odd: bool
) -> tuple[Seen, list[int]]:
    seen, until, sizes = Seen(), time.monotonic() + seconds, list[int]()
    book = _workbook()
    ports = [proxy.port, *(one.port for one in sites)]
    strangers = (
        ()
        if not odd
        else (
            *(stranger(proxy.port, book, one, until, seen) for one in range(max(2, clients // 20))),
            *(dawdler(ports[one % 3], until) for one in range(max(9, clients // 10))),
        )
    )

    async def look() -> None:
        while time.monotonic() < until:
            await asyncio.sleep(min(2.0, seconds / 20))
            sizes.append(memory(sites))

    await asyncio.gather(
        look(),
        *(reader(proxy.port, releases, one, until, seen) for one in range(clients)),
        *strangers,
    )
    return seen, sizes


def _workbook() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Avdelning", "Vårdplatser", "Beläggning"])
        for row in range(1, 400):
            sheet.write_row(row, 0, [f"Avdelning {row}", 20, 95])
    return out.getvalue()
