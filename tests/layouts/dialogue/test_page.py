"""The page of dialogue: a choice of regions, and the papers of one before they are files."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import create_app
from dashboard.dialogue.agreement_log import agree
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import REGIONS
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.view.view import default_view
from layouts.dialogue import page
from layouts.region import page as region
from tests.dashboard.dialogue.conftest import AGREED
from tests.each import each


@pytest.fixture
def agreed_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    monkeypatch.setenv("VARDPLATS_AGREEMENTS", "true")
    agree(tmp_path, AGREED, by="Åsa")
    return tmp_path


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_region_there_is_a_choice_and_all_agreements(
    dataset: Dataset, lang: Lang, agreed_home: Path
) -> None:
    laid = page.layout(dataset, lang, {})
    for one in each(REGIONS):
        assert f'href="?region={one.code}"' in laid
    assert "Utskrivningsteam &lt;i&gt; &amp; Co" in laid
    assert "Anna Ek" in laid


def test_the_papers_of_a_region_lead_to_their_files(dataset: Dataset, agreed_home: Path) -> None:
    query = {"region": "22", "meeting": "2026-12-01", "since": "2026-03-12"}
    laid = page.layout(dataset, "sv", query)
    asked = "region=22&amp;meeting=2026-12-01&amp;since=2026-03-12&amp;lang=sv"
    for end in ("pptx", "pdf", "brief.pdf", "xlsx", "html"):
        assert f'href="/dialog/papers.{end}?{asked}"' in laid
    for words in ("Nyckeltal", "Sedan förra mötet", "Frågor att ställa", "Plan, mål och utfall"):
        assert words in laid
    assert laid.count("<svg") == 6
    assert "Inte uppnått: 9,7 per 100 platser" in laid


def test_a_question_that_is_struck_stays_struck_in_the_files(
    dataset: Dataset, agreed_home: Path
) -> None:
    query = {"region": "22", "meeting": "2026-12-01"}
    key = page.layout(dataset, "sv", query).partition('name="strike.')[2].partition('"')[0]
    laid = page.layout(dataset, "sv", {**query, f"strike.{key}": "1", "ask": "Hur går det?"})
    assert f"strike.{key}=1" in laid
    assert "ask=Hur+g%C3%A5r+det%3F" in laid
    assert laid.count(' checked form="dlg-form"') == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"region": "99"}, "Regionen 99 finns inte."),
        ({"region": "22", "meeting": "igår"}, "igår är inget mötesdatum"),
        ({"region": "22", "meeting": "2099-01-01"}, "2099-01-01 är mer än tre år bort."),
        (
            {"region": "22", "meeting": "2026-01-01", "since": "2026-02-01"},
            "Förra mötet, 2026-02-01, är inte före mötet 2026-01-01.",
        ),
        ({"region": "22", "ask": "x" * 601}, "Den egna frågan får ha högst 600 tecken."),
    ],
)
def test_what_cannot_be_is_named_and_the_usual_shown(
    dataset: Dataset, agreed_home: Path, query: dict[str, str], said: str
) -> None:
    laid = page.layout(dataset, "sv", query)
    assert said in laid
    assert "<h1" in laid


def test_agreements_are_shown_only_where_that_is_chosen(
    dataset: Dataset, agreed_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARDPLATS_AGREEMENTS")
    for query in ({}, {"region": "22"}):
        laid = page.layout(dataset, "sv", query)
        assert "Anna Ek" not in laid
        assert "visas inte på den här webbplatsen" in laid


def test_a_log_that_was_changed_is_said_and_not_shown(dataset: Dataset, agreed_home: Path) -> None:
    log = agreed_home / "agreements.jsonl"
    log.write_text(log.read_text("utf-8").replace("Anna Ek", "Bo Ek"), "utf-8")
    laid = page.layout(dataset, "sv", {"region": "22"})
    assert "de är inte som de skrevs" in laid
    assert "Bo Ek" not in laid


def test_what_is_agreed_shows_at_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is never kept as it was, as others are for a release."""
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    monkeypatch.setenv("VARDPLATS_AGREEMENTS", "true")
    client = create_app(Settings(home=home)).server.test_client()
    address = "/en/dialogue?region=01"
    before = client.get(address).get_data(as_text=True)
    agree(home, {**AGREED, "region": "01", "measure": "Something new"})
    try:
        assert "Something new" not in before
        assert "Something new" in client.get(address).get_data(as_text=True)
    finally:
        (home / "agreements.jsonl").unlink()


@pytest.mark.parametrize("lang", LANGS)
def test_min_region_leads_to_the_papers_of_its_region(dataset: Dataset, lang: Lang) -> None:
    view = replace(default_view(dataset), region="14")
    link = f'href="{page.PAGE.path.in_(lang)}?region=14"'
    assert link in region.content(view, dataset, lang)[region.Id.DIALOGUE]
    assert link in region.layout(dataset, lang, {"region": "14"})
