"""The files of one release, each compared with its hash."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from dashboard.releases.repository import (
    BACK_TEST,
    CUBE,
    EXAMPLE,
    FORECASTS,
    GEOMETRY,
    MANIFEST,
    QUALITY,
    RANGES,
    REFERENCE,
    Away,
    ReleaseError,
    ReleaseRepository,
)

# Files that an earlier schema did not have.
_LATER = (QUALITY, RANGES, EXAMPLE, BACK_TEST, FORECASTS)


def verified_files(
    archive: ReleaseRepository, release: str, manifest: Mapping[str, Any]
) -> dict[str, bytes]:
    """What a dataset is read from, by name of file.

    Raises:
        ReleaseError: a file is missing, or differs from its hash.
    """
    names = (CUBE, GEOMETRY, *(name for name in _LATER if name in manifest["files"]))
    files = {name: _verified(archive, release, name, manifest) for name in names}
    return {**files, REFERENCE: _reference(archive, release, manifest)}


def manifest_of(archive: ReleaseRepository, release: str) -> dict[str, Any]:
    """What a release states of itself.

    Raises:
        ReleaseError: there is no such release, or its manifest cannot be read.
    """
    try:
        manifest = json.loads(archive.content(release, MANIFEST))
    except Away:
        raise
    except (ReleaseError, ValueError) as error:
        raise ReleaseError(f"Release {release} has no readable manifest") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise ReleaseError(f"Release {release} has a manifest without files")
    return manifest


def _verified(
    archive: ReleaseRepository, release: str, name: str, manifest: Mapping[str, Any]
) -> bytes:
    content = archive.content(release, name)
    try:
        expected = manifest["files"][name]["sha256"]
    except (KeyError, TypeError) as error:
        raise ReleaseError(f"Release {release} lacks {name}") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise ReleaseError(f"Release {release}: {name} differs from its hash")
    return content


def _reference(archive: ReleaseRepository, name: str, manifest: Mapping[str, Any]) -> bytes:
    """The tables of a release; for one of schema 1, which has none, those of the newest that has.

    So an earlier release still opens after an upgrade, once a release has been built.
    """
    if REFERENCE in manifest["files"]:
        return _verified(archive, name, REFERENCE, manifest)
    for other in _newest_first(archive):
        stated = manifest_of(archive, other)
        if REFERENCE in stated["files"]:
            return _verified(archive, other, REFERENCE, stated)
    raise ReleaseError(
        f"Release {name} was made by an earlier version, without the tables it rests on. "
        "Run: vardplats build"
    )


def _newest_first(archive: ReleaseRepository) -> list[str]:
    created = {}
    for name in archive.names():
        with suppress(ReleaseError):
            created[name] = str(manifest_of(archive, name).get("created", ""))
    return sorted(created, key=lambda name: (created[name], name), reverse=True)
