"""From a region's file to the country's release: who sees what when, and who did it."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.imports.drafts import drafts_of
from dashboard.imports.questions import AS_WRITTEN
from dashboard.releases.audit_trail import trail_of
from dashboard.settings import Settings
from tests.each import each
from tests.tiers_made import BO, CAI, MONTH, WORD, beds_of, file_of, headers, person_of

ANNA, EVA = person_of("14"), person_of("12")
OWN_PAGE = f"/min-region?region=14&period={MONTH}&data=reported&indicator=available_beds"


@pytest.fixture
def client(place: Path, commands_here: None) -> FlaskClient:
    settings = Settings(home=place, imports=True, login="proxy", login_secret=WORD, prewarm=False)
    return create_app(settings).server.test_client()


def _key(client: FlaskClient, person: str) -> str:
    found = re.search(r'name="key" value="([^"]*)"', _page(client, "/importera", person))
    assert found
    return found[1]


def _page(client: FlaskClient, path: str, person: str) -> str:
    return client.get(path, headers=headers(person)).text


def _sent(client: FlaskClient, person: str, code: str, place: Path, **form: str) -> Any:
    given = {"key": _key(client, person), "do": "keep", "source": "regions", **form}
    content = file_of(place, code).read_bytes()

    def post(answers: dict[str, str]) -> Any:
        file = (io.BytesIO(content), f"{code}.csv")
        data = {**given, **answers, "file": file}
        return client.post("/importera", data=data, headers=headers(person))

    answer = post({})
    # The number of beds is odd, as the one who hands it in is asked, and says that it is right.
    asked = re.findall(r'name="(answer:[^"]+)" value="([^"]+)"', answer.text)
    right = {name: value for name, value in asked if value in (AS_WRITTEN, "yes")}
    return post({**right, "reason": "test"}) if right else answer


def _shown(code: str) -> str:
    return f"{beds_of(code):,}".replace(",", "\N{NO-BREAK SPACE}")


def _sees(client: FlaskClient, person: str) -> bool:
    return _shown("14") in _page(client, OWN_PAGE, person)


def test_a_month_from_hand_in_to_release(client: FlaskClient, place: Path) -> None:
    assert not _sees(client, ANNA)
    assert _sent(client, ANNA, "14", place).status_code == 200
    assert [_sees(client, one) for one in (ANNA, BO, EVA, CAI, "")] == [
        True,
        True,
        False,
        False,
        False,
    ]

    page = _page(client, OWN_PAGE, ANNA)
    assert "INTE PUBLICERAT: här finns också siffror" in page
    (draft,) = drafts_of(place)
    assert (draft.by, draft.state) == (ANNA, "handed_in")

    given = {"key": _key(client, ANNA), "draft": draft.hash}
    assert client.post("/inloggad/slapp", data=given, headers=headers(ANNA)).status_code == 200
    assert [_sees(client, one) for one in (ANNA, BO, EVA, CAI, "")] == [
        True,
        True,
        False,
        True,
        False,
    ]

    given = {"key": _key(client, BO), "reason": "januari"}
    done = client.post("/inloggad/publicera", data=given, headers=headers(BO))
    assert done.status_code == 200, done.text
    assert drafts_of(place) == ()
    told = {(one.action, one.by, one.outcome) for one in trail_of(place).events}
    assert {("import", ANNA, "done"), ("release", ANNA, "done"), ("publish", BO, "done")} <= told
    now = create_app(Settings(home=place, prewarm=False)).server.test_client()
    assert _sees(now, "")
    assert "INTE PUBLICERAT" not in _page(now, OWN_PAGE, "")


def test_a_region_hands_in_for_itself_alone(client: FlaskClient, place: Path) -> None:
    answer = _sent(client, ANNA, "12", place)
    assert answer.status_code == 422
    assert "Ta bort de andras rader" in answer.text
    assert drafts_of(place) == ()


def test_a_form_without_the_key_of_the_session_does_nothing(
    client: FlaskClient, place: Path
) -> None:
    assert _sent(client, ANNA, "14", place, key="guess").status_code == 403
    assert _sent(client, ANNA, "14", place, key=_key(client, EVA)).status_code == 403
    assert drafts_of(place) == ()


def test_only_its_region_releases_and_only_the_authority_publishes(
    client: FlaskClient, place: Path
) -> None:
    _sent(client, ANNA, "14", place)
    (draft,) = drafts_of(place)
    for who in each((EVA, BO)):
        given = {"key": _key(client, who), "draft": draft.hash}
        assert client.post("/inloggad/slapp", data=given, headers=headers(who)).status_code == 404
    given = {"key": _key(client, ANNA)}
    assert client.post("/inloggad/publicera", data=given, headers=headers(ANNA)).status_code == 404
    assert client.post("/inloggad/publicera", data={}, headers=headers(CAI)).status_code == 403
    assert client.post("/inloggad/slapp", data={}).status_code == 401
    assert drafts_of(place)[0].state == "handed_in"


def test_what_is_not_published_can_be_taken_back_and_handed_in_again(
    client: FlaskClient, place: Path
) -> None:
    _sent(client, ANNA, "14", place)
    (draft,) = drafts_of(place)
    assert "Ta tillbaka" in _page(client, "/inloggad", ANNA)
    assert "Ta tillbaka" not in _page(client, "/inloggad", BO)
    for who in each((EVA, BO)):
        given = {"key": _key(client, who), "draft": draft.hash}
        answer = client.post("/inloggad/ta-tillbaka", data=given, headers=headers(who))
        assert answer.status_code == 404
    given = {"key": _key(client, ANNA), "draft": draft.hash}
    client.post("/inloggad/slapp", data=given, headers=headers(ANNA))
    answer = client.post("/inloggad/ta-tillbaka", data=given, headers=headers(ANNA))
    assert answer.status_code == 200
    assert drafts_of(place) == ()
    assert not draft.delivery.folder.exists()
    assert [_sees(client, one) for one in (ANNA, BO, CAI)] == [False] * 3
    told = [(one.action, one.by, one.outcome) for one in trail_of(place).events]
    assert ("take-back", ANNA, "done") in told
    # The same file again is a draft that is not released.
    _sent(client, ANNA, "14", place)
    (again,) = drafts_of(place)
    assert (again.hash, again.state) == (draft.hash, "handed_in")
    assert [_sees(client, one) for one in (ANNA, CAI)] == [True, False]


def test_what_is_handed_in_stands_on_the_page_of_who_may_see_it(
    client: FlaskClient, place: Path
) -> None:
    _sent(client, ANNA, "14", place)
    pages = {who: _page(client, "/inloggad", who) for who in (ANNA, BO, EVA, CAI)}
    assert ["14.csv" in pages[who] for who in pages] == [True, True, False, False]
    assert "Släpp" in pages[ANNA]
    assert "Publicera" not in pages[BO]


def test_the_folders_of_drafts_are_the_services_alone(client: FlaskClient, place: Path) -> None:
    _sent(client, ANNA, "14", place)
    assert (place / "drafts").stat().st_mode & 0o777 == 0o700


def test_every_mark_of_what_is_not_published(client: FlaskClient, place: Path) -> None:
    _sent(client, ANNA, "14", place)
    query = f"region=14&period={MONTH}&data=reported&indicator=available_beds"
    file = client.get(f"/files/regions.csv?{query}&flavour=machine", headers=headers(ANNA))
    assert "NOT_PUBLISHED" in file.headers["Content-Disposition"]
    lines = [
        line for line in file.text.splitlines() if line.startswith(("14", "NOT")) or ",14," in line
    ]
    assert lines
    assert all("NOT PUBLISHED" in line for line in lines)
    api = client.get(
        f"/api/v1/values?period={MONTH}&data=reported", headers=headers(ANNA)
    ).get_json()
    assert api["unpublished"] is True
    page = _page(client, OWN_PAGE, ANNA)
    sources = re.findall(r"Källa: [^<]*", page)
    assert sources
    assert any("INTE PUBLICERAT" in one for one in sources)
