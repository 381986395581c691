"""A table of the package as Parquet, with a group of rows for each indicator."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from dashboard.api.declared import Field, Ground, Kind, Row
from dashboard.api.flat import cells, columns
from dashboard.open_data.table import Table

# Of a table without indicators so many rows are a group.
_ROWS = 20_000
# What a group is of, and what stands in words that come again.
_GROUP = "indicator"


def parquet(table: Table, ground: Ground) -> bytes:
    """The file: the columns of the CSV with types, numbers in full, what is missing as null.

    Whoever asks for one indicator by its statistics reads its groups and the footer alone.
    """
    # Only whoever fetches such a file waits for it.
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = table.seen_in(ground.dataset)
    types = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
             "date": pa.date32()}  # fmt: skip
    fields = [
        pa.field(name, types.get(one.kind, pa.string()), nullable=True)
        for one in table.fields
        for name in columns(one)
    ]
    schema = pa.schema(fields, metadata={"release": ground.dataset.release})
    out = io.BytesIO()
    sought = [_GROUP] if _GROUP in schema.names else True
    with pq.ParquetWriter(
        out, schema, compression="zstd", compression_level=19, use_dictionary=True,
        write_statistics=sought, store_schema=False,
    ) as writer:  # fmt: skip
        for rows in _groups(table, table.rows(ground)):
            held = list(zip(*(_line(table.fields, row) for row in rows), strict=True))
            arrays = [pa.array(one, f.type) for one, f in zip(held, fields, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
    return out.getvalue()


def _groups(table: Table, rows: Iterable[Row]) -> Iterator[Sequence[Row]]:
    if _GROUP in table.key and len(table.key) > 1:
        yield from (list(group) for _, group in groupby(rows, lambda row: row[_GROUP]))
        return
    for _, group in groupby(enumerate(rows), lambda pair: pair[0] // _ROWS):
        yield [row for _, row in group]


def _line(fields: Sequence[Field], row: Row) -> list[Any]:
    return [
        _cell(one.kind, cell)
        for one in fields
        for cell in (
            (row[one.name],) if one.kind in _TYPED else cells(one, row[one.name])
        )
    ]  # fmt: skip


_TYPED: tuple[Kind, ...] = ("integer", "number", "boolean", "date")


def _cell(kind: Kind, value: Any) -> Any:
    """A value as its column holds it; tables that are facts have their numbers in words."""
    if value is None or value == "":
        return None
    if kind == "number":
        return float(value)
    if kind == "integer":
        return int(value)
    if kind == "date":
        return date.fromisoformat(value)
    return value if kind == "boolean" else str(value)
