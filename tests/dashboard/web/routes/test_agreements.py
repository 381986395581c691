"""Agreements by form and API: who may write of whom, every fault said, nothing typed lost."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from app import create_app
from dashboard.access.register import make_token
from dashboard.dialogue.agreement_log import LOG, agree, agreements_of
from dashboard.settings import Settings
from tests.dashboard.dialogue.test_agreement_log import FORM
from tests.each import each
from tests.tiers_made import BO, CAI, WORD, headers, number_of, person_of, tiers_home

ANNA, EVA = person_of("14"), person_of("12")
PATH, API = "/dialog/overenskommelser", "/api/v1/agreements"
OWN = {**FORM, "region": "14"}


@pytest.fixture
def place(home: Path, tmp_path: Path) -> Path:
    return tiers_home(tmp_path / "home", home / "releases", ())


@pytest.fixture
def client(place: Path, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setenv("VARDPLATS_HOME", str(place))
    monkeypatch.setenv("VARDPLATS_LOGIN", "proxy")
    monkeypatch.setenv("VARDPLATS_LOGIN_SECRET", WORD)
    settings = Settings(home=place, login="proxy", login_secret=WORD, prewarm=False)
    return create_app(settings).server.test_client()


def key_of(client: FlaskClient, person: str, region: str) -> str:
    page = client.get(f"/dialog?region={region}", headers=headers(person)).text
    found = re.search(r'name="key" value="([^"]*)"', page)
    assert found
    return found[1]


def sent(client: FlaskClient, person: str, form: dict[str, Any], path: str = PATH) -> Any:
    given = {"key": key_of(client, person, form.get("region", "14")), **form}
    said = MultiDict((key, one) for key, value in given.items()
                     for one in (value if isinstance(value, list) else [value]))  # fmt: skip
    return client.post(path, data=said, headers=headers(person))


def token(place: Path, organisation: str, role: str) -> dict[str, str]:
    _, words = make_token(place, organisation, role, 1, by="test")
    return {"Authorization": f"Bearer {words}"}


def test_what_is_sent_is_written_down_and_said(client: FlaskClient, place: Path) -> None:
    answer = sent(client, ANNA, {**OWN, "marks": ["needs", "goal"]})
    assert (answer.status_code, answer.headers["Location"]) == (
        303, "/dialog?region=14&noted=14-1#noted",
    )  # fmt: skip
    (made,) = agreements_of(place).known
    assert (made.by, made.marks, made.region) == (ANNA, {"needs", "goal"}, "14")
    page = client.get(answer.headers["Location"], headers=headers(ANNA)).text
    assert "Antecknat: Utskrivningsteam." in page
    assert "no-store" in answer.headers["Cache-Control"]
    english = sent(client, BO, OWN, "/en/dialogue/agreements")
    assert english.headers["Location"].startswith("/en/dialogue?region=14&noted=14-2")


def test_what_followed_is_written_down_and_ends_it(client: FlaskClient, place: Path) -> None:
    agree(place, {**FORM, "region": "12"})
    agree(place, OWN)
    answer = sent(client, ANNA, {"region": "14", "agreement": "14-1", "note": "Klart",
                                 "state": "carried_out"})  # fmt: skip
    assert answer.status_code == 303
    other, made = agreements_of(place).known
    assert ([one.by for one in made.followed], made.state) == ([ANNA], "carried_out")
    assert other.followed == ()
    again = sent(client, ANNA, {"region": "14", "agreement": "14-1", "note": "Igen"})
    assert again.status_code == 422
    assert "är redan avslutad" in again.text


def test_every_fault_stands_at_its_field_and_nothing_typed_is_lost(
    client: FlaskClient, place: Path
) -> None:
    typed = {**OWN, "measure": '"Team" <b>\nrad två', "value": "tre", "due": "snart",
             "owner": "", "marks": ["goal"], "plan": "plan"}  # fmt: skip
    for path, words in each((
        (PATH, ("tre är inget tal", "Ägaren saknas", "är ingen webbadress", "inget datum")),
        ("/en/dialogue/agreements", ("tre is no number", "The owner is missing")),
    )):  # fmt: skip
        answer = sent(client, ANNA, typed, path)
        assert answer.status_code == 422
        page = unescape(answer.text)
        for one in words:
            assert one in page
        assert '"Team" <b>\nrad två</textarea>' in page
        assert 'value="tre"' in page
        assert 'value="goal" checked' in page
        for name in ("value", "due", "owner", "plan"):
            assert f'href="#agreement-{name}"' in page
            assert f'id="agreement-{name}-fault"' in page
        assert page.count('aria-invalid="true"') == 4
        assert "<details open" in page
    assert not (place / LOG).exists()


@pytest.mark.parametrize("region", ["12", "99", "00", ""])
def test_of_another_region_nobody_may_write_nor_learn(
    client: FlaskClient, place: Path, region: str
) -> None:
    agree(place, {**FORM, "region": "12", "measure": "hemligt"})
    key = key_of(client, ANNA, "14")
    for more in each(({}, {"agreement": "12-1", "note": "x"}, {"agreement": "12-9", "note": "x"})):
        answer = client.post(PATH, data={**OWN, "region": region, "key": key, **more},
                             headers=headers(ANNA))  # fmt: skip
        assert answer.status_code in ({404} if region == "12" or more else {422})
        assert "hemligt" not in answer.text
    assert len(agreements_of(place).known) == 1


def test_who_may_not_write_has_no_form_and_no_answer(client: FlaskClient, place: Path) -> None:
    assert client.get(PATH).status_code == 303
    assert client.post(PATH, data=OWN).status_code == 401
    assert client.post(PATH, data=OWN, headers=headers(CAI)).status_code == 403
    for person in each(("", CAI, EVA)):
        page = client.get("/dialog?region=14", headers=headers(person) if person else {}).text
        assert "agreement-form" not in page
    assert not (place / LOG).exists()


def test_a_form_of_another_site_or_sign_in_is_not_taken(client: FlaskClient, place: Path) -> None:
    for key in each(("", "x", key_of(client, EVA, "12"))):
        answer = client.post(PATH, data={**OWN, "key": key}, headers=headers(ANNA))
        assert answer.status_code == 403
        assert "Utskrivningsteam</textarea>" in answer.text
    elsewhere = {**headers(ANNA), "Sec-Fetch-Site": "cross-site"}
    own = {**OWN, "key": key_of(client, ANNA, "14")}
    assert client.post(PATH, data=own, headers=elsewhere).status_code == 403
    assert client.post(PATH, data={**own, "measure": "x" * 70_000},
                       headers=headers(ANNA)).status_code == 413  # fmt: skip
    assert not (place / LOG).exists()


def test_a_log_that_cannot_be_written_says_so_and_keeps_what_was_typed(
    client: FlaskClient, place: Path
) -> None:
    agree(place, OWN)
    log = place / LOG
    log.write_text(log.read_text("utf-8").replace("Anna Ek", "Bo Ek"), "utf-8")
    key = key_of(client, ANNA, "14")
    answer = client.post(PATH, data={**OWN, "key": key}, headers=headers(ANNA))
    assert answer.status_code == 503
    assert "Inget är antecknat" in answer.text
    assert "Utskrivningsteam</textarea>" in answer.text
    assert client.get(API, headers=headers(ANNA)).status_code == 503


def test_without_a_login_it_is_off_and_says_why(place: Path) -> None:
    client = create_app(Settings(home=place, prewarm=False)).server.test_client()
    for answer in each((client.get(PATH), client.post(PATH, data=OWN), client.get(API),
                        client.post(API, json=OWN))):  # fmt: skip
        assert answer.status_code == 404
        assert "VARDPLATS_LOGIN" in answer.text
    assert "kommandot vardplats agreements" in client.get("/dialog?region=14").text


def test_a_program_reads_its_own_and_writes_with_its_role(client: FlaskClient, place: Path) -> None:
    agree(place, {**FORM, "region": "12"})
    writes = token(place, number_of("14"), "reporter")
    made = client.post(API, json={**OWN, "value": 3.0, "marks": ["needs"]}, headers=writes)
    assert made.status_code == 201
    assert (made.json["agreement"], made.json["marks"], made.json["outcome"]) == (
        "14-1", ["needs"], "not_yet",
    )  # fmt: skip
    assert made.json["agreed_by"].startswith("token ")
    followed = client.post(f"{API}/14-1/follow-ups", json={"note": "På plats"}, headers=writes)
    assert (followed.status_code, followed.json["followed_up"][0]["note"]) == (201, "På plats")
    rows = client.get(API, headers=writes).json["data"]
    assert [row["agreement"] for row in rows] == ["14-1"]
    assert len(client.get(API, headers=headers(BO)).json["data"]) == 2
    reads = token(place, number_of("14"), "reader")
    assert client.get(API, headers=reads).status_code == 200
    assert client.post(API, json=OWN, headers=reads).status_code == 404


def test_what_is_denied_answers_as_what_is_not_there(client: FlaskClient, place: Path) -> None:
    agree(place, {**FORM, "region": "12"})
    writes = token(place, number_of("14"), "reporter")
    asked = [
        client.get(API), client.get(API, headers=headers(CAI)), client.post(API, json=OWN),
        client.post(API, json={**FORM, "region": "12"}, headers=writes),
        client.post(f"{API}/12-1/follow-ups", json={"note": "x"}, headers=writes),
        client.post(f"{API}/12-7/follow-ups", json={"note": "x"}, headers=writes),
        client.get("/api/v1/nothing"),
    ]  # fmt: skip
    for answer in each(asked):
        assert answer.status_code == 404
        assert answer.mimetype == "application/problem+json"
    assert len(agreements_of(place).known) == 1


def test_a_body_that_cannot_be_used_is_told_by_field(client: FlaskClient, place: Path) -> None:
    writes = token(place, number_of("14"), "reporter")
    answer = client.post(API, json={**OWN, "value": "tre", "due": None}, headers=writes)
    assert answer.status_code == 422
    assert {one["name"] for one in answer.json["errors"]} == {"value", "due"}
    for body in each(("[]", "nej", "")):
        wrong = client.post(API, data=body, content_type="application/json", headers=writes)
        assert wrong.status_code == 400
    # Whoever is signed in by a browser sends the key of the sign-in along.
    assert client.post(API, json=OWN, headers=headers(ANNA)).status_code == 403
    key = key_of(client, ANNA, "14")
    assert client.post(API, json={**OWN, "key": key}, headers=headers(ANNA)).status_code == 201
