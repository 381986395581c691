"""Jämför as it is laid out: editor, pictures and list, with names for all that is operated."""

import re
from collections.abc import Iterator

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.peer_choice import FEATURES
from dashboard.view.view import parse
from layouts.compare import page as compare
from layouts.compare import peer_editor
from layouts.html import Html
from layouts.parts import exceptions_table
from tests.layouts.reading import read
from tests.layouts.tree import Tree

VIEWS = (
    {}, {"region": "14"}, {"region": "25", "peers": "similar:k=6,beds=0"},
    {"region": "09", "peers": "healthcare", "data": "published"},
    {"region": "12", "peers": "01,03", "care": "psychiatric"},
    {"indicator": "available_beds"}, {"indicator": "wait_bup_start", "region": "14"},
    {"region": "14", "period": "1990"}, {"region": "14", "period": "2100-01"},
)  # fmt: skip


def said(content: object) -> Iterator[str]:
    """What of a content is read: the texts of its elements, not its figures."""
    if isinstance(content, Html):
        yield from read(content).words
    elif isinstance(content, str):
        yield content
    elif isinstance(content, list | tuple):
        for one in content:
            yield from said(one)
    elif isinstance(content, dict):
        for key, one in content.items():
            yield from () if key.endswith("-figure") else said(one)


by_id = Tree.by_id


@pytest.mark.parametrize("query", VIEWS, ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_view_is_laid_out_whole(dataset: Dataset, query: dict[str, str], lang: Lang) -> None:
    page = compare.layout(dataset, lang, query)
    assert len(Tree.of_type(page, "H1")) == 1
    ids = Tree.ids(page)
    assert len(set(ids)) == len(ids)
    assert {id_ for id_, _ in compare.INTERACTIVE.parts} <= set(ids)
    view = parse(query, dataset).view
    words = " ".join(said(compare.content(view, dataset, lang)))
    assert not re.search(r"[{}]|\bNone\b(?! of)|\bnan\b", words)


def test_the_editor_shows_what_the_address_says(dataset: Dataset) -> None:
    query = {"region": "14", "peers": "similar:k=6,population=2,beds=0"}
    page = compare.layout(dataset, "sv", query)
    assert by_id(page, peer_editor.COUNT).value == 6
    weights = [by_id(page, peer_editor.weight_id(one)).value for one in FEATURES]
    assert weights == [2, 1, 0, 1]
    ticked = by_id(page, peer_editor.OWN)
    assert len(ticked.value) == 6
    assert [one["value"] for one in ticked.options] == list(CODES)
    own = compare.layout(dataset, "sv", {"region": "14", "peers": "01,20"})
    assert by_id(own, peer_editor.OWN).value == ["01", "20"]


def test_every_input_of_the_editor_has_a_label(dataset: Dataset) -> None:
    page = compare.layout(dataset, "en", {"region": "14"})
    named = {one.htmlFor for one in Tree.of_type(page, "Label") if hasattr(one, "htmlFor")}
    assert {peer_editor.COUNT, *(peer_editor.weight_id(one) for one in FEATURES)} <= named


def test_a_region_of_the_list_leads_to_its_own_page(dataset: Dataset) -> None:
    example = dataset.showing("example")
    view = parse({"data": "example"}, example).view
    [table] = exceptions_table.list_values("x", example, view, "sv")["x-list"]
    found = read(table)
    link = next(attributes for tag, attributes in found.found if tag == "a")
    assert link["href"] == "/min-region?region=22&period=2025-12&data=example"
    assert link["aria-label"] == "Min region: Västernorrland"
    # The name itself chooses the region, as it does everywhere.
    assert ("button", "Västernorrland") in found.said


def test_without_a_funnel_its_picture_is_not_shown(dataset: Dataset) -> None:
    for query, shown in (({}, True), ({"indicator": "occupancy"}, False)):
        section = by_id(compare.layout(dataset, "sv", query), "cmp-funnel")
        assert ("no-picture" not in section.className) == shown
