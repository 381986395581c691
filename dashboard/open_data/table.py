"""What a table of the data package declares once, and what its columns are made by."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.api.declared import Field, Ground, Kind, Row
from dashboard.api.flat import csv_text
from dashboard.language.text import Text


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the package. `key` names the columns that tell its rows apart, none where rows
    are as published; `refers` are columns that name a row of another table, as (column, table).
    """

    name: str
    title: Text
    description: Text
    fields: tuple[Field, ...]
    rows: Callable[[Ground], Iterable[Row]]
    key: tuple[str, ...] = ()
    refers: tuple[tuple[str, str], ...] = ()

    def csv(self, ground: Ground) -> bytes:
        """The file, plain UTF-8 with a heading."""
        return csv_text(self.fields, self.rows(ground)).encode()


def facts(name: str) -> Callable[[Ground], list[Row]]:
    """A table that the release was made of, as it is written there."""
    return lambda ground: [dict(row) for row in ground.dataset.reference.rows(name)]


def field(name: str, description: Text, kind: Kind = "string", *, missing: bool = False) -> Field:
    """A column; `missing` says that it can be empty."""
    return Field(name, kind, description, missing)
