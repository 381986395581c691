"""Versions of the targets: the published one, and those loaded beside the releases."""

import csv
import io
import os
from collections.abc import Mapping
from pathlib import Path

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.scopes import in_force
from dashboard.spreadsheets.faults import Fault, Unreadable
from dashboard.spreadsheets.grids import grid
from dashboard.storage.durable_files import create_file
from dashboard.targets.occupancy_targets import PUBLISHED, TARGETS, Target, target_of
from dashboard.targets.version_checks import Row
from dashboard.targets.version_rows import OPTIONAL, REQUIRED, checked, is_heading

FOLDER = "targets"


@frozen
class RegionalNeed:
    """The beds a region needs by an official guideline of its own."""

    region: str
    need_total: int
    valid_from: str
    valid_to: str
    source_id: str


@frozen
class TargetTable:
    """A version of the targets, which is never changed: its levels, and regional guidelines."""

    version: str
    levels: tuple[Target, ...]
    needs: tuple[RegionalNeed, ...] = ()

    def need_at(self, month: str, region: str) -> int | None:
        """The official need of a region at the end of a month; None where none is loaded."""
        for one in self.needs:
            if one.region == region and in_force(one.valid_from, one.valid_to, month):
                return one.need_total
        return None


OFFICIAL_TABLE = TargetTable(PUBLISHED, TARGETS)


class TableRefused(ValueError):  # noqa: N818 - it is no error of ours but an answer.
    """A table with faults; nothing has been loaded."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(fault.words.en for fault in faults))
        self.faults = faults


def tables(home: Path) -> Mapping[str, TargetTable]:
    """The versions by name, the published one first; a file that does not pass is left out."""
    found = {PUBLISHED: OFFICIAL_TABLE}
    for version in versions(home):
        try:
            table = read_table((home / FOLDER / f"{version}.csv").read_bytes())
        except (OSError, Unreadable, TableRefused):
            continue
        if table.version == version:
            found[version] = table
    return found


def versions(home: Path) -> tuple[str, ...]:
    """The names of the loaded versions, in order; the published one is not among them."""
    try:
        names = os.listdir(home / FOLDER)
    except OSError:
        return ()
    return tuple(sorted(name[:-4] for name in names if name.endswith(".csv") and name[0] != "."))


def read_table(content: bytes) -> TargetTable:
    """The table in a CSV or XLSX file.

    Raises:
        Unreadable: no table with the columns of a table of targets.
        TableRefused: a row has a fault; every fault is named.
    """
    found = checked(grid(content, is_heading))
    if found.faults:
        raise TableRefused(found.faults)
    return _table(found.rows)


def _table(rows: tuple[Row, ...]) -> TargetTable:
    return TargetTable(
        version=rows[0]["version"],
        levels=tuple(target_of(row) for row in rows if row["target_pct"]),
        needs=tuple(_need(row) for row in rows if row["need_total"]),
    )


def _need(row: Row) -> RegionalNeed:
    return RegionalNeed(
        row["region"], int(row["need_total"]), row["valid_from"], row["valid_to"], row["source_id"]
    )


def load(home: Path, content: bytes) -> TargetTable:
    """Check a table and put it beside the releases, whole or not at all.

    Loading the same table once more changes nothing.

    Raises:
        Unreadable: no table, or its version is loaded already with other rows.
        TableRefused: a row has a fault.
        OSError: the folder cannot be written.
    """
    found = checked(grid(content, is_heading))
    if found.faults:
        raise TableRefused(found.faults)
    table = _table(found.rows)
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    final = folder / f"{table.version}.csv"
    text = _as_csv(found.rows)
    if not final.exists():
        create_file(final, text)
    # Whoever else loaded this version meanwhile was first; it stands only if it is the same.
    if final.read_bytes() != text:
        raise Unreadable("version", _CHANGED.format(table.version))
    return table


def _as_csv(rows: tuple[Row, ...]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*REQUIRED, *OPTIONAL], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


_CHANGED = Text(
    "Versionen {} är redan inläst med andra rader. En version ändras aldrig, så att en adress "
    "alltid visar detsamma: ge den nya ett nytt namn.",
    "Version {} is loaded already with other rows. A version never changes, so that an address "
    "always shows the same: give the new one a new name.",
)
