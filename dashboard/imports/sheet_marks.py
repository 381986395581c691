"""What a sheet says beside its cells: merged figures, and what its maker has hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dashboard.imports.tables import Column, Table
from dashboard.language.text import Text
from dashboard.spreadsheets.cells import Cell, words
from dashboard.spreadsheets.sheets import Sheet

HIDDEN_SHEETS = Text("Dolda blad är inte lästa: {}.", "Hidden sheets were not read: {}.")
PERCENT = Text(
    "{} är procent, men kolumnen är ett antal. Skriv antalet.",
    "{} is per cent, but the column is a count. Write the count.",
)
_HIDDEN_ROWS = Text(
    "Dolda rader är inte lästa: rad {}. Ta fram dem om de ska med.",
    "Hidden rows were not read: row {}. Unhide them if they belong.",
)
_HIDDEN_COLUMNS = Text(
    "Dolda kolumner är inte lästa: {}. Ta fram dem om de ska med.",
    "Hidden columns were not read: {}. Unhide them if they belong.",
)
_COMPUTED = Text(
    "{} celler är formler; deras senast beräknade värden är lästa.",
    "{} cells are formulas; the values last computed were read.",
)
_ONE_COMPUTED = Text(
    "En cell är en formel; dess senast beräknade värde är läst.",
    "One cell is a formula; the value last computed was read.",
)


@dataclass(slots=True)
class SeenInSheet:
    """The marks of a sheet, and which of them mattered."""

    sheet: Sheet
    table: Table
    _hidden: list[int] = field(default_factory=list)
    _columns: set[str] = field(default_factory=set)
    _computed: int = 0

    def is_hidden(self, row: int, cells: Sequence[Cell]) -> bool:
        """Whether a row is hidden; remembers it if anything stands there."""
        if row in self.sheet.hidden_rows:
            if any(map(words, cells)):
                self._hidden.append(row)
            return True
        for column in self.table.columns:
            there = column.place <= len(cells) and words(cells[column.place - 1])
            if there and (row, column.place) in self.sheet.formulas:
                known = column.means.role != "ignored" and there[:1] not in ("#", "=")
                self._computed += known
            if (
                there
                and column.place in self.sheet.hidden_columns
                and (column.means.role == "ignored")
            ):
                self._columns.add(column.title)
        return False

    def merged_figures(self, row: int, cells: Sequence[Cell]) -> Iterator[tuple[Column, Cell]]:
        """The columns of figures whose cell in the row is part of a merged area."""
        regions = [one.place for one in self.table.with_role("region")]
        for top, left, bottom, right in self.sheet.merged:
            if not top <= row <= bottom or bottom <= self.table.head_row:
                continue
            # A note that spans the table is no figure.
            if any(left <= place <= right for place in regions):
                continue
            for column in self.table.figures:
                if left <= column.place <= right and column.place <= len(cells):
                    yield column, cells[column.place - 1]

    def notices(self) -> Iterator[Text]:
        """What was left out, and what was read though it is computed."""
        if self._hidden:
            yield _HIDDEN_ROWS.format(", ".join(map(str, self._hidden[:20])))
        if self._columns:
            yield _HIDDEN_COLUMNS.format(", ".join(sorted(self._columns)))
        if self._computed:
            yield _COMPUTED.format(self._computed) if self._computed > 1 else _ONE_COMPUTED
