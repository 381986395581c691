"""A proxy of ours is believed, and nobody else."""

from typing import Any

import pytest

from dashboard.web.protection.forwarded import Forwarded, trusted_proxies


def seen(trusted: str, remote: str, **headers: str) -> tuple[str, str]:
    """The address and the scheme that an application sees."""
    found: dict[str, Any] = {}

    def application(environ: dict[str, Any], start: Any) -> list[bytes]:
        found.update(environ)
        return []

    environ = {"REMOTE_ADDR": remote, "wsgi.url_scheme": "http"}
    environ |= {f"HTTP_X_FORWARDED_{name.upper()}": said for name, said in headers.items()}
    Forwarded(application, trusted_proxies({"FORWARDED_ALLOW_IPS": trusted}))(environ, None)
    assert not [name for name in found if name.startswith("HTTP_X_FORWARDED")]
    return found["REMOTE_ADDR"], found["wsgi.url_scheme"]


@pytest.mark.parametrize(
    ("trusted", "remote", "told", "asking"),
    [
        ("", "127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("", "203.0.113.9", "192.0.2.7", "203.0.113.9"),
        ("10.0.0.0/8", "10.0.0.2", "1.1.1.1, 192.0.2.7", "192.0.2.7"),
        ("10.0.0.0/8", "10.0.0.2", "1.1.1.1, 192.0.2.7, 10.0.0.3", "192.0.2.7"),
        ("10.0.0.0/8", "10.0.0.2", "", "10.0.0.2"),
        ("10.0.0.0/8", "10.0.0.2", "1.1.1.1, junk", "10.0.0.2"),
        ("10.0.0.0/8", "203.0.113.9", "192.0.2.7", "203.0.113.9"),
        ("*", "172.18.0.5", "1.1.1.1, 192.0.2.7", "192.0.2.7"),
        ("nonsense", "127.0.0.1", "192.0.2.7", "127.0.0.1"),
    ],
)
def test_who_asks_is_the_last_one_that_is_no_proxy_of_ours(
    trusted: str, remote: str, told: str, asking: str
) -> None:
    assert seen(trusted, remote, **{"for": told})[0] == asking


def test_only_a_proxy_says_that_a_reader_came_over_https() -> None:
    assert seen("10.0.0.2", "10.0.0.2", proto="https")[1] == "https"
    assert seen("10.0.0.2", "10.0.0.2", proto="gopher")[1] == "http"
    assert seen("10.0.0.2", "203.0.113.9", proto="https")[1] == "http"
