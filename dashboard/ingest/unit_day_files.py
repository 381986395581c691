"""Reports of unit-days in any file that an import reads: the same signs, words and dates."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from dashboard.frozen import frozen
from dashboard.imports.months import day
from dashboard.imports.sheet_marks import PERCENT
from dashboard.ingest.unit_days import COUNTED, REPORT
from dashboard.spreadsheets.care_words import ALL_STREAMS, CARES, STREAMS
from dashboard.spreadsheets.cells import Cell, folded, is_missing, words
from dashboard.spreadsheets.documents import sheets_of
from dashboard.spreadsheets.faults import MERGED, Unreadable, Wrong
from dashboard.spreadsheets.number_signs import Signs, number_in, signs_of
from dashboard.spreadsheets.region_names import region
from dashboard.spreadsheets.sheets import Row, Sheet

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


@frozen
class Line:
    """A row: where it stands in words, its cells and the headings over them by column."""

    where: str
    cells: Mapping[str, Cell]
    titles: Mapping[str, str]


def reports_of(file: Path) -> pa.Table:
    """The reports of a CSV file or a workbook with the columns `REPORT`, dates as in Sweden.

    Hidden rows and sheets are left out, of a workbook sheets without a table as well.

    Raises:
        ValueError: a column is missing or a cell cannot be read; the message names row and column.
    """
    try:
        lines = list(_lines(file))
    except Unreadable as error:
        raise ValueError(f"{file}: {error}") from error
    signs = {name: signs_of(line.cells[name] for line in lines) for name in _COUNTS}
    columns = {name: [_read(name, line, signs) for line in lines] for name in REPORT}
    kinds = {"date": pa.date32(), **dict.fromkeys(_COUNTS, pa.float64())}
    return pa.table({name: pa.array(cells, kinds.get(name, pa.string()))
                     for name, cells in columns.items()})  # fmt: skip


def _lines(file: Path) -> Iterator[Line]:
    nearest: dict[str, int] = {}
    there: Sequence[str] = ()
    found = False
    for sheet in sheets_of(file, _HEADS.__contains__):
        rows = ((n, cells) for n, cells in sheet.rows if n not in sheet.hidden_rows)
        for _, cells in rows:
            places = {_HEADS[folded(cell)]: at for at, cell in enumerate(cells)
                      if folded(cell) in _HEADS}  # fmt: skip
            if len(places) >= max(1, len(nearest)):
                nearest, there = places, [words(cell) for cell in cells]
            if len(places) == len(REPORT):
                found = True
                yield from _below(sheet, rows, places, cells)
    if not found:
        missing = ", ".join(name for name in REPORT if name not in nearest)
        raise ValueError(f"there is no column {missing}; there is {', '.join(there)[:200]}")


def _below(
    sheet: Sheet, rows: Iterator[Row], places: Mapping[str, int], heads: Sequence[Cell]
) -> Iterator[Line]:
    titles = {name: words(heads[at]) for name, at in places.items()}
    for number, cells in rows:
        if not any(map(words, cells)):
            continue
        where = f"sheet {sheet.name}, row {number}" if sheet.name else f"row {number}"
        if _is_merged_count(sheet, number, places):
            raise ValueError(f"{where}: {MERGED.en}")
        own = {name: cells[at] if at < len(cells) else None for name, at in places.items()}
        yield Line(where, own, titles)


def _is_merged_count(sheet: Sheet, row: int, places: Mapping[str, int]) -> bool:
    """Whether a count of the row stands in a cell merged with others."""
    counts = {places[name] + 1 for name in _COUNTS}
    return any(top <= row <= bottom and counts & set(range(left, right + 1))
               for top, left, bottom, right in sheet.merged)  # fmt: skip


def _read(name: str, line: Line, signs: Mapping[str, Signs]) -> str | float | date | None:
    read: Callable[[Cell], Any] = {
        "region": lambda cell: region(cell, ""), "date": day,
        "care": lambda cell: _word("care", cell), "stream": lambda cell: _word("stream", cell),
    }.get(name, words)  # fmt: skip
    cell = line.cells[name]
    try:
        if name in signs:
            return _count(cell, signs[name])
        found: str | date = read(cell)
    except Wrong as wrong:
        raise ValueError(f"{line.where}, column {line.titles[name]}: {wrong}") from wrong
    return found


def _count(cell: Cell, signs: Signs) -> float | None:
    if words(cell).endswith("%"):
        raise Wrong("percent", PERCENT.format(words(cell)[:40]))
    return None if is_missing(cell) else number_in(cell, signs)


def _word(name: str, cell: Cell) -> str:
    # What is none of the words is told of beside its region and month.
    return _WORDS[name].get(folded(cell), words(cell))
