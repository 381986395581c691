"""Where in a sheet its table begins, and what each of its columns says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from dashboard.frozen import frozen
from dashboard.imports.headings import ROLES, Heading, heading, is_part_of_month, meaning
from dashboard.imports.months import bare, year_of
from dashboard.imports.readers import Reader
from dashboard.imports.titles import Title, title_of
from dashboard.spreadsheets.cells import Cell, folded, is_missing, words
from dashboard.spreadsheets.sheets import Row, Sheet

# Headings stand within the first rows, below a title and a few lines of notes.
_LOOKED_AT = 40
_MOST_HEADING_ROWS = 3


@frozen
class Column:
    """A column: its number from 1, its heading as written, and what that says."""

    place: int
    title: str
    means: Heading


@frozen
class Table:
    """A table found in a sheet: its columns, what its title says, and the rows below.

    `usual` has what holds for every value unless a column or a cell says otherwise; `name_month`
    is the number of the month that the sheet is named by, whose year a column has. `two_months`
    are those of the name and the title where they differ. `head_row` is the number of the row of
    headings that names the region.
    """

    sheet: str
    head_row: int
    columns: tuple[Column, ...]
    usual: Mapping[str, str]
    rows: Iterator[Row]
    name_month: str = ""
    two_months: tuple[str, ...] = ()

    def with_role(self, role: str) -> tuple[Column, ...]:
        """The columns of a role, from the left."""
        return tuple(one for one in self.columns if one.means.role == role)

    @property
    def is_month_by_name(self) -> bool:
        """Whether the sheet is named by a month whose year stands in a column."""
        return bool(self.name_month and self.with_role("year"))

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
    title = title_of(sheet.name, first[:top], reader.measures)
    grid = _grid([cells for _, cells in first[top : bottom + 1]])
    columns = tuple(_unhidden(sheet, tuple(_columns(grid, reader, title))))
    rows = _chained(first[bottom + 1 :], sheet.rows)
    usual = {**reader.usual, **title.said}
    return Table(sheet.name, first[at][0], columns, usual, rows, title.name_month, title.two_months)


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


def _columns(grid: Sequence[Sequence[Cell]], reader: Reader, title: Title) -> Iterator[Column]:
    for i in range(len(grid[0])):
        over = list(dict.fromkeys(words(row[i]) for row in grid if words(row[i])))
        if over:
            cells = [*over, title.year] if _lacks_year(over) and title.year else over
            yield Column(i + 1, " / ".join(over), heading(list(cells), reader.measures))


def _lacks_year(cells: Sequence[str]) -> bool:
    """Whether a month stands over a column without its year."""
    return any(map(bare, cells)) and not any(map(year_of, cells))
