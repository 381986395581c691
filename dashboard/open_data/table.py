"""What a table of the data package declares once, and what its columns are made by."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dashboard.api.declared import Field, Ground, Kind, Row
from dashboard.api.flat import csv_text
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.releases.dataset import Dataset
from dashboard.values.labels import UNPUBLISHED


@frozen
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
        own = self.seen_in(ground.dataset)
        return csv_text(own.fields, own.rows(ground)).encode()

    def seen_in(self, dataset: Dataset) -> "Table":
        """The table as it is of a store: where that holds what is not published, rows of months in
        which anything is not are marked, in a first column that the public table has not.
        """
        when = next((one.name for one in self.fields if one.name in ("period", "month")), "")
        if not (dataset.unpublished and when):
            return self

        def rows(ground: Ground) -> Iterator[Row]:
            for row in self.rows(ground):
                hidden = ground.dataset.is_unpublished((row[when],))
                yield {"unpublished": UNPUBLISHED if hidden else None, **row}

        return replace(self, fields=(_MARK, *self.fields), rows=rows)


def facts(name: str) -> Callable[[Ground], list[Row]]:
    """A table that the release was made of, as it is written there."""
    return lambda ground: [dict(row) for row in ground.dataset.reference.rows(name)]


def field(name: str, description: Text, kind: Kind = "string", *, missing: bool = False) -> Field:
    """A column; `missing` says that it can be empty."""
    return Field(name, kind, description, missing)


_MARK = field(
    "unpublished",
    Text("INTE PUBLICERAT där något i månaden är lämnat och inte publicerat",
         "NOT PUBLISHED where anything of the month is handed in and not published"),
    "text", missing=True,
)  # fmt: skip
