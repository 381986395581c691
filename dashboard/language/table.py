"""A small table of words, in one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table: heads, and rows whose first cell names the row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
