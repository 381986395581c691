"""`vardplats aggregate`: reports of units and days summed to months of regions."""

import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.cli import printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused


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
    rows = found.to_pylist()
    if not rows:
        raise Refused("There are no reports to sum.")
    if out is None:
        printing.print_rows(rows, fmt)
        return
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            printing.write_csv(file, rows, (*KEYS, *COUNTED))
    except OSError as error:
        raise Refused(f"{out} cannot be written: {error.strerror or error}.") from error
    print(f"{len(rows)} rows written to {out}. Next: vardplats import {out}", file=sys.stderr)
