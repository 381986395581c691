"""A selection as an Excel workbook: the table, and a sheet that says what it is."""

import datetime
import io

from dashboard.pxweb import words
from dashboard.pxweb.cells import Cells
from dashboard.pxweb.written import Labels, Written, heads, lines

_EPOCH = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_SHEETS = {"sv": ("Tabell", "Om tabellen"), "en": ("Table", "About the table")}


def write(cells: Cells, how: Written) -> bytes:
    """The workbook; codes and periods are words, so that Excel makes no numbers or dates of them.

    The same cells give the same bytes.
    """
    # Only whoever fetches a workbook waits for it.
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": _EPOCH})
    bold = book.add_format({"bold": True})
    shown = book.add_format({"num_format": _pattern(cells.table.indicator.decimals)})
    table, about = (book.add_worksheet(name) for name in _SHEETS[how.lang])
    _fill(table, cells, how, bold, shown)
    about.set_column(0, 0, 110)
    for place, text in enumerate(_about(cells, how)):
        about.write_string(place, 0, text)
    book.close()
    return out.getvalue()


def _pattern(decimals: int) -> str:
    return "0." + "0" * decimals if decimals else "0"


def _fill(sheet: object, cells: Cells, how: Written, bold: object, shown: object) -> None:
    labels: Labels = how.labels or "texts"
    text, number = sheet.write_string, sheet.write_number  # type: ignore[attr-defined]
    top = 0
    if how.title:
        text(0, 0, words.title_of(cells.table, cells.selection.variables, how.lang), bold)
        top = 2
    for column, head in enumerate(heads(cells, how, labels)):
        text(top, column, head, bold)
    wide = len(cells.selection.stub)
    for line, (named, row) in enumerate(lines(cells, how, labels), start=top + 1):
        for column, name in enumerate(named):
            text(line, column, name)
        for column, one in enumerate(row, start=wide):
            if isinstance(one, str):
                text(line, column, one)
            else:
                number(line, column, one, shown)
    sheet.set_column(0, max(0, wide - 1), 24)  # type: ignore[attr-defined]
    sheet.freeze_panes(top + 1, wide)  # type: ignore[attr-defined]


def _about(cells: Cells, how: Written) -> list[str]:
    table, lang = cells.table, how.lang
    return [
        words.name_of(table).in_(lang),
        words.description_of(table).in_(lang),
        words.unit_of(table, "value", lang)[0],
        *(note.text.in_(lang) for note in words.notes_of(how.dataset, table)),
        words.source_of(how.dataset, table, lang),
        words.LICENCE,
        how.links.to(f"tables/{table.id}", lang),
    ]
