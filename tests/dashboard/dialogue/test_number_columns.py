"""Numbers of a table stand under each other in every file, and words do not."""

import io
from collections.abc import Mapping

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE

from dashboard.dialogue.pack import Pack, Section
from dashboard.dialogue.papers.pdf import of_section
from dashboard.dialogue.papers.words import number_columns
from dashboard.figures.theme import LIGHT
from dashboard.language.table import Grid
from tests.each import each

ROWS = [("Mått", "9,7", "–", "6,0–12,4", "356 (332–379)", "15\N{NO-BREAK SPACE}756", "dec 2025"),
        ("2025", "−1,2", "7,1", "–", "–", "391", "2025")]  # fmt: skip


def test_a_column_is_of_numbers_where_every_cell_is_one_or_the_dash_of_none() -> None:
    assert number_columns(ROWS) == [False, True, True, True, True, True, False]
    assert number_columns([("a", "9,7 per 100"), ("b", "3,0")]) == [False, False]


def test_they_are_right_aligned_on_slides_and_in_the_page(papers: Mapping[str, bytes]) -> None:
    deck = Presentation(io.BytesIO(papers[".pptx"]))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    found = {
        (table.cell(0, place).text, table.cell(1, place).text_frame.paragraphs[0].alignment)
        for table in tables for place in range(len(table.columns))
    }  # fmt: skip
    assert ("Värde", PP_ALIGN.RIGHT) in found
    assert ("Status", None) in found
    page = papers[".html"].decode()
    assert '<th scope="col" class="n">Värde</th>' in page
    assert '<th scope="col">Status</th>' in page


def test_a_table_that_a_page_has_room_for_is_not_parted() -> None:
    def of(rows: int, words: str) -> bool:
        grid = Grid(("Ord", "Tal"), tuple((f"{one}", words, "1") for one in range(rows)))
        (table,) = of_section(Section("x", "X", "", grid, "Rad"))["tables"]
        return bool(table["together"])

    assert of(24, "ord")
    assert not of(60, "ord")
    assert not of(20, "ett mycket långt stycke " * 20)


def test_a_workbook_shows_decimals_and_holds_numbers_whole(
    papers: Mapping[str, bytes], pack: Pack
) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(papers[".xlsx"]))[pack.key_figures.title]
    rows = list(sheet.iter_rows(min_row=2))
    for row, one in each(zip(rows, pack.figures, strict=True)):
        assert row[3].value == pytest.approx(one.value)
        assert row[3].number_format == ("#,##0.0" if one.decimals else "#,##0")
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")


def test_tables_of_slides_have_the_accent_of_the_house(papers: Mapping[str, bytes]) -> None:
    deck = Presentation(io.BytesIO(papers[".pptx"]))
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    accent = LIGHT["accent"][1:].upper()
    assert f'<a:accent1><a:srgbClr val="{accent}"/>'.encode() in theme.blob
