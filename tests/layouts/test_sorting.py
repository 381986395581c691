"""Every table of more than six rows is ordered by any column in one way, or says why not."""

import re
from html import unescape
from pathlib import Path

import pytest

from dashboard.language.cell_order import order
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import parse
from layouts.document.pages import PAGES
from layouts.method.page import PAGE as METHOD
from layouts.page.page import Page
from layouts.parts.sorting import FEWEST
from layouts.parts.unordered import UNORDERED, UNORDERED_PAGES
from layouts.sources.page import PAGE as SOURCES
from tests.each import each

INTERACTIVE = [page for page in PAGES if page.interactive]
TABLE = re.compile(r"<table.*?</table>", re.S)
QUERIES = ({"region": "14", "data": "example"}, {"region": "14"}, {}, {"data": "published"})


def cells_of(table: str) -> list[list[str]]:
    """The words of the body's cells, row by row."""
    body = table.partition("<tbody")[2]
    rows = re.findall(r"<tr.*?</tr>", body, re.S)
    return [
        [unescape(re.sub("<[^>]*>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in rows
    ]


def tables(page: Page, dataset: Dataset, lang: Lang, **query: str) -> dict[str, str]:
    """The tables that follow the view by the id they stand under."""
    assert page.interactive
    view = parse({"region": "14", "data": "example", **query}, dataset).view
    shown = page.interactive.shown(view, dataset, lang)
    return {
        id_: found[0]
        for id_, html in shown.items()
        if isinstance(html, str) and (found := TABLE.findall(html))
    }


def large(page: Page, dataset: Dataset, lang: Lang, query: dict[str, str]) -> dict[str, bool]:
    """The tables of seven rows or more by the nearest id, and whether each can be ordered."""
    shown = str(page.layout(dataset, lang, query))
    found = {}
    for table in TABLE.finditer(shown):
        if len(cells_of(table[0])) >= FEWEST:
            before = re.findall(r'id="([^"]*)"', shown[: table.start()])
            found[before[-1]] = 'class="sorts"' in table[0]
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_large_table_can_be_ordered_or_says_why_not(
    page: Page, lang: Lang, dataset: Dataset, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    if page.interactive:
        assert "sort" in page.interactive.controls
    for query in QUERIES:
        found = large(page, dataset, lang, query)
        fixed = {id_ for id_, ordered in found.items() if not ordered}
        allowed = found if page.key in UNORDERED_PAGES else UNORDERED
        assert fixed <= set(allowed), query


def test_every_reason_against_an_order_is_of_a_table_that_stands(
    dataset: Dataset, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    weighed = {"region": "14", "peers": "similar:k=9"}
    found: dict[str, bool] = {}
    for page in INTERACTIVE:
        found |= large(page, dataset, "sv", weighed)
    assert {id_ for id_, ordered in found.items() if not ordered} == set(UNORDERED)
    assert set(UNORDERED_PAGES) <= {page.key for page in PAGES}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("word", ["nothere.1-desc", "map-table.99-desc", "x.99-desc"])
@pytest.mark.parametrize("page", [*INTERACTIVE, METHOD, SOURCES], ids=lambda page: page.key)
def test_an_order_that_no_table_has_is_told_and_let_go(
    page: Page, word: str, lang: Lang, dataset: Dataset
) -> None:
    shown = str(page.layout(dataset, lang, {"region": "14", "sort": word}))
    told = re.findall(r'<p class="notice problem">([^<]*)</p>', shown)
    assert [word in one for one in told] == [True]
    assert word not in shown.replace(told[0], "")


def test_an_order_of_a_table_that_stands_is_not_told(dataset: Dataset) -> None:
    asked = {"region": "14", "sort": "sources-table.3-desc"}
    shown = str(SOURCES.layout(dataset, "sv", asked))
    assert 'aria-sort="descending"' in shown
    assert "notice problem" not in shown


@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_each_heading_orders_its_table_and_the_address_says_so(
    page: Page, dataset: Dataset
) -> None:
    ordered = 0
    for id_, table in each(tables(page, dataset, "sv").items()):
        heads = table.partition("<tbody")[0]
        links = re.findall(r'formaction="#([^"]*)" name="sort" type="submit" value="([^"]*)', heads)
        if id_ == "table" or not links:
            continue
        for place, word in links[:4]:
            assert place == id_
            column = int(re.findall(r"(\d+)-", word)[0])
            asked = parse({"sort": word}, dataset)
            assert not asked.problems
            rows = cells_of(tables(page, dataset, "sv", sort=asked.view.sort)[id_])
            first = int(rows[0][0] == "Riket")
            cells = [row[column] for row in rows[first:]]
            if id_ == "eff-cells-table" and column:
                # By the number in a cell, whatever signs stand around it.
                cells = [cell.removesuffix(" m").split(" ")[-1] for cell in cells]
            wanted = order(cells, "sv", descending=asked.view.sort.endswith("desc"))
            assert [cells[one] for one in wanted] == cells, (id_, column)
            assert sorted(rows) == sorted(cells_of(table)), (id_, column)
            ordered += 1
    assert ordered or page.key == "effects"


def test_without_scripts_a_heading_sends_the_view_with_its_order(dataset: Dataset) -> None:
    page = next(one for one in INTERACTIVE if one.key == "overview")
    shown = str(page.layout(dataset, "sv", {"region": "14", "data": "example", "sort": "1-asc"}))
    form = re.search(r'<form id="sorting" method="get">(.*?)</form>', shown)
    assert form
    said = dict(re.findall(r'<input name="([a-z]+)" type="hidden" value="([^"]*)">', form[1]))
    assert said == {"region": "14", "data": "example"}
