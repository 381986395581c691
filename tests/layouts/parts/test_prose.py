"""The pages that are read: whole in both languages, in order, and linked to what exists."""

from itertools import pairwise

import pytest

from dashboard.ingest.embedded import reference
from dashboard.language.text import LANGS
from layouts.about import page as about
from layouts.accessibility import page as accessibility
from layouts.api import page as api
from layouts.changelog import page as changelog
from layouts.document.pages import PAGES, page_at
from layouts.method import page as method
from layouts.sources import page as sources
from tests.each import each

READ = (about.PAGE, method.PAGE, sources.PAGE, api.PAGE, changelog.PAGE, accessibility.PAGE)
# What is no page; that it answers is held by the tests of the web.
FILES = (
    "/api/v1/", "/api/v2/", "/files/", "/opendata/", "/andringslogg.atom", "/en/changelog.atom",
)  # fmt: skip
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
SPEAKING = (*HEADINGS, "P", "Li", "Dt", "Dd", "Th", "Td", "A", "Caption", "Summary", "Code")
# Two addresses that no figure comes from: the supervisory authority and the licence.
ELSEWHERE = {accessibility.SUPERVISION_FORM, about.LICENCE}

every_page = pytest.mark.parametrize("page", READ, ids=lambda page: page.key)
every_language = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture
def laid_out(page, lang, dataset, home, monkeypatch):
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    return page.layout(dataset, lang, {})


@every_page
@every_language
def test_nothing_that_should_speak_is_silent(tree, laid_out):
    silent = [one for one in tree.of_type(laid_out, *SPEAKING) if not tree.words(one).strip()]
    assert silent == []


@every_page
@every_language
def test_no_place_is_left_unfilled(tree, laid_out):
    # An answer of the API is shown as it is.
    shown = "".join(tree.words(one) for one in tree.of_type(laid_out, "Pre"))
    assert not set("{}") & set(tree.words(laid_out).replace(shown or "\0", ""))


@every_page
@every_language
def test_headings_begin_with_one_h1_and_skip_no_level(tree, laid_out):
    levels = [int(one._type[1]) for one in tree.of_type(laid_out, *HEADINGS)]
    assert levels.index(1) == 0
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@every_page
@every_language
def test_ids_are_unique(tree, laid_out):
    found = tree.ids(laid_out)
    assert found
    assert len(set(found)) == len(found)


@every_page
def test_both_languages_have_the_same_anchors(tree, page, dataset, home, monkeypatch):
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    swedish, english = (page.layout(dataset, lang, {}) for lang in LANGS)
    assert tree.ids(swedish) == tree.ids(english)
    assert tree.words(swedish) != tree.words(english)


@every_page
@every_language
def test_links_lead_to_a_page_a_part_or_a_source(tree, page, laid_out, lang, dataset):
    known = ELSEWHERE | {url for source in reference().sources.values() for url in source.urls}
    for href in each(tree.hrefs(laid_out)):
        if href.startswith("http"):
            assert href in known
            continue
        if href.startswith(FILES):
            continue
        path, _, anchor = href.partition("#")
        path, _, _ = path.partition("?")
        target, language = page_at(path) if path else (page, lang)
        assert language == lang
        there = laid_out if target is page else target.layout(dataset, lang, {})
        assert not anchor or anchor in tree.ids(there)


@every_page
@every_language
def test_tables_have_a_name_heads_and_a_place_to_scroll(tree, laid_out):
    frames = [one for one in tree.of_type(laid_out, "Div") if "table-wrap" in one.className]
    tables = [frame.children[0] for frame in frames]
    assert {table._type for table in tables} <= {"Table"}
    assert len(tables) == len(tree.of_type(laid_out, "Table"))
    for frame, table in zip(frames, tables, strict=True):
        name = getattr(frame, "aria-label")
        assert (frame.tabIndex, frame.role) == ("0", "region")
        assert name == tree.words(tree.of_type(table, "Caption"))
        assert {head.scope for head in tree.of_type(table, "Th")} == {"col", "row"}


@every_page
@every_language
def test_every_row_has_a_cell_for_every_head(tree, laid_out):
    ragged = [
        table
        for table in tree.of_type(laid_out, "Table")
        if len({len(tree.of_type(row, "Th", "Td")) for row in tree.of_type(table, "Tr")}) != 1
    ]
    assert ragged == []


@every_page
@every_language
def test_styles_are_left_to_the_style_sheets(tree, laid_out):
    assert not [one for one in tree.components(laid_out) if hasattr(one, "style")]


def test_the_pages_stand_in_the_footer():
    assert set(READ) <= set(PAGES)
    assert {page.place for page in READ if page is not sources.PAGE} == {"footer"}
