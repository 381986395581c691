"""Accepted imports: immutable folders named by the hash of the file they came out of."""

import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.frozen import frozen
from dashboard.imports.collected import Collected
from dashboard.releases.publish_lock import publish_lock
from dashboard.storage.durable_files import replace_file, sweep, write_folder

ROWS, PROVENANCE = "rows.parquet", "provenance.json"
COLUMNS = ("region", "month", "care", "stream", "measure", "value", "source", "file")
_FOLDER = "imports"


@frozen
class Import:
    """An accepted import: its folder and what it says of itself.

    `about` has hash, number, file, source, imported (UTC), rows, refused, months, regions, measures
    and code_version.
    """

    folder: Path
    about: Mapping[str, Any]

    @property
    def hash(self) -> str:
        return str(self.about["hash"])

    @property
    def number(self) -> int:
        """The place in the order of imports, whatever clocks said; 0 of one from before there
        were numbers.
        """
        return int(self.about.get("number", 0))


class DamagedImport(RuntimeError):  # noqa: N818 - it says what is wrong
    """An accepted import that cannot be read; the message names its folder."""


def hash_of(path: Path) -> str:
    """SHA-256 of a file as 64 hex digits, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def imports(home: Path) -> tuple[Import, ...]:
    """Every accepted import, the first one first: where two say the same, the later one holds.

    Raises:
        DamagedImport: one of them says nothing of itself.
    """
    try:
        folders = [one for one in (home / _FOLDER).iterdir() if not one.name.startswith(".")]
    except FileNotFoundError:
        return ()
    found = [_import(folder) for folder in folders if folder.is_dir()]
    return tuple(sorted(found, key=lambda one: (one.number, str(one.about["imported"]), one.hash)))


def seen(home: Path, digest: str) -> Import | None:
    """The import of a file with that hash, if it was accepted before."""
    folder = home / _FOLDER / digest
    return _import(folder) if folder.is_dir() else None


def keep(home: Path, collected: Collected, about: Mapping[str, Any]) -> Import:
    """Keep the figures of a file: whole or not at all, and once however many keep it at once.

    Raises:
        OSError: the disk is full or the folder cannot be written; nothing has changed then.
        Busy: somebody else has been keeping an import for two minutes.
    """
    place, name = home / _FOLDER, str(about["hash"])
    rows = _parquet(collected, about)
    place.mkdir(parents=True, exist_ok=True)
    with publish_lock(place / ".lock"):
        sweep(place)
        if not (place / name).exists():
            sha256 = hashlib.sha256(rows).hexdigest()
            stated = {**about, "number": _next_number(place), "rows_sha256": sha256}
            said = json.dumps(stated, ensure_ascii=False, indent=1).encode()
            write_folder(place, name, {ROWS: rows, PROVENANCE: said})
    return _import(place / name)


def _next_number(place: Path) -> int:
    """One more than any import has, and than there are, so that those without come before."""
    numbers = [0]
    for about in place.glob("[!.]*/" + PROVENANCE):
        try:
            numbers.append(int(json.loads(about.read_bytes()).get("number", 0)))
        except (AttributeError, OSError, TypeError, ValueError):
            # Who reads the imports says which one is damaged; a new one follows it all the same.
            numbers.append(0)
    return max(max(numbers), len(numbers) - 1) + 1


def quarantine(home: Path, digest: str, refused: Path) -> Path:
    """Keep the refused rows of a file that was accepted in part; gives where they lie."""
    final = home / "quarantine" / f"{digest}.csv"
    final.parent.mkdir(parents=True, exist_ok=True)
    replace_file(final, refused.read_bytes())
    return final


def _import(folder: Path) -> Import:
    try:
        about = json.loads((folder / PROVENANCE).read_bytes())
        if hash_of(folder / ROWS) != about["rows_sha256"]:
            raise ValueError("its rows differ from their hash")
        return Import(folder, about)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DamagedImport(
            f"The import {folder} is damaged ({error}). Move it away and import the file anew."
        ) from error


def _parquet(collected: Collected, about: Mapping[str, Any]) -> bytes:
    # Parquet is needed only when something is kept.
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = list(zip(*collected.figures(), strict=True))
    constant = [[about["source"]] * len(rows[0]), [about["hash"]] * len(rows[0])]
    arrays = [pa.array(column, pa.float64() if name == "value" else pa.string())
              for name, column in zip(COLUMNS, [*rows, *constant], strict=True)]  # fmt: skip
    out = io.BytesIO()
    pq.write_table(pa.table(arrays, names=list(COLUMNS)), out, compression="zstd")
    return out.getvalue()
