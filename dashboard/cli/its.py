"""`vardplats its`: an interrupted time series of the months in a file."""

from dataclasses import asdict
from pathlib import Path

import numpy as np

from dashboard.cli import printing
from dashboard.cli.files import Rows, number_of, refused, rows_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
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

    Time is the number of the row. Counts (quasi-Poisson) have the log of `offset` as offset;
    least squares divides by it, and has Newey-West errors over 12 rows.

    Raises:
        Refused: the file or an option cannot be used, or the model cannot be fitted.
    """
    rows = rows_of(path, [outcome, *([offset] if offset else [])])
    if not 2 <= first <= len(rows):
        raise Refused(f"--break takes the number of a row, 2 to {len(rows)}, not {first}.")
    if not 0 <= harmonics <= _MOST_HARMONICS:
        raise Refused(f"--harmonics takes 0 to {_MOST_HARMONICS}, not {harmonics}.")
    counts = _column(path, rows, outcome, least=0.0 if family == "quasipoisson" else None)
    at_risk = _column(path, rows, offset, least=0.0, above=True) if offset else np.ones(len(rows))
    try:
        fit = _fit(counts, at_risk, _design(len(rows), first, harmonics, slope=slope), family)
    except FitError as error:
        raise Refused(f"{path}: {error}.") from error
    _print(fit, fmt)


def _fit(counts: Array, at_risk: Array, columns: dict[str, Array], family: Family) -> Fit:
    matrix, names = np.column_stack(list(columns.values())), list(columns)
    if family == "ols":
        return least_squares(matrix, counts / at_risk, names)
    return quasi_poisson(matrix, counts, names, offset=np.log(at_risk))


def _design(rows: int, first: int, harmonics: int, *, slope: bool) -> dict[str, Array]:
    time = np.arange(1, rows + 1, dtype=float)
    columns = {
        "intercept": np.ones(rows),
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
    path: Path, rows: Rows, name: str, *, least: float | None = None, above: bool = False
) -> Array:
    found = []
    for number, row in enumerate(rows, start=2):
        value = number_of(path, number, name, row[name].strip())
        if least is not None and (value < least or (above and value == least)):
            bound = "above 0" if above else "0 or more"
            raise refused(path, number, name, f"{row[name].strip()[:40]} must be {bound}")
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
