"""Signing in by a real provider and out again, and what is left of it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask.testing import FlaskClient

from app import create_app
from dashboard.access import sessions
from dashboard.access.register import let_in
from dashboard.releases.audit_trail import trail_of
from dashboard.settings import Settings
from tests.oidc.provider import Provider, provider
from tests.servers import PATIENCE

SITE = "https://localhost"
ANNA = "anna@232100-0131"
COOKIE = "__Host-vardplats"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with provider(tmp_path_factory.mktemp("oidc")) as running:
        yield running


@pytest.fixture(scope="module")
def settings(real: Provider, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = tmp_path_factory.mktemp("home")
    let_in(home, "232100-0131", "region", "14", by="test")
    return Settings(
        home=home, login="oidc", login_issuer=real.issuer, login_client="vardplats",
        login_key=real.keys["vardplats"], public_url=SITE, https=True, prewarm=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def server(settings: Settings) -> Any:
    return create_app(settings).server


@pytest.fixture
def client(server: Any) -> FlaskClient:
    return server.test_client()


def _back(client: FlaskClient, real: Provider, person: str = ANNA, to: str = "/healthz") -> str:
    away = client.get(f"/logga-in?to={to}", base_url=SITE)
    assert away.status_code == 303
    back = urlsplit(real.signed_in(away.headers["Location"], person))
    return f"{back.path}?{back.query}"


def _signed_in(client: FlaskClient, real: Provider, person: str = ANNA) -> str:
    """Sign in, and the value of the cookie."""
    answer = client.get(_back(client, real, person), base_url=SITE)
    assert answer.status_code == 303, answer.text
    held = client.get_cookie(COOKIE)
    assert held is not None
    return held.value


def _who(client: FlaskClient) -> bool:
    """Whether somebody is known, as the header of every answer to them tells."""
    return "private" in client.get("/healthz", base_url=SITE).headers.get("Cache-Control", "")


def test_the_way_in_leads_back_to_where_one_was(client: FlaskClient, real: Provider) -> None:
    answer = client.get(_back(client, real, to="/min-region"), base_url=SITE)
    assert answer.headers["Location"] == "/min-region"
    assert _who(client)


@pytest.mark.parametrize("to", ["//evil.se", "https://evil.se", "/\\evil.se", "evil", "/a%0d%0ab"])
def test_it_leads_nowhere_else(client: FlaskClient, real: Provider, to: str) -> None:
    assert client.get(_back(client, real, to=to), base_url=SITE).headers["Location"] == "/"


def test_the_cookie_is_this_hosts_alone_and_no_scripts(client: FlaskClient, real: Provider) -> None:
    answer = client.get(_back(client, real), base_url=SITE)
    cookies = answer.headers.getlist("Set-Cookie")
    (cookie,) = (one for one in cookies if one.startswith(f"{COOKIE}="))
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_what_lies_on_the_disk_opens_nothing(
    client: FlaskClient, real: Provider, settings: Settings
) -> None:
    value = _signed_in(client, real)
    folder = settings.home / sessions.FOLDER
    assert folder.stat().st_mode & 0o777 == 0o700
    files = [one for one in folder.iterdir() if one.name.startswith("s-")]
    assert files
    assert {one.stat().st_mode & 0o777 for one in files} == {0o600}
    assert not [one for one in files if value in one.name or value in one.read_text()]


def test_a_cookie_kept_from_before_signing_out_opens_nothing(
    server: Any, client: FlaskClient, real: Provider
) -> None:
    value = _signed_in(client, real)
    thief = server.test_client()
    thief.set_cookie(COOKIE, value, secure=True)
    assert _who(thief)
    key = _key(client)
    answer = client.post("/logga-ut", data={"key": key}, base_url=SITE)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/logga-ut")
    assert '"cache"' in answer.headers["Clear-Site-Data"]
    assert client.get_cookie(COOKIE) is None
    assert not _who(thief)
    page = client.get("/logga-ut", base_url=SITE)
    assert page.status_code == 200
    # One link ends the session at the provider as well, which asks where to return to.
    link = re.search(r'href="(http[^"]+)">Avsluta inloggningen', page.text)
    assert link
    asked = parse_qs(urlsplit(unescape(link[1])).query)
    assert asked["post_logout_redirect_uri"] == [f"{SITE}/logga-ut"]
    assert requests.get(unescape(link[1]), timeout=PATIENCE).status_code == 200


def _key(client: FlaskClient) -> str:
    """The key of the forms, as it stands in the page of who is signed in."""
    page = client.get("/inloggad", base_url=SITE)
    found = re.search(r'name="key" value="([^"]+)"', page.text)
    assert found, page.text[:500]
    return found[1]


def test_signing_out_takes_a_form_of_ours(client: FlaskClient, real: Provider) -> None:
    _signed_in(client, real)
    assert client.post("/logga-ut", data={"key": "guess"}, base_url=SITE).status_code == 403
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    sent = {"key": _key(client)}
    assert client.post("/logga-ut", data=sent, headers=elsewhere, base_url=SITE).status_code == 403
    assert _who(client)


def test_each_sign_in_has_a_name_of_its_own(client: FlaskClient, real: Provider) -> None:
    first = _signed_in(client, real)
    second = _signed_in(client, real)
    assert first != second
    client.set_cookie(COOKIE, first, secure=True)
    assert not _who(client)


def test_an_answer_is_taken_once_and_by_the_browser_that_asked(
    server: Any, client: FlaskClient, real: Provider
) -> None:
    back = _back(client, real)
    assert server.test_client().get(back, base_url=SITE).status_code == 403
    assert client.get(back, base_url=SITE).status_code == 303
    assert client.get(back, base_url=SITE).status_code == 403


def test_an_organisation_that_is_not_let_in_is_told_so(client: FlaskClient, real: Provider) -> None:
    answer = client.get(_back(client, real, "bo@232100-0016"), base_url=SITE)
    assert answer.status_code == 403
    assert "inte insläppt" in answer.text
    assert not _who(client)


def test_a_session_ends_unused_and_at_last(
    server: Any, client: FlaskClient, real: Provider, settings: Settings, monkeypatch: Any
) -> None:
    now = [datetime.now(UTC)]
    held = sessions.Sessions(settings.home, lambda: now[0])
    name, _ = held.begin("232100-0131", ANNA)
    for _ in range(17):
        now[0] += timedelta(minutes=29)
        last = held.find(name)
    # Used every half hour it still ends after eight.
    assert last is None
    name, _ = held.begin("232100-0131", ANNA)
    now[0] += timedelta(minutes=29)
    assert held.find(name)
    now[0] += timedelta(minutes=31)
    assert held.find(name) is None
    assert held.find(name) is None


def test_a_sign_in_that_took_too_long_is_over(settings: Settings) -> None:
    now = [datetime.now(UTC)]
    held = sessions.Sessions(settings.home, lambda: now[0])
    name = held.keep_pending({"state": "s"})
    now[0] += timedelta(minutes=11)
    assert held.take_pending(name) is None


def test_whoever_comes_and_goes_stands_in_the_record(
    client: FlaskClient, real: Provider, settings: Settings
) -> None:
    _signed_in(client, real)
    client.post("/logga-ut", data={"key": _key(client)}, base_url=SITE)
    told = [(one.action, one.by) for one in trail_of(settings.home).events][-2:]
    assert told == [("sign-in", ANNA), ("sign-out", ANNA)]


def test_without_room_for_the_record_nobody_is_let_in(
    client: FlaskClient, real: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: Any, **named: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dashboard.web.routes.sign_in.record", full)
    answer = client.get(_back(client, real), base_url=SITE)
    assert answer.status_code == 503
    assert client.get_cookie(COOKIE) is None


def test_an_organisation_that_is_let_in_no_more_is_out_at_once(
    client: FlaskClient, real: Provider, settings: Settings
) -> None:
    let_in(settings.home, "202100-0555", "authority", "", by="test")
    _signed_in(client, real, "cai@202100-0555")
    assert _who(client)
    let_in(settings.home, "202100-0555", "public", "", by="test")
    assert not _who(client)


def test_the_provider_away_is_told(settings: Settings, tmp_path: Path) -> None:
    lost = settings.model_copy(update={"login_issuer": "http://127.0.0.1:9"})
    answer = create_app(lost).server.test_client().get("/en/sign-in", base_url=SITE)
    assert answer.status_code == 503
    assert "does not answer" in answer.text
