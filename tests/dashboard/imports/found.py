"""What was read of a file, as its tests ask for it; and workbooks with the marks of a sheet."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from dashboard.imports.reading import Reading

HEAD = "Region;Månad;Disponibla vårdplatser"
RATES = f"{HEAD};Beläggningsgrad i procent"


def figures(found: Reading) -> dict[tuple[str, str, str], float]:
    """What was read, by region, month and measure; sums are in unit-days."""
    return {(r, m, name): value for r, m, _, _, name, value in found.collected.figures()}


def beds(found: Reading, region: str, month: str = "2025-10", days: int = 31) -> float:
    return figures(found)[region, month, "bed_days"] / days


def rules(found: Reading) -> list[str]:
    return [one.rule for one in (*found.faults, *found.questions)]


def book(path: Path, rows: Sequence[Sequence[Any]], **marks: Any) -> bytes:
    """A workbook; `percent`, `hidden_rows`, `hidden_columns`, `merged` and `formula` mark it."""
    with xlsxwriter.Workbook(str(path)) as made:
        if marks.get("hidden_sheet"):
            first = made.add_worksheet("Dold")
            first.write_row(0, 0, rows[0])
            first.hide()
        sheet, percent = made.add_worksheet("Data"), made.add_format({"num_format": "0.0%"})
        sheet.activate()
        sheet.set_first_sheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                form = percent if column == marks.get("percent") and number else None
                sheet.write(number, column, cell, form)
        for row in marks.get("hidden_rows", ()):
            sheet.set_row(row, None, None, {"hidden": True})
        for column in marks.get("hidden_columns", ()):
            sheet.set_column(column, column, None, None, {"hidden": True})
        if "merged" in marks:
            sheet.merge_range(*marks["merged"])
        if "formula" in marks:
            sheet.write_formula(*marks["formula"])
    return path.read_bytes()
