"""Data och kvalitet as it is laid out: whole in every view, with links to the figures."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.indicators.registry import INDICATORS
from dashboard.ingest.embedded import reference
from dashboard.language.text import LANGS, Lang
from dashboard.quality.revisions import revisions
from dashboard.releases.dataset import Dataset
from dashboard.view.view import default_view, parse, query_of
from layouts.document.pages import page_at
from layouts.html import render_html
from layouts.parts.sorting import Sorting
from layouts.quality import definitions, tables
from layouts.quality import page as quality
from tests.each import each
from tests.layouts.compare.test_page import said
from tests.layouts.reading import read
from tests.layouts.tree import Tree

VIEWS = (
    {}, {"region": "14"}, {"data": "published"},
    {"region": "13", "indicator": "psychiatric_overcrowding", "data": "published"},
    {"indicator": "wait_first_contact_waiting", "region": "14"},
    {"indicator": "progress_to_guideline", "region": "14"},
    {"indicator": "overcrowding", "care": "all"}, {"indicator": "occupancy", "care": "psychiatric"},
    {"indicator": "psychiatric_overcrowding", "period": "2019", "data": "published"},
    {"period": "1990"}, {"period": "2100-01", "region": "09"}, {"period": "2016-01"},
)  # fmt: skip


@pytest.mark.parametrize("query", VIEWS, ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_view_is_laid_out_whole(dataset: Dataset, query: dict[str, str], lang: Lang) -> None:
    page = quality.layout(dataset, lang, query)
    assert len(Tree.of_type(page, "H1")) == 1
    ids = Tree.ids(page)
    assert len(set(ids)) == len(ids)
    assert {id_ for id_, _ in quality.INTERACTIVE.parts} <= set(ids)
    words = " ".join(said(quality.content(parse(query, dataset).view, dataset, lang)))
    assert not re.search(r"[{}]|\bNone\b|\bnan\b", words)


@pytest.mark.parametrize("lang", LANGS)
def test_every_indicator_has_a_page_of_its_quality(dataset: Dataset, lang: Lang) -> None:
    for one in INDICATORS:
        view = parse({"indicator": one.key}, dataset).view
        found = quality.content(view, dataset, lang)
        assert one.name.in_(lang) in found[quality.Id.SINCE_TITLE]


def links(content: object) -> list[str]:
    """The addresses of all links in a content."""
    inside = read(render_html(content)).found
    return [str(attributes["href"]) for tag, attributes in inside if tag == "a"]


def test_every_rule_and_question_leads_to_its_figure(dataset: Dataset) -> None:
    for query in VIEWS[:5]:
        view = parse(query, dataset).view
        found = quality.content(view, dataset, "en")
        parts = (quality.Id.RULES, quality.Id.QUESTIONS, quality.Id.GRADES)
        for href in each(link for part in parts for link in links(found[part])):
            path, _, asked = href.partition("?")
            place = page_at(path)
            assert place is not None
            assert place[1] == "en"
            parsed = parse(query_of(asked), dataset)
            assert parsed.problems == parsed.warnings == ()


def test_a_missing_value_says_why_and_not_a_number(dataset: Dataset) -> None:
    view = parse({"indicator": "wait_first_contact_waiting"}, dataset).view
    lead = " ".join(said(quality.content(view, dataset, "sv")[quality.Id.LEAD]))
    assert "Uppgift saknas. Kolada visar inget värde för riket 2025" in lead


def test_a_modelled_month_names_the_published_year_to_use(dataset: Dataset) -> None:
    lead = " ".join(said(quality.content(parse({}, dataset).view, dataset, "en")[quality.Id.LEAD]))
    assert "All 21 regions are in it" in lead
    assert "published value for 2025, which is 5.1" in lead


def test_revisions_are_words_until_there_is_an_earlier_release(
    dataset: Dataset, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    found = quality.content(parse({}, dataset).view, dataset, "en")
    assert found[quality.Id.REVISED_TITLE] in ("No earlier release", "No figures have changed")


def test_revisions_stand_in_a_table_with_links(dataset: Dataset) -> None:
    years = {key: values.copy() for key, values in dataset.years.items()}
    years["overcrowding_per_100", "somatic"][14, 3] += 1
    changed = revisions(replace(dataset, years=years, release="0" * 16), dataset)
    sorting = Sorting("x", dataset, default_view(dataset), "sv")
    table = tables.revisions_table(changed, "x", sorting)
    assert len(links(table)) == len(changed) == 1


def test_the_fixed_parts_name_the_hours_and_forbid_the_comparison(dataset: Dataset) -> None:
    words = Tree.words(definitions.hours(reference(), "sv"))
    for part in ("06:00", "23:00", "07:00", "08:00", "jämför inte"):
        assert part in words
    beds = definitions.established_table(reference(), default_view(dataset), "en")
    assert "274" in Tree.words(beds)
    book = Tree.words(definitions.rule_book("sv"))
    assert all(f"R{i:02d}" in book for i in range(1, 17))
