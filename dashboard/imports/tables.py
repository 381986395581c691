"""Where in a sheet its table begins, and what each of its columns says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from dashboard.imports.headings import ROLES, THOUSANDS, Heading, heading, is_part_of_month, meaning
from dashboard.imports.months import is_month, month
from dashboard.imports.readers import Reader
from dashboard.spreadsheets.cells import Cell, folded, is_missing, words
from dashboard.spreadsheets.sheets import Row, Sheet

# Headings stand within the first rows, below a title and a few lines of notes.
_LOOKED_AT = 40
_MOST_HEADING_ROWS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its number from 1, its heading as written, and what that says."""

    place: int
    title: str
    means: Heading


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a sheet: its columns, what its title says, and the rows below.

    `usual` has what holds for every value unless a column or a cell says otherwise.
    `head_row` is the number of the row of headings that names the region.
    """

    sheet: str
    head_row: int
    columns: tuple[Column, ...]
    usual: Mapping[str, str]
    rows: Iterator[Row]

    def with_role(self, role: str) -> tuple[Column, ...]:
        """The columns of a role, from the left."""
        return tuple(one for one in self.columns if one.means.role == role)

    @property
    def figures(self) -> tuple[Column, ...]:
        """The columns that hold figures: those named value, and those a measure, month, care or
        stream stands above."""
        return tuple(c for c in self.columns if c.means.role == "value" or c.means.said)

    @property
    def unknown(self) -> tuple[Column, ...]:
        """The columns whose heading is not understood."""
        return tuple(one for one in self.columns if one.means.unknown)


def table_in(sheet: Sheet, reader: Reader) -> Table | None:
    """The table of a sheet, or None where no row of headings names a region."""
    first = list(islice(sheet.rows, _LOOKED_AT))
    at = next((i for i, (_, cells) in enumerate(first) if _region_at(cells) is not None), None)
    if at is None:
        return None
    top, bottom = _block(first, at, reader)
    grid = _grid([cells for _, cells in first[top : bottom + 1]])
    columns = tuple(_columns(grid, reader))
    named = {"month": month(sheet.name)} if is_month(sheet.name) else {}
    usual = {**reader.usual, **named, **_of_title(first[:top], reader)}
    columns = tuple(_unhidden(sheet, columns))
    rows = _chained(first[bottom + 1 :], sheet.rows)
    return Table(sheet.name, first[at][0], columns, usual, rows)


def _unhidden(sheet: Sheet, columns: Sequence[Column]) -> Iterator[Column]:
    """Hidden columns of figures are not delivered; hidden keys are read all the same."""
    for one in columns:
        figures = one.means.said or one.means.unknown or one.means.role == "value"
        hidden = one.place in sheet.hidden_columns and figures
        yield Column(one.place, one.title, Heading("ignored")) if hidden else one


def _chained(first: Sequence[Row], rest: Iterator[Row]) -> Iterator[Row]:
    yield from first
    yield from rest


def _region_at(cells: Sequence[Cell]) -> int | None:
    return next((i for i, cell in enumerate(cells) if ROLES.get(folded(cell)) == "region"), None)


def _block(first: Sequence[Row], at: int, reader: Reader) -> tuple[int, int]:
    """The first and last of the rows of headings around the one that names the region."""
    top = bottom = at
    place = _region_at(first[at][1]) or 0
    while top > 0 and at - top < _MOST_HEADING_ROWS and _is_group(first[top - 1][1], place, reader):
        top -= 1
    while bottom + 1 < len(first) and bottom - at < _MOST_HEADING_ROWS:
        below = first[bottom + 1][1]
        own = below[place] if place < len(below) else None
        if not (is_missing(own) or ROLES.get(folded(own)) == "region"):
            break
        if not _is_group(below, place, reader):
            break
        bottom += 1
    return top, bottom


def _is_group(cells: Sequence[Cell], place: int, reader: Reader) -> bool:
    """Whether a row holds headings for columns to the right of the region's, and no title."""
    right = [cell for cell in cells[place + 1 :] if words(cell)]
    left = [cell for cell in cells[: place + 1] if words(cell)]
    known = [
        c for c in right
        if meaning(c, reader.measures) or folded(c) in ROLES or is_part_of_month(c)
    ]  # fmt: skip
    alone = len(left) > 0 and len({words(c) for c in (*left, *right)}) == 1
    return bool(known) and not alone and len(known) * 2 >= len(right)


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Rows of headings, alike in length, where a heading over several columns stands in each."""
    width = max(len(cells) for cells in rows)
    grid = [[*cells, *[None] * (width - len(cells))] for cells in rows]
    for upper, lower in pairwise(grid):
        for i in range(1, width):
            beside = words(upper[i - 1]) and folded(upper[i - 1]) not in ROLES
            own = words(lower[i]) and folded(lower[i]) not in ROLES
            if beside and own and not words(upper[i]):
                upper[i] = upper[i - 1]
    return grid


def _columns(grid: Sequence[Sequence[Cell]], reader: Reader) -> Iterator[Column]:
    for i in range(len(grid[0])):
        over = list(dict.fromkeys(words(row[i]) for row in grid if words(row[i])))
        if over:
            yield Column(i + 1, " / ".join(over), heading(list(over), reader.measures))


def _of_title(rows: Sequence[Row], reader: Reader) -> dict[str, str]:
    """What the lines above the table say of all of it, as `somatisk vård, oktober 2025`."""
    said: dict[str, set[str]] = {}
    for _, cells in rows:
        for cell in dict.fromkeys(words(cell) for cell in cells):
            if THOUSANDS.search(folded(cell)):
                said["times"] = {"1000"}
            for part in cell.replace(":", ",").replace(";", ",").replace(" – ", ",").split(","):
                for key, value in (meaning(part, reader.measures) or {}).items():
                    said.setdefault(key, set()).add(value)
    # A title that names two months, or two measures, says of no figure which it is.
    return {key: next(iter(values)) for key, values in said.items() if len(values) == 1}
