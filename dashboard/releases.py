"""The releases that lie in the data folder, for the change log."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.store import MANIFEST, ReleaseError


@dataclass(frozen=True, slots=True)
class Misses:
    """The largest absolute residuals of a modelled series, per 100 beds (methods.md 9.2)."""

    region_year: float
    national_month: float
    national_year: float


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """What a release says of itself.

    `counts` are rows by status, `sources` figures by source id, `misses` the residuals by
    modelled series; each is empty where the release does not state it.
    """

    name: str
    created: datetime
    code_version: str
    counts: Mapping[str, int]
    sources: Mapping[str, int]
    misses: Mapping[str, Misses]


def releases(home: Path) -> tuple[ReleaseNote, ...]:
    """The readable releases under `home`, newest first; `unreadable` names the others."""
    found = [note for folder in _folders(home) if (note := _read(folder))]
    return tuple(sorted(found, key=lambda note: (note.created, note.name), reverse=True))


def unreadable(home: Path) -> tuple[str, ...]:
    """The folders under `home` that are no whole release: files missing, torn or cut short."""
    return tuple(folder.name for folder in _folders(home) if _read(folder) is None)


def note_of(name: str, manifest: Mapping[str, Any]) -> ReleaseNote:
    """What a manifest says of its release.

    Raises:
        ReleaseError: the manifest does not say when the release was made, or by what.
    """
    try:
        return ReleaseNote(
            name=name,
            created=_moment(manifest["created"]),
            code_version=str(manifest["code_version"]),
            counts=dict(manifest.get("counts", {})),
            sources=dict(manifest.get("sources", {})),
            misses=_misses(manifest.get("residuals", {})),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReleaseError(f"Release {name} has a manifest that cannot be read") from error


def _folders(home: Path) -> list[Path]:
    try:
        # Names with a dot are releases still being written, or set aside as torn.
        each = [path for path in (home / "releases").iterdir() if not path.name.startswith(".")]
        return sorted(path for path in each if path.is_dir())
    except OSError:
        return []


def _read(folder: Path) -> ReleaseNote | None:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        note = note_of(folder.name, manifest)
        # The hashes are checked when a release is served; here the sizes tell a torn one.
        sizes = {name: (folder / name).stat().st_size for name in manifest["files"]}
        stated = {name: file["bytes"] for name, file in manifest["files"].items()}
    except (ReleaseError, AttributeError, KeyError, OSError, TypeError, ValueError):
        return None
    return note if sizes == stated else None


def _moment(words: str) -> datetime:
    moment = datetime.fromisoformat(words)
    if moment.tzinfo is None:
        raise ValueError(f"a moment without its time zone: {words}")
    return moment


def _misses(residuals: Mapping[str, Any]) -> dict[str, Misses]:
    # The residuals hold the fit of each raked series, and beside them plain values by year.
    return {
        series: Misses(
            region_year=float(fit["region_year"]),
            national_month=float(fit["national_month"]),
            national_year=max(abs(float(year)) for year in fit["national_years"].values()),
        )
        for series, fit in residuals.items()
        if "national_years" in fit
    }
