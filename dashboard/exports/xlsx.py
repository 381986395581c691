"""Rows as an Excel workbook: one sheet for each table, numbers as numbers, no live formulas."""

import datetime
import io
from collections.abc import Mapping, Sequence

from dashboard.exports.csv import in_words, named
from dashboard.exports.headings import HEADINGS
from dashboard.language.text import Lang
from dashboard.reference.tables import Reference
from dashboard.values.rows import Row

Cell = str | float | None
# Excel's own limits: letters of a sheet's name, and the widest column that is made here.
_NAME, _WIDEST = 31, 60
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


def _lines(rows: Sequence[Row], lang: Lang, reference: Reference) -> list[list[Cell]]:
    """The headings and then the cells of each row, as a person reads them."""
    heads: list[Cell] = [HEADINGS[key].in_(lang) for key in rows[0]]
    words = ([in_words(key, row[key], lang, reference) for key in rows[0]] for row in rows)
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
