"""Releases in a real PostgreSQL that stops, hangs and comes back under a running site."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from dashboard.ingest.publish import show
from dashboard.releases.database.connections import address, connected, engine_of
from dashboard.releases.database.postgres_repository import PostgresRepository as Database
from dashboard.releases.dataset import manifest_of
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import MANIFEST, Away
from dashboard.web.protection.guard import PATH
from tests.deploy.conftest import Releases
from tests.releases_made import number, published
from tests.servers import Answer, Postgres, Site, gunicorn, postgres_server, unhurried, wait_until

AWAY = "Databasen svarar inte just nu"
PAGES = ("/", "/en/", "/metod", "/min-region?region=14", "/andringslogg", "/files/regions.csv")


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """One of its own, since it is stopped and frozen; each test leaves it running."""
    with unhurried(), postgres_server() as postgres:
        yield postgres


@pytest.fixture
def small(server: Postgres) -> tuple[str, Database]:
    """A database with one small release."""
    url = server.fresh()
    published(Database(url), 1)
    return url, Database(url)


def filled(url: str, releases: Releases) -> Database:
    """Both releases in a database, the older one shown."""
    archive, folder = Database(url), FilesystemRepository(releases.home)
    for name in (releases.old, releases.new):
        names = [*manifest_of(folder, name)["files"], MANIFEST]
        with archive.publish_lock():
            archive.add(name, {file: folder.content(name, file) for file in names})
    show(archive, releases.old)
    return archive


def state(site: Site) -> tuple[str, str]:
    answer = site.get("/readyz")
    assert answer.status == 200
    told = json.loads(answer.body)
    return told["status"], told["release"]


def several(site: Site, releases: Releases) -> list[Answer]:
    """Answers to questions that many ask at once."""

    def ask(number: int) -> Answer:
        if number % 2:
            return site.get(PAGES[number % len(PAGES)])
        return site.post(PATH, releases.bodies[number % len(releases.bodies)])

    with ThreadPoolExecutor(6) as pool:
        return list(pool.map(ask, range(24)))


def is_away(site: Site) -> bool:
    return AWAY in site.get("/").body.decode()


def test_a_database_may_hang_stop_and_come_back_under_a_running_site(
    server: Postgres, releases: Releases, tmp_path: Path
) -> None:
    url = server.fresh()
    archive = filled(url, releases)
    home = tmp_path / "own"
    home.mkdir()
    # Without what is made ready for a release, which the soak has, a new one is shown at once.
    at_once = {"VARDPLATS_DATABASE_URL": url, "VARDPLATS_PREWARM": "false"}
    with gunicorn(home, tmp_path, **at_once) as site:
        assert state(site) == ("ready", releases.old)
        for gone, back in ((server.freeze, server.wake), (server.stop, server.start)):
            gone()
            try:
                # Each worker finds out by itself; whatever it answers until then is no failure.
                wait_until(lambda: {state(site)[0] for _ in range(12)} == {"degraded"}, "degraded")
                assert all(is_away(site) for _ in range(4))
                answers = several(site, releases)
                assert {answer.status for answer in answers} == {200}
            finally:
                back()
            wait_until(lambda: {state(site)[0] for _ in range(12)} == {"ready"}, "ready again")
            assert not is_away(site)
        show(archive, releases.new)
        wait_until(
            lambda: {state(site) for _ in range(12)} == {("ready", releases.new)}, "the new one"
        )
        server.stop()
        # One that starts meanwhile shows what another one of the same home saw last.
        with gunicorn(home, tmp_path, VARDPLATS_DATABASE_URL=url) as other:
            assert state(other) == ("degraded", releases.new)
            assert is_away(other)
            assert {answer.status for answer in several(other, releases)} == {200}
    server.start()


def test_a_server_that_hangs_in_the_middle_of_an_answer_is_hung_up_on(server: Postgres) -> None:
    engine = engine_of(server.url())
    asleep = threading.Timer(0.2, server.freeze)

    def ask() -> None:
        with connected(engine, seconds=1) as held:
            asleep.start()
            held.execute(text("SELECT pg_sleep(30)"))

    with pytest.raises(Away, match="cannot be used now"):
        ask()
    asleep.join()
    server.wake()


def test_what_stands_in_the_database_can_only_be_added_to(
    small: tuple[str, Database],
) -> None:
    url, archive = small
    before = archive.audit()
    engine = create_engine(address(url))
    for change in (
        "DELETE FROM vardplats_audit",
        "UPDATE vardplats_audit SET reason = 'another'",
        "TRUNCATE vardplats_audit",
        "UPDATE vardplats_file SET content = ''",
        "DELETE FROM vardplats_release CASCADE",
        "TRUNCATE vardplats_release CASCADE",
        "INSERT INTO vardplats_audit (id, at, action, release, by, reason, code_version) "
        "VALUES (1, now(), 'publish', 'x', '', '', '')",
    ):
        with pytest.raises(DBAPIError), engine.begin() as connection:
            connection.execute(text(change))
    assert archive.audit() == before
    with engine.connect() as connection:
        logins = connection.execute(text("SELECT DISTINCT login FROM vardplats_audit"))
        assert logins.scalars().all() == ["tester"]
    engine.dispose()


def test_the_steps_to_the_tables_are_taken_once_and_lead_to_what_the_code_reads(
    small: tuple[str, Database],
) -> None:
    from dashboard.releases.database.tables import AUDIT, FILE, RELEASE, bring_up_to_date

    engine = engine_of(small[0])
    for _ in range(2):
        with connected(engine, seconds=30) as connection:
            bring_up_to_date(connection)
    with connected(engine, seconds=30) as connection:
        for table in (AUDIT, FILE, RELEASE):
            found = connection.execute(
                text("SELECT column_name FROM information_schema.columns WHERE table_name = :t"),
                {"t": table.name},
            )
            assert {column.name for column in table.columns} <= set(found.scalars())


def test_publishing_into_a_database_that_is_away_changes_nothing(
    server: Postgres, small: tuple[str, Database]
) -> None:
    _, archive = small
    before = archive.audit()
    server.stop()
    try:
        with pytest.raises(Away):
            published(archive, 2)
    finally:
        server.start()
    assert (archive.audit(), number(archive)) == (before, 1)
