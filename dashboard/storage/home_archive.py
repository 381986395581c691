"""All that a home folder keeps, as one file, and back again: whole or not at all."""

import hashlib
import io
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from dashboard.frozen import frozen

MANIFEST = "backup.json"
FORMAT = 1
# What is made anew by whoever needs it, and nothing of it is lost.
_REMADE = frozenset({"cache", "static-cache", "mirror", "bundle", "sessions", "opening"})
_PIECE = 1 << 20


class BadArchive(ValueError):  # noqa: N818 - it says what is wrong
    """The file is no whole backup; the message says what is wrong with it."""


@frozen
class Archived:
    """What a backup holds: when it was made (ISO 8601, UTC), its files and their bytes."""

    created: str
    files: int
    size: int


def back_up(home: Path, to: Path) -> Archived:
    """Write all files that `home` keeps into the new file `to`, with the hash of each.

    Whoever calls holds the lock of publishing, so that nothing changes meanwhile.

    Raises:
        FileExistsError: there is such a file already.
        FileNotFoundError: the home keeps nothing.
        OSError: it cannot be written; there is no file then.
    """
    if to.exists():
        raise FileExistsError(17, "there is such a file already", str(to))
    paths = sorted(_kept(home))
    if not paths:
        raise FileNotFoundError(2, "there is nothing to back up", str(home))
    hashes = {path.relative_to(home).as_posix(): _hash(path) for path in paths}
    created = datetime.now(UTC).replace(microsecond=0).isoformat()
    manifest = {"format": FORMAT, "created": created, "files": hashes}
    handle, aside = tempfile.mkstemp(prefix=".backup-", dir=to.parent)
    try:
        # Reports and record name people, so the file is the owner's alone, as mkstemp makes it.
        with os.fdopen(handle, "wb") as out:
            with tarfile.open(fileobj=out, mode="w:gz", compresslevel=6) as tar:
                _add(tar, MANIFEST, json.dumps(manifest, indent=1).encode())
                for path in paths:
                    tar.add(path, path.relative_to(home).as_posix(), recursive=False)
            out.flush()
            os.fsync(out.fileno())
        # Unlike a rename, a link never takes the place of a file that is there.
        os.link(aside, to)
    finally:
        os.unlink(aside)
    return Archived(created, len(paths), sum(path.stat().st_size for path in paths))


def restore(archive: Path, home: Path, *, replace: bool = False) -> Archived:
    """Put what a backup holds into `home`; what is there already is set aside with `replace`.

    Every file is unpacked beside and held against its hash before anything in `home` moves.

    Raises:
        BadArchive: it is no backup, or not as it was written; nothing has changed.
        FileExistsError: `home` keeps something already and `replace` is not asked for.
        OSError: there is no room, or the folder cannot be written.
    """
    home.mkdir(parents=True, exist_ok=True)
    if not replace and next(_kept(home), None):
        raise FileExistsError(17, "the folder keeps something already", str(home))
    aside = Path(tempfile.mkdtemp(prefix=".restore-", dir=home))
    try:
        manifest = _unpacked(archive, aside)
        for name in _entries(home) if replace else ():
            _set_aside(home, name)
        # The pointer to what is shown lies among the releases, which therefore come last.
        for entry in sorted(aside.iterdir(), key=lambda one: (one.name == "releases", one.name)):
            entry.rename(home / entry.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    files: Mapping[str, str] = manifest["files"]
    size = sum((home / name).stat().st_size for name in files)
    return Archived(str(manifest["created"]), len(files), size)


def _entries(home: Path) -> list[str]:
    """What of the home is kept: all but what is made anew, links, and what begins with a dot."""
    try:
        found = list(home.iterdir())
    except FileNotFoundError:
        return []
    return sorted(
        one.name
        for one in found
        if one.name not in _REMADE
        and not one.name.startswith(".")
        and not one.name.endswith(("-env", ".lock"))
        and not one.is_symlink()
    )


def _kept(home: Path) -> Iterator[Path]:
    for name in _entries(home):
        path = home / name
        if path.is_file():
            yield path
        for folder, _, names in os.walk(path):
            for file in names:
                inner = Path(folder) / file
                if inner.is_file() and not inner.is_symlink() and not file.endswith(".lock"):
                    yield inner


def _set_aside(home: Path, name: str) -> None:
    place = home / f".replaced-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    place.mkdir()
    (home / name).rename(place / name)


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    about = tarfile.TarInfo(name)
    about.size = len(content)
    tar.addfile(about, io.BytesIO(content))


def _unpacked(archive: Path, aside: Path) -> dict[str, Any]:
    try:
        with tarfile.open(archive, "r:gz") as tar:
            first = tar.next()
            manifest = _manifest(tar, first)
            awaited: dict[str, str] = dict(manifest["files"])
            for member in iter(tar.next, None):
                if member.name not in awaited:
                    raise BadArchive(f"{member.name!r} is not in its list or stands twice")
                if not member.isfile() or not _is_inside(member.name):
                    raise BadArchive(f"{member.name!r} is no plain file of a home folder")
                _write(tar, member, aside, awaited.pop(member.name))
    except (tarfile.TarError, EOFError, OSError) as error:
        if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
            raise
        if isinstance(error, OSError) and error.errno:
            raise
        raise BadArchive(f"it cannot be read to its end ({error})") from error
    if awaited:
        raise BadArchive(f"{len(awaited)} of its files are missing, as {min(awaited)!r}")
    return manifest


def _manifest(tar: tarfile.TarFile, first: tarfile.TarInfo | None) -> dict[str, Any]:
    content = tar.extractfile(first) if first and first.name == MANIFEST else None
    if content is None:
        raise BadArchive("it is no backup: its list of files does not stand first")
    try:
        manifest: dict[str, Any] = json.load(content)
        known = manifest["format"] == FORMAT and isinstance(manifest["files"], dict)
    except (ValueError, KeyError, TypeError) as error:
        raise BadArchive("its list of files cannot be read") from error
    if not known:
        raise BadArchive(f"it has a format that is not known here: {manifest['format']!r}")
    return manifest


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, aside: Path, awaited: str) -> None:
    path = aside / member.name
    path.parent.mkdir(parents=True, exist_ok=True)
    content, digest = tar.extractfile(member), hashlib.sha256()
    with path.open("xb") as out:
        while content and (piece := content.read(_PIECE)):
            digest.update(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    path.chmod(member.mode & 0o777)
    if digest.hexdigest() != awaited:
        raise BadArchive(f"{member.name!r} is not as it was when it was backed up")


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
