"""The gate: every rule has a door, an undeclared one is closed, and who asks is told by headers."""

from pathlib import Path
from typing import Any, cast

import pytest
from flask import Flask

from app import create_app
from callbacks.registered import PATHS
from dashboard.access.register import give_role, let_in, make_token
from dashboard.settings import Settings
from dashboard.web.protection.doors import DOORS, Door, doors
from dashboard.web.protection.who import ORGANISATION, PERSON, SECRET
from tests.each import each

VGR = "232100-0131"
WORD = "a secret of thirty-two characters."
BY_PROXY: Any = {"login": "proxy", "login_secret": WORD, "prewarm": False}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    let_in(home, VGR, "region", "14", by="test")
    give_role(home, f"anna@{VGR}", "reporter", by="test")
    return home


@pytest.fixture(scope="module")
def server(place: Path) -> Flask:
    made = create_app(Settings(home=place, **BY_PROXY)).server
    assert isinstance(made, Flask)
    return made


def _as(person: str = f"anna@{VGR}", word: str = WORD, number: str = VGR) -> dict[str, str]:
    return {SECRET: word, ORGANISATION: number, PERSON: person}


def _is_known(answer: Any) -> bool:
    return "private" in answer.headers.get("Cache-Control", "")


def test_every_rule_has_a_door_and_every_door_a_rule(server: Flask) -> None:
    where_set = {"/logga-in*", "/en/sign-in*", "/importera", "/en/import", "/importera/mall.*",
                 "/en/import/template.*", "/metrics"}  # fmt: skip
    found, rules = doors(PATHS), {one.rule for one in server.url_map.iter_rules()}
    assert [rule for rule in rules if found.of(rule) is None] == []
    unused = [
        rule
        for rule in each(DOORS)
        if not any(one == rule or (rule[-1] == "*" and one.startswith(rule[:-1])) for one in rules)
    ]
    assert set(unused) <= where_set


def test_a_rule_without_a_door_is_closed_to_everybody(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(cast(dict[str, Door], DOORS), "/robots.txt")
    for settings in each((Settings(home=place), Settings(home=place, **BY_PROXY))):
        client = create_app(settings).server.test_client()
        for headers in ({}, _as()):
            assert client.get("/robots.txt", headers=headers).status_code == 404


def test_headers_of_the_proxy_are_believed_and_no_others(server: Flask) -> None:
    client = server.test_client()
    assert _is_known(client.get("/healthz", headers=_as()))
    for headers in each(
        (_as(word="guess"), _as(word=""), _as(number="202100-0555"), _as(person="bo@202100-0555"),
         _as(number="x"), _as(person=""), {ORGANISATION: VGR, PERSON: f"anna@{VGR}"})
    ):  # fmt: skip
        assert not _is_known(client.get("/healthz", headers=headers))


def test_a_token_that_is_not_valid_is_told_and_not_taken_for_the_public(
    server: Flask, place: Path
) -> None:
    _, words = make_token(place, VGR, "reader", 1, by="test")
    client = server.test_client()
    assert _is_known(client.get("/healthz", headers={"Authorization": f"Bearer {words}"}))
    wrong = client.get("/healthz", headers={"Authorization": f"Bearer {words}x"})
    assert wrong.status_code == 401
    # Of another scheme it is none of ours, as a proxy may ask for a password.
    assert client.get("/healthz", headers={"Authorization": "Basic x"}).status_code == 200


def test_nobody_sees_the_page_of_who_is_signed_in(server: Flask) -> None:
    client = server.test_client()
    away = client.get("/inloggad")
    assert (away.status_code, away.headers["Location"]) == (303, "/logga-in?to=/inloggad")
    page = client.get("/en/signed-in", headers=_as())
    assert f"anna@{VGR}" in page.text
    assert "reads and hands in" in page.text


def test_a_form_of_another_site_does_nothing(server: Flask) -> None:
    sent = {**_as(), "Origin": "https://evil.se"}
    assert server.test_client().post("/reports", data={}, headers=sent).status_code == 403


def test_answers_to_who_is_known_are_kept_nowhere(server: Flask) -> None:
    client = server.test_client()
    public = client.get("/robots.txt")
    own = client.get("/healthz", headers={**_as(), "If-None-Match": "*"})
    assert (own.status_code, own.headers["Cache-Control"]) == (200, "no-store, private")
    assert "ETag" not in own.headers
    assert {"Cookie", "Authorization"} <= set(own.vary)
    assert public.headers.get("Cache-Control") != "no-store, private"


def test_without_a_login_answers_are_as_they_were(place: Path) -> None:
    client = create_app(Settings(home=place, prewarm=False)).server.test_client()
    for path in each(("/healthz", "/robots.txt", "/_dash-layout")):
        answer = client.get(path, headers=_as())
        assert "Cookie" not in answer.vary
        assert not _is_known(answer)
    assert client.get("/logga-in").status_code == 404
    assert client.get("/inloggad").status_code == 404


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"login": "proxy"}, "LOGIN_SECRET of 32"),
        ({"login": "proxy", "login_secret": "short"}, "LOGIN_SECRET of 32"),
        ({"login": "oidc", "login_client": "us"}, "LOGIN_ISSUER, LOGIN_KEY, PUBLIC_URL"),
    ],
)
def test_half_a_login_stops_the_start(given: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Settings(**given)  # type: ignore[arg-type]
