"""A list of wards somebody gives us: every row is a ward or has its faults, and none is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.language.text import Text
from dashboard.spreadsheets.cells import Cells, cells_of
from dashboard.spreadsheets.faults import Fault, Unreadable, shown

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
_HEADS = {
    "name": {"avdelning", "ward", "namn", "name", "enhet", "unit", "vårdenhet"},
    "beds": {"vårdplatser", "beds", "platser", "antal vårdplatser", "disponibla vårdplatser"},
    "stream": {"vårdform", "stream", "vårdtyp", "typ", "type"},
    "hospital": {"sjukhus", "hospital"},
}
_STREAMS: dict[str, WardStream] = {
    "akut": "acute", "acute": "acute", "oplanerad": "acute", "unplanned": "acute",
    "planerad": "planned", "planned": "planned", "elektiv": "planned", "elective": "planned",
    "iva": "icu", "intensivvård": "icu", "icu": "icu", "intensive care": "icu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward whose patients share its beds; `row` is where it stood."""

    row: int
    name: str
    beds: int
    stream: WardStream
    hospital: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row with faults, as it stood: its cells by the heads of the file."""

    row: int
    cells: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class WardList:
    """The wards, the rows refused, and how many rows were empty: together every row below the head.

    `ignored` are heads of columns that are not used.
    """

    wards: tuple[Ward, ...]
    refused: tuple[Refused, ...]
    empty: int
    ignored: tuple[str, ...]

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
    cells = cells_of(content)
    heads = _columns(cells)
    filled = [(number, row) for number, row in enumerate(cells[1:], start=2) if any(row)]
    if not filled:
        raise Unreadable(_NO_ROWS)
    if len(filled) > MOST_WARDS:
        raise Unreadable(_TOO_MANY.format(MOST_WARDS))
    names = cells[0]
    used = set(heads.values())
    wards: list[Ward] = []
    refused: list[Refused] = []
    first_seen: dict[tuple[str, str], int] = {}
    for number, row in filled:
        found = _ward(number, row, heads, names, first_seen)
        if isinstance(found, Ward):
            wards.append(found)
        else:
            refused.append(found)
    ignored = tuple(name for i, name in enumerate(names) if i not in used and name)
    return WardList(tuple(wards), tuple(refused), len(cells) - 1 - len(filled), ignored)


def _columns(cells: Cells) -> dict[str, int]:
    """Where each column stands."""
    heads = [" ".join(head.casefold().split()) for head in cells[0]]
    found: dict[str, int] = {}
    for column, known in _HEADS.items():
        places = [i for i, head in enumerate(heads) if head in known]
        if len(places) > 1:
            raise Unreadable(_TWICE.format(COLUMNS[column]))
        if not places:
            raise Unreadable(_NO_COLUMN.format(COLUMNS[column], shown(", ".join(cells[0]))))
        found[column] = places[0]
    return found


def _ward(
    number: int,
    row: Sequence[str],
    heads: dict[str, int],
    names: Sequence[str],
    first_seen: dict[tuple[str, str], int],
) -> Ward | Refused:
    cells = {column: row[i] if i < len(row) else "" for column, i in heads.items()}
    problems = {
        "name": _words_problem(cells["name"]),
        "beds": _beds_problem(cells["beds"]),
        "stream": None if cells["stream"].casefold() in _STREAMS else _stream_problem(cells),
        "hospital": _words_problem(cells["hospital"]),
    }
    if not (problems["name"] or problems["hospital"]):
        key = cells["hospital"].casefold(), cells["name"].casefold()
        if (first := first_seen.setdefault(key, number)) != number:
            problems["name"] = _REPEATED.format(shown(cells["name"]), first)
    faults = [Fault(number, names[heads[c]], one) for c, one in problems.items() if one]
    if len(row) > len(names):
        faults.append(Fault(number, str(len(names) + 1), _TOO_WIDE.format(len(names))))
    if faults:
        padded = [*names, *(str(i) for i in range(len(names) + 1, len(row) + 1))]
        return Refused(number, tuple(zip(padded, row, strict=False)), tuple(faults))
    stream = _STREAMS[cells["stream"].casefold()]
    return Ward(number, cells["name"], int(cells["beds"]), stream, cells["hospital"])


def _words_problem(cell: str) -> Text | None:
    if not cell:
        return _MISSING
    return _TOO_LONG.format(MOST_CHARACTERS) if len(cell) > MOST_CHARACTERS else None


def _beds_problem(cell: str) -> Text | None:
    if not cell:
        return _MISSING
    # Python also reads 1_000 and the digits of other scripts, which no other program would.
    if not (cell.isascii() and cell.isdigit()):
        return _NO_NUMBER.format(shown(cell))
    return None if 1 <= int(cell[:9]) <= MOST_WARD_BEDS else _NOT_BEDS.format(
        MOST_WARD_BEDS, shown(cell)
    )  # fmt: skip


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
_TWICE = Text("Rad 1: kolumnen {} står två gånger.", "Row 1: the column {} stands twice.")
_NO_COLUMN = Text(
    "Rad 1: det finns ingen kolumn {}. Där står {}.", "Row 1: there is no column {}. There is {}."
)
