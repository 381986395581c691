"""Plan, target and outcome of a region stand beside each other on its page and in its files."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.dialogue.plan_log import LOG, keep
from dashboard.settings import Settings
from dashboard.targets.plans import HIDDEN, Planned
from tests.each import each
from tests.tiers_made import BO, CAI, WORD, headers, person_of, tiers_home

MONTH, BEDS = "2025-10", 31_400.0
NONE_HANDED_IN = "Plan saknas."
NOT_SHOWN = "visas bara för den som är inloggad från regionen"


def client_at(home: Path, **more: str) -> FlaskClient:
    settings = Settings(home=home, prewarm=False, public_url="https://beds.example", **more)  # type: ignore[arg-type]
    return create_app(settings).server.test_client()


def planned(home: Path, region: str = "22", *, first: float = BEDS) -> None:
    """A plan that was changed when its month had ended."""
    for beds in (first, first + 1):
        keep(home, [Planned(region, MONTH, beds, 90.0)], "plan.csv", by="Bo")


def lines(client: FlaskClient, region: str, **who: str) -> list[Mapping[str, str]]:
    answer = client.get(f"/files/mine-plan.csv?flavour=machine&region={region}", headers=who)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.fixture
def open_home(home: Path, tmp_path: Path) -> Path:
    return tiers_home(tmp_path / "home", home / "releases", ())


def test_a_missing_plan_is_said_on_the_page_and_in_the_file(open_home: Path) -> None:
    client = client_at(open_home)
    assert NONE_HANDED_IN in client.get("/min-region?region=22").text
    assert "There is no plan." in client.get("/en/my-region?region=22").text
    rows = lines(client, "22")
    assert len(rows) == 12
    for row in each(rows):
        assert (row["plan"], row["planned_beds"]) == ("none", "")
        assert float(row["beds_low"]) <= float(row["beds"]) <= float(row["beds_high"])
        assert row["status"] == "estimated"


def test_a_plan_changed_when_its_month_had_ended_is_shown_as_changed(open_home: Path) -> None:
    planned(open_home)
    client = client_at(open_home)
    page = client.get("/min-region?region=22").text
    assert "31\N{NO-BREAK SPACE}401" in page
    assert "ÄNDRAD I EFTERHAND" in page
    assert "CHANGED AFTERWARDS" in client.get("/en/my-region?region=22").text
    (row,) = lines(client, "22")
    assert (row["period"], row["planned_beds"], row["first_planned_beds"]) == (
        MONTH, "31401.0", "31400.0",
    )  # fmt: skip
    assert (row["plan"], row["target_occupancy"]) == ("changed_afterwards", "90.0")
    assert NONE_HANDED_IN in client.get("/min-region?region=23").text


@pytest.mark.parametrize("address", ["/files/mine-plan.csv", "/api/v1/figures/mine-plan"])
def test_a_plan_handed_in_later_is_not_spared_by_a_tag(open_home: Path, address: str) -> None:
    asked = f"{address}?region=22"
    client = client_at(open_home)
    known = {"If-None-Match": client.get(asked).headers["ETag"]}
    assert client.get(asked, headers=known).status_code == 304
    planned(open_home)
    answer = client_at(open_home).get(asked, headers=known)
    assert (answer.status_code, "changed_afterwards" in answer.text) == (
        200, address.startswith("/api"),
    )  # fmt: skip
    assert "31401" in answer.text


def test_the_workbook_has_the_same_in_words(open_home: Path) -> None:
    planned(open_home)
    answer = client_at(open_home).get("/files/mine-plan.xlsx?region=22&lang=sv")
    table, _ = openpyxl.load_workbook(io.BytesIO(answer.data))
    head, row = ([cell.value for cell in line] for line in table.iter_rows())
    said = dict(zip(head, row, strict=True))
    assert said["Planerade platser i månaden"] == 31_401
    assert said["Planerade platser, först"] == 31_400
    assert said["Planen"] == "ändrad i efterhand"


def test_plans_are_shown_to_their_region_and_to_the_authority_alone(open_home: Path) -> None:
    planned(open_home, "14")
    planned(open_home, "12", first=BEDS + 50)
    client = client_at(open_home, login="proxy", login_secret=WORD)

    def shown(person: str, region: str) -> tuple[bool, str]:
        who = headers(person) if person else {}
        page = client.get(f"/min-region?region={region}", headers=who).text
        (state, *_) = {row["plan"] for row in lines(client, region, **who)}
        assert (NOT_SHOWN in page) == (state == "not_shown")
        return "ÄNDRAD I EFTERHAND" in page, state

    assert shown(person_of("14"), "14") == shown(BO, "12") == (True, "changed_afterwards")
    for person, region in each((("", "14"), (CAI, "14"), (person_of("14"), "12"))):
        assert shown(person, region) == (False, "not_shown")
    assert shown(BO, "01") == (False, "none")


def test_a_plan_makes_no_public_page_another_where_there_is_a_login(open_home: Path) -> None:
    login = {"login": "proxy", "login_secret": WORD}
    addresses = ("/min-region?region=14", "/files/mine-plan.csv?region=14", "/",
                 "/api/v1/figures/mine-plan?region=14")  # fmt: skip

    def answers() -> list[tuple[bytes, str | None]]:
        client = client_at(open_home, **login)
        found = [client.get(one) for one in addresses]
        return [(one.data, one.headers.get("ETag")) for one in found]

    before = answers()
    planned(open_home, "14")
    assert answers() == before


def test_what_is_not_as_it_was_written_is_not_shown(open_home: Path) -> None:
    planned(open_home)
    log = open_home / LOG
    log.write_text(log.read_text("utf-8").replace("31400", "31500"), "utf-8")
    client = client_at(open_home)
    page = client.get("/min-region?region=22").text
    assert "Planen kan inte visas" in page
    assert "ÄNDRAD I EFTERHAND" not in page
    assert {row["plan"] for row in lines(client, "22")} == {"not_shown"}


def test_one_region_alone_leaves_no_trace_of_the_others() -> None:
    assert HIDDEN.only(("14",)) == HIDDEN
