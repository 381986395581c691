"""Nothing that a request says of its host decides an address, a redirect or whose form it is."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from dashboard.settings import Settings
from dashboard.web.protection.headers import secure
from dashboard.web.protection.site_address import called, is_from_here, site_address
from tests.each import each

EVIL = "evil.example"


def small(*, public_url: str = "", hosts: str = "", https: bool = False) -> FlaskClient:
    server = Flask("small")
    called(server, hosts)
    secure(server, https=https, public_url=public_url)
    server.add_url_rule("/readyz", "ready", lambda: "ready")
    server.add_url_rule("/", "address", lambda: site_address(public_url))
    server.add_url_rule(
        "/form", "form", lambda: str(is_from_here(public_url)), methods=["POST"]
    )  # fmt: skip
    return server.test_client()


@pytest.mark.parametrize(
    ("settings", "host", "address"),
    [
        ({"public_url": "https://beds.example/"}, EVIL, "https://beds.example"),
        ({"hosts": "beds.example, beds.example:8443"}, "beds.example:8443", "http://beds.example:8443"),
        ({"hosts": "beds.example"}, EVIL, ""),
        ({"hosts": "beds.example"}, "beds.example:9", ""),
        ({}, EVIL, ""),
        ({}, "127.0.0.1:8050", "http://127.0.0.1:8050"),
        ({}, "[::1]:8050", "http://[::1]:8050"),
        ({}, "127.0.0.1.evil.example", ""),
        ({}, "[::", ""),
    ],
)  # fmt: skip
def test_the_address_of_the_site_is_a_known_one(
    settings: dict[str, str], host: str, address: str
) -> None:
    assert small(**settings).get("/", headers={"Host": host}).text == address


@pytest.mark.parametrize(
    ("settings", "host", "origin", "ours"),
    [
        ({"public_url": "https://beds.example"}, EVIL, f"http://{EVIL}", False),
        ({"public_url": "https://beds.example"}, "inner:8050", "https://beds.example", True),
        ({"hosts": "beds.example"}, EVIL, f"http://{EVIL}", False),
        ({"hosts": "beds.example"}, "beds.example", "https://beds.example", True),
        ({}, EVIL, f"http://{EVIL}", False),
        ({}, "127.0.0.1:8050", "http://127.0.0.1:8050", True),
        ({}, "127.0.0.1:8050", "http://127.0.0.1:3000", False),
        ({}, "127.0.0.1:8050", "null", False),
    ],
)
def test_a_form_is_ours_where_its_origin_is_a_known_one(
    settings: dict[str, str], host: str, origin: str, ours: bool
) -> None:
    answer = small(**settings).post("/form", headers={"Host": host, "Origin": origin})
    assert answer.text == str(ours)


def test_who_comes_over_http_is_led_to_a_known_host_alone() -> None:
    def led(host: str, **settings: str) -> tuple[int, str | None]:
        found = small(https=True, **settings).get("/?a=ö", headers={"Host": host})
        return found.status_code, found.location

    assert led(EVIL, public_url="https://beds.example") == (302, "https://beds.example/?a=%C3%B6")
    assert led("beds.example", hosts="beds.example") == (302, "https://beds.example/?a=%C3%B6")
    assert led(EVIL, hosts="beds.example") == (421, None)


def test_who_watches_the_service_is_answered_over_http_too() -> None:
    assert small(https=True).get("/readyz", headers={"Host": EVIL}).text == "ready"


def test_no_answer_of_the_application_holds_a_host_that_was_made_up(home: Path) -> None:
    client = create_app(Settings(home=home, prewarm=False, cache="NullCache")).server.test_client()
    paths = (
        "/", "/files/map.csv", "/api/v1/values?period=2025", "/api/v1/releases", "/opendata.jsonld",
        "/datapackage.json", "/andringslogg.atom", "/sitemap.xml", "/robots.txt", "/api/v2/tables",
        "/api/v2/config", "/en",
    )  # fmt: skip
    for path in each(paths):
        answer = client.get(path, headers={"Host": EVIL, "X-Forwarded-Host": EVIL})
        assert answer.status_code in (200, 302, 404), (path, answer.status_code)
        assert EVIL not in answer.text, path
        assert EVIL not in str(answer.headers), path
