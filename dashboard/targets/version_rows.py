"""The rows of a table of targets somebody loads, each cell checked and every fault named."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.spreadsheets.care_words import CARES, STREAMS
from dashboard.spreadsheets.cells import Cell, folded, words
from dashboard.spreadsheets.faults import MERGED, Fault, Unreadable, Wrong, shown
from dashboard.spreadsheets.grids import Grid
from dashboard.spreadsheets.number_signs import Signs, number_in, signs_of
from dashboard.spreadsheets.region_names import code_named
from dashboard.targets import version_words as words_for
from dashboard.targets.version_checks import CHECKS, Row

REQUIRED = (
    "version", "region", "care", "stream", "unit_size_class", "geography", "target_pct",
    "valid_from", "valid_to", "source_id",
)  # fmt: skip
OPTIONAL = ("need_total", "note_sv", "note_en")

_HEADS = {folded(column): column for column in (*REQUIRED, *OPTIONAL)} | {
    "lan": "region", "vard": "care", "vardomrade": "care", "vardform": "stream",
    "enhetsstorlek": "unit_size_class", "vardplatser per enhet": "unit_size_class",
    "geografi": "geography", "malniva": "target_pct", "mal i procent": "target_pct",
    "mal": "target_pct", "galler fran": "valid_from", "galler till": "valid_to",
    "kalla": "source_id", "behov": "need_total",
}  # fmt: skip


@frozen
class Checked:
    """The rows without a fault, in the words of a table of targets, and every fault."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def is_heading(text: str) -> bool:
    """Whether a heading, lower case and without rings, is one of the columns."""
    return text in _HEADS


def checked(read: Grid) -> Checked:
    """Check a table with the columns of a table of targets.

    A row states a level (`target_pct`) or, in the optional column `need_total`, the official
    number of beds of a region. Regions, care and stream may be named in Swedish, and a level may
    be a cell in per cent.

    Raises:
        Unreadable: a column is missing, or there are no rows.
    """
    heads = [_HEADS.get(folded(head), "") for head in read.heads]
    for column in REQUIRED:
        if heads.count(column) != 1:
            raise Unreadable(
                "column", words_for.COLUMN.format(read.head_row, column, ", ".join(REQUIRED))
            )
    place = heads.index("target_pct")
    signs = signs_of(cells[place] for _, cells in read.filled if place < len(cells))
    numbered = [
        (number, _normal(dict(zip(heads, [*cells, *[None] * len(heads)], strict=False)), signs))
        for number, cells in read.filled
    ]
    if not read.filled:
        raise Unreadable("no_rows", words_for.NO_ROWS)
    faults = [fault for number, row in numbered for fault in _faults(number, row)]
    faults += [_fault(n, "target_pct", row["target_pct"], MERGED) for n, row in numbered
               if (n, place) in read.merged]  # fmt: skip
    faults += _versions(numbered) + _overlaps(numbered, {fault.row for fault in faults})
    bad = {fault.row for fault in faults}
    titles = dict(zip(heads, read.heads, strict=True))
    return Checked(
        tuple(row for number, row in numbered if number not in bad),
        tuple(_under_its_heading(one, titles) for one in sorted(faults, key=lambda one: one.row)),
    )


def _under_its_heading(fault: Fault, titles: Mapping[str, str]) -> Fault:
    return replace(fault, column=titles.get(fault.column, fault.column))


def _normal(cells: Mapping[str, Cell], signs: Signs) -> Row:
    row = {column: words(cells.get(column)) for column in (*REQUIRED, *OPTIONAL)}
    for column in ("valid_from", "valid_to"):
        # A spreadsheet gives dates with a time of day.
        row[column] = row[column].replace("T", " ").removesuffix(" 00:00:00")
    row["region"] = code_named(cells.get("region")) or row["region"]
    row["care"] = CARES.get(folded(row["care"]), row["care"])
    row["stream"] = STREAMS.get(folded(row["stream"]), row["stream"])
    row["target_pct"] = _plain(cells.get("target_pct"), signs)
    return row


def _plain(cell: Cell, signs: Signs) -> str:
    """A level as a number with a decimal point, or as it was written where it is none."""
    if not words(cell):
        return ""
    try:
        return f"{number_in(cell, signs):.12g}"
    except Wrong:
        return words(cell)


def _faults(number: int, row: Row) -> list[Fault]:
    found = [
        _fault(number, column, row[column], problem)
        for column, problem_of in CHECKS.items()
        if (problem := problem_of(row))
    ]
    if bool(row["target_pct"]) == bool(row["need_total"]):
        found.append(_fault(number, "target_pct", row["target_pct"], words_for.ONE_OF_TWO))
    return found


def _fault(number: int, column: str, cell: str, problem: Text) -> Fault:
    return Fault("", number, column, cell[:80], "target", problem)


def _versions(numbered: list[tuple[int, Row]]) -> list[Fault]:
    first = numbered[0][1]["version"]
    return [
        _fault(number, "version", row["version"], words_for.OTHER_VERSION.format(shown(first)))
        for number, row in numbered
        if row["version"] != first
    ]


def _overlaps(numbered: list[tuple[int, Row]], bad: set[int]) -> list[Fault]:
    """Rows of one scope may follow each other in time but not be in force at once."""
    found, before = [], dict[tuple[str, ...], list[tuple[int, Row]]]()
    for number, row in numbered:
        if number in bad:
            continue
        scope = (*(row[column] for column in REQUIRED[1:6]), str(bool(row["need_total"])))
        for earlier, other in before.setdefault(scope, []):
            if _end(row) >= other["valid_from"] and _end(other) >= row["valid_from"]:
                problem = words_for.OVERLAP.format(earlier)
                found.append(_fault(number, "valid_from", row["valid_from"], problem))
                break
        before[scope].append((number, row))
    return found


def _end(row: Row) -> str:
    return row["valid_to"] or "9999-12-31"
