"""A small table of words, in one language."""

from dashboard.frozen import frozen


@frozen
class Grid:
    """A small table: heads, and rows whose first cell names the row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
