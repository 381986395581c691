"""Tillgänglighetsredogörelse states what Digg asks for."""

import datetime

import pytest

from dashboard.language import formatting
from dashboard.language.text import LANGS
from layouts.accessibility import page as accessibility

every_language = pytest.mark.parametrize("lang", LANGS)


@every_language
def test_it_says_how_far_the_law_is_met_and_when_that_was_judged(tree, dataset, lang):
    said = tree.words(accessibility.layout(dataset, lang, {}))
    assert {"sv": "delvis förenlig", "en": "partially compliant"}[lang] in said
    for day in (accessibility.ASSESSED, accessibility.PUBLISHED):
        assert formatting.date(day, lang) in said


@every_language
def test_it_links_to_the_form_of_the_supervisory_authority(tree, dataset, lang):
    page = accessibility.layout(dataset, lang, {})
    assert "https://www.digg.se/tdosanmalan" in tree.hrefs(page)


def test_the_dates_are_days_and_in_order():
    days = [
        datetime.date.fromisoformat(day)
        for day in (accessibility.ASSESSED, accessibility.PUBLISHED)
    ]
    assert days == sorted(days)


def test_the_operator_is_named(tree, dataset, monkeypatch):
    monkeypatch.setenv("VARDPLATS_OPERATOR", "Region Exempel")
    assert "Region Exempel" in tree.words(accessibility.layout(dataset, "sv", {}))
