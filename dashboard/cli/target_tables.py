"""`vardplats targets`: the versions of the targets for occupancy, and a way to load one's own."""

from pathlib import Path
from typing import Any

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.releases.audit_trail import record
from dashboard.spreadsheets.faults import Unreadable
from dashboard.targets import versions
from dashboard.targets.versions import TableRefused, TargetTable


def print_tables(fmt: Format) -> None:
    """Print every level and regional need of every version; files that do not pass on stderr.

    Raises:
        Refused: a setting is wrong.
    """
    home = given.settings().home
    found = versions.tables(home)
    for version in versions.versions(home):
        if version not in found:
            printing.print_aside(
                f"{home / versions.FOLDER / version}.csv is not used: it has been changed "
                "since it was loaded. Delete it and load the table again."
            )
    printing.print_rows([row for table in found.values() for row in _rows(table)], fmt)


def load_table(path: Path, fmt: Format) -> None:
    """Load a CSV or XLSX file as a version of its own, and print its rows.

    Raises:
        Refused: the file cannot be used, every fault named; nothing has changed then.
    """
    home = given.settings().home
    try:
        table = versions.load(home, path.read_bytes())
        record(home, "load targets", path.name, "done", detail=table.version)
    except TableRefused as error:
        faults = "\n".join(f"{path}, {fault.words.en}." for fault in error.faults)
        raise Refused(f"{faults}\nNothing was loaded.") from error
    except Unreadable as error:
        raise Refused(f"{path}: {error}") from error
    except OSError as error:
        where = error.filename or path
        raise Refused(f"{where}: {error.strerror or error}. Nothing was loaded.") from error
    printing.print_aside(f"Loaded. In an address: targets={table.version}")
    printing.print_rows(_rows(table), fmt)


_COLUMNS = (
    "version", "region", "care", "stream", "unit_size_class", "geography", "target_pct",
    "need_total", "valid_from", "valid_to", "source_id",
)  # fmt: skip


def _rows(table: TargetTable) -> list[dict[str, Any]]:
    """Every row in the words of a table of targets, with nothing where it says nothing."""
    return [
        {column: getattr(one, column, None) for column in _COLUMNS} | {"version": table.version}
        for one in (*table.levels, *table.needs)
    ]
