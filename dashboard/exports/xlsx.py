"""Rows as an Excel workbook: one sheet for each table, numbers as numbers, no live formulas."""

import datetime
import io
import re
from collections.abc import Mapping, Sequence

from dashboard.exports.csv import in_words, named
from dashboard.exports.headings import HEADINGS
from dashboard.language.text import Lang
from dashboard.reference.tables import Reference
from dashboard.values.rows import Row

Cell = str | float | datetime.date | None
# Excel's own limits: letters of a sheet's name, and the widest column that is made here.
_NAME, _WIDEST = 31, 60
_SHEETS = {"sv": ("Tabell", "Om tabellen"), "en": ("Table", "About the table")}
_MONTH, _YEAR = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])"), re.compile(r"(19|20)\d\d")
EPOCH = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)


def workbook(
    sheets: Mapping[str, Sequence[Row]], lang: Lang, notes: Sequence[str], reference: Reference
) -> bytes:
    """A workbook with the tables in their order, and a first sheet of `notes`.

    Strings are never taken for formulas or links. Rows of a table have the same keys.
    """
    # Only whoever fetches a workbook waits for it.
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    # The same values are the same file, whenever they are fetched.
    book.set_properties({"created": EPOCH})
    bold = book.add_format({"bold": True})
    first = book.add_worksheet({"sv": "Om", "en": "About"}[lang])
    first.set_column(0, 0, 110)
    for place, words in enumerate(notes):
        first.write_string(place, 0, words)
    for name, rows in sheets.items():
        lines = _lines([named(row) for row in rows], lang, reference)
        fill_sheet(book.add_worksheet(name[:_NAME]), lines, bold)
    book.close()
    return out.getvalue()


def sheet_workbook(
    rows: Sequence[Row], lang: Lang, about: Sequence[tuple[str, str]], reference: Reference
) -> bytes:
    """A workbook with the rows on a sheet, and on another what they are.

    Region codes are words and months are dates that show as 2025-10, so that Excel in any
    language sorts and groups both. The same rows give the same bytes.
    """
    # Only whoever fetches a workbook waits for it.
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "default_date_format": "yyyy-mm",
    }  # fmt: skip
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": EPOCH})
    bold = book.add_format({"bold": True, "valign": "top"})
    table, other = (book.add_worksheet(name) for name in _SHEETS[lang])
    lines = _lines([named(row) for row in rows], lang, reference)
    fill_sheet(table, [[_typed(cell) for cell in line] for line in lines], bold)
    # Codes as 01 are meant to be words.
    table.ignore_errors({"number_stored_as_text": f"A1:XFD{len(lines)}"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    other.set_column(0, 0, 14)
    other.set_column(1, 1, 110)
    for line, (words, text) in enumerate(about):
        other.write_string(line, 0, words, bold)
        other.write_string(line, 1, text, wrapped)
    book.close()
    return out.getvalue()


def _typed(cell: Cell) -> Cell:
    """A month as the first day of it, a year as a number; everything else as it is."""
    if isinstance(cell, str) and _MONTH.fullmatch(cell):
        return datetime.date(int(cell[:4]), int(cell[5:]), 1)
    return float(cell) if isinstance(cell, str) and _YEAR.fullmatch(cell) else cell


def _lines(rows: Sequence[Row], lang: Lang, reference: Reference) -> list[list[Cell]]:
    """The headings and then the cells of each row, as a person reads them."""
    heads: list[Cell] = [HEADINGS[key].in_(lang) for key in rows[0]]
    words: list[list[Cell]] = [
        [in_words(key, row[key], lang, reference) for key in rows[0]] for row in rows
    ]
    return [heads, *words]


def fill_sheet(sheet: object, lines: Sequence[Sequence[Cell]], bold: object) -> None:
    """Headings and rows in a worksheet of xlsxwriter: columns wide enough, headings that stay."""
    heads, *rows = lines
    write = sheet.write  # type: ignore[attr-defined]
    for column, head in enumerate(heads):
        write(0, column, head, bold)
    widths = [len(str(head)) for head in heads]
    for line, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if cell is not None:
                write(line, column, cell)
                widths[column] = max(widths[column], len(str(cell)))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, _WIDEST))  # type: ignore[attr-defined]
    sheet.freeze_panes(1, 1)  # type: ignore[attr-defined]
    sheet.autofilter(0, 0, len(rows), len(heads) - 1)  # type: ignore[attr-defined]
