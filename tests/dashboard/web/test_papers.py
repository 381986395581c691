"""The files of a meeting by address: made once in a process of their own, within limits."""

import io
from pathlib import Path

import pikepdf
import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from app import create_app
from dashboard.settings import Settings
from dashboard.web.routes import papers
from tests.each import each

ASKED = "region=09&meeting=2026-12-01&lang=en&ask=How+is+staffing%3F"


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    return create_app(Settings(home=home)).server.test_client()


def test_a_pack_is_made_once_for_its_files(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    make = papers._made
    monkeypatch.setattr(papers, "_made", lambda *given: made.append(given) or make(*given))
    answers = {end: client.get(f"{papers.PATH}.{end}?{ASKED}") for end in papers.ENDS}
    assert {answer.status_code for answer in answers.values()} == {200}
    assert len(made) == 1
    for end, answer in each(answers.items()):
        assert answer.mimetype == papers.ENDS[end]
        assert "dialog_09_2026-12-01_" in answer.headers["Content-Disposition"]
    deck = Presentation(io.BytesIO(answers["pptx"].data))
    assert deck.slides[0].shapes.title.text_frame.text == "Dialogue: Gotland, 1 December 2026"
    with pikepdf.open(io.BytesIO(answers["brief.pdf"].data)) as brief:
        assert (len(brief.pages), str(brief.Root.Lang)) == (1, "en")
    assert "How is staffing?" in answers["html"].get_data(as_text=True)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("meeting=2026-12-01", "Välj en region."),
        ("region=77&lang=en", "There is no region 77."),
        ("region=09&meeting=soon&lang=en", "soon is no date of a meeting"),
        ("region=09&meeting=1999-01-01&lang=en", "1999-01-01 is more than three years away."),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(
    client: FlaskClient, query: str, said: str
) -> None:
    answer = client.get(f"{papers.PATH}.pdf?{query}")
    assert answer.status_code == 400
    assert answer.get_data(as_text=True).startswith(said)


def test_other_files_do_not_exist(client: FlaskClient) -> None:
    assert client.get(f"{papers.PATH}.exe?{ASKED}").status_code == 404


def test_too_many_are_asked_to_wait(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "of_papers", lambda: lambda: True)
    answer = create_app(Settings(home=home)).server.test_client().get(
        f"{papers.PATH}.pdf?{ASKED}"
    )  # fmt: skip
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "600"


def test_while_others_are_made_one_is_asked_to_wait(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "WAIT_SECONDS", 0)
    monkeypatch.setattr(papers, "BoundedSemaphore", lambda _: _Taken())
    answer = create_app(Settings(home=home)).server.test_client().get(
        f"{papers.PATH}.pdf?{ASKED}"
    )  # fmt: skip
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "10"


class _Taken:
    def acquire(self, timeout: float) -> bool:
        return False


def test_what_fails_is_said_without_a_trace(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "SECONDS", 0.01)
    answer = create_app(Settings(home=home)).server.test_client().get(
        f"{papers.PATH}.pdf?{ASKED}"
    )  # fmt: skip
    assert answer.status_code == 500
    assert answer.get_data(as_text=True).startswith("The papers could not be made.")


def test_papers_are_never_of_example_months() -> None:
    """Their address has no kind of data, so that no file of them has to carry the word."""
    plain, _ = papers.papers_query_of({"region": "09"}, "2026-12-01")
    asked, _ = papers.papers_query_of({"region": "09", "data": "example"}, "2026-12-01")
    assert asked == plain
    assert "data" not in asked.query()
