"""`vardplats its`: an interrupted time series of the months in a file."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from dashboard.cli import printing
from dashboard.cli.files import Line, Table, table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.cli.time_column import has_dates, in_time
from dashboard.statistics.arrays import Array
from dashboard.statistics.regression import Family, Fit, FitError, least_squares, quasi_poisson

_MOST_HARMONICS = 6


def print_series(
    path: Path,
    *,
    outcome: str,
    offset: str | None,
    first: int,
    harmonics: int,
    family: Family,
    slope: bool,
    fmt: Format,
) -> None:
    """Print the terms of the model with 95 % intervals, and its dispersion.

    Time is the number of the period: by the column of dates where there is one, so that a
    missing month is a gap, else of the row. Counts (quasi-Poisson) have the log of `offset` as
    offset; least squares divides by it, and has Newey-West errors over 12 rows.

    Raises:
        Refused: the file or an option cannot be used, or the model cannot be fitted.
    """
    table = table_of(path, [outcome, *([offset] if offset else [])], ["date", "year"])
    lines, time = _in_time(table, outcome, offset)
    if not 2 <= first <= time[-1]:
        raise Refused(f"--break takes the number of a row, 2 to {time[-1]:.0f}, not {first}.")
    if not 0 <= harmonics <= _MOST_HARMONICS:
        raise Refused(f"--harmonics takes 0 to {_MOST_HARMONICS}, not {harmonics}.")
    counts = _column(table, lines, outcome, least=0.0 if family == "quasipoisson" else None)
    at_risk = (
        _column(table, lines, offset, least=0.0, above=True) if offset else np.ones(len(lines))
    )
    try:
        fit = _fit(counts, at_risk, _design(time, first, harmonics, slope=slope), family)
    except FitError as error:
        raise Refused(f"{path}: {error}.") from error
    _print(fit, fmt)


def _fit(counts: Array, at_risk: Array, columns: dict[str, Array], family: Family) -> Fit:
    matrix, names = np.column_stack(list(columns.values())), list(columns)
    if family == "ols":
        return least_squares(matrix, counts / at_risk, names)
    return quasi_poisson(matrix, counts, names, offset=np.log(at_risk))


def _in_time(table: Table, outcome: str, offset: str | None) -> tuple[tuple[Line, ...], Array]:
    """The rows that have values, and the number of the period of each: what is missing is a gap."""
    if has_dates(table):
        timed = in_time(table)
        numbered = list(zip(timed.lines, timed.at, strict=True))
    else:
        numbered = [(line, i) for i, line in enumerate(table.lines, start=1)]
    whole = [
        (line, at) for line, at in numbered
        if all(table.number(line, name) is not None for name in (outcome, offset) if name)
    ]  # fmt: skip
    kept = {line.number for line, _ in whole}
    if left_out := [str(line.number) for line, _ in numbered if line.number not in kept]:
        printing.print_aside(f"{table.path}: rows without a value are gaps: {', '.join(left_out)}.")
    if not whole:
        raise Refused(f"{table.path} has no row with a value.")
    return tuple(line for line, _ in whole), np.array([float(at) for _, at in whole])


def _design(time: Array, first: int, harmonics: int, *, slope: bool) -> dict[str, Array]:
    columns = {
        "intercept": np.ones(len(time)),
        "time": time,
        "level": (time >= first).astype(float),
    }
    if slope:
        columns["slope"] = np.maximum(0.0, time - (first - 1))
    for k in range(1, harmonics + 1):
        columns[f"sin{k}"] = np.sin(2 * np.pi * k * time / 12)
        columns[f"cos{k}"] = np.cos(2 * np.pi * k * time / 12)
    # Six waves a year have a sine of nothing in every month.
    return {name: column for name, column in columns.items() if np.abs(column).max() > 1e-9}


def _column(
    table: Table, lines: Sequence[Line], name: str, *, least: float | None = None,
    above: bool = False,
) -> Array:  # fmt: skip
    found = []
    for line in lines:
        value = table.needed(line, name)
        if least is not None and (value < least or (above and value == least)):
            bound = "above 0" if above else "0 or more"
            raise table.refused(line, name, f"{line.words(name)[:40]} must be {bound}")
        found.append(value)
    return np.array(found)


def _print(fit: Fit, fmt: Format) -> None:
    terms = [asdict(term) for term in fit.terms]
    if fmt == "json":
        printing.print_json({"terms": terms, "dispersion": fit.dispersion})
        return
    printing.print_numbers(terms, fmt)
    if fmt == "table":
        printing.print_numbers([{"dispersion": fit.dispersion}], fmt)
