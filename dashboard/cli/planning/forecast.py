"""`vardplats forecast`: a monthly series of a file, a year ahead."""

import math
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from dashboard.cli import printing
from dashboard.cli.files import Table, table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.cli.time_column import Timed, in_time
from dashboard.reference.periods import month_at, ordinal
from dashboard.statistics import forecasting

Kind = Literal["any", "count", "rate", "share"]
ASSUMED = "The forecast assumes an unchanged policy."


def print_forecast(path: Path, horizon: int, kind: Kind, fmt: Format) -> None:
    """Print the months ahead with their limits, the model and how it did on the past.

    Raises:
        Refused: the file cannot be used, a month is missing, or the series is too short.
    """
    table = table_of(path, ["date", "y"], ["year"])
    timed = in_time(table)
    _check_months(table, timed)
    values = [table.needed(line, "y") for line in timed.lines]
    _check_sizes(table, timed, values, kind)
    try:
        found = forecasting.forecast(
            values,
            horizon,
            floor=-math.inf if kind == "any" else 0.0,
            ceiling=100.0 if kind == "share" else math.inf,
            rate=kind == "rate",
        )
    except ValueError as error:
        raise Refused(f"{path}: {error}.") from error
    last = ordinal(timed.dates[-1].isoformat()[:7])
    points = [
        {"month": month_at(last + ahead), **asdict(point)}
        for ahead, point in enumerate(found.points, start=1)
    ]
    if fmt == "json":
        printing.print_json(
            {
                "model": found.model,
                "mase": dict(found.errors) or None,
                "origins": found.origins,
                "months": len(values),
                "horizon": horizon,
                "assumption": ASSUMED,
                "points": points,
            }
        )
        return
    printing.print_numbers(points, fmt)
    tried = ", ".join(f"{name} {error:.3f}" for name, error in found.errors.items())
    why = f"error (MASE) {tried}" if tried else "the series is too short to try others"
    printing.print_aside(f"Model: {found.model}; {why}. {ASSUMED}")


def _check_sizes(table: Table, timed: Timed, values: Sequence[float], kind: Kind) -> None:
    """A count, rate or share is never below 0, a share never above 100."""
    most = 100.0 if kind == "share" else math.inf
    for line, value in zip(timed.lines, values, strict=True):
        if kind != "any" and not 0 <= value <= most:
            end = "below 0" if value < 0 else "above 100"
            raise table.refused(line, "y", f"{value:g} is {end}, which a {kind} never is")


def _check_months(table: Table, timed: Timed) -> None:
    for before, after, line in zip(timed.dates, timed.dates[1:], timed.lines[1:], strict=False):
        apart = 12 * (after.year - before.year) + after.month - before.month
        if apart != 1:
            problem = f"the month after {before:%Y-%m} should follow, and {after:%Y-%m} does"
            raise table.refused(line, "date", problem)
