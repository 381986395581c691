"""Whoever runs the service sees what it does, and nothing of who asked."""

import json
import logging
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.releases.audit_trail import open_imports, record
from dashboard.settings import Settings
from dashboard.web.watching import JsonLines, logging_as_json

SECRET = "198.51.100.77"


def asked(home: Path, **settings: object) -> FlaskClient:
    found = Settings(home=home, prewarm=False, **settings)  # type: ignore[arg-type]
    return create_app(found).server.test_client()


def told(client: FlaskClient) -> dict[str, float]:
    lines = client.get("/metrics").text.splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


def test_requests_cache_release_and_what_waits_are_counted(home: Path) -> None:
    client = asked(home, metrics=True)
    before = told(client)
    for path in ("/", "/", "/files/map.csv", "/nowhere", f"/?utm_source={SECRET}"):
        client.get(path, environ_base={"REMOTE_ADDR": SECRET})
    found = told(client)

    def more(name: str) -> float:
        return found[name] - before.get(name, 0)

    assert more('vardplats_requests_total{kind="page",status="200"}') == 3
    assert more('vardplats_requests_total{kind="page",status="404"}') == 1
    assert more('vardplats_request_seconds_count{kind="file"}') == 1
    assert more('vardplats_cache_answers_total{outcome="hit"}') >= 2
    assert more('vardplats_cache_answers_total{outcome="miss"}') >= 1
    assert found["vardplats_release_shown"] == 1
    assert found["vardplats_release_age_seconds"] > 0
    assert SECRET not in client.get("/metrics").text


def test_without_a_release_that_is_told(tmp_path: Path) -> None:
    found = told(asked(tmp_path, metrics=True))
    assert found["vardplats_release_shown"] == 0
    assert "vardplats_release_age_seconds" not in found


def test_a_file_that_was_not_kept_waits_until_it_is(tmp_path: Path) -> None:
    for name, outcome in (("a.csv", "refused"), ("b.csv", "refused"), ("a.csv", "done")):
        record(tmp_path, "import", name, "begun")
        record(tmp_path, "import", name, outcome)  # type: ignore[arg-type]
    assert open_imports(tmp_path) == 1
    assert open_imports(tmp_path / "nothing") == 0


def test_there_are_no_figures_unless_they_are_asked_for(home: Path) -> None:
    assert asked(home).get("/metrics").status_code == 404


def test_a_line_of_the_log_says_what_was_asked_and_not_by_whom(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = asked(home, logs="json")
    caplog.clear()
    with caplog.at_level(logging.INFO, "vardplats.requests"):
        client.get(
            f"/files/map.csv?x={SECRET}", environ_base={"REMOTE_ADDR": SECRET},
            headers={"User-Agent": SECRET, "Referer": f"https://x.se/{SECRET}"},
        )  # fmt: skip
    (one,) = [record for record in caplog.records if record.name == "vardplats.requests"]
    line = json.loads(JsonLines().format(one))
    assert (line["kind"], line["method"], line["status"]) == ("file", "GET", 200)
    assert {"at", "level", "logger", "message", "ms", "release"} < line.keys()
    assert SECRET not in json.dumps(line)


def test_a_failure_is_one_line_too() -> None:
    try:
        raise ValueError("odd\nwords")
    except ValueError as error:
        found = logging.LogRecord("x", logging.ERROR, "", 1, "%s", ("it failed",), None)
        found.exc_info = (type(error), error, error.__traceback__)
    line = JsonLines().format(found)
    assert "\n" not in line
    assert json.loads(line)["traceback"].endswith("odd\nwords")
    assert logging_as_json()["root"]["handlers"] == ["stderr"]
