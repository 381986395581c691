"""CSV as it comes: comma, semicolon or tab, UTF-8 with or without a mark, or Windows-1252."""

import csv
import io
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from pathlib import Path

from dashboard.imports.cells import folded
from dashboard.imports.faults import Unreadable
from dashboard.imports.headings import ROLES
from dashboard.imports.sheets import Row, Sheet
from dashboard.language.text import Text

_BLOCK = 1 << 20
_HEAD = 64 * 1024
_DELIMITERS = (";", "\t", ",")
Advance = Callable[[int], None]

_UTF16 = Text(
    "Filen är sparad i UTF-16. Spara den som CSV UTF-8 och försök igen.",
    "The file is saved as UTF-16. Save it as CSV UTF-8 and try again.",
)
_NO_TEXT = Text(
    "Filen är varken text i UTF-8 eller Windows-1252. Spara den som CSV UTF-8 eller som XLSX.",
    "The file is text neither in UTF-8 nor in Windows-1252. Save it as CSV UTF-8 or as XLSX.",
)
_EMPTY = Text(
    "Filen är tom. Fyll i mallen, eller spara tabellen på nytt.",
    "The file is empty. Fill in the template, or save the table anew.",
)
_BROKEN = Text(
    "Rad {}: citattecknen går inte ihop eller en cell är för lång. Spara tabellen på nytt.",
    "Row {}: quotation marks do not match or a cell is too long. Save the table anew.",
)


def csv_sheet(path: Path, advance: Advance) -> Sheet:
    """The file as a sheet, decoded as it is read; `advance` is told of bytes read.

    Raises:
        Unreadable: it is empty, or no text in an encoding known here. A row whose quotation
            marks do not match raises it when that row is reached.
    """
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise Unreadable("empty", _EMPTY)
    return Sheet("", _rows(path, encoding, delimiter_of(head), advance))


def delimiter_of(head: str) -> str:
    """What stands between the cells: the sign that the line of headings has most of."""
    lines = [line for line in head.splitlines()[:40] if line.strip()]
    for line in lines:
        for sign in sorted(_DELIMITERS, key=line.count, reverse=True):
            cells = next(csv.reader(io.StringIO(line), delimiter=sign), [])
            if len(cells) > 1 and any(ROLES.get(folded(cell)) == "region" for cell in cells):
                return sign
    return max(_DELIMITERS, key=head.count)


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            raise Unreadable("encoding", _UTF16)
    for encoding in ("utf-8-sig", "cp1252"):
        if _is_text_in(path, encoding):
            return encoding
    raise Unreadable("encoding", _NO_TEXT)


def _is_text_in(path: Path, encoding: str) -> bool:
    decoder = getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                if b"\0" in block:
                    return False
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _rows(path: Path, encoding: str, delimiter: str, advance: Advance) -> Iterator[Row]:
    with path.open("rb") as raw, io.TextIOWrapper(raw, encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        told, number = 0, 0
        try:
            for number, cells in enumerate(reader, start=1):
                yield number, list(cells)
                if number % 5000 == 0:
                    advance(raw.tell() - told)
                    told = raw.tell()
        except csv.Error as error:
            raise Unreadable("csv", _BROKEN.format(number + 1)) from error
        advance(raw.tell() - told)
