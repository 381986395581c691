"""Publish a release: written aside, synced, renamed into place, and only then pointed to."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.store import MANIFEST, POINTER, ReleaseError, read_store


def publish(home: Path, files: Mapping[str, bytes], facts: Mapping[str, Any]) -> str:
    """Write `files` as an immutable release, make it the current one, and name it.

    The name is the first 16 hex digits of the SHA-256 over the files' own hashes, so the same
    content always has the same name. A crash at any moment leaves the former release whole.

    Raises:
        OSError: the disk is full or the folder cannot be written; nothing has changed then.
    """
    entries = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in sorted(files.items())
    }
    stated = json.dumps({"files": entries, **facts}, sort_keys=True).encode()
    release = hashlib.sha256(stated).hexdigest()[:16]
    releases = home / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    if not _whole(home, release):
        manifest = {"release": release, "created": _now(), "files": entries, **facts}
        _write_folder(releases, release, {**files, MANIFEST: _json(manifest)})
    _point(releases, release)
    return release


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False).encode()


def _whole(home: Path, release: str) -> bool:
    try:
        read_store(home, release)
    except ReleaseError:
        return False
    return True


def _write_folder(releases: Path, release: str, files: Mapping[str, bytes]) -> None:
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=releases))
    try:
        for name, content in files.items():
            _write_synced(aside / name, content)
        _sync(aside)
        final = releases / release
        if final.exists():
            # Only a torn or altered folder comes here: a whole one is never written again.
            final.rename(Path(tempfile.mkdtemp(prefix=".torn-", dir=releases)) / release)
        aside.rename(final)
        final.chmod(0o755)
        _sync(releases)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _point(releases: Path, release: str) -> None:
    aside = releases / f".{POINTER}-{os.getpid()}"
    try:
        _write_synced(aside, release.encode())
        os.replace(aside, releases / POINTER)
    finally:
        aside.unlink(missing_ok=True)
    _sync(releases)


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
