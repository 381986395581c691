"""`vardplats own-preparedness`: what regions told of theirs, loaded, released and taken back."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.files import Line, Table, table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.imports.preparedness import LOG, MOST, Act, load, preparedness_of, say
from dashboard.reference.regions import name_of
from dashboard.releases.audit_log import user
from dashboard.releases.audit_trail import recorded

Rows = Mapping[str, Mapping[str, float]]
_COLUMNS = ("region", "region_name", *MOST, "at", "by", "state")


def print_loaded(fmt: Format) -> None:
    """Print what holds now of each region.

    Raises:
        Refused: it cannot be read.
    """
    home = given.settings().home
    try:
        found = preparedness_of(home)
    except OSError as error:
        raise Refused(f"{home / LOG} cannot be read: {error.strerror or error}.") from error
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
    rows, home, who = rows_in(path), given.settings().home, by or user()
    with _done(home, "preparedness loaded", ",".join(rows), who):
        load(home, rows, by=who)
    print_loaded(fmt)


def print_said(act: Act, region: str, by: str, fmt: Format) -> None:
    """Write down that a region releases what it has loaded, or takes it back.

    Raises:
        Refused: the region has nothing loaded, or nothing can be written.
    """
    home, who = given.settings().home, by or user()
    with _done(home, f"preparedness {act.replace('_', ' ')}", region[:40], who):
        say(home, act, region, by=who)
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
    if value is not None and not 0 <= value <= MOST[key]:
        raise table.refused(line, key, f"{value:g} is not from 0 to {MOST[key]:g}")
    return value


@contextmanager
def _done(home: Path, action: str, subject: str, by: str) -> Iterator[None]:
    try:
        home.mkdir(parents=True, exist_ok=True)
        with recorded(home, action, subject, by=by):
            yield
    except KeyError as error:
        raise Refused(f"The region {subject!r} has nothing loaded. Nothing has changed.") from error
    except OSError as error:
        raise Refused(f"{home}: {error.strerror or error}. Nothing has changed.") from error
