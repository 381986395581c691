"""The columns of every table as CSV on the Web has them (W3C tabular metadata)."""

from typing import Any

from dashboard.api.declared import Field, Kind
from dashboard.api.flat import columns
from dashboard.open_data.package import LICENCE, TITLE
from dashboard.open_data.release_files import files_of_indicators, files_of_tables
from dashboard.open_data.table import Table
from dashboard.open_data.tables import BY_NAME, TABLES
from dashboard.releases.dataset import Dataset

Json = dict[str, Any]

_TYPES: dict[Kind, str] = {
    "string": "string", "number": "double", "integer": "integer", "boolean": "boolean",
    "date": "date", "text": "string", "texts": "string", "list": "string", "object": "string",
}  # fmt: skip


def metadata(dataset: Dataset) -> Json:
    """A group of the tables; their addresses stand beside the file itself."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": TITLE,
        "dc:license": {"@id": LICENCE},
        "dc:identifier": dataset.release,
        "tables": [_table(table.seen_in(dataset), dataset.release) for table in TABLES],
    }


def _table(table: Table, release: str) -> Json:
    schema: Json = {"columns": [column for field in table.fields for column in _columns(field)]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [_reference(*refer) for refer in table.refers]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title.en,
        "dc:description": table.description.en,
        "dc:hasFormat": [
            {"@id": f"{release}/{one.name}"}
            for one in (*files_of_tables(), *files_of_indicators())
            if one.table == table.name and one.name != f"{table.name}.csv"
        ],
        "tableSchema": schema,
    }


def _columns(field: Field) -> list[Json]:
    return [_column(field, name) for name in columns(field)]


def _column(field: Field, name: str) -> Json:
    column: Json = {
        "name": name,
        "titles": name,
        "dc:description": field.description.en,
        "datatype": _TYPES[field.kind],
        "required": not field.missing and field.kind not in ("list", "object"),
    }
    if field.kind == "text":
        column["lang"] = name.rpartition("_")[2]
    return column if field.kind != "list" else {**column, "separator": " "}


def _reference(column: str, table: str) -> Json:
    (key,) = BY_NAME[table].key
    return {
        "columnReference": column,
        "reference": {"resource": f"{table}.csv", "columnReference": key},
    }
