"""Templates to fill in: the same columns as CSV, and as a workbook with lists and checks."""

import csv
import io
from typing import Final, Literal, get_args

import xlsxwriter

from dashboard.imports.measures import MOST, NAMES
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import REGIONS

Kind = Literal["csv", "xlsx"]
KINDS: tuple[Kind, ...] = get_args(Kind)

ROWS: Final = 2000
_COUNTS = ("beds", "patients", "over", "out")
_KEYS = (
    Text("Region", "Region"), Text("Månad", "Month"), Text("Vård", "Care"),
    Text("Vårdform", "Stream"),
)  # fmt: skip
_CARES = Text("Somatisk;Psykiatrisk", "Somatic;Psychiatric")
_STREAMS = Text("Alla;Akut;Planerad", "All;Acute;Planned")
_HOW = (
    Text("En rad per region, månad, vård och vårdform. Siffrorna är medel per dygn kl. 06.",
         "One row for each region, month, care and stream. Figures are means of the days at 06."),
    Text("Månad skrivs 2025-10. Uppgift som saknas lämnas tom: noll betyder ingen patient.",
         "The month is written 2025-10. Leave empty what is missing: zero means no patient."),
    Text("Inskrivna patienter räknas med de överbelagda. Lägg inte till egna kolumner.",
         "Admitted patients include the overcrowded ones. Do not add columns of your own."),
    Text("Kontrollera filen innan den lämnas: vardplats import FIL --dry-run.",
         "Check the file before it is handed in: vardplats import FILE --dry-run."),
)  # fmt: skip


def headings(lang: Lang) -> tuple[str, ...]:
    """The columns of the templates."""
    return (*(key.in_(lang) for key in _KEYS), *(NAMES[name].in_(lang) for name in _COUNTS))


def csv_template(lang: Lang) -> bytes:
    """The headings and a row for each region, its month to be written; for Excel in Swedish."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if lang == "sv" else ",", lineterminator="\r\n")
    writer.writerow(headings(lang))
    care, stream = (_CARES.in_(lang).split(";")[0], _STREAMS.in_(lang).split(";")[0])
    for region in REGIONS:
        writer.writerow([region.name.in_(lang), "", care, stream, "", "", "", ""])
    return out.getvalue().encode("utf-8-sig")


def xlsx_template(lang: Lang) -> bytes:
    """A workbook with lists for region, care and stream, and numbers held within bounds."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, how = book.add_worksheet("Data"), book.add_worksheet(_HELP.in_(lang))
        lists = book.add_worksheet("Listor")
        for row, region in enumerate(REGIONS):
            lists.write_string(row, 0, region.name.in_(lang))
        lists.hide()
        head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
        for column, title in enumerate(headings(lang)):
            sheet.write_string(0, column, title, head)
        sheet.set_column(0, 7, 19)
        sheet.set_column(1, 1, 12, book.add_format({"num_format": "@"}))
        sheet.freeze_panes(1, 1)
        _checks(sheet, lang)
        how.set_column(0, 0, 100)
        for row, words in enumerate(_HOW):
            how.write_string(row, 0, words.in_(lang))
    return out.getvalue()


_HELP = Text("Så här", "How to")
_BETWEEN = Text("Ett tal mellan 0 och {:.0f}, eller tomt.", "A number from 0 to {:.0f}, or empty.")


def _checks(sheet: xlsxwriter.worksheet.Worksheet, lang: Lang) -> None:
    regions = f"=Listor!$A$1:$A${len(REGIONS)}"
    sheet.data_validation(1, 0, ROWS, 0, {"validate": "list", "source": regions})
    for column, words in ((2, _CARES), (3, _STREAMS)):
        listed = words.in_(lang).split(";")
        sheet.data_validation(1, column, ROWS, column, {"validate": "list", "source": listed})
    for column, name in enumerate(_COUNTS, start=len(_KEYS)):
        bounds = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": MOST[name]}
        said = {"error_message": _BETWEEN.in_(lang).format(MOST[name])}
        sheet.data_validation(1, column, ROWS, column, {**bounds, **said})
