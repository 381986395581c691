"""A file read to its end: the figures that are right, and a fault for each that is not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from dashboard.imports.collected import Collected, place_of
from dashboard.imports.consistent import beyond, disagreements
from dashboard.imports.figures import Figure, Keys, fault_at, figures
from dashboard.imports.heading_faults import faults_of_headings, under_no_heading
from dashboard.imports.headings import is_heading
from dashboard.imports.levels import Known
from dashboard.imports.measures import RATES
from dashboard.imports.months import past, refuse_sum_of_part
from dashboard.imports.national import Country, questions_of_country
from dashboard.imports.partial import Partial
from dashboard.imports.plausible import questions_of_level
from dashboard.imports.questions import Question
from dashboard.imports.readers import Reader
from dashboard.imports.rows import checked
from dashboard.imports.sheet_marks import HIDDEN_SHEETS, PERCENT, SeenInSheet
from dashboard.imports.signs_of_file import SignsOfFile
from dashboard.imports.tables import Table, table_in
from dashboard.imports.units import IN_THOUSANDS, thousands_of
from dashboard.imports.whole import questions_of_whole
from dashboard.language.text import Text
from dashboard.reference.regions import SWEDEN
from dashboard.spreadsheets.cells import Cell, number, words
from dashboard.spreadsheets.documents import sheets_of
from dashboard.spreadsheets.faults import MERGED, MOST_SHOWN, Fault, Unreadable, Wrong
from dashboard.spreadsheets.number_signs import either_sign
from dashboard.spreadsheets.sheets import Advance, Sheet

Refuse = Callable[[Fault], None]

# The list of faults in a workbook that was sent back is no table of figures.
LIST, ASKED = Text("Fel", "Errors"), Text("Frågor", "Questions")
LISTS = (*LIST, *ASKED)
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
_NO_TOTAL = Text(
    "Summan på rad {} är inte kontrollerad: {} har inget värde.",
    "The total in row {} was not checked: {} has no value.",
)
# Of a file with more faults than this nobody corrects them one by one: another table is meant.
MOST_WRONG = 10_000
_TOO_MANY = Text(
    "Filen har fler än {} fel och är inte läst längre. Rätta det som de första har gemensamt.",
    "The file has more than {} faults and was read no further. Correct what the first have in "
    "common.",
)
_CANNOT_BE_READ = Text("Filen kan inte läsas: {}.", "The file cannot be read: {}.")


@dataclass(slots=True)
class Reading:
    """What a file holds. `rows` counts its figures, `missing` its cells that say there is none.

    `faults` are the first `MOST_SHOWN` of `wrong` in all; `refuse` is told of every one.
    `questions` must be answered before anything is kept, `notices` say what was left out or how
    it was read.
    """

    refuse: Refuse = lambda fault: None
    preliminary: bool = False
    collected: Collected = field(default_factory=Collected)
    country: Country = field(default_factory=Country)
    rows: int = 0
    missing: int = 0
    wrong: int = 0
    faults: list[Fault] = field(default_factory=list)
    titles: dict[tuple[str, int], str] = field(default_factory=dict)
    signs: SignsOfFile = field(default_factory=SignsOfFile)
    questions: list[Question] = field(default_factory=list)
    notices: list[Text] = field(default_factory=list)
    blocked: bool = False
    partial: Partial = field(default_factory=Partial)

    def fault(self, fault: Fault) -> None:
        """Count a fault, and keep it if it is one of the first."""
        self.wrong += 1
        # While a column is not understood nobody knows what the rows are of.
        self.blocked = self.blocked or fault.rule == "column"
        if len(self.faults) < MOST_SHOWN:
            self.faults.append(fault)
        self.refuse(fault)


def read(
    path: Path, reader: Reader, *, advance: Advance, refuse: Refuse, known: Known | None = None,
    preliminary: bool = False,
) -> Reading:  # fmt: skip
    """Read a CSV or XLSX file; whatever is wrong with it becomes a fault, nothing is raised.

    With `known` each figure is held against what is known of its region. A month that is going on
    is a fault unless `preliminary` asks for it.
    """
    into = Reading(refuse, preliminary)
    try:
        sheets = sheets_of(path, is_heading, advance)
        tables = sum(_read_sheet(sheet, reader, into) for sheet in sheets)
        if not tables:
            raise Unreadable("no_table", _NO_TABLE)
        if not into.rows and not into.wrong and not into.signs.dashes:
            raise Unreadable("no_rows", _NO_ROWS)
    except Unreadable as unreadable:
        into.fault(unreadable.fault)
        # Of a file that cannot be read to its end nothing is known to be whole.
        into.blocked = True
    except OSError as error:
        into.fault(Unreadable("file", _CANNOT_BE_READ.format(error.strerror or error)).fault)
        into.blocked = True
    if into.blocked:
        into.collected = Collected()
    questions, notices = into.signs.settle(into.collected, into.titles, known)
    into.questions += [*questions, *into.partial.questions(into.collected)]
    into.notices += notices
    for fault, place in (*disagreements(into.collected), *beyond(into.collected)):
        into.collected.values[place] = float("nan")
        into.fault(replace(fault, column=into.titles.get((fault.sheet, fault.place), "")))
    if known is not None and not into.blocked:
        into.questions += _gate(into, known)
    return into


def _gate(into: Reading, known: Known) -> Iterator[Question]:
    """What is asked of a file that can be read: of each figure, of the whole, of the country."""
    asked = {place for one in into.questions for place in one.places}
    for one in questions_of_level(into.collected, known, into.titles):
        if not asked.intersection(one.places):
            yield one
    yield from questions_of_whole(into.collected, known)
    yield from questions_of_country(into.country.checks(into.collected), known)


def _read_sheet(sheet: Sheet, reader: Reader, into: Reading) -> bool:
    """Whether the sheet holds a table; if so, all of it has been read."""
    if sheet.hidden_sheets:
        into.notices.append(HIDDEN_SHEETS.format(", ".join(sheet.hidden_sheets)))
        return False
    table = None if sheet.name in LISTS else table_in(sheet, reader)
    if table is None or not (table.figures or table.unknown):
        return False
    faults = list(faults_of_headings(table, reader))
    for fault in faults:
        into.fault(fault)
    if any(fault.rule.startswith("no_") for fault in faults):
        return True
    into.titles |= {(table.sheet, one.place): one.title for one in table.columns}
    keys, seen = Keys(reader, into.preliminary), SeenInSheet(sheet, table)
    for row, cells in table.rows:
        if into.wrong > MOST_WRONG:
            raise Unreadable("too_many", _TOO_MANY.format(MOST_WRONG))
        into.signs.read_legend(cells)
        if seen.is_hidden(row, cells):
            continue
        _read_row(table, keys, seen, (row, cells), into)
    into.notices += seen.notices()
    return True


def _read_row(
    table: Table, keys: Keys, seen: SeenInSheet, row: tuple[int, list[Cell]], into: Reading
) -> None:
    line, cells = row
    for column, cell in seen.merged_figures(line, cells):
        into.fault(fault_at(table, line, column, cell, Wrong("merged", MERGED)))
        into.rows += 1
        cells[column.place - 1] = None
    if loose := under_no_heading(table, line, cells):
        into.fault(loose)
        return
    held = figures(table, keys, line, cells)
    into.missing += held.missing
    into.rows += held.held if held.faults else 0
    for fault in held.faults:
        into.fault(fault)
    for one in held.absent:
        _absent(table, line, one, into)
    for one in held.figures:
        _keep(table, line, one, into)


def _absent(table: Table, row: int, figure: Figure, into: Reading) -> None:
    """A mark of nothing reported says so of its place; a dash may be a zero instead."""
    if figure.said["region"] == SWEDEN or "measure" not in figure.said:
        return
    place = place_of(figure.said)
    into.collected.declared[place] = True
    if not into.collected.rows[place] and into.signs.is_dash(figure.cell):
        into.signs.dash(place, table.sheet, row, figure.column.place, figure.said["measure"])
    elif words(figure.cell).startswith("."):
        into.signs.dots = True


def _keep(table: Table, row: int, figure: Figure, into: Reading) -> None:
    try:
        into.signs.see(table.sheet, figure.column.place, figure.cell)
        times = thousands_of(figure.said)
        value = number(figure.cell) * times
        if words(figure.cell).endswith("%") and figure.said["measure"] not in RATES:
            raise Wrong("percent", PERCENT.format(words(figure.cell)[:40]))
        past(figure.said["month"], preliminary=into.preliminary)
        refuse_sum_of_part(figure.said["month"], figure.said["measure"])
        if figure.said["region"] == SWEDEN:
            into.country.add(figure.said, value, (table.sheet, row, figure.column.title))
            return
        into.rows += 1
        kept = checked(figure.said, value)
        first = into.collected.add(kept, table.sheet, row, figure.column.place)
        if first is not None:
            # Which of the two is right nobody here can know.
            into.collected.remove(kept)
            raise Wrong("duplicate", _TWICE.format(first[0]))
        into.partial.add(figure.said, place_of(figure.said))
        if times > 1:
            # No region has a thousand thousands, so a sign in such a column parts decimals.
            into.notices.append(IN_THOUSANDS.format(figure.column.title))
        elif sign := either_sign(figure.cell):
            where = (table.sheet, figure.column.place)
            into.signs.either(
                place_of(figure.said), where, figure.cell, sign, figure.said["measure"]
            )
    except Wrong as wrong:
        if figure.said["region"] != SWEDEN:
            # What must be corrected is not asked about as lacking.
            into.collected.declared[place_of(figure.said)] = True
        elif wrong.rule in ("formula", "error_cell"):
            into.notices.append(_NO_TOTAL.format(row, words(figure.cell)[:40]))
            return
        into.fault(fault_at(table, row, figure.column, figure.cell, wrong))
