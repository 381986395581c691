"""Tables that a command is given, read so that every fault is named by file, row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from dashboard.cli import printing
from dashboard.cli.refusal import Refused
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.spreadsheets.cells import DASHES, Cell, folded, is_missing, words
from dashboard.spreadsheets.faults import MERGED, Unreadable, Wrong
from dashboard.spreadsheets.grids import Grid, grid, trimmed
from dashboard.spreadsheets.number_signs import Signs, number_in, signs_of
from dashboard.spreadsheets.region_names import region as region_of

# What the columns of these tables are called beside their own names.
_ALSO = {
    "date": ("datum", "manad", "month", "period", "tid"),
    "year": ("ar",),
    "y": ("varde", "value"),
    "i": ("nr", "nummer", "number"),
    "group": ("grupp", "region", "sjukhus", "hospital", "enhet", "unit"),
    "numerator": ("taljare", "antal", "count"),
    "denominator": ("namnare", "volym", "total", "totalt"),
    "region": ("regionkod", "region code", "lan"),
    "month": ("manad", "period", "datum", "date"),
    "planned_beds": ("planned beds", "planerade platser", "planerade vardplatser", "beds"),
    "target_occupancy": ("target occupancy", "mal belaggning", "malbelaggning", "occupancy"),
    "measure": ("matt",),
    "closed": ("stangda", "stangda vardplatser", "closed beds"),
    "convert": ("kan stallas om", "omstallbara platser", "convertible"),
    "employed": ("sjukskoterskor", "heltider", "nurses"),
}
# And how one of those is written, for whoever lacks the column.
_WRITTEN = {
    "date": "Datum", "year": "År", "y": "Värde", "i": "Nummer", "group": "Grupp",
    "numerator": "Täljare", "denominator": "Nämnare", "month": "Månad",
    "planned_beds": "Planerade vårdplatser", "target_occupancy": "Mål beläggning",
}  # fmt: skip


@frozen
class Line:
    """A row below the headings: its number as a spreadsheet counts it, its cells by column."""

    number: int
    cells: Mapping[str, Cell]

    def words(self, column: str) -> str:
        """What stands in a column, as text."""
        return words(self.cells.get(column))


@frozen
class Table:
    """A table in a file; `titles` are the headings as written, by the names asked for.

    `merged` are the rows and columns whose cell is one with others.
    """

    path: Path
    lines: tuple[Line, ...]
    titles: Mapping[str, str]
    merged: frozenset[tuple[int, str]] = frozenset()
    _signs: dict[str, Signs] = field(default_factory=dict)

    def __contains__(self, column: str) -> bool:
        return column in self.titles

    def number(self, line: Line, column: str) -> float | None:
        """The number in a cell, None where nothing was reported.

        Raises:
            Refused: it is no finite number, or can be read in two ways.
        """
        cell = line.cells.get(column)
        if (line.number, column) in self.merged:
            raise self.refused(line, column, MERGED.en.rstrip("."))
        if is_missing(cell):
            return None
        if column not in self._signs:
            self._signs[column] = signs_of(one.cells.get(column) for one in self.lines)
        try:
            return number_in(cell, self._signs[column])
        except Wrong as wrong:
            raise self.refused(line, column, wrong.message.en.rstrip(".")) from wrong

    def count(self, line: Line, column: str) -> float:
        """The number in a cell that must have one and that is no per cent.

        Raises:
            Refused: there is none, or it cannot be read.
        """
        if line.words(column).endswith("%"):
            raise self.refused(line, column, f"{line.words(column)[:40]} is per cent and no count")
        return self.needed(line, column)

    def needed(self, line: Line, column: str) -> float:
        """The number in a cell that must have one.

        Raises:
            Refused: there is none, or it cannot be read.
        """
        value = self.number(line, column)
        if value is None:
            raise self.refused(line, column, "there must be a number")
        return value

    def region(self, line: Line, whose: str) -> str:
        """The code of the region in the column `region`; `whose` ends a refusal of the country.

        Raises:
            Refused: it is no region.
        """
        try:
            code = region_of(line.cells.get("region"))
        except Wrong as wrong:
            raise self.refused(line, "region", wrong.message.en.rstrip(".")) from wrong
        if code not in CODES:
            raise self.refused(line, "region", whose)
        return code

    def refused(self, line: Line, column: str, problem: str) -> Refused:
        """A refusal that names the file, the row as a spreadsheet counts it, and the heading."""
        title = self.titles.get(column, column)
        return Refused(f"{self.path}, row {line.number}, column {title}: {problem}.")


def table_of(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> Table:
    """The table of a CSV or XLSX file; columns not named here may be there too.

    What was left out, as hidden rows, is told on stderr.

    Raises:
        Refused: it cannot be read, lacks a column, has no row, or a row is too short or long.
    """
    wanted = {name: (folded(name), *_ALSO.get(name, ())) for name in (*columns, *optional)}
    known = {one for names in wanted.values() for one in names}
    try:
        read = grid(path, known.__contains__)
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.") from error
    except Unreadable as error:
        if error.fault.rule == "empty":
            read = Grid((), 1, ())
        else:
            raise Refused(f"{path}: {error}") from error
    tell(path, read.notices)
    places = {name: place for name, names in wanted.items()
              if (place := _place(read.heads, names)) is not None}  # fmt: skip
    for column in columns:
        if column not in places:
            there = (
                f"There is {', '.join(read.heads)[:200]}." if read.heads else "The file is empty."
            )
            name = f"{column} ({_WRITTEN[column]})" if column in _WRITTEN else column
            raise Refused(f"{path}, row {read.head_row}: there is no column {name}. {there}")
    if not read.filled:
        raise Refused(f"{path} has no rows below its head.")
    lines = tuple(_line(path, read, number, cells, places) for number, cells in read.filled)
    _tell_dashes(path, lines, read, places)
    merged = frozenset((number, name) for number, at in read.merged
                       for name, place in places.items() if place == at)  # fmt: skip
    return Table(path, lines, {name: read.heads[place] for name, place in places.items()}, merged)


def _tell_dashes(path: Path, lines: Sequence[Line], read: Grid, places: Mapping[str, int]) -> None:
    """A dash is zero in official statistics; here it is read as missing, and said."""
    for name, place in places.items():
        rows = [str(line.number) for line in lines if line.words(name) in DASHES]
        if rows:
            printing.print_aside(
                f"{path}, column {read.heads[place]}: a dash in row {', '.join(rows[:10])} was "
                "read as missing. Write 0 where zero is meant."
            )


def tell(path: Path, notices: Sequence[Text]) -> None:
    """Say on stderr what was left out of a file."""
    for one in notices:
        printing.print_aside(f"{path}: {one.en}")


def _place(heads: Sequence[str], names: Sequence[str]) -> int | None:
    """Where a column stands: by its own name if it is there, else by another one."""
    each = [folded(head) for head in heads]
    return next((each.index(name) for name in names if name in each), None)


def _line(
    path: Path, read: Grid, number: int, cells: Sequence[Cell], places: Mapping[str, int]
) -> Line:
    width = len(read.heads)
    if len(cells) < width or len(trimmed(cells)) > width:
        raise Refused(f"{path}, row {number}: there must be {width} cells.")
    return Line(number, {name: cells[place] for name, place in places.items()})
