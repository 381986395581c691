"""The page of imports: only from here, at most 20 MB, and it tells what the command says."""

import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from dashboard.imports.accepted import Import, imports
from dashboard.imports.drafts import AUTHORITY
from dashboard.imports.readers import VANTETIDER
from dashboard.language.text import LANGS, Lang
from dashboard.settings import Settings
from dashboard.web.routes import uploads
from dashboard.web.routes.uploads import MEGABYTES, PATH, TEMPLATE, plain_name
from tests import tiers_made
from tests.dashboard.imports.files import HEADS, csv_file
from tests.dashboard.imports.files import USUAL as GOOD
from tests.each import each
from tests.tiers_made import BO, CAI, WORD, tiers_home

BAD = ("Narnia", "2025-10", 5, 1)
READ = {"file": "a.csv", "rows": 4, "accepted": 4, "missing": 0, "errors": [], "errors_in_all": 0,
        "kept": False, "seen_before": False, "country": [], "questions": [], "notices": [],
        "answered": []}  # fmt: skip


@pytest.fixture
def place(home: Path, tmp_path: Path) -> Path:
    """A home of its own with the release of the tests in it."""
    return tiers_home(tmp_path, home / "releases", [])


def _settings(place: Path, **given: Any) -> Settings:
    signs_in = {"login": "proxy", "login_secret": WORD}
    return Settings(home=place, imports=True, prewarm=False, **signs_in, **given)


class Signed(FlaskClient):
    """A browser of somebody who may hand in for every region."""

    def open(self, *args: Any, headers: Any = None, **given: Any) -> TestResponse:
        return super().open(*args, headers={**tiers_made.headers(BO), **(headers or {})}, **given)


def _client(settings: Settings) -> Signed:
    server = create_app(settings).server
    return Signed(server, server.response_class, use_cookies=True)


@pytest.fixture
def client(place: Path) -> Signed:
    return _client(_settings(place))


def _key(client: FlaskClient) -> str:
    found = re.search(r'name="key" value="([^"]+)"', client.get(PATH.sv).text)
    assert found
    return found[1]


def _kept(place: Path) -> tuple[Import, ...]:
    """What was handed in and kept: drafts, and nothing among the imports."""
    assert imports(place) == ()
    return imports(place / "drafts" / AUTHORITY)


def sent(client: FlaskClient, rows: Any, do: str = "keep", *, name: str = "a.csv",
         path: str = PATH.sv, headers: Any = None, **form: str) -> TestResponse:  # fmt: skip
    content = rows if isinstance(rows, bytes) else _csv(rows)
    key = _key(client) if isinstance(client, Signed) else ""
    data = {"file": (io.BytesIO(content), name), "do": do, "source": "regions", "key": key, **form}
    return client.post(path, data=data, headers=headers)


def _csv(rows: Any) -> bytes:
    lines = [";".join(str(cell).replace(".", ",") for cell in row) for row in rows]
    return "\n".join(lines).encode()


def test_without_a_login_it_is_off_and_says_why(home: Path) -> None:
    client = create_app(Settings(home=home, imports=True, prewarm=False)).server.test_client()
    for lang, words in each((("sv", "ingen inloggning är inställd"), ("en", "no login is set up"))):
        page = client.get(PATH.in_(lang))
        assert page.status_code == 404
        assert words in page.text
        assert "VARDPLATS_LOGIN" in page.text
    assert sent(client, [HEADS, *GOOD]).status_code == 404


def test_who_is_not_signed_in_is_asked_to(place: Path) -> None:
    client = create_app(_settings(place)).server.test_client()
    assert client.get(PATH.en).headers["Location"] == "/en/sign-in?to=/en/import"
    assert sent(client, [HEADS, *GOOD]).status_code == 401


def test_who_only_reads_hands_in_nothing(place: Path) -> None:
    client = create_app(_settings(place)).server.test_client()
    asked = tiers_made.headers(CAI)
    assert client.get(PATH.sv, headers=asked).status_code == 403
    assert sent(client, [HEADS, *GOOD], headers=asked).status_code == 403


def test_without_the_setting_there_is_no_such_page(home: Path) -> None:
    client = create_app(Settings(home=home, prewarm=False)).server.test_client()
    assert client.get(PATH.sv).status_code == 404
    assert sent(client, [HEADS, *GOOD]).status_code in (404, 405)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_stands_in_both_languages_without_scripts(client: FlaskClient, lang: Lang) -> None:
    answer = client.get(PATH.in_(lang))
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.text
    assert "<script" not in answer.text
    assert 'enctype="multipart/form-data"' in answer.text
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]


def test_a_right_file_is_kept_and_known_again(client: FlaskClient, place: Path) -> None:
    answer = sent(client, [HEADS, *GOOD])
    assert answer.status_code == 200
    assert "a.csv är importerad" in answer.text
    assert "inte publicerade" in answer.text
    (kept,) = _kept(place)
    assert kept.about["file"] == "a.csv"
    assert "a.csv är redan importerad" in sent(client, [HEADS, *GOOD]).text


def test_checking_keeps_nothing(client: FlaskClient, place: Path) -> None:
    assert "är rätt och kan importeras" in sent(client, [HEADS, *GOOD], "try").text
    assert _kept(place) == ()


def test_faults_are_told_and_nothing_is_kept(client: FlaskClient, place: Path) -> None:
    answer = sent(client, [HEADS, *GOOD, BAD, ("<script>", "2025-10", 1, 1)])
    assert answer.status_code == 422
    assert "2 fel i a.csv: ingenting är sparat" in answer.text
    assert "&lt;script&gt;" in answer.text
    assert "<script" not in answer.text
    assert _kept(place) == ()


def test_the_right_rows_are_kept_when_asked(client: FlaskClient, place: Path) -> None:
    answer = sent(client, [HEADS, *GOOD, BAD], valid="yes")
    assert answer.status_code == 422
    assert "importerad till en del" in answer.text
    assert _kept(place)[0].about["accepted"] == 4


def test_the_file_is_handed_back_with_its_errors_marked(client: FlaskClient, place: Path) -> None:
    answer = sent(client, [HEADS, *GOOD, BAD], "mark")
    assert answer.status_code == 200
    assert answer.data[:2] == b"PK"
    assert "a-fel.xlsx" in answer.headers["Content-Disposition"]
    assert _kept(place) == ()


def test_the_source_chosen_is_the_one_read(client: FlaskClient) -> None:
    rows = [("Region", "Månad", "Överbeläggning"), (41, "2018-01", 4.1)]
    assert "är rätt" in sent(client, rows, "try", source=VANTETIDER.key).text
    assert sent(client, rows, "try").status_code == 422


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403), ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200), ({"Origin": "https://other.example"}, 403),
        ({"Origin": "null"}, 403), ({"Origin": "http://localhost"}, 200), ({}, 200),
    ],
)  # fmt: skip
def test_a_form_of_another_site_is_refused(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str], status: int
) -> None:
    # Whether it is read at all is the question here, and reading takes a process.
    monkeypatch.setattr(uploads, "ran", lambda *given: READ)
    assert sent(client, [HEADS, *GOOD], "try", headers=headers).status_code == status


def test_behind_a_proxy_the_public_address_is_here(place: Path) -> None:
    client = _client(_settings(place, public_url="https://beds.example"))
    origin = {"Origin": "https://beds.example"}
    assert sent(client, [HEADS, *GOOD], "try", headers=origin).status_code == 200


def test_more_than_20_mb_is_refused(client: FlaskClient, place: Path) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    body = head + b"region;\n" * (MEGABYTES << 17) + b"x" * (1 << 20) + b"\r\n--x--\r\n"
    answer = client.post(PATH.sv, data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 413
    assert "större än 20 MB" in answer.text
    assert _kept(place) == ()


@pytest.mark.parametrize("file", [None, b"", "text"])
def test_without_a_file_it_says_so(client: FlaskClient, file: bytes | str | None) -> None:
    part = (io.BytesIO(file), "") if isinstance(file, bytes) else file
    data = {"key": _key(client)} | ({} if part is None else {"file": part})
    answer = client.post(PATH.en, data=data, content_type="multipart/form-data")
    assert answer.status_code == 400
    assert "No file was chosen" in answer.text


def test_an_unknown_source_is_refused_with_those_there_are(client: FlaskClient) -> None:
    answer = sent(client, [HEADS, *GOOD], "try", source="<b>nobody", path=PATH.en)
    assert answer.status_code == 400
    assert "There is no source '<b>nobody'. Choose one of regions" in unescape(answer.text)
    assert "<b>nobody" not in answer.text


def test_a_failing_process_is_a_plain_answer(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "SECONDS", 0.01)
    answer = sent(client, [HEADS, *GOOD], "try", path=PATH.en)
    assert answer.status_code == 500
    assert "The file could not be read" in answer.text
    assert "Traceback" not in answer.text


def test_while_one_file_is_read_another_waits_its_turn(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "WAIT_SECONDS", 0)
    client = _client(_settings(place))
    second = []

    def ran(*given: object) -> None:
        second.append(sent(client, [HEADS, *GOOD]).status_code)

    monkeypatch.setattr(uploads, "ran", ran)
    assert sent(client, [HEADS, *GOOD]).status_code == 500
    assert second == [503]


@pytest.mark.parametrize("lang", LANGS)
def test_the_templates_are_handed_out(client: FlaskClient, lang: Lang) -> None:
    book = client.get(f"{TEMPLATE.in_(lang)}.xlsx")
    assert (book.status_code, book.data[:2]) == (200, b"PK")
    assert client.get(f"{TEMPLATE.in_(lang)}.csv").data.startswith(b"\xef\xbb\xbfRegion")
    assert client.get(f"{TEMPLATE.in_(lang)}.exe").status_code == 404


@pytest.mark.parametrize(
    ("name", "plain"),
    [("../../etc/passwd", "passwd"), ("C:\\a\\b.csv", "b.csv"), ("-rf", "rf"), ("..", "fil"),
     ("Överbel. okt.xlsx", "Överbel. okt.xlsx"), ("a\x00\n<b>.csv", "a___b_.csv")],
)  # fmt: skip
def test_a_name_of_a_file_is_only_a_name(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_csv_files_of_the_tests_are_what_the_page_is_sent(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", [HEADS, *GOOD])
    assert path.read_text("utf-8").split() == _csv([HEADS, *GOOD]).decode().split()


def test_a_question_is_ticked_and_who_answered_stands_in_the_record(
    client: FlaskClient, place: Path
) -> None:
    rows = [HEADS[:3], ("Skåne", "2025-10", "20,5")]
    asked = sent(client, rows)
    assert asked.status_code == 422
    assert "1 fråga om a.csv" in asked.text
    name = "answer:level.12.2025-10.somatic.all.bed_days"
    assert f'name="{name}" value="2050"' in asked.text
    assert _kept(place) == ()
    assert sent(client, rows, **{name: "2050", "reason": "komma"}).status_code == 200
    (kept,) = _kept(place)
    (answer,) = kept.about["answers"]
    assert (answer["answer"], answer["by"], answer["reason"]) == ("2050", BO, "komma")
