"""A reader's report is taken from a page of this site, not too often, and answered in words."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.feedback import reports
from dashboard.settings import Settings
from tests.dashboard.feedback.test_reports import FORM


@pytest.fixture
def client(home: Path, tmp_path: Path) -> FlaskClient:
    """An app that has the release of the tests and a folder of reports of its own."""
    (tmp_path / "releases").symlink_to(home / "releases")
    settings = Settings(home=tmp_path, cache="NullCache", prewarm=False)
    return create_app(settings).server.test_client()


JSON = {"Accept": "application/json"}


def sent(client: FlaskClient, headers: dict[str, str] | None = None, **changed: str) -> object:
    return client.post("/reports", data={**FORM, **changed}, headers={**JSON, **(headers or {})})


def test_a_report_is_kept_and_answered_with_its_number(client: FlaskClient, tmp_path: Path) -> None:
    answer = sent(client, lang="en")
    (one,) = reports.stored(tmp_path)
    assert answer.status_code == 200
    assert answer.json["title"] == "Thank you, the report is received"
    assert one.id in answer.json["lines"][0]["said"]
    assert (one.figure, one.address, one.wrong) == ("map", FORM["address"], FORM["wrong"])
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_ordinary_form_gets_a_page(client: FlaskClient) -> None:
    html = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    answer = client.post("/reports", data=FORM, headers=html)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert "<h1>Tack, rapporten är mottagen</h1>" in answer.text
    refused = client.post("/reports", data={**FORM, "wrong": "<script>"[:3]}, headers=html)
    assert refused.status_code == 400
    assert "Skriv vad som inte stämmer" in refused.text


def test_what_is_wrong_with_it_is_told_by_field(client: FlaskClient, tmp_path: Path) -> None:
    answer = sent(client, lang="en", wrong="", kind="x")
    assert answer.status_code == 400
    assert [one["name"] for one in answer.json["lines"]] == ["kind", "wrong"]
    assert answer.json["lines"][1]["said"].startswith("Write what is not right")
    assert reports.stored(tmp_path) == ()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://other.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_site_cannot_send_in_a_readers_name(
    client: FlaskClient, tmp_path: Path, headers: dict[str, str]
) -> None:
    assert sent(client, headers).status_code == 403
    assert reports.stored(tmp_path) == ()


def test_a_page_of_this_site_can(client: FlaskClient) -> None:
    own = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert sent(client, own).status_code == 200


def test_whoever_fills_in_what_cannot_be_seen_is_refused(client: FlaskClient) -> None:
    assert sent(client, website="https://spam.example").status_code == 400


def test_too_much_or_something_else_than_a_form_is_refused(client: FlaskClient) -> None:
    assert sent(client, wrong="x" * 20_000).status_code == 413
    assert client.post("/reports", json=FORM, headers=JSON).status_code == 415
    assert client.post("/reports", data=b"\xff" * 50, headers=JSON).status_code == 415
    many = client.post(
        "/reports", data="&".join(["a=1"] * 3000),
        content_type="application/x-www-form-urlencoded", headers=JSON,
    )  # fmt: skip
    assert many.status_code in (400, 413)


def test_nobody_can_send_without_end(client: FlaskClient, tmp_path: Path) -> None:
    found = [sent(client, wrong=f"Fel nummer {one}").status_code for one in range(7)]
    assert found == [200] * 5 + [429] * 2
    assert len(reports.stored(tmp_path)) == 5
    late = sent(client, wrong="Ett till")
    assert late.headers["Retry-After"] == "600"
    assert "Vänta tio minuter" in late.json["lines"][0]["said"]
    # What was refused for its words is not counted, and another visitor is another.
    assert sent(client, {"X-Forwarded-For": "192.0.2.7"}, wrong="Fel här").status_code == 200


def test_all_together_cannot_either(client: FlaskClient) -> None:
    found = {
        sent(client, {"X-Forwarded-For": f"192.0.2.{one}"}, wrong=f"Fel {one:05}").status_code
        for one in range(100)
    }
    assert found == {200}
    assert sent(client, {"X-Forwarded-For": "192.0.2.200"}, wrong="Ett till").status_code == 429


def test_workers_and_instances_count_together(home: Path, tmp_path: Path) -> None:
    (tmp_path / "releases").symlink_to(home / "releases")
    settings = Settings(home=tmp_path, cache="NullCache", prewarm=False)
    two = [create_app(settings).server.test_client() for _ in range(2)]
    found = [sent(two[one % 2], wrong=f"Fel nummer {one}").status_code for one in range(8)]
    assert found == [200] * 5 + [429] * 3


def test_a_full_box_says_so(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST_REPORTS", 1)
    assert sent(client).status_code == 200
    answer = sent(client, wrong="Ett annat fel")
    assert (answer.status_code, "full" in answer.json["lines"][0]["said"]) == (503, True)


def test_where_it_cannot_be_kept_another_way_is_told(client: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file where the folder should be")
    answer = sent(client)
    assert answer.status_code == 503
    assert "sidan Om" in answer.json["lines"][0]["said"]


def test_nothing_is_read_from_there(client: FlaskClient) -> None:
    assert client.get("/reports").status_code == 404


def test_a_redis_that_does_not_answer_is_done_without(home: Path, tmp_path: Path) -> None:
    (tmp_path / "releases").symlink_to(home / "releases")
    settings = Settings(
        home=tmp_path, cache="RedisCache", redis_url="redis://127.0.0.1:1/0", prewarm=False
    )
    client = create_app(settings).server.test_client()
    found = [sent(client, wrong=f"Fel nummer {one}").status_code for one in range(6)]
    assert found == [200] * 5 + [429]


def test_addresses_that_are_made_up_use_up_nothing(client: FlaskClient) -> None:
    stranger = {"environ_base": {"REMOTE_ADDR": "203.0.113.9"}}
    found = [
        client.post(
            "/reports", data={**FORM, "wrong": f"Fel {one:05}"}, **stranger,
            headers={**JSON, "X-Forwarded-For": f"192.0.2.{one}, 198.51.100.{one}"},
        ).status_code
        for one in range(20)
    ]  # fmt: skip
    assert found == [200] * 5 + [429] * 15
    assert sent(client, wrong="En annan läsare").status_code == 200
