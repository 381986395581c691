"""A row of a table as figures: what each is of, read from its row, its column and the title."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dashboard.frozen import frozen
from dashboard.imports import months
from dashboard.imports.headings import MEASURES, STREAMS
from dashboard.imports.readers import Reader
from dashboard.imports.tables import Column, Table
from dashboard.language.text import Text
from dashboard.reference.regions import SWEDEN
from dashboard.spreadsheets import region_names
from dashboard.spreadsheets.care_words import CARES
from dashboard.spreadsheets.cells import Cell, check_computed, folded, is_missing, number, words
from dashboard.spreadsheets.faults import Fault, Wrong

_EMPTY_REGION = Text(
    "Raden har siffror men ingen region. Skriv länskod eller namn.",
    "The row has figures but no region. Write the county code or the name.",
)
_TWO_REGIONS = Text(
    "Raden har två regioner, {} och {}. Rätta den som är fel.",
    "The row has two regions, {} and {}. Correct the wrong one.",
)
_NOT_A_WORD = Text("”{}” är inget av {}.", "“{}” is none of {}.")
_ROLES = ("region", "month", "care", "stream", "measure")
# What `vardplats aggregate` says of a sum: the unit-days that should be in it, and those that are.
_COUNTED = ("expected", "reported")


@frozen
class Figure:
    """A figure as written: what it is said to be of, and where it stands."""

    said: dict[str, str]
    cell: Cell
    column: Column


@frozen
class RowRead:
    """A row: its figures, or the faults of its keys; `held` cells say something, `missing` that
    nothing was reported, and `absent` are those of them that have a mark of it.
    """

    figures: list[Figure]
    faults: list[Fault]
    held: int
    missing: int
    absent: list[Figure] = field(default_factory=list)


@dataclass(slots=True)
class Keys:
    """Reads the cells that say what a row is of, and remembers what was read before."""

    reader: Reader
    preliminary: bool = False
    _known: dict[tuple[str, Cell], str | Wrong] = field(default_factory=dict)
    _seen: dict[str, set[str]] = field(default_factory=dict)

    def read(self, role: str, cell: Cell) -> str:
        """The key in a cell of a column with that role.

        Raises:
            Wrong: it cannot be read.
        """
        found = self._known.get((role, cell))
        if found is None:
            found = _or_wrong(lambda: self._read(role, cell))
            if len(self._known) < 100_000:
                self._known[role, cell] = found
        if isinstance(found, Wrong):
            raise Wrong(found.rule, found.message)
        self._seen.setdefault(role, set()).add(found)
        return found

    def only(self, role: str) -> str:
        """What every row above has said of a role, or empty where they differ."""
        every = self._seen.get(role, set())
        return next(iter(every)) if len(every) == 1 else ""

    def knows(self, cell: Cell) -> bool:
        """Whether the cell names a region, or the country."""
        try:
            return bool(self.read("region", cell))
        except Wrong:
            return False

    def _read(self, role: str, cell: Cell) -> str:
        check_computed(cell)
        if role == "region":
            return region_names.region(cell, self.reader.regions)
        if role == "month":
            return months.past(months.month(cell), preliminary=self.preliminary)
        if role in _COUNTED:
            return repr(number(cell))
        own = {"care": CARES, "stream": STREAMS, "measure": {**MEASURES, **self.reader.measures}}
        found = own[role].get(folded(cell))
        if found is None:
            listed = ", ".join(dict.fromkeys(own[role].values()))
            raise Wrong(role, _NOT_A_WORD.format(words(cell)[:40], listed))
        return found


def _or_wrong(read: Callable[[], str]) -> str | Wrong:
    try:
        return read()
    except Wrong as wrong:
        # Its frames would hold all that was read of the file for as long as it is remembered.
        return wrong.with_traceback(None)


def figures(table: Table, keys: Keys, row: int, cells: list[Cell]) -> RowRead:
    """What a row holds; one without any figure is a note, or a region that took no part."""
    standing = [(column, _at(cells, column)) for column in table.figures]
    held = [(column, cell) for column, cell in standing if not is_missing(cell)]
    marked = [(column, cell) for column, cell in standing if is_missing(cell) and words(cell)]
    if not held:
        if not _is_region(table, keys, cells):
            return RowRead([], [], 0, 0)
        said, faults = _said(table, keys, row, cells)
        absent = [] if faults else [Figure({**said, **c.means.said}, cell, c) for c, cell in marked]
        return RowRead([], [], 0, len(standing), absent)
    said, faults = _said(table, keys, row, cells)
    every = [Figure({**said, **column.means.said}, cell, column) for column, cell in held]
    absent = [Figure({**said, **c.means.said}, cell, c) for c, cell in marked]
    missing = len(standing) - len(held)
    return RowRead([] if faults else every, faults, len(held), missing, [] if faults else absent)


def _at(cells: list[Cell], column: Column) -> Cell:
    return cells[column.place - 1] if column.place <= len(cells) else None


def _is_region(table: Table, keys: Keys, cells: list[Cell]) -> bool:
    return any(keys.knows(_at(cells, column)) for column in table.with_role("region"))


def _said(
    table: Table, keys: Keys, row: int, cells: list[Cell]
) -> tuple[dict[str, str], list[Fault]]:
    """What the row is of, and a fault for each of its keys that cannot be read."""
    said, faults, empty = dict(table.usual), [], []
    for column, role, cell in _keys(table, cells):
        try:
            found = keys.read(role, cell)
            if role == "region" and said.get("region", found) != found:
                raise Wrong("region", _TWO_REGIONS.format(said["region"], found))
            said[role] = found
        except Wrong as wrong:
            faults.append(fault_at(table, row, column, cell, wrong))
            empty += [role] if is_missing(cell) else []
    if said.get("region") == SWEDEN and len(empty) == len(faults) and all(map(keys.only, empty)):
        # A total below the regions is of what they are of.
        return {**said, **{role: keys.only(role) for role in empty}}, []
    if "region" not in said and not faults:
        column = table.with_role("region")[0]
        faults.append(fault_at(table, row, column, "", Wrong("region", _EMPTY_REGION)))
    return said, faults


def _keys(table: Table, cells: list[Cell]) -> Iterator[tuple[Column, str, Cell]]:
    years = table.with_role("year")
    for column in table.columns:
        role, cell = column.means.role, _at(cells, column)
        if role is None or role not in (*_ROLES, *_COUNTED):
            continue
        if role in _COUNTED and is_missing(cell):
            continue
        if role == "month" and years and not is_missing(cell):
            year = words(_at(cells, years[0]))
            text = words(cell)
            number = text.isascii() and text.isdigit() and len(text) <= 2
            yield column, role, f"{year}-{text}" if number else f"{text} {year}"
        elif not is_missing(cell) or (role != "region" and role not in table.usual):
            yield column, role, cell
    if table.is_month_by_name and not table.with_role("month"):
        yield years[0], "month", f"{words(_at(cells, years[0]))}-{table.name_month}"


def fault_at(table: Table, row: int, column: Column, cell: Cell, wrong: Wrong) -> Fault:
    """A fault of a cell in a row of the table."""
    shown = words(cell)[:80]
    return Fault(table.sheet, row, column.title, shown, wrong.rule, wrong.message, column.place)
