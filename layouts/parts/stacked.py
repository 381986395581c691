"""Tables of words whose rows stand one under the other on a phone, each cell with its heading."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from layouts.html import Html

# The class of such a table; the style sheet stacks it where there is no room for columns.
STACKED = "stacked"
_CELL = re.compile("<td(?=[ >])")


def stacked(rows: Iterable[Html], heads: Sequence[str]) -> list[Html]:
    """The rows, each cell with the heading of its column; `heads` begins with the first column."""
    marks = [f'<td data-head="{escape(head)}"' for head in heads[1:]]
    return [_marked(row, marks) for row in rows]


def _marked(row: Html, marks: Sequence[str]) -> Html:
    """A row that ends before its headings do, or goes on after them, keeps what it has."""
    left = iter(marks)
    return Html(_CELL.sub(lambda cell: next(left, cell[0]), row))
