"""CSV as it comes: any usual separator, in UTF-8 or one of the older encodings of Swedish."""

import csv
import io
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Sequence

from dashboard.language.text import Text
from dashboard.spreadsheets.cells import folded
from dashboard.spreadsheets.faults import Unreadable
from dashboard.spreadsheets.sheets import Advance, Row, Sheet, Source, opened

_BLOCK = 1 << 20
_HEAD = 64 * 1024
_DELIMITERS = (";", "\t", ",", "|")
# What Swedish programs have written: Windows, DOS, and the Macintosh of before 2001.
_OLDER = ("cp1252", "cp850", "mac_roman")
_SWEDISH = frozenset("åäöÅÄÖéü")
# As much as a workbook can hold: what is wider or longer is no table that a person keeps.
MOST_COLUMNS, MOST_ROWS = 16_384, 1_048_576
# A heading as it is compared, lower case and without rings.
Known = Callable[[str], bool]

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
_TOO_WIDE = Text(
    "Rad {} har fler än {} kolumner. Spara bara tabellen i en egen fil.",
    "Row {} has more than {} columns. Save the table alone in a file of its own.",
)
_TOO_LONG = Text(
    "Filen har fler än {} rader. Dela upp den.", "The file has more than {} rows. Divide it."
)
_BROKEN = Text(
    "Rad {}: citattecknen går inte ihop eller en cell är för lång. Spara tabellen på nytt.",
    "Row {}: quotation marks do not match or a cell is too long. Save the table anew.",
)


def csv_sheet(source: Source, known: Known, advance: Advance = lambda n: None) -> Sheet:
    """The file as a sheet, decoded as it is read; `advance` is told of bytes read.

    `known` tells a heading of the wanted table, which decides what separates its cells.

    Raises:
        Unreadable: it is empty, or no text in an encoding known here. A row whose quotation
            marks do not match, or that lies beyond the limits, raises it when it is reached.
        OSError: the file cannot be opened.
    """
    encoding = _encoding(source)
    with opened(source) as raw:
        head = raw.read(_HEAD).decode(encoding, errors="ignore")
    if not head.strip():
        raise Unreadable("empty", _EMPTY)
    return Sheet("", _rows(source, encoding, delimiter_of(head, known), advance))


def delimiter_of(head: str, known: Known) -> str:
    """What stands between the cells: the sign that parts the most known headings of one line."""
    lines = [line for line in head.splitlines()[:40] if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        return lines[0].strip()[4]
    best, most = "", 0
    for line in lines:
        for sign in sorted(_DELIMITERS, key=line.count, reverse=True):
            cells = next(csv.reader(io.StringIO(line), delimiter=sign), [])
            count = sum(known(folded(cell)) for cell in cells) if len(cells) > 1 else 0
            if count > most:
                best, most = sign, count
    return best or max(_DELIMITERS, key=head.count)


def _encoding(source: Source) -> str:
    with opened(source) as file:
        begins = file.read(8)
    if begins[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable("encoding", _UTF16)
    if _is_text_in(source, "utf-8-sig"):
        return "utf-8-sig"
    with opened(source) as file:
        sample = file.read(_BLOCK)
    # Bytes above 127 are hardly anything but the Swedish letters; the encoding that makes most
    # of them into such is the one they were written in.
    for encoding in sorted(_OLDER, key=lambda one: -_swedish(sample, one)):
        if _is_text_in(source, encoding):
            return encoding
    raise Unreadable("encoding", _NO_TEXT)


def _swedish(sample: bytes, encoding: str) -> int:
    return sum(one in _SWEDISH for one in sample.decode(encoding, errors="replace"))


def _is_text_in(source: Source, encoding: str) -> bool:
    decoder = getincrementaldecoder(encoding)()
    with opened(source) as file:
        try:
            while block := file.read(_BLOCK):
                if b"\0" in block:
                    return False
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _rows(source: Source, encoding: str, delimiter: str, advance: Advance) -> Iterator[Row]:
    with opened(source) as raw, io.TextIOWrapper(raw, encoding, newline="") as file:
        lines = _Lines(file, delimiter)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        told, number = 0, 0
        try:
            for number, cells in enumerate(reader, start=1):
                lines.begin(number + 1)
                yield number, [] if _is_hint(number, cells, delimiter) else list(cells)
                if number % 5000 == 0:
                    advance(raw.tell() - told)
                    told = raw.tell()
        except csv.Error as error:
            raise Unreadable("csv", _BROKEN.format(number + 1)) from error
        advance(raw.tell() - told)


class _Lines:
    """The lines of a file, of which no row may be wider than the limit.

    They are counted before they are taken apart: a million cells are a list of a million.
    """

    def __init__(self, file: Iterator[str], delimiter: str) -> None:
        self._file, self._delimiter = file, delimiter
        self._row, self._cells = 1, 1

    def begin(self, row: int) -> None:
        """What is read from now on is of this row."""
        if row > MOST_ROWS + 1:
            raise Unreadable("too_large", _TOO_LONG.format(MOST_ROWS))
        self._row, self._cells = row, 1

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._file)
        self._cells += line.count(self._delimiter)
        if self._cells > MOST_COLUMNS:
            raise Unreadable("too_large", _TOO_WIDE.format(self._row, MOST_COLUMNS))
        return line


def _is_hint(number: int, cells: Sequence[str], delimiter: str) -> bool:
    """`sep=;` tells a spreadsheet program what separates the cells, and is no row."""
    return number == 1 and delimiter.join(cells).strip().lower() == f"sep={delimiter}"
