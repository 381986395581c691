"""The releases there are, and what each says of itself."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.frozen import frozen
from dashboard.releases.dataset import MANIFEST, ReleaseError, archive_at
from dashboard.releases.repository import Away, ReleaseRepository


@frozen
class Misses:
    """The largest absolute residuals of a modelled series, per 100 beds (docs/methods.md 9.2)."""

    region_year: float
    national_month: float
    national_year: float


@frozen
class ReleaseNote:
    """What a release says of itself.

    `counts` are rows by status, `sources` figures by source id, `misses` the residuals by
    modelled series; each is empty where the release does not state it.
    """

    name: str
    created: datetime
    by: str
    code_version: str
    counts: Mapping[str, int]
    sources: Mapping[str, int]
    misses: Mapping[str, Misses]


def releases(place: Path | ReleaseRepository) -> tuple[ReleaseNote, ...]:
    """The readable releases of a place, newest first; `unreadable` names the others.

    The order is that in which they were first published, by the record and not by a clock; those
    that it does not know, by when they say they were made, come before all of them.
    """
    archive = archive_at(place)
    found = [note for name in archive.names() if (note := _read(archive, name))]
    first = _first_published(archive)
    order = {note.name: (first.get(note.name, 0), note.created, note.name) for note in found}
    return tuple(sorted(found, key=lambda note: order[note.name], reverse=True))


def _first_published(archive: ReleaseRepository) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in archive.audit():
        if one.action == "publish":
            found.setdefault(one.release, one.number)
    return found


def unreadable(place: Path | ReleaseRepository) -> tuple[str, ...]:
    """What is no whole release: files missing, torn or cut short."""
    archive = archive_at(place)
    return tuple(name for name in archive.names() if _read(archive, name) is None)


def full_name(place: Path | ReleaseRepository, asked: str) -> str:
    """The name of the one release that begins as asked, with six digits or more.

    Raises:
        ReleaseError: there is none, or there are several.
    """
    names = archive_at(place).names()
    found = [
        name for name in names if name == asked or (len(asked) >= 6 and name.startswith(asked))
    ]
    if len(found) == 1:
        return found[0]
    there = ", ".join(names[:20]) or "none"
    what = "no release" if not found else "more than one release"
    raise ReleaseError(f"There is {what} {asked[:40]!r}. There is: {there}")


def note_of(name: str, manifest: Mapping[str, Any]) -> ReleaseNote:
    """What a manifest says of its release.

    Raises:
        ReleaseError: the manifest does not say when the release was made, or by what.
    """
    try:
        return ReleaseNote(
            name=name,
            created=_moment(manifest["created"]),
            by=str(manifest.get("by", "")),
            code_version=str(manifest["code_version"]),
            counts={_WORDS.get(key, key): n for key, n in manifest.get("counts", {}).items()},
            sources=dict(manifest.get("sources", {})),
            misses=_misses(manifest.get("residuals", {})),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReleaseError(f"Release {name} has a manifest that cannot be read") from error


def _read(archive: ReleaseRepository, name: str) -> ReleaseNote | None:
    try:
        manifest = json.loads(archive.content(name, MANIFEST))
        note = note_of(name, manifest)
        # The hashes are checked when a release is served; here the sizes tell a torn one.
        found = archive.sizes(name)
        sizes = {name: found[name] for name in manifest["files"]}
        stated = {name: file["bytes"] for name, file in manifest["files"].items()}
    except Away:
        raise
    except (ReleaseError, AttributeError, KeyError, TypeError, ValueError):
        return None
    return note if sizes == stated else None


# What kinds of rows were called in releases from before there were estimates.
_WORDS = {"modelled": "estimated", "imported": "reported"}


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
