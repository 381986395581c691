"""The data package: every table with its schema, checked sums and sources (Frictionless)."""

import io
import json
import zipfile
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from dashboard.api.declared import Field, Ground, Kind
from dashboard.api.flat import columns
from dashboard.exports.about import LICENCE as LICENCE
from dashboard.open_data.release_files import ReleaseFile
from dashboard.open_data.table import Table
from dashboard.open_data.tables import BY_NAME, TABLES
from dashboard.releases.catalogue import note_of
from dashboard.releases.dataset import Dataset

NAME = "vardplatslaget"
TITLE = "Vårdplatsläget – Bed Capacity Sweden"
DESCRIPTION = (
    "Hospital beds in Sweden's 21 regions: published annual figures as they stand in their "
    "sources, and estimated months that reproduce them. Months by region are published by nobody "
    "and are no official statistics."
)
DESCRIPTOR = "datapackage.json"
Json = dict[str, Any]

_TYPES: dict[Kind, str] = {
    "string": "string", "number": "number", "integer": "integer", "boolean": "boolean",
    "date": "date", "text": "string", "texts": "string", "list": "string", "object": "string",
}  # fmt: skip


def descriptor(ground: Ground, site: str, others: Sequence[ReleaseFile] = ()) -> Json:
    """The descriptor (datapackage.json); `site` is the address under which all stands.

    `others` are the files of the release in other forms, which stand beside the package and not
    in it.
    """
    dataset = ground.dataset
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "id": f"{site}/opendata/{dataset.release}",
        "title": TITLE,
        "description": DESCRIPTION,
        "homepage": f"{site}/",
        "version": dataset.release,
        "created": created(dataset).isoformat(),
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "CC BY 4.0"}],
        "sources": [
            {"title": source.title, **({"path": source.url} if source.url else {})}
            for source in dataset.reference.sources.values()
        ],
        "keywords": ["vårdplatser", "överbeläggningar", "hospital beds", "Sweden"],
        "resources": [
            *(
                _resource(table.seen_in(dataset), file(dataset, ground.home, table.name))
                for table in TABLES
            ),
            *(_other(one, dataset.release) for one in others),
        ],
    }


def created(dataset: Dataset) -> datetime:
    """When the release was made."""
    return note_of(dataset.release, dataset.manifest).created


def file(dataset: Dataset, home: Path, name: str) -> bytes:
    """The CSV file of a table."""
    # What not everybody may see is kept nowhere, and takes no place from what is.
    return (file_of_public.__wrapped__ if dataset.unpublished else file_of_public)(
        dataset, home, name
    )


@lru_cache(maxsize=2 * len(TABLES))
def file_of_public(dataset: Dataset, home: Path, name: str) -> bytes:
    """`file` where everybody may see all of the release."""
    return BY_NAME[name].csv(Ground(dataset, home))


def zipped(dataset: Dataset, home: Path, site: str) -> bytes:
    """The whole package; the same release gives the same bytes."""
    return (zip_of_public.__wrapped__ if dataset.unpublished else zip_of_public)(
        dataset, home, site
    )


@lru_cache(maxsize=2)
def zip_of_public(dataset: Dataset, home: Path, site: str) -> bytes:
    """`zipped` where everybody may see all of the release."""
    out, moment = io.BytesIO(), created(dataset).timetuple()[:6]
    described = json.dumps(descriptor(Ground(dataset, home), site), ensure_ascii=False, indent=1)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            (DESCRIPTOR, described.encode()),
            *((f"{table.name}.csv", file(dataset, home, table.name)) for table in TABLES),
        ):
            archive.writestr(zipfile.ZipInfo(name, moment), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _resource(table: Table, content: bytes) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title.en,
        "description": table.description.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _other(file: ReleaseFile, release: str) -> Json:
    return {
        "profile": "data-resource",
        "name": file.name.lower(),
        "path": f"{release}/{file.name}",
        "title": file.title.en,
        "format": "csv.gz" if file.name.endswith(".csv.gz") else file.name.rpartition(".")[2],
        "mediatype": file.mimetype,
    }


def _schema(table: Table) -> Json:
    return {
        "fields": [column for field in table.fields for column in _fields(field)],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": [_reference(*refer) for refer in table.refers]} if table.refers else {}),
    }


def _fields(field: Field) -> list[Json]:
    constraints = {} if _may_be_empty(field) else {"constraints": {"required": True}}
    return [
        {"name": name, "type": _TYPES[field.kind], "title": field.description.sv,
         "description": field.description.en, **constraints}
        for name in columns(field)
    ]  # fmt: skip


def _may_be_empty(field: Field) -> bool:
    return field.missing or field.kind in ("list", "object")


def _reference(column: str, table: str) -> Json:
    (key,) = BY_NAME[table].key
    return {"fields": [column], "reference": {"resource": table, "fields": [key]}}
