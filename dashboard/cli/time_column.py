"""The column of time in a table: dates in order, none twice, and what lies between them."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dashboard.cli import printing
from dashboard.cli.files import Line, Table
from dashboard.frozen import frozen
from dashboard.imports.months import month
from dashboard.spreadsheets.faults import Wrong

_QUARTER = re.compile(r"(\d{4})[\s-]*[kq]([1-4])", re.IGNORECASE | re.ASCII)
_WEEK = re.compile(r"(\d{4})[\s-]*[vw]\.?\s*(\d{1,2})", re.IGNORECASE | re.ASCII)
# Dates further apart than this are of months, quarters or years and counted in months.
_MONTHLY = 26
_FRIDAY = 4
# What is shorter than 2025-1 is a month without its year.
_SHORTEST = 6


@frozen
class Timed:
    """The rows in the order of their dates; `at` counts the periods from the first one, from 1."""

    lines: tuple[Line, ...]
    dates: tuple[date, ...]
    at: tuple[int, ...]


def has_dates(table: Table, column: str = "date") -> bool:
    """Whether a column of the table says when, if only the year; months without one do not."""
    if column not in table:
        return "year" in table
    return "year" in table or any(len(line.words(column)) > 2 for line in table.lines)


def in_time(table: Table, column: str = "date") -> Timed:
    """The rows by their dates: sorted, and said on stderr where they were not.

    Raises:
        Refused: a cell is no date, stands twice, or the dates have no regular spacing.
    """
    column = column if column in table else "year"
    dated = [(_date(table, line, column), line) for line in table.lines]
    ordered = sorted(dated, key=lambda pair: (pair[0], pair[1].number))
    for (before, first), (after, line) in pairwise(ordered):
        if before == after:
            problem = f"{after} does not come after the row above; it stands in row {first.number}"
            raise table.refused(line, column, f"{problem} already. Remove one")
    if [line.number for _, line in ordered] != [line.number for _, line in dated]:
        printing.print_aside(f"{table.path}: the rows were not in order of time and were sorted.")
    dates = tuple(day for day, _ in ordered)
    lines = tuple(line for _, line in ordered)
    return Timed(lines, dates, _counted(table, column, dates, lines))


def _counted(
    table: Table, column: str, dates: Sequence[date], lines: Sequence[Line]
) -> tuple[int, ...]:
    at = _numbers(dates)
    steps = [after - before for before, after in pairwise(at)]
    least = min(steps, default=1)
    for step, line, day in zip(steps, lines[1:], dates[1:], strict=True):
        if step % least:
            problem = f"{day} does not lie a whole number of periods after the row before it"
            raise table.refused(line, column, problem)
    return tuple(1 + (one - at[0]) // least for one in at)


def _numbers(dates: Sequence[date]) -> list[int]:
    """Months, days or weekdays since a beginning, whichever the dates are of."""
    if all((after - before).days >= _MONTHLY for before, after in pairwise(dates)):
        return [12 * day.year + day.month for day in dates]
    days = [day.toordinal() for day in dates]
    if len(dates) > _FRIDAY and all(day.weekday() <= _FRIDAY for day in dates):
        steps = {after - before for before, after in pairwise(days)}
        if 1 in steps:
            return [5 * ((day - 1) // 7) + (day - 1) % 7 for day in days]
    return days


def _date(table: Table, line: Line, column: str) -> date:
    cell = line.words(column)
    if column != "year" and "year" in table and len(cell) < _SHORTEST:
        cell = f"{line.words('year')}-{cell}" if cell.isdigit() else f"{cell} {line.words('year')}"
    try:
        return _read(cell)
    except (Wrong, ValueError) as error:
        if isinstance(error, Wrong) and error.rule == "two_months":
            raise table.refused(line, column, error.message.en.rstrip(".")) from error
        problem = f"{cell[:40]!r} is not a date like 2025-10-01 or 2025-10"
        raise table.refused(line, column, problem) from error


def _read(cell: str) -> date:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}([T ]00:00:00)?", cell, re.ASCII):
        return date.fromisoformat(cell[:10])
    if match := _WEEK.fullmatch(cell):
        return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if re.fullmatch(r"(19|20)\d{2}-\d{2}", cell, re.ASCII):
        # A series may begin before the months that the product knows.
        return date.fromisoformat(f"{cell}-01")
    if match := _QUARTER.fullmatch(cell):
        return date(int(match[1]), 3 * int(match[2]) - 2, 1)
    if match := _WEEK.fullmatch(cell):
        return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if re.fullmatch(r"(19|20)\d{2}", cell, re.ASCII):
        return date(int(cell), 1, 1)
    # A month counts as its first day.
    return date.fromisoformat(f"{month(cell)}-01")
