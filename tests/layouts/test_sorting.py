"""Every table of more than six like rows of numbers is ordered by any column, in one way."""

import re
from html import unescape

import pytest

from dashboard.language.cell_order import is_numeric, order
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import parse
from layouts.document.pages import PAGES
from layouts.page.page import Page
from layouts.parts.sorting import FEWEST
from tests.each import each

INTERACTIVE = [page for page in PAGES if page.interactive]
TABLE = re.compile(r"<table.*?</table>", re.S)
# What has a head of two lines, or a control of its own in it: months beside each other, weights.
OWN_HEADS = ("part-cells", "weights", "colgroup")
# Rows of different quantities, of which none is the larger, or that speak of the row above.
UNLIKE = {
    "scn-results-table", "scn-ladder-table", "scn-log-table", "mine-context",
    "eff-compared-table", "eff-areas-table",
}  # fmt: skip
# What follows no view of the page, and the rules that fired, in the order of gravity.
FIXED = re.compile(r"eff-contrasts|eff-grants|eff-cautions|as-list")


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


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_every_large_table_of_numbers_can_be_ordered(
    page: Page, lang: Lang, dataset: Dataset
) -> None:
    assert page.interactive
    assert "sort" in page.interactive.controls
    left = []
    for id_, table in each(tables(page, dataset, lang).items()):
        rows = cells_of(table)
        columns = list(zip(*rows, strict=False))[1:]
        many = len(rows) >= FEWEST and any(is_numeric(one, lang) for one in columns)
        if many and 'class="sorts"' not in table and not any(one in table for one in OWN_HEADS):
            left.append(id_)
    known = {"dq-calendar-table", "dq-rules-table", *UNLIKE}
    assert [one for one in left if one not in known] == []


@pytest.mark.parametrize("key", ["scenario", "region", "effects"])
def test_rows_of_different_quantities_have_no_order(key: str, dataset: Dataset) -> None:
    page = next(one for one in INTERACTIVE if one.key == key)
    found = {id_: one for id_, one in tables(page, dataset, "sv").items() if id_ in UNLIKE}
    for table in each(found.values()):
        assert "sorts" not in table


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
        for column, (place, word) in enumerate(links[:4]):
            assert place == id_
            asked = parse({"sort": word}, dataset)
            assert not asked.problems
            rows = cells_of(tables(page, dataset, "sv", sort=asked.view.sort)[id_])
            first = int(rows[0][0] == "Riket")
            cells = [row[column] for row in rows[first:]]
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
