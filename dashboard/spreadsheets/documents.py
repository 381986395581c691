"""A file that somebody gives us as sheets, told apart by how it begins and not by its name."""

from collections.abc import Iterator

from dashboard.language.text import Text
from dashboard.spreadsheets.csv_sheets import Known, csv_sheet
from dashboard.spreadsheets.faults import Unreadable
from dashboard.spreadsheets.sheets import Advance, Sheet, Source, opened
from dashboard.spreadsheets.workbook import workbook_sheets

_OLD_BOOK = Text(
    "Filen är en äldre arbetsbok (XLS) eller låst med lösenord. Spara den som XLSX utan lösenord, "
    "eller som CSV.",
    "The file is an older workbook (XLS) or locked by a password. Save it as XLSX without a "
    "password, or as CSV.",
)


def sheets_of(source: Source, known: Known, advance: Advance = lambda n: None) -> Iterator[Sheet]:
    """The sheets of a CSV or XLSX file; `known` tells a heading of the wanted table.

    Raises:
        Unreadable: it is of another kind, empty, or damaged.
        OSError: the file cannot be opened.
    """
    with opened(source) as file:
        begins = file.read(8)
    if begins[:2] == b"PK":
        yield from workbook_sheets(source)
    elif begins == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Unreadable("format", _OLD_BOOK)
    else:
        yield csv_sheet(source, known, advance)
