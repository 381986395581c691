"""A sheet as rows of cells, whatever kind of file it came out of."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.imports.cells import Cell

Row = tuple[int, list[Cell]]
# A merged area: first row, first column, last row, last column, all counted from 1.
Merged = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to be read once: rows with the numbers a spreadsheet gives them.

    `name` is empty for CSV. `formulas` are places (row, column) whose value is computed.
    """

    name: str
    rows: Iterator[Row]
    formulas: frozenset[tuple[int, int]] = frozenset()
