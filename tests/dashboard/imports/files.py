"""Files to import, made by hand: a table as CSV or as a workbook, and a messy one with its twin."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from dashboard.imports.readers import READERS
from dashboard.imports.reading import Reading, read

HEADS = ("Region", "Månad", "Disponibla vårdplatser", "Överbelagda patienter")
GOOD = (("Skåne", "2025-10", 1234, 5.9), ("Halland", "2025-10", 500, 0.5))
# As the example release has these regions, so that nothing is asked.
USUAL = (("Skåne", "2025-10", 2050, 120.5), ("Halland", "2025-10", 400, 12.5))
# The clean twin of the messy workbook: region, month and the two measures.
TWIN = (
    ("14", "2025-10", 1234, 5.9), ("14", "2025-11", 1240.5, 6.1), ("12", "2025-10", 1100, 4.0),
    ("12", "2025-11", None, None), ("23", "2025-10", 201, None), ("23", "2025-11", 203, 0.4),
)  # fmt: skip


def csv_file(path: Path, rows: Sequence[Sequence[Any]], *, delimiter: str = ";",
             decimal: str = ",", encoding: str = "utf-8") -> Path:  # fmt: skip
    """Rows as CSV; None is an empty cell."""

    def cell(value: Any) -> str:
        text = "" if value is None else str(value)
        return text.replace(".", decimal) if isinstance(value, float) else text

    lines = [delimiter.join(map(cell, row)) for row in rows]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path


def workbook(path: Path, rows: Sequence[Sequence[Any]], name: str = "Data") -> Path:
    """Rows as the only sheet of a workbook."""
    with xlsxwriter.Workbook(str(path), {"nan_inf_to_errors": True}) as book:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def messy(path: Path) -> Path:
    """Two rows of headings, merged cells, a row of the country, words for months, odd numbers and
    a note: valid all the same."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Läs mig").write(0, 0, "Uppgifter till nationell uppföljning")
        sheet = book.add_worksheet("Rapport")
        sheet.merge_range("B2:F2", "Vårdplatser, somatisk vård")
        sheet.merge_range("B4:B5", "Region")
        sheet.merge_range("C4:D4", "Disponibla vårdplatser")
        sheet.merge_range("E4:F4", "Överbelagda patienter")
        sheet.write_row(4, 2, ["okt 2025", "november 2025", "Okt 2025", "nov -25"])
        sheet.write_row(5, 1, ["VGR", "1 234", "1\u00a0240,5", "5,9", "6,1"])
        sheet.write_row(6, 1, ["Region Skåne", 1100, "Ej deltagit", 4, "-"])
        sheet.write_row(7, 1, ["Jämtland Härjedalen", 201, "203", "–", "0,4"])
        sheet.write_row(8, 1, ["Riket", "2 535", "1443,5", "9,9", "6,5"])
        sheet.write(10, 1, "Källa: regionernas egna system. Preliminära uppgifter.")
    return path


def twin(path: Path) -> Path:
    """The same figures in one plain table."""
    return csv_file(path, [("region", "month", "beds", "over"), *TWIN], delimiter=",", decimal=".")


def reading_of(path: Path, source: str = "regions") -> Reading:
    """The file as it is read from a source."""
    return read(path, READERS[source], advance=lambda n: None, refuse=lambda fault: None)


def rules(path: Path, source: str = "regions") -> list[str]:
    """The rules that the file breaks."""
    return [fault.rule for fault in reading_of(path, source).faults]
