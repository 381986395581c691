"""The template of a ward list, to fill in and give back."""

import csv
import io

from dashboard.language.text import Lang, Text
from dashboard.unit_targets.ward_list import COLUMNS, MOST_WARD_BEDS

_STREAMS = (Text("akut", "acute"), Text("planerad", "planned"), Text("iva", "icu"))
# Rows that read as a ward list, so that the template can be tried as it is.
_EXAMPLES = (
    (Text("Exempelavdelning A", "Example ward A"), 24, _STREAMS[0]),
    (Text("Exempelavdelning B", "Example ward B"), 16, _STREAMS[1]),
    (Text("Exempelavdelning C", "Example ward C"), 8, _STREAMS[2]),
)
_HOSPITAL = Text("Exempelsjukhuset", "Example hospital")
_LIST, _HOW = Text("Avdelningar", "Wards"), Text("Så fyller du i", "How to fill it in")
_ADVICE = (
    Text("En rad för varje avdelning. Skriv över exempelraderna.",
         "One row for each ward. Overwrite the example rows."),
    Text("En avdelning är de vårdplatser som patienterna verkligen delar på, inte hela sjukhuset.",
         "A ward is the beds that patients really share, not the whole hospital."),
    Text("Vårdplatser: disponibla vårdplatser, ett helt tal från 1 till {}.",
         "Beds: available beds, a whole number from 1 to {}."),
    Text("Vårdform: akut, planerad eller iva (intensivvård).",
         "Stream: acute, planned or icu (intensive care)."),
    Text("Samma avdelning på samma sjukhus får bara stå en gång.",
         "The same ward at the same hospital may stand only once."),
)  # fmt: skip


def template_rows(lang: Lang) -> list[tuple[str | int, ...]]:
    """The head and the example rows."""
    heads = tuple(one.in_(lang) for one in COLUMNS.values())
    rows = [
        (name.in_(lang), beds, stream.in_(lang), _HOSPITAL.in_(lang))
        for name, beds, stream in _EXAMPLES
    ]
    return [heads, *rows]


def template_csv(lang: Lang) -> bytes:
    """The template as a spreadsheet program of the language opens it: a byte order mark and `;`
    in Swedish, a comma in English.
    """
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";" if lang == "sv" else ",").writerows(template_rows(lang))
    return out.getvalue().encode("utf-8-sig")


def template_xlsx(lang: Lang) -> bytes:
    """The template as a workbook: the list, which offers the streams, and a sheet of advice."""
    import xlsxwriter

    out = io.BytesIO()
    # Nothing that is written may become a formula or a link.
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, plain) as book:
        bold = book.add_format({"bold": True})
        sheet, advice = (book.add_worksheet(one.in_(lang)) for one in (_LIST, _HOW))
        for number, row in enumerate(template_rows(lang)):
            sheet.write_row(number, 0, row, None if number else bold)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 3, 20)
        streams = [one.in_(lang) for one in _STREAMS]
        sheet.data_validation(1, 2, 2_000, 2, {"validate": "list", "source": streams})
        beds = {"validate": "integer", "criteria": "between", "minimum": 1}
        sheet.data_validation(1, 1, 2_000, 1, {**beds, "maximum": MOST_WARD_BEDS})
        advice.set_column(0, 0, 100)
        advice.write_column(0, 0, [one.in_(lang).format(MOST_WARD_BEDS) for one in _ADVICE])
    return out.getvalue()
