"""A sheet as rows of cells, whatever kind of file it came out of."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from dashboard.frozen import frozen
from dashboard.spreadsheets.cells import Cell

Row = tuple[int, list[Cell]]
Place = tuple[int, int]
# A merged area: first row, first column, last row, last column, all counted from 1.
Merged = tuple[int, int, int, int]
# A file on disk, or its content.
Source = Path | bytes
Advance = Callable[[int], None]


@frozen
class Sheet:
    """A sheet to be read once: rows with the numbers a spreadsheet gives them.

    `name` is empty for CSV. `formulas` are places (row, column) whose value is computed, `merged`
    areas of several cells, `hidden_rows` and `hidden_columns` what the maker has hidden. Hidden
    sheets are left out; `hidden_sheets` names those of the whole file.
    """

    name: str
    rows: Iterator[Row]
    formulas: frozenset[Place] = frozenset()
    merged: tuple[Merged, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden_sheets: tuple[str, ...] = ()


def opened(source: Source) -> BinaryIO:
    """The content of a source, to be read from its beginning.

    Raises:
        OSError: the file cannot be opened.
    """
    return BytesIO(source) if isinstance(source, bytes) else source.open("rb")
