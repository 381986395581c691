"""Agreements, plans and preparedness from a home to a database: each line as it was, once."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from dashboard.cli import main
from dashboard.dialogue.agreement_log import agree, agreements_of, follow_up
from dashboard.dialogue.logs import agreements_log, plans_log
from dashboard.dialogue.moving import LOGS, left, moved
from dashboard.dialogue.plan_log import keep, plans_of
from dashboard.imports.preparedness import load, preparedness_log, preparedness_of
from dashboard.releases.audit_trail import trail_of
from dashboard.releases.database.postgres_log import PostgresLog
from dashboard.settings import Settings
from dashboard.storage.chained_lines import read_chain
from dashboard.targets.plans import Planned
from tests.dashboard.dialogue.test_agreement_log import FORM
from tests.each import each
from tests.servers import ROOT, Postgres


@pytest.fixture
def settings(postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A home where something was agreed and planned before there was a database."""
    home = tmp_path / "home"
    agree(home, FORM, by="Anna")
    follow_up(home, 1, "Teamet är på plats", by="Bo")
    agree(home, FORM, by="Cecilia")
    keep(home, [Planned("22", "2026-01", 400.0, 90.0)], "plan.csv", by="Bo")
    load(home, {"12": {"closed": 31.0}}, by="Eva")
    url = postgres.fresh()
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    monkeypatch.setenv("VARDPLATS_DATABASE_URL", url)
    return Settings(home=home, database_url=url, prewarm=False)


def lines(settings: Settings) -> list[tuple[object, ...]]:
    return [PostgresLog(settings.database_url.get_secret_value(), name).read(bool).lines
            for name in LOGS]  # fmt: skip


def test_every_line_comes_over_as_it_is_and_can_be_added_to(settings: Settings) -> None:
    before = [read_chain(settings.home / name).lines for name in LOGS]
    assert [len(one) for one in before] == [3, 1, 1]
    assert left(settings) == LOGS
    assert [one.carried for one in moved(settings)] == [3, 1, 1]
    assert lines(settings) == before
    assert left(settings) == ()
    assert agree(agreements_log(settings), FORM, by="Disa").number == 3
    found = agreements_of(agreements_log(settings))
    assert (found.fault, [one.by for one in found.known]) == ("", ["Anna", "Cecilia", "Disa"])
    assert [one.by for one in found.known[0].followed] == ["Bo"]
    assert plans_of(plans_log(settings)).of_region("22")["2026-01"].by == "Bo"
    assert [one.by for one in preparedness_of(preparedness_log(settings))] == ["Eva"]


def test_done_again_it_carries_nothing_twice(settings: Settings) -> None:
    moved(settings)
    agree(agreements_log(settings), FORM, by="Disa")
    after = lines(settings)
    assert [one.carried for one in moved(settings)] == [0, 0, 0]
    assert lines(settings) == after


def test_a_database_with_lines_of_its_own_is_refused_in_words(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    agree(agreements_log(settings), FORM, by="Disa")
    before = lines(settings)
    assert main(["agreements", "move"]) == 2
    assert "has lines of its own. Nothing of that log was moved." in capsys.readouterr().err
    assert lines(settings) == before
    assert [one.outcome for one in trail_of(settings.home).events] == ["begun", "refused"]


def test_a_line_that_was_changed_is_not_carried(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    path = settings.home / LOGS[0]
    path.write_text(path.read_text().replace("Anna", "Berit"))
    assert main(["agreements", "move"]) == 2
    assert "Line 1 has been changed since it was written." in capsys.readouterr().err
    assert lines(settings) == [(), (), ()]


def test_the_command_says_what_was_moved_and_the_trail_has_it(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agreements"]) == 0
    assert "vardplats agreements move" in capsys.readouterr().err
    assert main(["agreements", "move", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["log"], one["carried"]) for one in told] == [
        (LOGS[0], 3),
        (LOGS[1], 1),
        (LOGS[2], 1),
    ]
    assert [one.outcome for one in trail_of(settings.home).events] == ["begun", "done"]
    assert main(["agreements"]) == 0
    assert "vardplats agreements move" not in capsys.readouterr().err


def test_without_a_database_there_is_nowhere_to_move_to(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("VARDPLATS_DATABASE_URL")
    assert main(["agreements", "move"]) == 2
    assert "set VARDPLATS_DATABASE_URL" in capsys.readouterr().err


@pytest.fixture
def held(settings: Settings) -> Iterator[psycopg.Connection]:
    """A connection that keeps rows from being committed until it lets go."""
    moved_before = PostgresLog(settings.database_url.get_secret_value(), "other.jsonl")
    moved_before.carry(())
    with closing(psycopg.connect(settings.database_url.get_secret_value())) as connection:
        connection.execute("LOCK TABLE vardplats_log IN SHARE MODE")
        yield connection


def test_a_kill_in_the_middle_leaves_all_or_nothing_and_it_can_be_done_again(
    settings: Settings, held: psycopg.Connection
) -> None:
    code = "from dashboard.cli import main; main(['agreements', 'move'])"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as process:
        try:
            waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
            # It has read its lines, and waits to write them.
            for _ in each(range(600)):
                if held.execute(waiting).fetchone() != (0,) or process.poll() is not None:
                    break
                held.execute("SELECT pg_sleep(0.1)")
            assert process.poll() is None
        finally:
            process.send_signal(signal.SIGKILL)
    held.rollback()
    assert lines(settings) == [(), (), ()]
    assert [one.outcome for one in trail_of(settings.home).events] == ["begun"]
    assert [one.carried for one in moved(settings)] == [3, 1, 1]
    assert agreements_of(agreements_log(settings)).fault == ""
