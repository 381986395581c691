"""A workbook to send back: the rows as they came, the wrong cells marked and explained."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from dashboard.imports.headings import is_heading
from dashboard.imports.questions import Question
from dashboard.imports.reading import ASKED, LIST
from dashboard.language.text import Lang, Text
from dashboard.spreadsheets.cells import Cell
from dashboard.spreadsheets.documents import sheets_of
from dashboard.spreadsheets.faults import Fault, Unreadable

# Nothing that came in a file may run when the workbook is opened.
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_MOST_ROWS, _MOST_COLUMNS, _LONGEST = 100_000, 200, 32_000

_TO_DO = Text("Att rätta", "To correct")
_HEADS = (
    Text("Blad", "Sheet"), Text("Rad", "Row"), Text("Kolumn", "Column"), Text("Värde", "Value"),
    Text("Regel", "Rule"), Text("Att göra", "What to do"),
)  # fmt: skip
_QUESTION_HEADS = (
    Text("Nyckel", "Key"), Text("Rad", "Row"), Text("Kolumn", "Column"), Text("Värde", "Value"),
    Text("Vad vi undrar", "What we ask"), Text("Möjliga svar", "Possible answers"),
    Text("Svar", "Answer"), Text("Av", "By"), Text("Skäl", "Reason"),
)  # fmt: skip


def annotated(
    path: Path, faults: Sequence[Fault], target: Path, lang: Lang,
    questions: Sequence[Question] = (),
) -> None:  # fmt: skip
    """Write `target` (XLSX): the file's sheets with its faults marked, and lists of these and of
    the questions, with a column to answer in; `--answer` takes the workbook.

    A file that cannot be read to its end gives the rows up to there, and the list. Cells are
    written as text or numbers, never as formulas or links.

    Raises:
        OSError: the target cannot be written.
    """
    with xlsxwriter.Workbook(str(target), _OPTIONS) as book:
        bold, wrong = book.add_format({"bold": True}), book.add_format(_WRONG)
        _listed(book.add_worksheet(LIST.in_(lang)), faults, lang, bold)
        if questions:
            _asked(book.add_worksheet(ASKED.in_(lang)), questions, lang, bold)
        try:
            for number, sheet in enumerate(sheets_of(path, is_heading), start=1):
                own = [fault for fault in faults if fault.sheet == sheet.name]
                out = book.add_worksheet(f"Data {number}" if number > 1 else "Data")
                for row, cells in sheet.rows:
                    if row > _MOST_ROWS:
                        break
                    _marked(out, row, cells, _by_row(own).get(row, []), lang, wrong)
        except Unreadable:
            return


_WRONG = {"bg_color": "#FDF3DD", "border": 2, "border_color": "#B3470C"}


def _by_row(faults: Sequence[Fault]) -> Mapping[int, list[Fault]]:
    found: defaultdict[int, list[Fault]] = defaultdict(list)
    for fault in faults:
        found[fault.row].append(fault)
    return found


def _listed(out: Any, faults: Sequence[Fault], lang: Lang, bold: Any) -> None:
    out.set_column(0, 4, 18)
    out.set_column(5, 5, 90)
    for column, head in enumerate(_HEADS):
        out.write_string(0, column, head.in_(lang), bold)
    for row, one in enumerate(faults, start=1):
        said: list[Cell] = [one.sheet, float(one.row), one.column, one.value, one.rule]
        for column, cell in enumerate([*said, one.message.in_(lang)]):
            _write(out, row, column, cell)


def _asked(out: Any, questions: Sequence[Question], lang: Lang, bold: Any) -> None:
    out.set_column(0, 8, 18)
    out.set_column(4, 5, 80)
    for column, head in enumerate(_QUESTION_HEADS):
        out.write_string(0, column, head.in_(lang), bold)
    for row, one in enumerate(questions, start=1):
        ways = "; ".join(f"{way.key} = {way.words.in_(lang)}" for way in one.readings)
        told: list[Cell] = [one.key, float(one.row), one.column, one.value]
        for column, cell in enumerate([*told, one.message.in_(lang), ways]):
            _write(out, row, column, cell)


def _marked(
    out: Any, row: int, cells: list[Cell], faults: list[Fault], lang: Lang, wrong: Any
) -> None:
    places = {fault.place for fault in faults}
    for column, cell in enumerate(cells[:_MOST_COLUMNS], start=1):
        _write(out, row - 1, column - 1, cell, wrong if column in places else None)
    if faults:
        said = " ".join(dict.fromkeys(fault.message.in_(lang) for fault in faults))
        _write(out, row - 1, min(len(cells), _MOST_COLUMNS), f"{_TO_DO.in_(lang)}: {said}", wrong)


def _write(out: Any, row: int, column: int, cell: Cell, form: Any = None) -> None:
    if isinstance(cell, float):
        out.write_number(row, column, cell, form)
    elif cell:
        out.write_string(row, column, cell[:_LONGEST], form)
    elif form is not None:
        out.write_blank(row, column, None, form)
