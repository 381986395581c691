"""Publish a release: laid down whole, written into the record, and only then pointed to."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.ingest.code import code_name
from dashboard.releases.audit_log import entry, shown, user
from dashboard.releases.dataset import archive_at, read_dataset
from dashboard.releases.repository import MANIFEST, Away, ReleaseError, ReleaseRepository

# What publishing states in a manifest beside the facts; none of it is in the name.
STATED = ("release", "created", "by", "files")


class Withdrawn(ReleaseError):  # noqa: N818 - it says what the release is
    """The release has been withdrawn, and nobody has said that it may be shown again."""


def publish(
    place: Path | ReleaseRepository,
    files: Mapping[str, bytes],
    facts: Mapping[str, Any],
    *,
    by: str = "",
    reason: str = "",
    reinstate: bool = False,
) -> str:
    """Write `files` as an immutable release, make it the current one, and name it.

    The name is the first 16 hex digits of the SHA-256 over the files' own hashes and the
    facts, so the same content always has the same name. A crash at any moment leaves the
    former release whole. Whoever publishes meanwhile is waited for.

    Raises:
        OSError: the disk is full or the folder cannot be written; nothing has changed then.
        Withdrawn: the same content has been withdrawn; `reinstate` shows it all the same.
        ReleaseError: the archive is away or busy.
    """
    archive = archive_at(place)
    entries = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in sorted(files.items())
    }
    stated = json.dumps({"files": entries, **facts}, sort_keys=True).encode()
    release = hashlib.sha256(stated).hexdigest()[:16]
    with archive.publish_lock():
        if not is_whole(archive, release):
            made = {"release": release, "created": _now(), "by": by or user(), "files": entries}
            archive.add(release, {**files, MANIFEST: _json({**made, **facts})})
        show(archive, release, by=by, reason=reason, reinstate=reinstate)
    return release


def show(
    archive: ReleaseRepository,
    release: str,
    *,
    by: str = "",
    reason: str = "",
    reinstate: bool = False,
) -> None:
    """Make a release that is there the current one; that it is already needs no new line.

    Raises:
        Withdrawn: it has been withdrawn, and `reinstate` is not asked for.
        ReleaseError: it is not there or not whole, or the archive is away or busy.
    """
    with archive.publish_lock():
        read_dataset(archive, release)
        said = {"by": by, "reason": reason, "code": code_name()}
        current, withdrawn = _head(archive)
        if release in withdrawn and not reinstate:
            raise Withdrawn(f"Release {release} has been withdrawn: {withdrawn[release]}")
        again = [entry("reinstate", release, **said)] if release in withdrawn else []
        if again or release != current:
            archive.write(*again, entry("publish", release, **said))


def withdraw(archive: ReleaseRepository, release: str, *, by: str = "", reason: str = "") -> str:
    """Write that a release is not to be relied on, and give the one that is shown now.

    Where it is the current one, the one shown before it takes its place.

    Raises:
        ReleaseError: it is not there, or there is no other one to show; nothing has changed.
    """
    with archive.publish_lock():
        if release not in archive.names():
            raise ReleaseError(f"There is no release {release}")
        said = {"by": by, "reason": reason, "code": code_name()}
        current, _ = _head(archive)
        gone = entry("withdraw", release, **said)
        if release != current:
            archive.write(gone)
            return current
        before = _before(archive, release)
        words = {**said, "reason": f"{release} withdrawn"}
        archive.write(gone, entry("publish", before, **words))
        return before


def is_whole(archive: ReleaseRepository, release: str) -> bool:
    """Whether a release is there with every file as its hash says.

    Raises:
        Away: the archive does not answer.
    """
    try:
        read_dataset(archive, release)
    except Away:
        raise
    except ReleaseError:
        return False
    return True


def _before(archive: ReleaseRepository, release: str) -> str:
    """The last release shown before this one that may be shown and is whole."""
    withdrawn = archive.head().withdrawn
    for one in reversed(shown(archive.audit())):
        if one != release and one not in withdrawn and is_whole(archive, one):
            return one
    raise ReleaseError(
        f"Release {release} is the only one that can be shown. Publish another one first"
    )


def _head(archive: ReleaseRepository) -> tuple[str, Mapping[str, str]]:
    try:
        head = archive.head()
    except Away:
        raise
    except ReleaseError:
        return "", {}
    return head.current, head.withdrawn


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False).encode()
