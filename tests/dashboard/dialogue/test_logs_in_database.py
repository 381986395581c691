"""Agreements, plans and preparedness in PostgreSQL: only added to, the same for everybody."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg.errors import RaiseException

from app import create_app
from dashboard.access.identity import NOBODY, of_scope
from dashboard.cli import main
from dashboard.dialogue.agreement_log import agree, agreements_of, follow_up
from dashboard.dialogue.logs import agreements_log, plans_log
from dashboard.dialogue.plan_log import keep, plans_of
from dashboard.imports.preparedness import LOG as PREPARED
from dashboard.imports.preparedness import preparedness_of
from dashboard.releases.audit_log import entry
from dashboard.releases.database.postgres_log import PostgresLog
from dashboard.releases.database.postgres_repository import PostgresRepository
from dashboard.settings import Settings
from dashboard.targets.plans import Planned
from dashboard.web.known_preparedness import known_preparedness
from tests.dashboard.dialogue.test_agreement_log import FORM
from tests.each import each
from tests.servers import ROOT, Postgres

NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"


@pytest.fixture
def url(postgres: Postgres) -> str:
    return postgres.fresh()


@pytest.fixture
def log(url: str) -> PostgresLog:
    return PostgresLog(url, "agreements.jsonl")


@pytest.fixture
def driver(url: str, log: PostgresLog) -> Iterator[psycopg.Connection]:
    """A connection to the database when something stands in it."""
    agree(log, FORM, by="Anna")
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        yield connection


def test_before_anything_is_written_there_is_nothing(log: PostgresLog) -> None:
    assert agreements_of(log).known == ()
    assert log.stamp() is None


def test_what_is_agreed_is_there_with_what_followed(url: str, log: PostgresLog) -> None:
    assert agree(log, FORM, by="Anna").number == 1
    assert agree(log, FORM, by="Anna").number == 2
    follow_up(log, 1, "Teamet är på plats", by="Bo")
    found = agreements_of(PostgresLog(url, "agreements.jsonl"))
    assert (found.fault, found.cut_short, log.stamp()) == ("", 0, 3)
    assert [one.followed[-1].by for one in found.known if one.followed] == ["Bo"]


def test_a_database_that_had_releases_before_gets_the_table(url: str) -> None:
    with PostgresRepository(url).publish_lock():
        pass
    log = PostgresLog(url, "plans.jsonl")
    keep(log, [Planned("22", "2026-01", 400.0, 90.0)], "plan.csv", by="Bo")
    keep(log, [Planned("22", "2026-01", 380.0, 90.0)], "plan.csv", by="Bo")
    plan = plans_of(log).of_region("22")["2026-01"]
    assert (plan.planned.beds, plan.first.beds, plan.by) == (380.0, 400.0, "Bo")
    assert agreements_of(PostgresLog(url, "agreements.jsonl")).known == ()


@pytest.mark.parametrize(
    "told",
    ["UPDATE vardplats_log SET line = 'x'", "DELETE FROM vardplats_log", "TRUNCATE vardplats_log"],
)
def test_the_database_itself_lets_nothing_be_changed(
    driver: psycopg.Connection, log: PostgresLog, told: str
) -> None:
    with pytest.raises(RaiseException, match="vardplats_log is only ever added to"):
        driver.execute(told.encode())
    assert [one.by for one in agreements_of(log).known] == ["Anna"]


def test_a_line_changed_behind_the_trigger_is_found(
    driver: psycopg.Connection, log: PostgresLog
) -> None:
    driver.execute("ALTER TABLE vardplats_log DISABLE TRIGGER vardplats_log_kept")
    driver.execute("UPDATE vardplats_log SET line = replace(line, '3.0', '9.0')")
    assert agreements_of(log).fault == "Line 1 has been changed since it was written."


def test_those_who_write_at_once_get_numbers_of_their_own(log: PostgresLog) -> None:
    agree(log, FORM)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: agree(log, FORM).number, range(8)))
    assert sorted(made) == list(range(2, 10))
    assert agreements_of(log).fault == ""


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_answered(
    url: str, log: PostgresLog
) -> None:
    agree(log, FORM)
    code = (
        "import json, sys\n"
        "from dashboard.dialogue.agreement_log import agree\n"
        "from dashboard.releases.database.postgres_log import PostgresLog\n"
        "log = PostgresLog(sys.argv[1], 'agreements.jsonl')\n"
        "while True: print(agree(log, json.loads(sys.argv[2])).number, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, url, json.dumps(FORM)], stdout=subprocess.PIPE, cwd=ROOT,
        text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdout
        try:
            seen = [process.stdout.readline() for _ in range(4)]
        finally:
            process.send_signal(signal.SIGKILL)
        seen += process.stdout.read().split()
    found = agreements_of(log)
    assert (found.fault, found.cut_short) == ("", 0)
    assert len(found.known) >= max(int(one) for one in each(seen)) >= 5
    # Whoever was killed holds no lock.
    assert agree(log, FORM).number == len(found.known) + 1


def test_a_database_that_does_not_answer_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log = PostgresLog(NOWHERE, "agreements.jsonl")
    for ask in each((lambda: agreements_of(log), lambda: agree(log, FORM), log.stamp)):
        with pytest.raises(ConnectionError, match="cannot be used now"):
            ask()
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    monkeypatch.setenv("VARDPLATS_DATABASE_URL", NOWHERE)
    assert main(["agreements"]) == 2
    assert main(["plan"]) == 2
    assert main(["own-preparedness"]) == 2
    assert capsys.readouterr().err.count("of the database cannot be read") == 3


def test_the_settings_say_where_and_two_homes_see_the_same(
    url: str, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at(name: str) -> Settings:
        return Settings(home=tmp_path / name, database_url=url, prewarm=False)

    agree(agreements_log(at("one")), FORM, by="Anna")
    keep(plans_log(at("one")), [Planned("22", "2025-10", 31_400.0, 90.0)], "plan.csv", by="Bo")
    assert agreements_of(agreements_log(at("two"))).known[0].by == "Anna"
    assert not (tmp_path / "one").exists()
    archive = PostgresRepository(url)
    folder = home / "releases"
    name = next(one.name for one in folder.iterdir() if (one / "manifest.json").exists())
    with archive.publish_lock():
        archive.add(name, {one.name: one.read_bytes() for one in (folder / name).iterdir()})
    archive.write(entry("publish", name, by="Anna"))
    settings = at("two")
    monkeypatch.setenv("VARDPLATS_HOME", str(settings.home))
    monkeypatch.setenv("VARDPLATS_DATABASE_URL", url)
    client = create_app(settings).server.test_client()
    assert "31\N{NO-BREAK SPACE}400" in client.get("/min-region?region=22").text
    assert "31\N{NO-BREAK SPACE}400" in client.get("/dialog?region=22").text


def test_preparedness_lies_there_as_well_and_is_seen_from_another_home(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "b.csv"
    table.write_text("region;stängda;sjuksköterskor\nSkåne;31;4100\n", "utf-8")
    monkeypatch.setenv("VARDPLATS_DATABASE_URL", url)
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "one"))
    assert main(["own-preparedness", "load", str(table), "--by", "Anna"]) == 0
    assert not (tmp_path / "one" / "preparedness").exists()
    known = known_preparedness(Settings(home=tmp_path / "two", database_url=url))
    (found,) = known.seen_by(of_scope("region-12"))
    assert (found.figures, found.by) == ({"closed": 31.0, "employed": 4100.0}, "Anna")
    for scope in each(("region-14", "ministry")):
        assert known.seen_by(of_scope(scope)) == ()
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "two"))
    assert main(["own-preparedness", "take-back", "--region", "12"]) == 0
    assert preparedness_of(PostgresLog(url, PREPARED)) == ()
    capsys.readouterr()


def test_preparedness_that_cannot_be_read_is_shown_to_nobody_and_not_asked_for_at_once() -> None:
    known = known_preparedness(Settings(database_url=NOWHERE))
    for _ in each(range(2)):
        with pytest.raises(ConnectionError, match="cannot be used now"):
            known.seen_by(of_scope("region-12"))
    # Whoever may see none is not kept waiting for a database.
    assert known.seen_by(NOBODY) == ()
