"""`vardplats spc`: the limits and signals of a series in a file."""

import re
from dataclasses import asdict
from datetime import date
from itertools import pairwise
from pathlib import Path

from dashboard.cli import printing
from dashboard.cli.files import Rows, number_of, refused, rows_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.statistics import xmr
from dashboard.statistics.xmr import Chart

_POINTS = re.compile(r"\d+(,\d+)*", re.ASCII)


def print_chart(
    path: Path,
    *,
    direction: int,
    target: float | None,
    fix_after: int | None,
    rebase: str,
    screen: bool,
    fmt: Format,
) -> None:
    """Print every point with its limits and what it shows, and the verdict on the series.

    Raises:
        Refused: the file or an option cannot be used.
    """
    if rebase and not _POINTS.fullmatch(rebase):
        raise Refused(f"--rebase takes numbers of points as 13 or 13,25, not {rebase[:40]!r}.")
    values = _series(path)
    try:
        chart = xmr.xmr(
            values,
            direction=direction,
            rebase=[int(first) for first in rebase.split(",") if first],
            fix_after=fix_after,
            screen=screen,
            target=target,
        )
    except ValueError as error:
        raise Refused(f"{path}: {error}.") from error
    _print(chart, fmt)


def _series(path: Path) -> list[float | None]:
    """The values in order, None where a cell is empty: a missing period is a row of its own."""
    rows = rows_of(path, ["y"])
    if "i" in rows[0]:
        _check_numbers(path, rows)
    elif "date" in rows[0]:
        _check_dates(path, rows)
    else:
        raise Refused(f"{path}, row 1: there is no column i or date beside y.")
    return [
        number_of(path, number, "y", row["y"].strip()) if row["y"].strip() else None
        for number, row in enumerate(rows, start=2)
    ]


def _check_numbers(path: Path, rows: Rows) -> None:
    for number, row in enumerate(rows, start=2):
        if row["i"].strip() != str(number - 1):
            problem = f"the points count 1, 2, 3 …, so this is {number - 1}, not {row['i'][:40]!r}"
            raise refused(path, number, "i", f"{problem}; leave y empty where a value is missing")


def _check_dates(path: Path, rows: Rows) -> None:
    dates = [_date(path, number, row["date"].strip()) for number, row in enumerate(rows, start=2)]
    steps = [_step(*pair) for pair in pairwise(dates)]
    for number, (now, step) in enumerate(zip(dates[1:], steps, strict=True), start=3):
        if step <= 0:
            raise refused(path, number, "date", f"{now} does not come after the row above")
        # Months differ in days; what is not dated by month is taken to be evenly spaced.
        if step > min(steps) and len({one.day for one in dates}) == 1:
            problem = f"a period is missing before {now}; give it a row with an empty y"
            raise refused(path, number, "date", problem)


def _date(path: Path, number: int, cell: str) -> date:
    try:
        # A month counts as its first day.
        return date.fromisoformat(cell if len(cell) == 10 else f"{cell}-01")
    except ValueError as error:
        problem = f"{cell[:40]!r} is not a date like 2025-10-01 or 2025-10"
        raise refused(path, number, "date", problem) from error


def _step(before: date, after: date) -> int:
    """Months from one date to the next, or 0 or less where it does not come after."""
    if after <= before:
        return 0
    return max(1, 12 * (after.year - before.year) + after.month - before.month)


def _print(chart: Chart, fmt: Format) -> None:
    points = [asdict(point) for point in chart.points]
    verdict = {"assurance": chart.assurance, "last_point_type": chart.last_point_type}
    if fmt == "json":
        printing.print_json({"points": points, **verdict})
        return
    printing.print_numbers(points, fmt)
    if fmt == "table":
        printing.print_rows([verdict], fmt)
