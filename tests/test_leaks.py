"""Nothing that is not published reaches whoever may not see it, by whatever way it is asked for."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.releases.dataset import read_dataset
from dashboard.settings import Settings
from dashboard.web.protection.guard import PATH
from tests.each import each
from tests.listening import any_number_of_calls
from tests.tiers_made import (
    BO,
    CAI,
    DAYS,
    MONTH,
    WORD,
    beds_of,
    headers,
    person_of,
    tiers_home,
    written,
)
from tests.touches import touch

HANDED_IN = ("14", "12", "22")
# Who asks, and whose of what is handed in they may see.
WHO = {"": (), person_of("14"): ("14",), person_of("09"): (), CAI: ()}
VIEW = f"period={MONTH}&region=14&data=reported&indicator=available_beds"
QUERIES = ("", f"?{VIEW}", f"?{VIEW.replace('=14', '=12')}", f"?period={MONTH}&data=estimated",
           "?region=14&span=60&data=reported")  # fmt: skip
NAMES = ("map", "regions", "series", "region-months", "available_beds", "values", "catalogue.ttl",
         "datapackage.json", "vardplatslaget.zip", "values.csv", "grant", "national")  # fmt: skip


@pytest.fixture(scope="module")
def sites(home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], Any]:
    """The site with all that is handed in, and for each who asks one with what they may see."""
    with any_number_of_calls():
        return {
            codes: _site(home, tmp_path_factory.mktemp("home"), codes)
            for codes in dict.fromkeys((HANDED_IN, *WHO.values()))
        }


def _site(home: Path, place: Path, codes: tuple[str, ...]) -> Any:
    made = tiers_home(place / "home", home / "releases", codes)
    settings = Settings(
        home=made, imports=True, login="proxy", login_secret=WORD, prewarm=False,
        public_url="https://beds.example",
    )  # fmt: skip
    return create_app(settings).server


def _addresses(server: Any, release: str) -> list[str]:
    """Every rule that is read, with what may stand in its places, in some views."""
    found = []
    for rule in server.url_map.iter_rules():
        if "GET" not in rule.methods or "_dash-component" in rule.rule:
            continue
        names = NAMES if "<name>" in rule.rule else ("",)
        for name in names:
            path = rule.rule.replace("<release>", release).replace("<name>", name)
            path = re.sub(r"<any\(([^)]*)\):\w+>", lambda m: m[1].split(",")[0].strip(" '"), path)
            found.append(re.sub(r"<[^>]*>", "x", path))
    return list(dict.fromkeys(found))


def _answer(client: FlaskClient, path: str, person: str) -> tuple[int, bytes, str]:
    answer = client.get(path, headers=headers(person))
    return answer.status_code, answer.data, str(answer.headers.get("ETag"))


def _told(answer: bytes, codes: Iterable[str]) -> list[str]:
    """Whose numbers stand in an answer; only where their digits do is it looked at closely."""
    bare = answer.translate(None, b", \xc2\xa0")
    return [
        code
        for code in codes
        if any(str(one).encode() in bare for one in (beds_of(code), beds_of(code) * DAYS))
        and _number(code).search(answer)
    ]


def _number(code: str) -> re.Pattern[bytes]:
    """A number that was handed in, as pages, files and the API write it, and no part of another."""
    return re.compile(written(beds_of(code), beds_of(code) * DAYS).encode())


@pytest.mark.parametrize("person", WHO)
def test_the_answer_is_the_one_of_a_site_where_nothing_else_was_handed_in(
    sites: dict[tuple[str, ...], Any], home: Path, person: str
) -> None:
    """To the last byte, tag and status: what one may not see leaves no trace."""
    whole, own = sites[HANDED_IN], sites[WHO[person]]
    release = read_dataset(home).release
    clients, differing, asked = (whole.test_client(), own.test_client()), [], 0
    for path in each(_addresses(whole, release)):
        # What takes a process of its own is the same for everybody, and is asked for once.
        for query in QUERIES[:2] if path.startswith(("/dialog/papers", "/importera")) else QUERIES:
            asked += 1
            first, second = (_answer(client, path + query, person) for client in clients)
            if first != second:
                differing.append((path + query, first[0], second[0]))
            hidden = {code for code in HANDED_IN if code not in WHO[person]}
            assert _told(first[1], hidden) == [], path + query
    assert differing == []
    assert asked > 300


def test_the_numbers_looked_for_are_shown_to_who_may_see_them(
    sites: dict[tuple[str, ...], Any],
) -> None:
    client = sites[HANDED_IN].test_client()
    for person, codes in each(((person_of("14"), ["14"]), (BO, [*HANDED_IN]))):
        for path in each(("/min-region", "/files/regions.csv", "/api/v1/values")):
            shown = client.get(f"{path}?{VIEW}", headers=headers(person)).data
            found = _told(shown, HANDED_IN)
            assert set(found) <= set(codes)
            assert "14" in found, (person, path)


@pytest.mark.parametrize("person", WHO)
def test_a_forged_touch_is_answered_as_where_nothing_else_was_handed_in(
    sites: dict[tuple[str, ...], Any], home: Path, person: str
) -> None:
    dataset = read_dataset(home)
    bodies = [
        touch(dataset, period=MONTH, region=code, data="reported", indicator="available_beds")
        for code in HANDED_IN
    ]
    forged = [
        {**body, "inputs": [{**body["inputs"][0], "property": "pathname"}]} for body in bodies
    ]
    for body in each([*bodies, *forged]):
        first, second = (
            sites[codes].test_client().post(PATH, json=body, headers=headers(person))
            for codes in (HANDED_IN, WHO[person])
        )
        assert first.status_code == second.status_code
        # The parts that differ are sent in no order.
        assert first.get_json() == second.get_json()


OPEN = (
    "/opendata/measures.csv", "/opendata/values.csv", "/opendata/{}/measures.csv",
    "/opendata/{}/available_beds_estimated_month.sv.px",
    "/opendata/{}/available_beds_estimated_month.sv.json",
    "/api/v2/tables/available_beds_estimated_month/data?outputFormat=csv"
    "&valueCodes[Region]=*&valueCodes[ContentsCode]=value&valueCodes[Tid]=2026M01",
)  # fmt: skip
MARKS = (b"INTE PUBLICERAT", b"NOT PUBLISHED")


@pytest.mark.parametrize(("person", "own"), [*WHO.items(), (BO, HANDED_IN)])
def test_open_data_hold_what_one_may_see_with_a_mark_and_nothing_else(
    sites: dict[tuple[str, ...], Any], home: Path, person: str, own: tuple[str, ...]
) -> None:
    client, sent = sites[HANDED_IN].test_client(), headers(person)
    said = client.get("/api/v1/values", headers=sent).get_json()
    for path in each(OPEN):
        answer = client.get(path.format(said["release"]), headers=sent)
        if not own and "Tid" in path:
            # There is no such month.
            assert answer.status_code == 400
            continue
        assert answer.status_code == 200, path
        assert set(_told(answer.data, HANDED_IN)) == set(own), path
        assert any(mark in answer.data for mark in MARKS) is bool(own), path
        name = answer.headers.get("Content-Disposition", "")
        assert ("INTE_PUBLICERAT_NOT_PUBLISHED" in name) is bool(own), path
        assert ("no-store" in answer.headers["Cache-Control"]) is bool(person), path


def test_what_leads_to_open_data_is_the_same_whoever_asks(
    sites: dict[tuple[str, ...], Any],
) -> None:
    client = sites[HANDED_IN].test_client()
    for path in each(("/opendata/catalogue.ttl", "/andringslogg.atom", "/sitemap.xml")):
        assert client.get(path, headers=headers(BO)).data == client.get(path).data


@pytest.mark.parametrize(("person", "own"), [(person_of("14"), ["14"]), (BO, ["14"]), ("", [])])
def test_papers_have_the_own_month_with_a_mark(
    sites: dict[tuple[str, ...], Any], person: str, own: list[str]
) -> None:
    """Those of a region where nobody else has handed in; the number stands in a question."""
    client, sent = sites[HANDED_IN].test_client(), headers(person)
    answer = client.get("/dialog/papers.html?region=14", headers=sent)
    assert answer.status_code == 200
    assert (MARKS[0] in answer.data) is bool(own)
    assert "no-store" in answer.headers["Cache-Control"]
    others = set(HANDED_IN) - {"14"} if person != BO else set()
    assert _told(answer.data, others) == []
    name = answer.headers["Content-Disposition"]
    assert ("INTE_PUBLICERAT_NOT_PUBLISHED" in name) is bool(own)


def test_a_tag_of_somebody_else_spares_nothing(sites: dict[tuple[str, ...], Any]) -> None:
    """Neither does a tag of the public answer spare who is signed in."""
    client = sites[HANDED_IN].test_client()
    path = f"/files/regions.csv?{VIEW}"
    public = client.get(path)
    anna = client.get(path, headers={**headers(person_of("14")), "If-None-Match": "*"})
    assert (anna.status_code, anna.headers["Cache-Control"]) == (200, "no-store, private")
    assert "ETag" not in anna.headers
    after = client.get(path)
    assert after.data == public.data != anna.data


def test_the_name_of_a_store_opens_nothing(sites: dict[tuple[str, ...], Any]) -> None:
    client = sites[HANDED_IN].test_client()
    page = client.get(f"/api/v1/values?{VIEW}", headers=headers(person_of("14"))).get_json()
    for path in each(("/min-region", "/files/regions.csv", "/opendata")):
        asked = f"{path}/{page['release']}/values.csv" if path == "/opendata" else (
            f"{path}?release={page['release']}&{VIEW}"
        )  # fmt: skip
        shown = client.get(asked).data
        assert _number("14").search(shown) is None
