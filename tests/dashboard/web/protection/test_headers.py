"""Every answer forbids what the pages do not need."""

from flask import Flask
from werkzeug.test import TestResponse

from dashboard.web.protection.guard import PATH
from dashboard.web.protection.headers import secure


def answer(*, https: bool = False) -> TestResponse:
    server = Flask("small")
    server.add_url_rule("/", view_func=lambda: "hej")
    secure(server, https=https)
    return server.test_client().get("/")


def test_an_answer_to_a_touch_opened_as_a_page_loads_and_runs_nothing() -> None:
    server = Flask("small")
    server.add_url_rule(PATH, view_func=lambda: {"said": "hej"}, methods=["POST"])
    server.add_url_rule("/api", "api", view_func=lambda: {"said": "hej"})
    secure(server)
    client = server.test_client()
    headers, others = client.post(PATH).headers, client.get("/api").headers
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert "default-src 'self'" in others["Content-Security-Policy"]
    assert ("Permissions-Policy" in headers, "Permissions-Policy" in others) == (False, True)
    for name in ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy"):
        assert headers[name] == others[name], name


def directive(found: TestResponse, name: str) -> list[str]:
    policy = found.headers["Content-Security-Policy"]
    parts = (part.split() for part in policy.split(";"))
    return {words[0]: words[1:] for words in parts}[name]


def test_only_our_own_scripts_run_and_none_that_stands_in_a_page() -> None:
    assert directive(answer(), "script-src") == ["'self'"]


def test_no_source_but_this_server_is_allowed() -> None:
    allowed = {
        source
        for part in answer().headers["Content-Security-Policy"].split(";")
        for source in part.split()[1:]
    }
    assert allowed == {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}
    assert "'unsafe-inline'" not in directive(answer(), "script-src")


def test_the_page_is_neither_framed_nor_sniffed_nor_told_of() -> None:
    headers = answer().headers
    assert directive(answer(), "frame-ancestors") == ["'none'"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_loopback_is_not_sent_to_https_but_a_public_server_is() -> None:
    assert answer().status_code == 200
    assert "Strict-Transport-Security" not in answer().headers
    public = answer(https=True)
    assert (public.status_code, public.location) == (302, "https://localhost/")
