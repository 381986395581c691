"""`vardplats spc`: the limits and signals of a series in a file."""

import math
import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Literal

from dashboard.cli import printing
from dashboard.cli.files import Table, table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.cli.time_column import Timed, has_dates, in_time
from dashboard.statistics import xmr
from dashboard.statistics.xmr import Chart
from dashboard.statistics.xmr_limits import FEWEST_FOR_LIMITS

Kind = Literal["any", "count", "rate", "share"]
# NHSRplotthedots draws limits from one moving range on.
_AS_PUBLISHED = 2
_POINTS = re.compile(r"\d+(,\d+)*", re.ASCII)


def print_chart(
    path: Path,
    *,
    direction: int,
    target: float | None,
    fix_after: int | None,
    rebase: str,
    screen: bool,
    kind: Kind,
    fmt: Format,
    as_published: bool = False,
) -> None:
    """Print every point with its limits and what it shows, and the verdict on the series.

    A segment with fewer than 8 values has its mean and no limits, unless `as_published`.

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
            fewest=_AS_PUBLISHED if as_published else FEWEST_FOR_LIMITS,
        )
    except ValueError as error:
        raise Refused(f"{path}: {error}.") from error
    _say_short(chart)
    _print(_bounded(chart, kind), fmt)


def _bounded(chart: Chart, kind: Kind) -> Chart:
    """The chart with limits where values of its kind can lie: nothing is counted below zero."""
    if kind == "any":
        return chart
    most = 100.0 if kind == "share" else math.inf
    points = tuple(
        point if point.lpl is None or point.upl is None
        else replace(point, lpl=max(0.0, point.lpl), upl=min(most, point.upl))
        for point in chart.points
    )  # fmt: skip
    return replace(chart, points=points)


def _say_short(chart: Chart) -> None:
    """Say which segments have too few values for limits."""
    for segment in sorted({point.segment for point in chart.points if point.lpl is None}):
        count = sum(p.y is not None for p in chart.points if p.segment == segment)
        printing.print_aside(
            f"Segment {segment + 1}: {count} values, limits from {FEWEST_FOR_LIMITS}; "
            "--as-published draws them anyway."
        )


def _series(path: Path) -> list[float | None]:
    """The values in order, None where a cell is empty: a missing period is a row of its own."""
    table = table_of(path, ["y"], ["i", "date", "year"])
    if "i" in table:
        _check_numbers(table)
        lines = table.lines
    elif has_dates(table):
        timed = in_time(table)
        _check_whole(table, timed)
        lines = timed.lines
    else:
        raise Refused(f"{path}, row 1: there is no column i or date beside y.")
    return [table.number(line, "y") for line in lines]


def _check_numbers(table: Table) -> None:
    for count, line in enumerate(table.lines, start=1):
        cell = line.words("i")
        if cell != str(count):
            problem = f"the points count 1, 2, 3 …, so this is {count}, not {cell[:40]!r}"
            raise table.refused(line, "i", f"{problem}; leave y empty where a value is missing")


def _check_whole(table: Table, timed: Timed) -> None:
    for before, after, line, day in zip(
        timed.at, timed.at[1:], timed.lines[1:], timed.dates[1:], strict=False
    ):
        if after - before > 1:
            problem = f"a period is missing before {day}; give it a row with an empty y"
            raise table.refused(line, "date" if "date" in table else "year", problem)


def _print(chart: Chart, fmt: Format) -> None:
    points = [asdict(point) for point in chart.points]
    verdict = {"assurance": chart.assurance, "last_point_type": chart.last_point_type}
    if fmt == "json":
        printing.print_json({"points": points, **verdict})
        return
    printing.print_numbers(points, fmt)
    if fmt == "table":
        printing.print_rows([verdict], fmt)
