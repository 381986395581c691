"""Scripts and styles are kept for ever under the address of their content, and no other."""

import gzip

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.web.joined import Static, Statics
from dashboard.web.statics import register_statics

STYLE = Static("/static/0123456789abcdef/site.css", "text/css", b"p{color:red}" * 50)
ICON = Static("/static/fedcba9876543210/icon.svg", "image/svg+xml", b"<svg/>")


@pytest.fixture
def client() -> FlaskClient:
    server = Flask("small")
    register_statics(server, Statics(ICON, STYLE, ()))
    return server.test_client()


def test_a_file_is_served_as_it_is_and_packed(client: FlaskClient) -> None:
    plain = client.get(STYLE.address)
    assert (plain.status_code, plain.mimetype, plain.data) == (200, "text/css", STYLE.content)
    small = client.get(STYLE.address, headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == STYLE.content
    assert len(small.data) < len(plain.data)


def test_it_is_kept_for_ever(client: FlaskClient) -> None:
    kept = client.get(ICON.address).headers["Cache-Control"]
    assert {"public", "immutable", "max-age=31536000"} == set(kept.split(", "))


@pytest.mark.parametrize(
    "address",
    ["/static/fedcba9876543210/site.css", "/static/0/site.css", "/static/../app.py", "/static/x"],
)
def test_any_other_address_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404
