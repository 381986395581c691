"""`vardplats own-preparedness`: what regions told of theirs, loaded, released and taken back."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.files import Line, Table, table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.imports.preparedness import MOST, Act, Rows, preparedness_log, preparedness_of
from dashboard.imports.preparedness_handed_in import change, fault_of, hand_in
from dashboard.reference.regions import name_of
from dashboard.releases.audit_log import user
from dashboard.settings import Settings

_COLUMNS = ("region", "region_name", *MOST, "at", "by", "state")


def print_loaded(fmt: Format) -> None:
    """Print what holds now of each region.

    Raises:
        Refused: it cannot be read.
    """
    log = preparedness_log(given.settings())
    try:
        found = preparedness_of(log)
    except OSError as error:
        raise Refused(f"{log} cannot be read: {error.strerror or error}.") from error
    rows = [
        {
            "region": one.region, "region_name": name_of(one.region).en,
            **{key: one.figures.get(key) for key in MOST}, "at": one.at, "by": one.by,
            "state": "released" if one.released else "loaded",
        }
        for one in found
    ]  # fmt: skip
    printing.print_known(rows, fmt, _COLUMNS, "Preparedness: 0")


def print_load(path: Path | None, by: str, fmt: Format) -> None:
    """Keep all rows of a table, or none, and print what holds now.

    Raises:
        Refused: there is no file, or a cell cannot be read, named by row and column.
    """
    if path is None:
        raise Refused("Give the table: vardplats own-preparedness load FILE.")
    rows, settings = rows_in(path), given.settings()
    with _done(settings, ",".join(rows)):
        hand_in(settings, rows, by=by or user())
    print_loaded(fmt)


def print_said(act: Act, region: str, by: str, fmt: Format) -> None:
    """Write down that a region releases what it has loaded, or takes it back.

    Raises:
        Refused: the region has nothing loaded, or nothing can be written.
    """
    settings = given.settings()
    with _done(settings, region[:40]):
        change(settings, act, region, by=by or user())
    print_loaded(fmt)


def rows_in(path: Path) -> Rows:
    """The figures of each region in a table, all of them whole and within what can be.

    Raises:
        Refused: a region stands twice, has no figure, or a cell cannot be read.
    """
    table = table_of(path, ("region",), tuple(MOST))
    found: dict[str, Mapping[str, float]] = {}
    for line in table.lines:
        code = table.region(line, "preparedness is that of a region")
        if code in found:
            raise table.refused(line, "region", "the region stands twice")
        told = {key: _count(table, line, key) for key in MOST if key in table}
        found[code] = {key: value for key, value in told.items() if value is not None}
        if not found[code]:
            raise table.refused(line, "region", f"there is no {', '.join(MOST)}")
    return found


def _count(table: Table, line: Line, key: str) -> float | None:
    value = table.number(line, key)
    if value is not None and (fault := fault_of(key, value)):
        raise table.refused(line, key, fault.en)
    return value


@contextmanager
def _done(settings: Settings, subject: str) -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        raise Refused(f"The region {subject!r} has nothing loaded. Nothing has changed.") from error
    except OSError as error:
        raise Refused(
            f"{settings.home}: {error.strerror or error}. Nothing has changed."
        ) from error
