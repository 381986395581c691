"""Tables that a command is given, read so that every fault is named by file, row and column."""

import csv
import math
from collections.abc import Sequence
from pathlib import Path

from dashboard.cli.refusal import Refused

Rows = list[dict[str, str]]


def rows_of(path: Path, columns: Sequence[str]) -> Rows:
    """The rows of a CSV file with a head and commas; columns not named here may be there too.

    Raises:
        Refused: it cannot be read, lacks a column, has no row, or a row is too short or long.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            heads = [head.strip() for head in reader.fieldnames or ()]
            reader.fieldnames = heads
            rows = list(reader)
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refused(f"{path} is no CSV file in UTF-8: {error}.") from error
    for column in columns:
        if column not in heads:
            raise Refused(f"{path}, row 1: there is no column {column}. {_found(heads)}")
    if not rows:
        raise Refused(f"{path} has no rows below its head.")
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise Refused(f"{path}, row {number}: there must be {len(heads)} cells.")
    return rows


def number_of(path: Path, number: int, column: str, cell: str) -> float:
    """The number in a cell.

    Raises:
        Refused: it is none, or not finite.
    """
    try:
        # Python also reads 1_000 and other scripts' digits, which no other program would.
        value = float(cell) if cell.isascii() and "_" not in cell else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise refused(path, number, column, f"{cell[:40]!r} is not a number like 4.5")
    return value


def refused(path: Path, number: int, column: str, problem: str) -> Refused:
    """A refusal that names the file, the row as a spreadsheet counts it, and the column."""
    return Refused(f"{path}, row {number}, column {column}: {problem}.")


def _found(heads: Sequence[str]) -> str:
    return f"There is {', '.join(heads)[:200]}." if heads else "The file is empty."
