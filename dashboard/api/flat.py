"""Rows for machines: nested for JSON, flat for CSV, the same keys in the same order."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from dashboard.api.declared import Field, Row
from dashboard.language.text import Text


def plain(value: Any) -> Any:
    """A value as JSON has it: a phrase is an object of both languages, a tuple a list."""
    if isinstance(value, Text):
        return {"sv": value.sv, "en": value.en}
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, frozenset)):
        return [plain(item) for item in value]
    return value


def csv_text(fields: Sequence[Field], rows: Iterable[Row]) -> str:
    """Plain CSV with a heading; phrases are two columns, a list is joined by spaces."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column for field in fields for column in columns(field)])
    for row in rows:
        writer.writerow([cell for field in fields for cell in cells(field, row[field.name])])
    return out.getvalue()


def columns(field: Field) -> tuple[str, ...]:
    """The columns of a field in CSV."""
    if field.kind in ("text", "texts"):
        return f"{field.name}_sv", f"{field.name}_en"
    return (field.name,)


def cells(field: Field, value: Any) -> tuple[Any, ...]:
    """The cells of a value, one for each of its columns."""
    if value is None:
        return ("",) * len(columns(field))
    if field.kind == "text":
        return value.sv, value.en
    if field.kind == "texts":
        return " ".join(item.sv for item in value), " ".join(item.en for item in value)
    if field.kind == "list":
        return (" ".join(map(str, value)),)
    if field.kind == "object":
        return (" ".join(f"{key}={one}" for key, one in value.items()),)
    if field.kind == "boolean":
        return ("true" if value else "false",)
    return (value,)
