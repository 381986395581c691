"""What one visitor may ask is counted for that visitor, also behind a proxy of ours."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.web.protection import limits
from dashboard.web.protection.forwarded import Forwarded, trusted_proxies
from dashboard.web.protection.limits import TooOften

PROXY = "10.0.0.2"


def _client(too_often: TooOften) -> FlaskClient:
    server = Flask(__name__)
    server.add_url_rule("/", "asked", lambda: ("", 429 if too_often() else 200))
    trusted = trusted_proxies({"FORWARDED_ALLOW_IPS": PROXY})
    server.wsgi_app = Forwarded(server.wsgi_app, trusted)  # type: ignore[method-assign]
    return server.test_client()


def _asked(client: FlaskClient, *, peer: str, told: str) -> int:
    sent = {"X-Forwarded-For": told}
    return client.get("/", headers=sent, environ_base={"REMOTE_ADDR": peer}).status_code


@pytest.mark.parametrize("limit", [limits.of_tables, limits.of_papers, limits.of_sign_ins])
def test_each_visitor_behind_a_proxy_is_counted_alone(
    limit: Callable[[], TooOften], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CALLS", "PAPERS", "SIGN_INS"):
        monkeypatch.setattr(limits, name, 3)
    for name in ("SECONDS", "PAPER_SECONDS", "SIGN_IN_SECONDS"):
        monkeypatch.setattr(limits, name, 86_400)
    client = _client(limit())
    first = [_asked(client, peer=PROXY, told="192.0.2.1") for _ in range(5)]
    assert first == [200, 200, 200, 429, 429]
    assert _asked(client, peer=PROXY, told="192.0.2.2") == 200
    # What a visitor says before the proxy adds the address is not believed.
    assert _asked(client, peer=PROXY, told="192.0.2.99, 192.0.2.1") == 429
    # Whoever comes past the proxy is one visitor, whatever is made up.
    made_up = [_asked(client, peer="203.0.113.9", told=f"192.0.2.{one}") for one in range(50, 55)]
    assert made_up == [200, 200, 200, 429, 429]
    # A household has 64 bits of addresses.
    household = [_asked(client, peer=PROXY, told=f"2001:db8:1:2::{one}") for one in range(1, 6)]
    assert household == [200, 200, 200, 429, 429]
