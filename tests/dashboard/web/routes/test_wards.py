"""A list of wards over the wire: targets back, faults named, and nothing left behind."""

import io
import re
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.releases.dataset import Dataset
from dashboard.spreadsheets.grids import MOST_BYTES
from dashboard.unit_targets.ward_list import read_wards
from dashboard.web.routes import wards
from dashboard.web.routes.wards import register_wards

HEAD = "avdelning;vårdplatser;vårdform;sjukhus\n"


@pytest.fixture(scope="module")
def client(dataset: Dataset) -> FlaskClient:
    server = Flask(__name__)
    register_wards(server, lambda: dataset)
    return server.test_client()


def post(client: FlaskClient, content: bytes | str, query: str = "") -> TestResponse:
    data = content.encode() if isinstance(content, str) else content
    return client.post(f"/wards?{query}", data=data, content_type="application/octet-stream")


def test_each_ward_gets_its_target_and_the_list_its_blend(client: FlaskClient) -> None:
    content = HEAD + "Medicin;24;akut;Södra\nKirurgi;12;planerad;Södra\nIntensiv;8;iva;Södra\n"
    answer = post(client, content, "region=12&lang=sv")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    body = answer.json
    assert [row[4] for row in body["rows"]] == ["85,0", "93,0", "44,4"]
    assert body["title"] == "Era avdelningar: målet är 87,7 procent tillsammans"
    assert [tick["beds"] for tick in body["ticks"]] == [24, 12]
    assert "inte Socialstyrelsens målnivå" in body["stamp"]
    assert "region=12" in body["file"]


def test_a_list_beyond_those_being_read_is_refused_at_once(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on = Event(), Event()

    def slow(content: bytes) -> object:
        reading.set()
        assert go_on.wait(60)
        return read_wards(content)

    monkeypatch.setattr(wards, "read_wards", slow)
    server = Flask(__name__)
    register_wards(server, lambda: dataset)
    content = HEAD + "Medicin;24;akut;Södra\n"
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(post, server.test_client(), content)
        assert reading.wait(60)
        # It answers while the first is still being read: whoever waited would wait for ever.
        second = post(server.test_client(), content, "lang=en")
        go_on.set()
        assert first.result(60).status_code == 200
    assert (second.status_code, second.headers["Retry-After"]) == (503, "5")
    assert "Try again" in second.json["error"]
    assert post(server.test_client(), content).status_code == 200


def test_the_targets_follow_the_assumptions_of_the_address(client: FlaskClient) -> None:
    content = HEAD + "Medicin;24;akut;Södra\n"
    plain, tolerant = (
        post(client, content, f"lang=en&assumptions={one}").json["rows"][0][4]
        for one in ("usual", "risk=4")
    )
    assert (plain, tolerant) == ("85.0", "90.5")


def test_400_rows_with_faults_are_all_accounted_for(client: FlaskClient) -> None:
    rows = [f"Avdelning {i};{'tolv' if i % 40 == 0 else 20};akut;Norra" for i in range(400)]
    body = post(client, HEAD + "\n".join(rows), "lang=sv").json
    assert len(body["rows"]) == 390
    assert len(body["problems"]) == 10
    assert body["problems"][0].startswith("rad 2, kolumn vårdplatser: ”tolv”")
    assert body["read"] == "400 rader lästa, 10 med fel, 0 tomma."


def test_the_list_given_back_is_read_as_it_was(client: FlaskClient) -> None:
    content = HEAD + 'Medicin "A";24;akut;=Södra\nIntensiv;8;iva;Norra\n'
    body = post(client, content).json
    kept = read_wards(body["kept"].encode())
    assert [(one.name, one.beds, one.stream, one.hospital) for one in kept.wards] == [
        ('Medicin "A"', 24, "acute", "=Södra"), ("Intensiv", 8, "icu", "Norra"),
    ]  # fmt: skip
    assert post(client, body["kept"]).json["rows"] == body["rows"]
    # A spreadsheet must not take a name for a formula.
    assert "'=Södra" in body["file"]


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 100_000_000)
    return made.getvalue()


def refused() -> Iterator[tuple[bytes, str, str]]:
    yield b"", "tom", "no content"
    yield b"a;b\n1;2\n", "ingen kolumn", "no columns"
    yield b"\xff\xfe\x00\x00", "UTF-16", "bytes"
    yield b"x" * (MOST_BYTES + 50_000), "större än 2 MB", "too large"
    yield bomb(), "packad", "bomb"


@pytest.mark.parametrize(
    ("content", "words"), [one[:2] for one in refused()], ids=[one[2] for one in refused()]
)
def test_what_is_no_list_is_refused_in_a_sentence(
    client: FlaskClient, content: bytes, words: str
) -> None:
    answer = post(client, content, "lang=sv")
    assert answer.status_code == 400
    assert words in answer.json["error"]


def test_without_a_file_or_with_a_view_that_is_none_it_says_so(client: FlaskClient) -> None:
    assert "empty" in client.post("/wards?lang=en").json["error"]
    answer = post(client, HEAD + "Medicin;24;akut;Södra\n", "lang=en&assumptions=size=0")
    assert answer.status_code == 400
    assert "assumptions=size=0 does not exist" in answer.json["error"]
    assert client.get("/wards").status_code == 405


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_template_is_a_list_that_can_be_given_back(
    client: FlaskClient, kind: str, lang: str
) -> None:
    answer = client.get(f"/wards/template.{kind}?lang={lang}")
    assert re.search(rf'filename="\w+\.{kind}"', answer.headers["Content-Disposition"])
    assert len(post(client, answer.data).json["rows"]) == 3
    assert client.get("/wards/template.pdf").status_code == 404
