"""The tables of `data/` as a release carries them, and with what was fetched in place."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from dashboard.ingest import csv_tables
from dashboard.reference.tables import PUBLISHED, Reference, Row, packed


def figures() -> tuple[Row, ...]:
    """The published figures as they are embedded."""
    return csv_tables.rows(PUBLISHED)


@cache
def reference() -> Reference:
    """The tables as they are embedded."""
    return Reference(packed_with(figures()))


def figures_with(fetched: Sequence[Mapping[str, str]]) -> tuple[Row, ...]:
    """The published figures, of a source that was fetched those fetched and no embedded ones.

    Every row has the columns of the embedded ones, in their order.
    """
    embedded = figures()
    newer = {row["source_id"] for row in fetched}
    every = [*fetched, *(row for row in embedded if row["source_id"] not in newer)]
    return tuple({column: row[column] for column in embedded[0]} for row in every)


def packed_with(
    published: Sequence[Row], more: Mapping[str, Sequence[Row]] = MappingProxyType({})
) -> bytes:
    """Every table as the file of a release, with these published figures and tables beside."""
    tables = {name: csv_tables.rows(name) for name in csv_tables.names()}
    return packed({**tables, PUBLISHED: published, **more})
