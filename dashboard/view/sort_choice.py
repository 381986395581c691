"""In what order the rows of the regional table stand: as given, or by a column of it."""

from dataclasses import dataclass

GIVEN = "given"
_UP, _DOWN = "-asc", "-desc"
_COLUMNS = 8
SORTS = (GIVEN, *(f"{column}{way}" for column in range(_COLUMNS) for way in (_UP, _DOWN)))


@dataclass(frozen=True, slots=True)
class Sort:
    """The column, counted from 0 with the names of the regions, and the direction."""

    column: int
    descending: bool

    @property
    def word(self) -> str:
        """The order as it stands in an address."""
        return f"{self.column}{_DOWN if self.descending else _UP}"

    @property
    def aria(self) -> str:
        """The order as a heading says it to those who hear the page."""
        return "descending" if self.descending else "ascending"


def sort_choice(word: str) -> Sort | None:
    """The order a word stands for, None for the given one.

    Raises:
        ValueError: there is no such order.
    """
    if word not in SORTS:
        raise ValueError(f"{word[:40]} is no order")
    if word == GIVEN:
        return None
    return Sort(int(word.partition("-")[0]), word.endswith(_DOWN))


def pressed(column: int, now: Sort | None) -> Sort:
    """The order after a press on a heading: numbers from the largest, names from A, then back."""
    if now is not None and now.column == column:
        return Sort(column, not now.descending)
    return Sort(column, descending=column > 0)
