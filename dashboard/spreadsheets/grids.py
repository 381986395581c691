"""A small table in a file: its row of headings, wherever it stands, and the rows below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.spreadsheets.cells import Cell, folded, words
from dashboard.spreadsheets.csv_sheets import Known
from dashboard.spreadsheets.documents import sheets_of
from dashboard.spreadsheets.faults import Unreadable
from dashboard.spreadsheets.sheets import Row, Sheet, Source, opened

MOST_BYTES = 2_000_000
MOST_ROWS, MOST_COLUMNS = 5_001, 50
# Headings stand within the first rows, below a title and a few lines of notes.
_LOOKED_AT = 40

_TOO_LARGE = Text(
    "Filen är större än {} MB. Spara bara listan, utan bilder, i en egen fil.",
    "The file is larger than {} MB. Save the list alone, without pictures, in a file of its own.",
)
_TOO_LONG = Text(
    "Filen har fler än {} rader eller {} kolumner. Dela den i flera.",
    "The file has more than {} rows or {} columns. Split it.",
)
_HIDDEN_SHEETS = Text("Dolda blad är inte lästa: {}.", "Hidden sheets were not read: {}.")
_HIDDEN_ROWS = Text("Dolda rader är inte lästa: {}.", "Hidden rows were not read: {}.")
_HIDDEN_COLUMNS = Text("Dolda kolumner är inte lästa: {}.", "Hidden columns were not read: {}.")


@frozen
class Grid:
    """A table: its headings as written, the row they stand in, and every row below with its number.

    Empty rows are among them, so that rows can be counted, and rows are as wide as they were
    written; `notices` say what was left out, `merged` has row and place (from 0) of every cell
    below the headings that is one with others.
    """

    heads: tuple[str, ...]
    head_row: int
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    notices: tuple[Text, ...] = ()
    merged: frozenset[tuple[int, int]] = frozenset()

    @property
    def filled(self) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
        """The rows with anything in them."""
        return tuple(row for row in self.rows if any(map(words, row[1])))


def grid(source: Source, known: Known) -> Grid:
    """The table of a CSV or XLSX file whose headings `known` tells (lower case, without rings).

    Hidden sheets and rows are left out. Lines above the headings are titles.

    Raises:
        Unreadable: too large, neither CSV nor XLSX, damaged, or beyond the limits.
        OSError: the file cannot be opened.
    """
    _check_size(source)
    best: Grid | None = None
    hidden: tuple[str, ...] = ()
    most = -1
    for sheet in sheets_of(source, known):
        hidden = sheet.hidden_sheets or hidden
        table, score = _table(sheet, known)
        if table is not None and score > most:
            best, most = table, score
    if best is None:
        return Grid((), 1, ())
    notices = (_HIDDEN_SHEETS.format(", ".join(hidden)),) if hidden else ()
    return replace(best, notices=(*best.notices, *notices))


def _check_size(source: Source) -> None:
    with opened(source) as file:
        size = file.seek(0, 2)
    if size > MOST_BYTES:
        raise Unreadable("too_large", _TOO_LARGE.format(MOST_BYTES // 1_000_000))


def _table(sheet: Sheet, known: Known) -> tuple[Grid | None, int]:
    """The table of a sheet, and how many of its headings are known."""
    rows = list(_bounded(sheet.rows))
    at, most = 0, 0
    for i, (_, cells) in enumerate(islice(rows, _LOOKED_AT)):
        count = len({folded(cell) for cell in cells if known(folded(cell))})
        if count > most:
            at, most = i, count
    if not most:
        # Nothing is known: what stands first is taken for the headings, to be told of.
        at = next((i for i, (_, cells) in enumerate(rows) if any(map(words, cells))), 0)
    if not rows:
        return None, 0
    heads = trimmed(_seen(rows[at][1], sheet))
    below = [
        (n, tuple(_seen(cells, sheet))) for n, cells in rows[at + 1 :] if n not in sheet.hidden_rows
    ]
    last = max((i for i, (_, cells) in enumerate(below, 1) if any(map(words, cells))), default=0)
    notices, merged = tuple(_left_out(sheet, rows[at:])), frozenset(_merged(sheet, rows[at][0]))
    return Grid(tuple(map(words, heads)), rows[at][0], tuple(below[:last]), notices, merged), most


def _seen(cells: Sequence[Cell], sheet: Sheet) -> Sequence[Cell]:
    """A row without what stands in hidden columns."""
    if not sheet.hidden_columns:
        return cells
    return [None if place in sheet.hidden_columns else cell
            for place, cell in enumerate(cells, start=1)]  # fmt: skip


def _left_out(sheet: Sheet, rows: Sequence[Row]) -> Iterator[Text]:
    """What of the hidden rows and columns held anything."""
    if hidden := sorted(
        n for n, cells in rows if n in sheet.hidden_rows and any(map(words, cells))
    ):
        yield _HIDDEN_ROWS.format(", ".join(map(str, hidden)))
    heads = [words(cell) for place, cell in enumerate(rows[0][1], start=1)
             if place in sheet.hidden_columns and words(cell)]  # fmt: skip
    if heads:
        yield _HIDDEN_COLUMNS.format(", ".join(heads))


def _merged(sheet: Sheet, head_row: int) -> Iterator[tuple[int, int]]:
    for top, left, bottom, right in sheet.merged:
        for row in range(max(top, head_row + 1), min(bottom, top + MOST_ROWS) + 1):
            yield from ((row, place - 1) for place in range(left, min(right, left + 50) + 1))


def _bounded(rows: Iterator[Row]) -> Iterator[Row]:
    filled = 0
    for number, cells in rows:
        kept = trimmed(cells)
        filled += bool(kept)
        if filled > MOST_ROWS or len(kept) > MOST_COLUMNS:
            raise Unreadable("too_large", _TOO_LONG.format(MOST_ROWS, MOST_COLUMNS))
        yield number, cells


def trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Formatted cells without content after a row are no part of it."""
    return tuple(cells[: max((i for i, cell in enumerate(cells, 1) if words(cell)), default=0)])
