"""The workbook, opened with openpyxl: every figure as a number with what it rests on."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from dashboard.dialogue.pack import Pack
from dashboard.dialogue.papers.xlsx import xlsx
from tests.each import each


@pytest.fixture(scope="module")
def book(papers: Mapping[str, bytes]) -> Any:
    return load_workbook(io.BytesIO(papers[".xlsx"]))


def _rows(sheet: Any) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_the_key_figures_are_numbers_with_status_source_definition_and_release(
    book: Any, pack: Pack
) -> None:
    heads, *rows = _rows(book["Nyckeltal"])
    assert len(rows) == len(pack.figures) > 8
    for row, one in zip(rows, pack.figures, strict=True):
        found = dict(zip(heads, row, strict=True))
        assert found["Värde"] == pytest.approx(one.value)
        assert (found["Status"], found["Källa"]) == (one.status, one.source)
        assert len(found["Definition"]) > 20
        assert found["Utgåva"] == pack.release


def test_the_numbers_of_each_picture_stand_in_a_sheet(book: Any, pack: Pack) -> None:
    sheets = [book[name] for name in book.sheetnames if name[:1].isdigit()]
    assert len(sheets) == len(pack.plates)
    for sheet, plate in zip(sheets, pack.plates, strict=True):
        heads, *rows = _rows(sheet)
        assert heads[1:] == tuple(one.name for one in plate.plot.series)
        assert [row[0] for row in rows] == list(plate.plot.periods)
        for place, one in enumerate(plate.plot.series, start=1):
            assert [row[place] for row in rows] == list(one.values)


def test_strangers_words_are_never_formulas(book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=1+1" in {cell.value for cell in cells}
    for cell in each(cells):
        assert cell.data_type != "f"
        assert cell.hyperlink is None


def test_the_first_sheet_says_what_it_is(book: Any, pack: Pack) -> None:
    said = [row[0] for row in _rows(book.worksheets[0])]
    assert said[0] == pack.title
    assert any(pack.release[:6] in line for line in said)
    assert "Detta är inte officiell statistik." in said


def test_every_sheet_prints_as_wide_as_a4_with_its_heads_and_what_it_is(
    book: Any, pack: Pack
) -> None:
    about, *tables = book.worksheets
    assert about.page_setup.orientation != "landscape"
    for sheet in each(book.worksheets):
        assert int(sheet.page_setup.paperSize) == int(sheet.PAPERSIZE_A4)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((1, 0), (None, 0))
        assert sheet.print_area
        assert pack.title in sheet.oddHeader.left.text
        assert "&P" in sheet.oddFooter.right.text
    for sheet in each(tables):
        assert sheet.print_title_rows == "$1:$1"
    assert book["Nyckeltal"].page_setup.orientation == "landscape"


def test_words_are_wrapped_and_no_sheet_is_wider_than_can_be_read_on_paper(book: Any) -> None:
    for sheet in each(book.worksheets):
        widths = {
            get_column_letter(place): one.width
            for one in sheet.column_dimensions.values()
            for place in range(one.min, one.max + 1)
        }
        assert sum(widths.values()) <= 210
        for row in each(list(sheet.iter_rows())):
            told = [cell for cell in row if isinstance(cell.value, str)]
            for cell in told:
                assert cell.alignment.wrap_text
            lines = max((len(cell.value) / widths[cell.column_letter] for cell in told), default=1)
            height = sheet.row_dimensions[row[0].row].height or 15
            assert height >= min(lines, 27) * 14


def test_made_again_it_is_the_same(papers: Mapping[str, bytes], pack: Pack) -> None:
    assert xlsx(pack) == papers[".xlsx"]
