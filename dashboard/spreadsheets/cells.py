"""The cells of a small table somebody gives us, CSV or XLSX, as text by row and column."""

import csv
import io

from dashboard.language.text import Text
from dashboard.spreadsheets.faults import Unreadable
from dashboard.spreadsheets.workbook import (
    MOST_BYTES,
    MOST_CELLS_WIDE,
    MOST_ROWS,
    cells_of_workbook,
)

Cells = tuple[tuple[str, ...], ...]

_ZIP = b"PK\x03\x04"
_SEPARATORS = ";,\t"


def cells_of(content: bytes) -> Cells:
    """Every row of a file, the head among them; empty rows stay, so that rows can be counted.

    CSV may be separated by semicolon, comma or tab, in UTF-8 or as Swedish Excel saves it
    (Windows-1252). Of XLSX the first sheet is read, in a process of its own with limits.

    Raises:
        Unreadable: too large, neither CSV nor XLSX, damaged, or a workbook beyond the limits.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(_TOO_LARGE.format(MOST_BYTES // 1_000_000))
    if not content.strip():
        raise Unreadable(_EMPTY)
    read = cells_of_workbook if content.startswith(_ZIP) else _csv
    cells = _without_empty_ends(read(content))
    if len(cells) > MOST_ROWS or max(map(len, cells), default=0) > MOST_CELLS_WIDE:
        raise Unreadable(_TOO_LONG.format(MOST_ROWS, MOST_CELLS_WIDE))
    return cells


def _without_empty_ends(cells: Cells) -> Cells:
    """Formatted cells without content after and below a list are no part of it."""
    rows = [row[: max((i for i, cell in enumerate(row, 1) if cell), default=0)] for row in cells]
    return tuple(rows[: max((i for i, row in enumerate(rows, 1) if row), default=0)])


def _csv(content: bytes) -> Cells:
    text = _decoded(content)
    first = text.splitlines()[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return tuple(tuple(cell.strip() for cell in row) for row in rows)
    except csv.Error as error:
        raise Unreadable(_BROKEN) from error


def _decoded(content: bytes) -> str:
    if b"\x00" in content or content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_NO_TABLE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


_EMPTY = Text("Filen är tom.", "The file is empty.")
_TOO_LARGE = Text(
    "Filen är större än {} MB. Spara bara listan, utan bilder, i en egen fil.",
    "The file is larger than {} MB. Save the list alone, without pictures, in a file of its own.",
)
_TOO_LONG = Text(
    "Filen har fler än {} rader eller {} kolumner. Dela den i flera.",
    "The file has more than {} rows or {} columns. Split it.",
)
_BROKEN = Text(
    "Filen är ingen hel CSV-fil: ett citattecken saknas eller en cell är för lång. "
    "Spara listan en gång till som CSV eller XLSX.",
    "The file is no complete CSV file: a quotation mark is missing or a cell is too long. "
    "Save the list once more as CSV or XLSX.",
)
_NO_TABLE = Text(
    "Filen är varken CSV eller XLSX, eller låst med lösenord. Öppna den i ett kalkylprogram och "
    "spara den som XLSX utan lösenord.",
    "The file is neither CSV nor XLSX, or locked by a password. Open it in a spreadsheet program "
    "and save it as XLSX without a password.",
)
