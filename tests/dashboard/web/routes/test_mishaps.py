"""Whatever is asked, and whatever the disk says, no answer is an error of ours or a traceback."""

import errno
import io
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from dashboard.feedback import sending_limits
from dashboard.settings import Settings
from dashboard.web.routes.mishaps import register_mishaps
from tests.dashboard.feedback.test_reports import FORM
from tests.each import each

JSON = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def place(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    own = tmp_path_factory.mktemp("own")
    shutil.copytree(home / "releases", own / "releases")
    return own


@pytest.fixture(scope="module")
def client(place: Path) -> FlaskClient:
    return create_app(Settings(home=place, prewarm=False)).server.test_client()


def no_room(*given: Any, **more: Any) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device", "/secret/place")


def read_only(*given: Any, **more: Any) -> Any:
    raise OSError(errno.EROFS, "Read-only file system", "/secret/place")


def empty_book() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet()
    return out.getvalue()


@pytest.mark.parametrize(
    "path",
    [
        "/%00", "/files/%00.csv", f"/files/{'a' * 5000}.csv", "/geo/%00.json",
        "/api/v1/values?source=%00", "/opendata/%00", f"/opendata/{'a' * 300}/x.csv",
        "/static/%00/x", "/?region=%00", f"/min-region?region={'x' * 3000}",
        "/api/v2/tables/%00", "/api/v2/savedqueries/%00", f"/api/v2/savedqueries/{'a' * 400}",
        "/dialog?region=%00", "/opendata/abcdef0123456789/%00", "/files/map.csv?release=%00",
        f"/?release={'f' * 5000}", "/dialog/papers.pdf?region=%00",
    ],
)  # fmt: skip
def test_odd_names_are_answered_and_show_nothing(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (200, 400, 404)
    assert b"Traceback" not in answer.data


@pytest.mark.parametrize("prefix", ["/sub", "//evil.example", "/../x", "\x00", "å"])
def test_an_odd_place_of_the_application_changes_nothing(client: FlaskClient, prefix: str) -> None:
    for path, status in each({"/": 200, "/api/v1/regions": 200, "/en": 302}.items()):
        answer = client.get(path, environ_overrides={"SCRIPT_NAME": prefix})
        assert answer.status_code == status
        assert "evil.example" not in str(answer.headers)


@pytest.mark.parametrize("body", [b"", empty_book()], ids=["nothing", "an empty sheet"])
@pytest.mark.parametrize("path", ["/wards", "/own-rates"])
def test_empty_files_are_refused_in_words(client: FlaskClient, path: str, body: bytes) -> None:
    answer = client.post(path, data=body)
    assert answer.status_code == 400
    assert answer.json["error"].endswith(".")


def test_an_address_that_is_none_is_a_fault_of_the_report(client: FlaskClient) -> None:
    answer = client.post("/reports", data={**FORM, "address": "//[x"}, headers=JSON)
    assert answer.status_code == 400
    assert answer.json["lines"][0]["name"] == "figure"


@pytest.mark.parametrize("fault", [no_room, read_only])
def test_a_full_or_closed_disk_is_told_of_in_words(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, fault: Any
) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", fault)
    answers = [client.post("/wards", data=empty_book())]
    monkeypatch.setattr(sending_limits, "is_too_often", fault)
    monkeypatch.setattr("dashboard.feedback.reports.create_file", fault)
    answers.append(client.post("/reports", data=FORM, headers=JSON))
    assert [one.status_code for one in answers] == [503, 503]
    assert answers[0].headers["Retry-After"]
    for one in each(answers):
        assert "secret" not in one.text
    # What needs no disk is answered as ever.
    assert client.get("/").status_code == 200


def test_a_fault_of_ours_is_said_plainly_in_both_languages() -> None:
    server = Flask("small")
    register_mishaps(server)
    server.add_url_rule("/bug", "bug", lambda: {}["missing"], methods=["GET", "POST"])
    asked = server.test_client()
    for language, words in each((("sv", "Något gick fel"), ("en", "Something went wrong"))):
        answer = asked.get("/bug", headers={"Accept-Language": language})
        assert (answer.status_code, answer.mimetype) == (500, "text/plain")
        assert words in answer.text
        assert "KeyError" not in answer.text
    assert asked.post("/bug").json["error"].startswith("Något gick fel")
