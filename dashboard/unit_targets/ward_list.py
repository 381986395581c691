"""A list of wards somebody gives us: every row is a ward or has its faults, and none is lost."""

from collections.abc import Sequence
from dataclasses import field
from typing import Literal

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.spreadsheets.care_words import INTENSIVE, STREAMS, TOTALS
from dashboard.spreadsheets.cells import Cell, folded, is_missing, words
from dashboard.spreadsheets.faults import MERGED, Fault, Unreadable, Wrong, shown
from dashboard.spreadsheets.grids import Grid, grid, trimmed
from dashboard.spreadsheets.number_signs import Signs, number_in, signs_of

WardStream = Literal["acute", "planned", "icu"]

MOST_WARDS = 2_000
MOST_WARD_BEDS = 400
MOST_CHARACTERS = 120

# The columns with the heads that are understood; the first of each stands in the template.
COLUMNS: dict[str, Text] = {
    "name": Text("avdelning", "ward"),
    "beds": Text("vårdplatser", "beds"),
    "stream": Text("vårdform", "stream"),
    "hospital": Text("sjukhus", "hospital"),
}
_NAMES = {
    "name": {"avdelning", "ward", "namn", "name", "enhet", "unit", "vardenhet"},
    "beds": {"vardplatser", "beds", "platser", "antal vardplatser", "disponibla vardplatser",
             "available beds"},
    "stream": {"vardform", "stream", "vardtyp", "typ", "type"},
    "hospital": {"sjukhus", "hospital"},
}  # fmt: skip
_HEADS = {name: column for column, names in _NAMES.items() for name in names}
_STREAMS: dict[str, WardStream] = {
    **dict.fromkeys((word for word, key in STREAMS.items() if key == "acute"), "acute"),
    **dict.fromkeys((word for word, key in STREAMS.items() if key == "planned"), "planned"),
    **dict.fromkeys(INTENSIVE, "icu"),
}


@frozen
class Ward:
    """A ward whose patients share its beds; `row` is where it stood."""

    row: int
    name: str
    beds: int
    stream: WardStream
    hospital: str


@frozen
class Refused:
    """A row with faults, as it stood: its cells by the heads of the file."""

    row: int
    cells: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]


@frozen
class WardList:
    """The wards, the rows refused, and how many rows were empty: together every row below the head.

    `ignored` are heads of columns that are not used, `notices` say what was left out of the file.
    """

    wards: tuple[Ward, ...]
    refused: tuple[Refused, ...]
    empty: int
    ignored: tuple[str, ...]
    notices: tuple[Text, ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault in the order of the rows."""
        return tuple(fault for one in self.refused for fault in one.faults)


def read_wards(content: bytes) -> WardList:
    """Read a CSV or XLSX file with the columns ward, beds, stream and hospital.

    Heads and streams may be in Swedish or English; the order of the columns is free.

    Raises:
        Unreadable: no table, a column missing or standing twice, or more than `MOST_WARDS` rows.
    """
    read = grid(content, _HEADS.__contains__)
    if not read.heads:
        raise Unreadable("empty", _NO_ROWS)
    places = _columns(read)
    filled = read.filled
    if not filled:
        raise Unreadable("no_rows", _NO_ROWS)
    if len(filled) > MOST_WARDS:
        raise Unreadable("too_large", _TOO_MANY.format(MOST_WARDS))
    signs = signs_of(_at(row, places["beds"]) for _, row in filled)
    table = _Table(read.heads, places, signs, read.merged)
    each = [_ward(number, row, table) for number, row in filled]
    ignored = tuple(h for i, h in enumerate(read.heads) if i not in places.values() and h)
    return WardList(
        tuple(one for one in each if isinstance(one, Ward)),
        tuple(one for one in each if isinstance(one, Refused)),
        len(read.rows) - len(filled),
        ignored,
        read.notices,
    )


@frozen
class _Table:
    """The headings, where the columns stand, the cells (row, place) that are one with others, and
    the wards seen so far by hospital and name."""

    heads: tuple[str, ...]
    places: dict[str, int]
    signs: Signs
    merged: frozenset[tuple[int, int]] = frozenset()
    first_seen: dict[tuple[str, str], int] = field(default_factory=dict)


def _columns(read: Grid) -> dict[str, int]:
    """Where each column stands."""
    heads = [_HEADS.get(folded(head)) for head in read.heads]
    found: dict[str, int] = {}
    for column, name in COLUMNS.items():
        count = heads.count(column)
        if count > 1:
            raise Unreadable("column", _TWICE.format(read.head_row, name))
        if not count:
            there = shown(", ".join(read.heads))
            raise Unreadable("column", _NO_COLUMN.format(read.head_row, name, there))
        found[column] = heads.index(column)
    return found


def _at(row: Sequence[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else None


def _ward(number: int, row: Sequence[Cell], table: _Table) -> Ward | Refused:
    cells = {column: words(_at(row, i)) for column, i in table.places.items()}
    beds, problem = _beds(_at(row, table.places["beds"]), table.signs)
    if (number, table.places["beds"]) in table.merged:
        problem = MERGED
    if TOTALS & {folded(cells["name"]), folded(cells["hospital"])}:
        problems: dict[str, Text | None] = {"name": _TOTAL}
    else:
        problems = {
            "name": _words_problem(cells["name"]),
            "beds": problem,
            "stream": None if folded(cells["stream"]) in _STREAMS else _stream_problem(cells),
            "hospital": _words_problem(cells["hospital"]),
        }
        if not (problems["name"] or problems["hospital"]):
            key = folded(cells["hospital"]), folded(cells["name"])
            if (first := table.first_seen.setdefault(key, number)) != number:
                problems["name"] = _REPEATED.format(shown(cells["name"]), first)
    faults = [_fault(number, table.heads[table.places[c]], cells[c], one)
              for c, one in problems.items() if one]  # fmt: skip
    width = len(table.heads)
    if len(trimmed(row)) > width:
        faults.append(_fault(number, str(width + 1), "", _TOO_WIDE.format(width)))
    if faults:
        padded = [*table.heads, *(str(i) for i in range(width + 1, len(row) + 1))]
        pairs = tuple((head, words(cell)) for head, cell in zip(padded, row, strict=False))
        return Refused(number, pairs, tuple(faults))
    stream = _STREAMS[folded(cells["stream"])]
    return Ward(number, cells["name"], beds, stream, cells["hospital"])


def _fault(number: int, column: str, cell: str, problem: Text) -> Fault:
    return Fault("", number, column, cell[:80], "ward", problem)


def _words_problem(cell: str) -> Text | None:
    if not cell:
        return _MISSING
    return _TOO_LONG.format(MOST_CHARACTERS) if len(cell) > MOST_CHARACTERS else None


def _beds(cell: Cell, signs: Signs) -> tuple[int, Text | None]:
    """The number of beds in a cell, or 0 and what is wrong with it."""
    text = words(cell)
    if is_missing(cell):
        return 0, _MISSING
    try:
        value = number_in(cell, signs)
    except Wrong as wrong:
        own = wrong.rule in ("error_cell", "formula", "two_readings")
        return 0, wrong.message if own else _NO_NUMBER.format(shown(text))
    if not value.is_integer() or text.endswith("%"):
        return 0, _NO_NUMBER.format(shown(text))
    if not 1 <= value <= MOST_WARD_BEDS:
        return 0, _NOT_BEDS.format(MOST_WARD_BEDS, shown(text))
    return int(value), None


def _stream_problem(cells: dict[str, str]) -> Text:
    return _NO_STREAM.format(shown(cells["stream"])) if cells["stream"] else _MISSING


_MISSING = Text("cellen är tom", "the cell is empty")
_TOO_LONG = Text("längre än {} tecken", "longer than {} characters")
_NO_NUMBER = Text("{} är inget helt antal, som 24", "{} is no whole number, as 24")
_NOT_BEDS = Text("mellan 1 och {} vårdplatser, inte {}", "from 1 to {} beds, not {}")
_NO_STREAM = Text(
    "{} är ingen vårdform; skriv akut, planerad eller iva",
    "{} is no stream; write acute, planned or icu",
)
_REPEATED = Text(
    "{} på samma sjukhus står redan på rad {}", "{} at the same hospital stands in row {} already"
)
_TOO_WIDE = Text(
    "raden har fler celler än rubrikradens {}", "the row has more cells than the head's {}"
)
_NO_ROWS = Text("Filen har inga rader under rubriken.", "The file has no rows below its head.")
_TOO_MANY = Text("Filen har fler än {} avdelningar.", "The file has more than {} wards.")
_TWICE = Text("Rad {}: kolumnen {} står två gånger.", "Row {}: the column {} stands twice.")
_NO_COLUMN = Text(
    "Rad {}: det finns ingen kolumn {}. Där står {}.", "Row {}: there is no column {}. There is {}."
)
_TOTAL = Text(
    "raden är en summa och ingen avdelning; den räknas inte med",
    "the row is a total and no ward; it is not counted",
)
