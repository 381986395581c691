"""Answers on stdout as a table for people, or as JSON or CSV for programs."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TextIO

from dashboard.spreadsheets import harmless

Format = Literal["table", "json", "csv"]

_WIDTH_OF_A_FILE = 160


def print_json(answer: object) -> None:
    """UTF-8 at full precision.

    Raises:
        ValueError: the answer holds a number that is not finite.
    """
    print(harmless.escaped(json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=1)))


def print_line(words: str) -> None:
    """Words for people, without what a terminal would obey."""
    print(harmless.line(words))


def print_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = ()) -> None:
    """One line a row under `columns`, or the keys of the first; lists are joined by spaces."""
    write_csv(sys.stdout, rows, columns or list(rows[0]))


def write_csv(out: TextIO, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """The same into a file; what a row has beside the columns is left out."""
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)


def print_table(
    headings: Sequence[str],
    lines: Iterable[Sequence[str]],
    *,
    title: str = "",
    caption: str = "",
    right: Sequence[str] = (),
) -> None:
    """A table for people; the columns named in `right` hold numbers."""
    from rich.console import Console
    from rich.table import Table

    title, caption = harmless.line(title), harmless.line(caption)
    table = Table(title=title, caption=caption, title_justify="left", caption_justify="left")
    for number, heading in enumerate(headings):
        justify: Literal["left", "right"] = "right" if heading in right else "left"
        # What a line is about is never broken, and nothing is cut short.
        table.add_column(heading, justify=justify, no_wrap=number == 0, overflow="fold")
    for line in lines:
        table.add_row(*(harmless.line(cell) for cell in line))
    # Into a pipe or a file there is no edge of a screen to keep to.
    width = None if sys.stdout.isatty() else _WIDTH_OF_A_FILE
    Console(width=width, markup=False, emoji=False, highlight=False).print(table)


def print_rows(rows: Sequence[Mapping[str, Any]], fmt: Format, *, title: str = "") -> None:
    """Rows in any format; the table has their keys as headings."""
    if fmt == "json":
        print_json(rows)
    elif fmt == "csv":
        print_csv(rows)
    else:
        headings = [key.replace("_", " ").capitalize() for key in rows[0]]
        lines = [[str(_cell(value)) for value in row.values()] for row in rows]
        print_table(headings, lines, title=title)


def print_known(
    rows: Sequence[Mapping[str, Any]], fmt: Format, columns: Sequence[str], none: str
) -> None:
    """Rows in any format, of which there may be none: then headings alone, or the words `none`."""
    if fmt == "csv":
        print_csv(rows, columns)
    elif rows or fmt == "json":
        print_rows(rows, fmt)
    else:
        print_line(none)


def print_aside(words: str) -> None:
    """A word beside the answer, on stderr, so that stdout holds nothing but the rows."""
    print(harmless.line(words), file=sys.stderr)


def print_numbers(rows: Sequence[Mapping[str, Any]], fmt: Format) -> None:
    """As `print_rows`, but in a table with four significant digits."""
    if fmt == "table":
        rows = [
            {
                key: f"{value:.4g}" if isinstance(value, float) else value
                for key, value in row.items()
            }
            for row in rows
        ]
    print_rows(rows, fmt)


def _safe(value: Any) -> Any:
    cell = _cell(value)
    return harmless.cell(harmless.line(cell)) if isinstance(cell, str) else cell


def _cell(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return " ".join(map(str, value))
    return "" if value is None else value
