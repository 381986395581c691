"""The days of agreements as a calendar: those that one may see, and no others."""

import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.dialogue.agreement_log import LOG, agree
from dashboard.settings import Settings
from tests.dashboard.dialogue.test_agreement_log import FORM


@pytest.fixture
def place(home: Path, tmp_path: Path) -> Path:
    """A home where something is agreed with Västernorrland."""
    shutil.copytree(home / "releases", tmp_path / "releases", symlinks=True)
    agree(tmp_path, FORM, by="Anna")
    return tmp_path


def client(place: Path, *, agreements: bool) -> FlaskClient:
    settings = Settings(home=place, prewarm=False, agreements=agreements)
    return create_app(settings).server.test_client()


def test_the_page_leads_to_the_calendar_of_its_agreements(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(place))
    monkeypatch.setenv("VARDPLATS_AGREEMENTS", "1")
    site = client(place, agreements=True)
    assert "/dialog/papers.ics?region=22" in site.get("/en/dialogue?region=22").text
    answer = site.get("/dialog/papers.ics?region=22&lang=en")
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert answer.text.startswith("BEGIN:VCALENDAR")
    assert answer.text.count("BEGIN:VEVENT") == 2
    assert "dialog_22.ics" in answer.headers["Content-Disposition"]
    assert "VEVENT" not in site.get("/dialog/papers.ics?region=14").text


def test_what_one_may_not_see_is_in_no_calendar(place: Path) -> None:
    site = client(place, agreements=False)
    assert "VEVENT" not in site.get("/dialog/papers.ics?region=22").text
    assert "papers.ics" not in site.get("/dialog?region=22").text


def test_what_cannot_be_asked_or_read_is_said(place: Path) -> None:
    site = client(place, agreements=True)
    for region in ("", "99", "%00"):
        answer = site.get(f"/dialog/papers.ics?region={region}")
        assert (answer.status_code, answer.text) == (400, "Välj en region.")
    (place / LOG).unlink()
    (place / LOG).mkdir()
    assert site.get("/dialog/papers.ics?region=22").status_code == 503


def test_a_changed_line_is_said_and_takes_no_day_out_of_anybodys_calendar(place: Path) -> None:
    site = client(place, agreements=True)
    assert site.get("/dialog/papers.ics?region=22").text.count("BEGIN:VEVENT") == 2
    whole = (place / LOG).read_text("utf-8")
    (place / LOG).write_text(whole.replace("Anna", "Bertil", 1), encoding="utf-8")
    answer = site.get("/dialog/papers.ics?region=22&lang=en")
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
    assert "not as it was written" in answer.text
