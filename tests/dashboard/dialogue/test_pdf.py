"""The report and the brief, opened with pikepdf: tags, headers of cells, headings, one page."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from dashboard.dialogue.pack import Pack
from dashboard.dialogue.pack_content import Kept, make_pack
from dashboard.dialogue.papers.brief import brief
from dashboard.dialogue.papers.pdf import pdf
from dashboard.language.table import Grid
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from tests.dashboard.dialogue.conftest import DAY
from tests.each import each


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [one for one in found if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def _walk(element: Any) -> Iterator[Any]:
    for kid in _kids(element):
        yield kid
        yield from _walk(kid)


def _tags(document: Any) -> list[Any]:
    return list(_walk(document.Root.StructTreeRoot))


def _attribute(cell: Any, name: str) -> Any:
    given = cell.get("/A")
    each_of = list(given) if isinstance(given, pikepdf.Array) else [given]
    return next((one[name] for one in each_of if one is not None and name in one), None)


@pytest.fixture(scope="module", params=[".pdf", "_brief.pdf"])
def document(request: pytest.FixtureRequest, papers: Mapping[str, bytes]) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(papers[request.param])) as found:
        yield found


def test_it_is_tagged_in_its_language_with_its_title_shown(document: Any) -> None:
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang) == "sv"
    assert document.Root.ViewerPreferences.DisplayDocTitle
    with document.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        assert "Västernorrland" in str(about["dc:title"])


def test_each_data_cell_names_the_headers_of_its_row_and_of_its_column(document: Any) -> None:
    tables = [one for one in _tags(document) if one.S == "/Table"]
    for table in each(tables):
        named = {
            str(one.ID): str(_attribute(one, "/Scope")) for one in _walk(table) if one.S == "/TH"
        }
        cells = [one for one in _walk(table) if one.S == "/TD"]
        for cell in each(cells):
            scopes = sorted(named[str(one)] for one in _attribute(cell, "/Headers"))
            assert scopes == ["/Column", "/Row"]


def test_each_header_stands_in_the_tree_of_ids(document: Any) -> None:
    heads = {str(one.ID) for one in _tags(document) if one.S == "/TH"}
    names: list[Any] = []
    for kid in document.Root.StructTreeRoot.IDTree.Kids:
        names += list(kid.Names)[::2]
    assert heads
    assert heads <= {str(one) for one in names}
    assert names == sorted(names, key=bytes)


def test_headings_leave_out_no_level(document: Any) -> None:
    levels = [int(str(one.S)[2:]) for one in _tags(document) if str(one.S)[:2] == "/H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(b - a for a, b in pairwise(levels)) == 1


def test_each_picture_is_described(papers: Mapping[str, bytes], pack: Pack) -> None:
    with pikepdf.open(io.BytesIO(papers[".pdf"])) as document:
        said = [str(one.Alt) for one in _tags(document) if one.S == "/Figure"]
    assert said == [f"{one.title}. {one.sentence}" for one in pack.plates]


def test_the_report_has_a_cell_for_every_one_of_the_pack(
    papers: Mapping[str, bytes], pack: Pack
) -> None:
    sections = (pack.key_figures, *pack.changes, pack.agreements, pack.plan)
    grids = [one.grid for one in (*sections, *pack.plates) if one.grid.rows]
    with pikepdf.open(io.BytesIO(papers[".pdf"])) as document:
        tables = [one for one in _tags(document) if one.S == "/Table"]
        rows = [sum(one.S == "/TR" for one in _walk(table)) for table in tables]
    assert rows == [len(grid.rows) + 1 for grid in grids]


def test_the_brief_is_one_page_for_every_region(dataset: Dataset, kept: Kept) -> None:
    pages = {}
    for code in each(CODES):
        with pikepdf.open(io.BytesIO(brief(make_pack(dataset, code, "sv", day=DAY)))) as found:
            pages[code] = len(found.pages)
    assert pages == dict.fromkeys(CODES, 1)


def test_the_brief_is_one_page_with_all_it_has_room_for(pack: Pack) -> None:
    long = tuple("ord " * 200 for _ in pack.agreements.grid.heads)
    grid = Grid(pack.agreements.grid.heads, tuple(("insats " * 90, *long) for _ in range(40)))
    full = replace(pack, agreements=replace(pack.agreements, grid=grid))
    with pikepdf.open(io.BytesIO(brief(full))) as found:
        assert len(found.pages) == 1


def test_made_again_it_is_the_same(papers: Mapping[str, bytes], pack: Pack) -> None:
    assert pdf(pack) == papers[".pdf"]
    assert brief(pack) == papers["_brief.pdf"]
