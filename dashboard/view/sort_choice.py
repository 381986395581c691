"""In what order the rows of a table stand: as given, or by a column of it."""

import re

from dashboard.frozen import frozen

GIVEN = "given"
# The regional table, whose orders stand in an address without a name before them.
REGIONS = "table"
PATTERN = r"^(given|(?:[a-z][a-z0-9-]{0,39}\.)?[0-9]{1,2}-(asc|desc))$"
EXAMPLES = (GIVEN, "4-desc", "map-table.1-asc")
_UP, _DOWN = "asc", "desc"


@frozen
class Sort:
    """The column, counted from 0 with what names the rows, the direction, and of which table."""

    column: int
    descending: bool
    table: str = REGIONS

    @property
    def word(self) -> str:
        """The order as it stands in an address."""
        name = "" if self.table == REGIONS else f"{self.table}."
        return f"{name}{self.column}-{_DOWN if self.descending else _UP}"

    @property
    def aria(self) -> str:
        """The order as a heading says it to those who hear the page."""
        return "descending" if self.descending else "ascending"


def sort_choice(word: str) -> Sort | None:
    """The order a word stands for, None for the given one.

    Raises:
        ValueError: there is no such order.
    """
    if not re.fullmatch(PATTERN, word):
        raise ValueError(f"{word[:40]} is no order")
    if word == GIVEN:
        return None
    table, _, order = word.rpartition(".")
    column, _, way = order.partition("-")
    return Sort(int(column), way == _DOWN, table or REGIONS)


def sort_of(word: str, table: str) -> Sort | None:
    """The order a word stands for where it is that of a table; else None."""
    found = sort_choice(word)
    return found if found is not None and found.table == table else None


def pressed(column: int, now: Sort | None, table: str = REGIONS) -> Sort:
    """The order after a press on a heading: numbers from the largest, names from A, then back."""
    if now is not None and now.column == column:
        return Sort(column, not now.descending, table)
    return Sort(column, descending=column > 0, table=table)
