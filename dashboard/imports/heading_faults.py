"""What is wrong with the headings of a table: words nobody knows, and what no heading says."""

import re
from collections.abc import Iterator

from dashboard.imports import months
from dashboard.imports.headings import DIVIDING, nearest
from dashboard.imports.readers import Reader
from dashboard.imports.tables import Table
from dashboard.language.text import Text
from dashboard.spreadsheets.cells import Cell, folded, words
from dashboard.spreadsheets.faults import Fault

_UNKNOWN_COLUMN = Text(
    "Kolumnen ”{}” är okänd. Rätta rubriken, eller ta bort kolumnen.",
    "The column “{}” is unknown. Correct the heading, or remove the column.",
)
_NO_YEAR = Text(
    "Kolumnen ”{}” är en månad utan år. Skriv året i raden ovanför, eller till exempel jan 2026.",
    "The column “{}” is a month without a year. Write the year in the row above, or for example "
    "jan 2026.",
)
_WHOLE_YEAR = Text(
    "Kolumnen ”{}” är ett helt år och ingen månad. Ta bort den.",
    "The column “{}” is a whole year and no month. Remove it.",
)
_SUM = Text(
    "Kolumnen ”{}” är en summa eller ett medel av andra. Ta bort den.",
    "The column “{}” adds up others or is their mean. Remove it.",
)
_DIVIDES = Text(
    "Kolumnen ”{}” delar upp regionens siffror, så ingen rad är hela regionen. Lägg ihop raderna "
    "till en per region och månad (för enheter och dagar: vardplats aggregate) och ta bort den.",
    "The column “{}” divides the figures of a region, so no row is the whole region. Add the rows "
    "up to one for each region and month (of units and days: vardplats aggregate) and remove it.",
)
_MEANT = Text(
    "Kolumnen ”{}” är okänd. Menades ”{}”?", "The column “{}” is unknown. Was “{}” meant?"
)
_TWO_MONTHS = Text(
    "Bladet heter {} men raderna över tabellen säger {}. Rätta den som är fel.",
    "The sheet is named {} but the lines above the table say {}. Correct the wrong one.",
)
_NOT_SAID = Text(
    "Tabellen säger inte {} siffrorna gäller. Lägg till en kolumn {}.",
    "The table does not say {} the figures are of. Add a column {}.",
)
_COLUMN_NOT_SAID = Text(
    "Rubriken ”{}” säger inte {} siffrorna gäller. Skriv det i rubriken; är kolumnen en summa "
    "eller ett medel av andra, ta bort den.",
    "The heading “{}” does not say {} the figures are of. Write it in the heading; if the column "
    "adds up others or is their mean, remove it.",
)
_NO_HEADING = Text(
    "”{}” i kolumn {} står inte under någon rubrik. Skriv rubriken; hör siffrorna till talet till "
    "vänster, sätt hela talet inom citattecken.",
    "“{}” in column {} stands under no heading. Write the heading; if the digits belong to the "
    "number on the left, put the whole number in quotes.",
)
_PARTS = {
    "measure": Text("vilket mätetal", "which measure"),
    "month": Text("vilken månad", "which month"),
}
_TITLES = {"measure": Text("Mätetal", "Measure"), "month": Text("Månad", "Month")}


_SUMS = re.compile(r"(?:summa|sum|totalt?|snitt|medel\w*|genomsnitt|average|mean|median)\b")


def faults_of_headings(table: Table, reader: Reader) -> Iterator[Fault]:
    """Columns that are not understood, and what no column and no title says."""
    for column in table.unknown:
        title = column.means.unknown[:60]
        message = _unknown(title, reader)
        yield Fault(
            table.sheet, table.head_row, column.title, title, "column", message, column.place
        )
    if table.two_months:
        message = _TWO_MONTHS.format(*table.two_months)
        yield Fault(table.sheet, table.head_row, "", "", "no_month_for_sure", message)
    for part in ("measure", "month"):
        by_row = bool(table.with_role(part)) or part in table.usual
        by_name = bool(table.two_months) or table.is_month_by_name
        by_row = by_row or (part == "month" and by_name)
        silent = [c for c in table.figures if part not in c.means.said]
        if not by_row and silent and len(silent) < len(table.figures):
            for one in silent:
                message = _COLUMN_NOT_SAID.format(one.title, _PARTS[part])
                yield Fault(table.sheet, table.head_row, one.title, one.title, f"no_{part}",
                            message, one.place)  # fmt: skip
        elif not by_row and silent:
            message = _NOT_SAID.format(_PARTS[part], _TITLES[part])
            yield Fault(table.sheet, table.head_row, "", "", f"no_{part}", message)


def under_no_heading(table: Table, row: int, cells: list[Cell]) -> Fault | None:
    """A number to the right of all headings: a comma within another has been taken for a border."""
    last = max((one.place for one in table.columns), default=0)
    for place, cell in enumerate(cells[last:], start=last + 1):
        if words(cell)[:1].isdigit():
            shown = words(cell)[:40]
            message = _NO_HEADING.format(shown, place)
            return Fault(table.sheet, row, "", shown, "no_heading", message, place)
    return None


def _unknown(title: str, reader: Reader) -> Text:
    """What to do about a heading that is not understood."""
    if months.bare(title):
        return _NO_YEAR.format(title)
    if folded(title) in ("helar", "hela aret", "ar totalt", "year", "whole year", "totalt"):
        return _WHOLE_YEAR.format(title)
    if _SUMS.match(folded(title)):
        return _SUM.format(title)
    if DIVIDING.search(folded(title)):
        return _DIVIDES.format(title)
    near = nearest(title, reader.measures)
    if folded(title).startswith("andel") and not folded(near).startswith("andel"):
        # A share is no count, however alike the words are.
        near = ""
    return _MEANT.format(title, near) if near else _UNKNOWN_COLUMN.format(title)
