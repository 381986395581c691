"""Tables of plans in either layout, every fault of them named by row and column."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from dashboard.cli.files import Line, Table, table_of
from dashboard.cli.refusal import Refused
from dashboard.imports.months import month
from dashboard.reference.periods import months_between
from dashboard.spreadsheets.cells import folded
from dashboard.spreadsheets.faults import Wrong
from dashboard.targets.plans import Planned

# The columns of a table with a row for each region and month; in the other layout there is a row
# for each region and kind of figure, and a column for each month.
_MONTH, _BEDS, _OCCUPANCY, _KIND = "month", "planned_beds", "target_occupancy", "measure"
_EVERY_MONTH = months_between("2015-01", "2040-12")
_BED_WORDS = {folded(one) for one in ("planned_beds", "beds", "planerade platser", "platser")}
_TARGET_WORDS = {folded(one) for one in ("target_occupancy", "occupancy", "mål beläggning", "mål")}
_OF_A_REGION = "a plan is that of a region, not of the country"
_MOST_BEDS, _LEAST_PER_CENT, _MOST_PER_CENT = 20_000.0, 2.0, 150.0


def plans_in(path: Path) -> list[Planned]:
    """The plans of a table in either layout.

    Raises:
        Refused: it is neither, or a cell cannot be read; every fault is named.
    """
    optional = (_MONTH, _BEDS, _OCCUPANCY, _KIND, *_EVERY_MONTH)
    table = table_of(path, ("region",), optional)
    cells = list(_long(table) if _MONTH in table else _wide(table))
    faults = [str(one) for one in cells if isinstance(one, Refused)]
    found: dict[tuple[str, str], Planned] = {}
    for one in cells:
        if isinstance(one, Planned):
            key = (one.region, one.month)
            before = found.get(key)
            if before and _both(before, one):
                faults.append(f"{path}: {one.month} of {one.region} stands twice.")
            found[key] = _together(before, one)
    if faults:
        raise Refused("\n".join([*faults[:50], "Nothing was kept."]))
    if not found:
        raise Refused(f"{path} has no planned beds and no targets. Nothing was kept.")
    return list(found.values())


def _both(planned: Planned, other: Planned) -> bool:
    return (planned.beds is not None and other.beds is not None) or (
        planned.occupancy is not None and other.occupancy is not None
    )


def _together(before: Planned | None, planned: Planned) -> Planned:
    if before is None:
        return planned
    beds = planned.beds if before.beds is None else before.beds
    occupancy = planned.occupancy if before.occupancy is None else before.occupancy
    return Planned(planned.region, planned.month, beds, occupancy)


def _long(table: Table) -> Iterator[Planned | Refused]:
    if _BEDS not in table and _OCCUPANCY not in table:
        raise Refused(f"{table.path}: there is no column planned_beds nor target_occupancy.")
    for line in table.lines:
        read = (
            partial(table.region, line, _OF_A_REGION),
            partial(_month, table, line),
            partial(_number, table, line, _BEDS),
            partial(_number, table, line, _OCCUPANCY),
        )
        found: list[Any] = [_tried(one) for one in read]
        if faults := [one for one in found if isinstance(one, Refused)]:
            yield from faults
        elif found[2:] != [None, None]:
            yield Planned(*found)


def _tried(read: Callable[[], Any]) -> Any:
    """What is read, or why it cannot be."""
    try:
        return read()
    except Refused as fault:
        return fault


def _wide(table: Table) -> Iterator[Planned | Refused]:
    months = [one for one in _EVERY_MONTH if one in table]
    if _KIND not in table or not months:
        raise Refused(
            f"{table.path}: there is neither a column month, nor a column measure with months, as "
            "2026-01, beside it. vardplats plan --template FILE writes a table to fill in."
        )
    for line in table.lines:
        for when in months:
            found = _tried(partial(_cell, table, line, when))
            if found is not None:
                yield found


def _cell(table: Table, line: Line, when: str) -> Planned | None:
    kind, code = (
        folded(line.words(_KIND)),
        table.region(line, _OF_A_REGION),
    )
    if kind not in _BED_WORDS | _TARGET_WORDS:
        raise table.refused(line, _KIND, "it is neither planned_beds nor target_occupancy")
    beds = kind in _BED_WORDS
    value = _within(table, line, when, _BEDS if beds else _OCCUPANCY)
    if value is None:
        return None
    return Planned(code, when, value if beds else None, None if beds else value)


def _month(table: Table, line: Line) -> str:
    try:
        return month(line.cells.get(_MONTH))
    except Wrong as wrong:
        raise table.refused(line, _MONTH, wrong.message.en.rstrip(".")) from wrong


def _number(table: Table, line: Line, column: str) -> float | None:
    return _within(table, line, column, column) if column in table else None


def _within(table: Table, line: Line, column: str, kind: str) -> float | None:
    value = table.number(line, column)
    if value is None:
        return None
    if kind == _BEDS and not 0 <= value <= _MOST_BEDS:
        raise table.refused(line, column, f"{value:g} is no number of beds of a region")
    if kind == _OCCUPANCY and not _LEAST_PER_CENT <= value <= _MOST_PER_CENT:
        raise table.refused(line, column, f"{value:g} is no target in per cent, as 90")
    return value
