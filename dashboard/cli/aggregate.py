"""`vardplats aggregate`: reports of units and days summed to months of regions."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard.cli import printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.reference.periods import days_in

EXPECTED, REPORTED = "unit_days_expected", "unit_days_reported"


def print_aggregate(
    files: Sequence[Path], *, engine: str, table: str, out: Path | None, fmt: Format
) -> None:
    """Print the sums, or write those that can be imported to a CSV file.

    Raises:
        Refused: what is given cannot be read or summed, or the file cannot be written.
    """
    # Ibis and its engine take a second to load.
    from dashboard.ingest.engines import EMBEDDED, of_files, of_table
    from dashboard.ingest.unit_days import COUNTED, KEYS

    if bool(files) == bool(table):
        raise Refused("Give files, or --engine and --table; see: vardplats aggregate --help")
    try:
        found = of_table(engine, table) if table else of_files(files, engine or EMBEDDED)
    except ValueError as error:
        raise Refused(f"{error}.") from error
    if not (summed := found.to_pylist()):
        raise Refused("There are no reports to sum.")
    if out is None:
        printing.print_rows(summed, fmt)
        _tell(counted(summed))
        return
    rows = [row for row in counted(summed) if not _is_stray(row)]
    _tell(counted(summed))
    if not rows:
        raise Refused("No month has reports of half of its days, so there is no month to write.")
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            printing.write_csv(file, rows, (*KEYS, *COUNTED, EXPECTED, REPORTED))
    except OSError as error:
        raise Refused(f"{out} cannot be written: {error.strerror or error}.") from error
    print(f"{len(rows)} rows written to {out}. Next: vardplats import {out}", file=sys.stderr)


def counted(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The sums with the unit-days expected and reported of each region, month and care.

    A unit is expected to report every day of the month in each stream it reports in.
    """
    days: dict[tuple[str, str, str], tuple[int, int]] = {}
    for row in rows:
        key, apart = (row["region"], row["month"], row["care"]), row["stream"] != "all"
        expected = row["units"] * days_in(row["month"])
        if apart:
            before = days.get(key, (0, 0))
            days[key] = before[0] + expected, before[1] + row["reports"]
    whole = []
    for row in rows:
        key = (row["region"], row["month"], row["care"])
        own = (row["units"] * days_in(row["month"]), row["reports"])
        # Units that do not tell acute from planned are counted by all care.
        expected, reported = days.get(key, own) if row["stream"] == "all" else own
        whole.append({**row, EXPECTED: expected, REPORTED: reported})
    return whole


def _is_stray(row: Mapping[str, Any]) -> bool:
    """Whether less than half of a month was reported: that is no month."""
    return bool(2 * row[REPORTED] < row[EXPECTED])


def _tell(rows: Sequence[Mapping[str, Any]]) -> None:
    for row in rows:
        if row["stream"] == "all" and row[REPORTED] < row[EXPECTED]:
            rest = "left out, for it is no month" if _is_stray(row) else "the import asks about it"
            printing.print_aside(
                f"Region {row['region']}, {row['month']}, {row['care']}: {row[REPORTED]} of "
                f"{row[EXPECTED]} unit-days are reported; {rest}."
            )
