"""Reports of unit-days as CSV of any kind that an import reads: the same signs, words and dates."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from dashboard.imports.months import day
from dashboard.ingest.unit_days import COUNTED, REPORT
from dashboard.spreadsheets.care_words import ALL_STREAMS, CARES, STREAMS
from dashboard.spreadsheets.cells import Cell, folded, is_missing, words
from dashboard.spreadsheets.documents import sheets_of
from dashboard.spreadsheets.faults import Unreadable, Wrong
from dashboard.spreadsheets.number_signs import Signs, number_in, signs_of
from dashboard.spreadsheets.region_names import region

_COUNTS = tuple(COUNTED.values())
_HEADS: Mapping[str, str] = {
    **{name: name for name in REPORT},
    "lan": "region", "regionkod": "region", "sjukhus": "hospital", "enhet": "unit",
    "avdelning": "unit", "datum": "date", "dag": "date", "vard": "care", "vardomrade": "care",
    "vardform": "stream", "vardplatser": "beds", "disponibla vardplatser": "beds",
    "patienter": "patients", "inskrivna patienter": "patients",
    "overbelagda": "overcrowded", "overbelagda patienter": "overcrowded",
    "utlokaliserade": "outplaced", "utlokaliserade patienter": "outplaced",
}  # fmt: skip
_WORDS = {"care": CARES, "stream": {**STREAMS, **ALL_STREAMS}}
Line = tuple[int, dict[str, Cell]]


def reports_of(file: Path) -> pa.Table:
    """The reports of a file with the columns `REPORT`, its dates as they were in Sweden.

    Raises:
        ValueError: a column is missing or a cell cannot be read; the message names row and column.
    """
    try:
        lines = list(_lines(file))
    except Unreadable as error:
        raise ValueError(f"{file}: {error}") from error
    signs = {name: signs_of(cells[name] for _, cells in lines) for name in _COUNTS}
    columns = {name: [_read(name, line, signs) for line in lines] for name in REPORT}
    kinds = {"date": pa.date32(), **dict.fromkeys(_COUNTS, pa.float64())}
    return pa.table({name: pa.array(cells, kinds.get(name, pa.string()))
                     for name, cells in columns.items()})  # fmt: skip


def _lines(file: Path) -> Iterator[Line]:
    places: dict[str, int] = {}
    nearest: tuple[set[str], list[str]] = (set(), [])
    for sheet in sheets_of(file, _HEADS.__contains__):
        for number, cells in sheet.rows:
            if len(places) == len(REPORT):
                if any(map(words, cells)):
                    yield number, {name: cells[at] if at < len(cells) else None
                                   for name, at in places.items()}  # fmt: skip
                continue
            places = {_HEADS[folded(cell)]: at for at, cell in enumerate(cells)
                      if folded(cell) in _HEADS}  # fmt: skip
            if len(places) >= len(nearest[0]):
                nearest = set(places), [words(cell) for cell in cells]
    if len(places) < len(REPORT):
        missing = ", ".join(name for name in REPORT if name not in nearest[0])
        raise ValueError(f"there is no column {missing}; there is {', '.join(nearest[1])[:200]}")


def _read(name: str, line: Line, signs: Mapping[str, Signs]) -> str | float | date | None:
    number, cells = line
    read: Callable[[Cell], Any] = {
        "region": lambda cell: region(cell, ""), "date": day,
        "care": lambda cell: _word("care", cell), "stream": lambda cell: _word("stream", cell),
    }.get(name, words)  # fmt: skip
    cell = cells[name]
    try:
        if name in signs:
            return None if is_missing(cell) else number_in(cell, signs[name])
        found: str | date = read(cell)
    except Wrong as wrong:
        raise ValueError(f"row {number}, column {name}: {wrong}") from wrong
    return found


def _word(name: str, cell: Cell) -> str:
    # What is none of the words is told of beside its region and month.
    return _WORDS[name].get(folded(cell), words(cell))
