"""A file read to its end: the figures that are right, and a fault for each that is not."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from dashboard.imports.collected import Collected
from dashboard.imports.consistent import disagreements
from dashboard.imports.figures import Figure, Keys, computed, fault_at, faults_of_headings, figures
from dashboard.imports.headings import is_heading
from dashboard.imports.months import past
from dashboard.imports.national import Country
from dashboard.imports.readers import Reader
from dashboard.imports.rows import checked
from dashboard.imports.tables import Table, table_in
from dashboard.language.text import Text
from dashboard.reference.regions import SWEDEN
from dashboard.spreadsheets.cells import Cell, number
from dashboard.spreadsheets.documents import sheets_of
from dashboard.spreadsheets.faults import MOST_SHOWN, Fault, Unreadable, Wrong
from dashboard.spreadsheets.sheets import Sheet

Advance = Callable[[int], None]
Refuse = Callable[[Fault], None]

# The list of faults in a workbook that was sent back is no table of figures.
LIST = Text("Fel", "Errors")
_NO_TABLE = Text(
    "Ingen rad med rubriken Region hittades. Börja från mallen: vardplats template.",
    "No row with the heading Region was found. Begin with the template: vardplats template.",
)
_NO_ROWS = Text(
    "Tabellen har rubriker men inga siffror under dem.",
    "The table has headings but no figures below them.",
)
_TWICE = Text(
    "Samma region, månad, vård, vårdform och mätetal står redan på rad {}. Ta bort den ena.",
    "The same region, month, care, stream and measure stands in row {} already. Remove one.",
)
_CANNOT_BE_READ = Text("Filen kan inte läsas: {}.", "The file cannot be read: {}.")


@dataclass(slots=True)
class Reading:
    """What a file holds. `rows` counts its figures, `missing` its cells that say there is none.

    `faults` are the first `MOST_SHOWN` of `wrong` in all; `refuse` is told of every one.
    """

    refuse: Refuse = lambda fault: None
    found: Collected = field(default_factory=Collected)
    country: Country = field(default_factory=Country)
    rows: int = 0
    missing: int = 0
    wrong: int = 0
    faults: list[Fault] = field(default_factory=list)
    titles: dict[tuple[str, int], str] = field(default_factory=dict)

    def fault(self, one: Fault) -> None:
        """Count a fault, and keep it if it is one of the first."""
        self.wrong += 1
        if len(self.faults) < MOST_SHOWN:
            self.faults.append(one)
        self.refuse(one)


def read(path: Path, reader: Reader, *, advance: Advance, refuse: Refuse) -> Reading:
    """Read a CSV or XLSX file; whatever is wrong with it becomes a fault, nothing is raised."""
    into = Reading(refuse)
    try:
        sheets = sheets_of(path, is_heading, advance)
        tables = sum(_read_sheet(sheet, reader, into) for sheet in sheets)
        if not tables:
            raise Unreadable("no_table", _NO_TABLE)
        if not into.rows and not into.wrong:
            raise Unreadable("no_rows", _NO_ROWS)
    except Unreadable as unreadable:
        into.fault(unreadable.fault)
        # Of a file that cannot be read to its end nothing is known to be whole.
        into.found = Collected()
    except OSError as error:
        into.fault(Unreadable("file", _CANNOT_BE_READ.format(error.strerror or error)).fault)
        into.found = Collected()
    for fault, place in disagreements(into.found):
        into.found.values[place] = float("nan")
        into.fault(replace(fault, column=into.titles.get((fault.sheet, fault.place), "")))
    return into


def _read_sheet(sheet: Sheet, reader: Reader, into: Reading) -> bool:
    """Whether the sheet holds a table; if so, all of it has been read."""
    table = None if sheet.name in LIST else table_in(sheet, reader)
    if table is None or not (table.figures or table.unknown):
        return False
    faults = list(faults_of_headings(table, reader))
    for fault in faults:
        into.fault(fault)
    if any(fault.rule.startswith("no_") for fault in faults):
        return True
    into.titles |= {(table.sheet, one.place): one.title for one in table.columns}
    keys = Keys(reader)
    for row, cells in table.rows:
        _read_row(table, keys, sheet.formulas, (row, cells), into)
    return True


def _read_row(
    table: Table,
    keys: Keys,
    formulas: frozenset[tuple[int, int]],
    row: tuple[int, list[Cell]],
    into: Reading,
) -> None:
    line, cells = row
    formula_cells = computed(table, formulas, line, cells) if formulas else []
    for column, fault in formula_cells:
        into.fault(fault)
        if not (column.means.said or column.means.role == "value"):
            into.rows += 1
            return
        cells[column.place - 1] = None
        into.rows += 1
    held = figures(table, keys, line, cells)
    into.missing += max(0, held.missing - len(formula_cells))
    into.rows += held.held if held.faults else 0
    for fault in held.faults:
        into.fault(fault)
    for one in held.figures:
        _keep(table, line, one, into)


def _keep(table: Table, row: int, one: Figure, into: Reading) -> None:
    try:
        value = number(one.cell)
        past(one.said["month"])
        if one.said["region"] == SWEDEN:
            into.country.add(one.said, value)
            return
        into.rows += 1
        kept = checked(one.said, value)
        first = into.found.add(kept, table.sheet, row, one.column.place)
        if first is not None:
            # Which of the two is right nobody here can know.
            into.found.remove(kept)
            raise Wrong("duplicate", _TWICE.format(first[0]))
    except Wrong as wrong:
        into.fault(fault_at(table, row, one.column, one.cell, wrong))
