"""Om says whose figures these are, what is missing, and whom to ask."""

import pytest

from dashboard.ingest import residuals
from dashboard.language import formatting
from dashboard.language.text import LANGS
from dashboard.targets import shortfall
from layouts.about import page as about

every_language = pytest.mark.parametrize("lang", LANGS)


@every_language
def test_the_citation_names_the_release_being_shown(tree, dataset, lang):
    assert dataset.release[:6] in tree.words(about.layout(dataset, lang, {}))


@every_language
def test_estimates_carry_the_stamp(tree, dataset, lang):
    assert shortfall.STAMP.in_(lang) in tree.words(about.layout(dataset, lang, {}))


@every_language
def test_the_limits_stated_are_those_that_stop_a_release(tree, dataset, lang):
    said = tree.words(about.layout(dataset, lang, {}))
    for limit, decimals in (
        (residuals.LARGEST_REGION_YEAR, 3), (residuals.LARGEST_NATIONAL_MONTH, 2),
    ):  # fmt: skip
        assert formatting.number(limit, decimals, lang) in said


def test_without_an_operator_the_page_says_that_one_must_fill_it_in(tree, dataset, monkeypatch):
    monkeypatch.delenv("VARDPLATS_OPERATOR", raising=False)
    monkeypatch.delenv("VARDPLATS_CONTACT", raising=False)
    assert "fyller i vem som ansvarar" in tree.words(about.layout(dataset, "sv", {}))


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("fraga@example.se", "mailto:fraga@example.se"),
        ("https://example.se/kontakt", "https://example.se/kontakt"),
    ],
)
def test_the_operator_and_its_contact_are_shown(tree, dataset, monkeypatch, contact, href):
    monkeypatch.setenv("VARDPLATS_OPERATOR", "Region Exempel")
    monkeypatch.setenv("VARDPLATS_CONTACT", contact)
    page = about.layout(dataset, "sv", {})
    assert "Webbplatsen drivs av Region Exempel." in tree.words(page)
    assert href in tree.hrefs(page)


@pytest.mark.parametrize("contact", ["08-123 45 67", "javascript:alert(1)"])
def test_a_contact_that_is_no_address_is_text_and_not_a_link(tree, dataset, monkeypatch, contact):
    monkeypatch.setenv("VARDPLATS_CONTACT", contact)
    page = about.layout(dataset, "sv", {})
    assert contact in tree.words(page)
    assert not any(contact in href for href in tree.hrefs(page))
