"""Whoever sees what is not published is written down first, in lines that cannot be changed."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import create_app
from dashboard.access.identity import Identity
from dashboard.access.reads import FOLDER, Reads, reads_of
from dashboard.cli import main
from dashboard.settings import Settings
from tests.tiers_made import BO, MONTH, WORD, beds_of, headers, person_of, tiers_home

ANNA = Identity("region", "999999-0147", "14", "anna@999999-0147", way="session")
BEGAN = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)


def test_a_person_is_one_line_in_an_hour_and_every_day_is_bound_to_the_one_before(
    tmp_path: Path,
) -> None:
    now = [BEGAN]
    reads = Reads(tmp_path, lambda: now[0])
    for minutes in (0, 5, 10, 40, 60 * 30):
        now[0] = BEGAN + timedelta(minutes=minutes)
        reads.note(ANNA, ["a" * 64], ["14"])
    found = reads_of(tmp_path)
    assert [line["at"][:13] for line in found.lines] == [
        "2026-03-01T23", "2026-03-02T00", "2026-03-03T05",
    ]  # fmt: skip
    assert (found.fault, found.cut_short) == ("", 0)
    assert {line["by"] for line in found.lines} == {ANNA.person}
    reads.note(ANNA, ["b" * 64], ["14"])
    assert len(reads_of(tmp_path).lines) == 4
    # A day that is taken away, and a line that is changed, are told.
    middle = tmp_path / FOLDER / "2026-03-02.jsonl"
    content = middle.read_bytes()
    middle.unlink()
    assert "a day is gone" in reads_of(tmp_path).fault
    middle.write_bytes(content.replace(b"anna", b"eva"))
    assert "has been changed" in reads_of(tmp_path).fault


@pytest.fixture
def place(home: Path, tmp_path: Path) -> Path:
    return tiers_home(tmp_path / "home", home / "releases", ["14"])


PAGE = f"/min-region?region=14&period={MONTH}&data=reported&indicator=available_beds"
FILE = f"/files/regions.csv?region=14&period={MONTH}&data=reported&indicator=available_beds"


def _client(place: Path) -> Any:
    settings = Settings(home=place, login="proxy", login_secret=WORD, prewarm=False)  # type: ignore[arg-type]
    return create_app(settings).server.test_client()


def test_those_who_may_see_it_are_written_down_and_nobody_else(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    client = _client(place)
    for person in ("", person_of("14"), person_of("12"), BO):
        for path in (PAGE, FILE):
            assert client.get(path, headers=headers(person)).status_code == 200
    assert [line["by"] for line in reads_of(place).lines] == [person_of("14"), BO]
    monkeypatch.setenv("VARDPLATS_HOME", str(place))
    assert main(["audit", "--reads", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["by"], row["regions"]) for row in told] == [(person_of("14"), "14"), (BO, "14")]


def test_what_cannot_be_written_down_is_not_shown(place: Path) -> None:
    (place / FOLDER).write_text("in the way", "utf-8")
    client = _client(place)
    shown = client.get(FILE, headers=headers(person_of("14")))
    assert shown.status_code == 200
    assert f"{beds_of('14')}" not in shown.text
    assert shown.text == client.get(FILE).text
