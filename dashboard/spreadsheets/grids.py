"""A small table in a file: its row of headings, wherever it stands, and the rows below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

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


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its headings as written, the row they stand in, and every row below with its number.

    Empty rows are among them, so that rows can be counted, and rows are as wide as they were
    written; `notices` say what was left out.
    """

    heads: tuple[str, ...]
    head_row: int
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    notices: tuple[Text, ...] = ()

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
    return Grid(best.heads, best.head_row, best.rows, (*best.notices, *notices))


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
    heads = trimmed(rows[at][1])
    below = [(n, tuple(cells)) for n, cells in rows[at + 1 :] if n not in sheet.hidden_rows]
    left_out = sorted(n for n, cells in rows[at + 1 :]
                      if n in sheet.hidden_rows and any(map(words, cells)))  # fmt: skip
    notices = (_HIDDEN_ROWS.format(", ".join(map(str, left_out))),) if left_out else ()
    last = max((i for i, (_, cells) in enumerate(below, 1) if any(map(words, cells))), default=0)
    return Grid(tuple(map(words, heads)), rows[at][0], tuple(below[:last]), notices), most


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
