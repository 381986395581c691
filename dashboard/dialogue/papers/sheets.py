"""A sheet of the workbook as it is read on a screen and on paper: wrapped, headed, numbered."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from dashboard.exports.xlsx import Cell

# In letters: what a sheet of A4 holds before its print gets small, upright and lying, how narrow a
# column becomes, how long a word that is not broken is, and how wide the first sheet's words are.
_UPRIGHT, _LYING, _NARROWEST, _WORD, _TEXT = 88, 190, 9, 20, 84
_A4 = 9
# More columns than so many are printed smaller than the letters that fewer have room for.
_MANY, _FEW = 6, 130
# Points of a line, and of the tallest row there may be.
_LINE, _TALLEST = 15.0, 405.0
# The words of the headers of a sheet: letters at most.
_MOST = 100


class Styles:
    """How cells of a workbook look: heads, words, the title, and numbers by their decimals."""

    def __init__(self, book: Any) -> None:
        top = {"valign": "top"}
        self.head: Any = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        self.words: Any = book.add_format({**top, "text_wrap": True})
        self.title: Any = book.add_format({**top, "text_wrap": True, "bold": True, "font_size": 14})
        self.number: Any = {
            decimals: book.add_format({**top, "num_format": _format(decimals)})
            for decimals in range(4)
        }


def fill_words(sheet: Any, lines: Sequence[str], styles: Styles) -> None:
    """A sheet of sentences, the first of them its title."""
    sheet.set_column(0, 0, _TEXT)
    for place, line in enumerate(lines):
        sheet.set_row(place, _height([line], [_TEXT]) if place else 2 * _LINE)
        sheet.write_string(place, 0, line, styles.words if place else styles.title)
    sheet.print_area(0, 0, len(lines) - 1, 0)


def fill_table(
    sheet: Any, lines: Sequence[Sequence[Cell]], decimals: Sequence[int], styles: Styles
) -> None:
    """Heads and rows; `decimals` are those that the numbers of each row show, held in whole."""
    heads, *rows = lines
    widths = _widths(lines)
    sheet.set_row(0, _height(heads, widths))
    for column, head in enumerate(heads):
        sheet.write_string(0, column, str(head), styles.head)
    for line, row in enumerate(rows, start=1):
        sheet.set_row(line, _height(row, widths))
        for column, cell in enumerate(row):
            if isinstance(cell, float):
                sheet.write_number(line, column, cell, styles.number[decimals[line - 1]])
            elif cell is not None:
                sheet.write_string(line, column, str(cell), styles.words)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(heads) - 1)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, len(rows), len(heads) - 1)
    if sum(widths) > _UPRIGHT:
        sheet.set_landscape()


def lay_on_paper(sheet: Any, title: str, name: str, made: str) -> None:
    """A4, as wide as the paper, with what it is from above and below on each sheet."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.set_header(f"&L{_quoted(title)}\n{_quoted(name)}")
    sheet.set_footer(f"&L{_quoted(made)}&R&P/&N")


def _quoted(words: str) -> str:
    return words[:_MOST].replace("&", "&&")


def _format(decimals: int) -> str:
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points for the most lines of a row's words: not every program measures them by itself."""
    lines = (len(wrap(str(cell), width)) for cell, width in zip(cells, widths, strict=False)
             if isinstance(cell, str))  # fmt: skip
    return min(_TALLEST, _LINE * max(lines, default=1))


def _widths(lines: Sequence[Sequence[Cell]]) -> list[int]:
    """As wide as the longest cell, and on paper such that rows have as few lines as can be."""
    heads, *rows = lines
    each = [[head, *(row[place] for row in rows if place < len(row))]
            for place, head in enumerate(heads)]  # fmt: skip
    whole = [max(map(_letters, cells)) for cells in each]
    least = [max(_longest_word(cells), _NARROWEST) for cells in each]
    widths = [max(pair) for pair in zip(whole, least, strict=True)]
    room = _LYING if len(heads) > _MANY else _FEW
    while sum(widths) > room and widths != least:
        loose = [place for place, width in enumerate(widths) if width > least[place]]
        widths[min(loose, key=lambda place: whole[place] / (widths[place] - 1))] -= 1
    return widths


def _letters(cell: Cell) -> int:
    return _NARROWEST if isinstance(cell, float) else len(str(cell or "")) + 2


def _longest_word(cells: Sequence[Cell]) -> int:
    """Of words that are not as long as addresses; a head's has a button beside it."""
    head, *rest = cells
    told = {len(word) + 2 for cell in rest if isinstance(cell, str) for word in cell.split()}
    heads = [len(word) + 3 for word in str(head).split()]
    return max([*heads, *(length for length in told if length <= _WORD)])
