"""Preparedness by form: of one's own region, every fault at its field, and all of it audited."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.access.reads import reads_of
from dashboard.access.register import give_role
from dashboard.imports.preparedness import LOG, load, preparedness_of
from dashboard.releases.audit_trail import trail_of
from dashboard.settings import Settings
from tests.dashboard.web.routes.test_agreements import token
from tests.each import each
from tests.tiers_made import BO, CAI, WORD, headers, number_of, person_of, tiers_home

ANNA, EVA = person_of("14"), person_of("12")
PATH, ENGLISH = "/inloggad/beredskap", "/en/signed-in/preparedness"
OWN = {"closed": "31", "convert": "", "employed": "4 100,5"}


@pytest.fixture
def place(home: Path, tmp_path: Path) -> Path:
    return tiers_home(tmp_path / "home", home / "releases", ())


@pytest.fixture
def client(place: Path) -> FlaskClient:
    settings = Settings(home=place, imports=True, login="proxy", login_secret=WORD, prewarm=False)
    return create_app(settings).server.test_client()


def sent(client: FlaskClient, person: str, path: str = PATH, **form: str) -> Any:
    page = client.get("/inloggad/beredskap", headers=headers(person)).text
    key = re.search(r'name="key" value="([^"]*)"', page)
    return client.post(path, data={"key": key[1] if key else "", **form}, headers=headers(person))


def test_from_hand_in_to_release_and_back_with_who_sees_it_and_who_did_it(
    client: FlaskClient, place: Path
) -> None:
    everybody = (ANNA, BO, EVA, CAI, "")
    shown = "regionens uppgift, INTE PUBLICERAD"

    def seen() -> list[bool]:
        return [
            shown in client.get("/scenario?region=14", headers=headers(one)).text
            for one in everybody
        ]

    assert seen() == [False] * 5
    answer = sent(client, ANNA, **OWN)
    assert answer.status_code == 200
    assert "Sparat." in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    (one,) = preparedness_of(place)
    assert (one.region, one.figures, one.by) == ("14", {"closed": 31, "employed": 4100.5}, ANNA)
    assert seen() == [True, True, False, False, False]
    assert "Släppt" in sent(client, ANNA, f"{PATH}/slapp").text
    assert seen() == [True, True, False, True, False]
    # What is handed in anew is not released.
    assert "Kept." in sent(client, ANNA, ENGLISH, **{**OWN, "employed": "4100.5"}).text
    assert seen() == [True, True, False, False, False]
    assert "Taken back." in sent(client, ANNA, f"{ENGLISH}/take-back").text
    assert seen() == [False] * 5
    told = [(one.action, one.subject, one.by, one.outcome) for one in trail_of(place).events]
    for action in each(("preparedness loaded", "preparedness released", "preparedness taken back")):
        assert (action, "14", ANNA, "done") in told
    assert ANNA in {line["by"] for line in reads_of(place).lines}


def test_every_fault_stands_at_its_field_and_nothing_typed_is_lost(
    client: FlaskClient, place: Path
) -> None:
    for path, words in each((
        (PATH, ("-1 är inte från 0 till 5000", "inget tal")),
        (ENGLISH, ("-1 is not from 0 to 5000", "not a number")),
    )):  # fmt: skip
        answer = sent(client, ANNA, path, closed="-1", convert="12", employed="<b>många")
        assert answer.status_code == 422
        page = unescape(answer.text)
        for one in words:
            assert one in page
        assert 'value="<b>många"' in page
        assert 'value="12"' in page
        assert page.count('aria-invalid="true"') == 2
        for name in ("closed", "employed"):
            assert f'href="#preparedness-{name}"' in page
            assert f'id="preparedness-{name}-fault"' in page
    assert sent(client, ANNA, closed=" ").status_code == 422
    assert not (place / LOG).exists()


def test_what_holds_stands_in_the_form_to_be_changed(client: FlaskClient, place: Path) -> None:
    load(place, {"14": {"employed": 4100.5}, "12": {"closed": 4977.0}})
    page = client.get(PATH, headers=headers(ANNA)).text
    assert 'value="4100,5"' in page
    assert "4977" not in re.sub(r'value="[^"]*"', "", page).partition("</main>")[0]
    assert 'value="4100.5"' in client.get(ENGLISH, headers=headers(ANNA)).text


def test_of_another_region_nobody_writes_whatever_the_form_says(
    client: FlaskClient, place: Path
) -> None:
    load(place, {"12": {"closed": 4977.0}})
    for path in each(("/slapp", "/ta-tillbaka")):
        answer = sent(client, ANNA, f"{PATH}{path}", region="12")
        assert answer.status_code == 404
        assert "4977" not in answer.text
    assert sent(client, ANNA, region="12", **OWN).status_code == 200
    found = {one.region: (one.figures, one.released) for one in preparedness_of(place)}
    assert found["12"] == ({"closed": 4977.0}, False)
    assert found["14"][0] == {"closed": 31.0, "employed": 4100.5}


@pytest.mark.parametrize("path", ["", "/slapp", "/ta-tillbaka"])
def test_who_may_not_has_no_page_and_no_answer(client: FlaskClient, place: Path, path: str) -> None:
    load(place, {"14": {"closed": 4977.0}})
    assert client.post(PATH + path, data=OWN).status_code == 401
    for person in each((BO, CAI)):
        assert client.post(PATH + path, data=OWN, headers=headers(person)).status_code == 403
        assert client.get(PATH, headers=headers(person)).status_code == 403
    give_role(place, ANNA, "reader", by="test")
    assert client.post(PATH + path, data=OWN, headers=headers(ANNA)).status_code == 403
    assert [one.figures for one in preparedness_of(place)] == [{"closed": 4977.0}]


def test_a_reporter_hands_in_and_does_not_release(client: FlaskClient, place: Path) -> None:
    give_role(place, ANNA, "reporter", by="test")
    answer = sent(client, ANNA, **OWN)
    assert answer.status_code == 200
    assert "Släpp till" not in answer.text
    assert sent(client, ANNA, f"{PATH}/slapp").status_code == 403
    assert "/inloggad/beredskap" in client.get("/inloggad", headers=headers(ANNA)).text
    assert "/inloggad/beredskap" in client.get("/importera", headers=headers(ANNA)).text
    for person in each((BO, CAI)):
        assert "beredskap" not in client.get("/inloggad", headers=headers(person)).text


def test_a_form_of_another_site_or_sign_in_is_not_taken(client: FlaskClient, place: Path) -> None:
    for key in each(("", "x")):
        answer = client.post(PATH, data={**OWN, "key": key}, headers=headers(ANNA))
        assert answer.status_code == 403
        assert 'value="31"' in answer.text
    elsewhere = {**headers(ANNA), "Sec-Fetch-Site": "cross-site"}
    assert client.post(PATH, data=OWN, headers=elsewhere).status_code == 403
    large = client.post(PATH, data={"closed": "1" * 70_000}, headers=headers(ANNA))
    assert large.status_code == 413
    assert not (place / LOG).exists()


def test_a_record_that_was_changed_says_so_and_keeps_what_was_typed(
    client: FlaskClient, place: Path
) -> None:
    load(place, {"14": {"closed": 31.0}})
    log = place / LOG
    log.write_bytes(log.read_bytes().replace(b"31.0", b"32.0"))
    answer = sent(client, ANNA, f"{PATH}/slapp")
    assert answer.status_code == 503
    assert "kan inte läsas" in answer.text
    page = client.get("/scenario?region=14", headers=headers(ANNA))
    assert (page.status_code, "regionens uppgift" in page.text) == (200, False)


def test_a_program_with_a_token_is_answered_in_json(client: FlaskClient, place: Path) -> None:
    writes = token(place, number_of("14"), "publisher")
    wrong = client.post(ENGLISH, data={"closed": "x"}, headers=writes)
    assert wrong.status_code == 422
    assert list(wrong.json["faults"]) == ["closed"]
    made = client.post(ENGLISH, data={"closed": "31"}, headers=writes)
    assert (made.status_code, made.json["preparedness"]["closed"]) == (200, 31.0)
    done = client.post(f"{ENGLISH}/release", headers=writes)
    assert done.json["preparedness"]["state"] == "released"
    assert client.post(f"{ENGLISH}/take-back", headers=writes).json["preparedness"] is None
    reads = token(place, number_of("14"), "reader")
    assert client.post(ENGLISH, data=OWN, headers=reads).status_code == 403


def test_without_a_login_there_is_no_such_page(place: Path) -> None:
    client = create_app(Settings(home=place, prewarm=False)).server.test_client()
    assert client.get(PATH).status_code == 404
    assert client.post(PATH, data=OWN).status_code in (404, 405)
