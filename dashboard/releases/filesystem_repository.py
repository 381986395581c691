"""Releases as folders: one each, a file that points to the current one, and a file of record."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dashboard.releases.audit_log import (
    Entry,
    entries_of,
    entry,
    line_of,
    numbered,
    shown,
    withdrawn,
)
from dashboard.releases.publish_lock import publish_lock
from dashboard.releases.repository import POINTER, Head, ReleaseError
from dashboard.storage.durable_files import append_lines, replace_file, sweep, write_folder

AUDIT, LOCK = "audit.jsonl", "publishing.lock"


class FilesystemRepository:
    """An `ReleaseRepository` under `home`, in `home/releases/`."""

    remote, away = False, ""

    def __init__(self, home: Path) -> None:
        self.home, self._releases = home, home / "releases"
        self._seen: tuple[object, tuple[Entry, ...]] = (None, ())

    def head(self) -> Head:
        """What the pointer names, and what the record says of the others."""
        return Head(self._pointed(), withdrawn(self.audit()))

    def names(self) -> tuple[str, ...]:
        """The folders; those with a dot are being written, or were set aside as torn."""
        try:
            each = [path for path in self._releases.iterdir() if not path.name.startswith(".")]
            return tuple(sorted(path.name for path in each if path.is_dir()))
        except OSError:
            return ()

    def content(self, release: str, name: str) -> bytes:
        """A file of a release."""
        try:
            return (self._releases / _plain(release) / name).read_bytes()
        except OSError as error:
            raise ReleaseError(f"Release {release} lacks {name}") from error

    def sizes(self, release: str) -> Mapping[str, int]:
        """The files in the folder of a release."""
        try:
            each = list((self._releases / _plain(release)).iterdir())
            return {path.name: path.stat().st_size for path in each}
        except OSError:
            return {}

    def audit(self) -> tuple[Entry, ...]:
        """The record, read again when its file has changed."""
        path = self._releases / AUDIT
        try:
            stat = path.stat()
            now = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
            if self._seen[0] != now:
                self._seen = (now, entries_of(path.read_bytes()))
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise ReleaseError(f"The record {path} cannot be read: {error.strerror}") from error
        return self._seen[1]

    @contextmanager
    def publish_lock(self) -> Iterator[None]:
        """Hold the lock file, once what was interrupted is written into the record and swept."""
        self._releases.mkdir(parents=True, exist_ok=True)
        with publish_lock(self.home / LOCK):
            self._settle()
            # Whoever holds the lock is the only one who writes here.
            sweep(self._releases)
            yield

    def add(self, release: str, files: Mapping[str, bytes]) -> None:
        """Write the folder aside, synced, and rename it into place."""
        self._releases.mkdir(parents=True, exist_ok=True)
        write_folder(self._releases, _plain(release), files)

    def write(self, *entries: Entry) -> None:
        """First the record and then the pointer: nothing is shown that the record lacks."""
        told = numbered(entries, self.audit())
        append_lines(self._releases / AUDIT, b"".join(map(line_of, told)))
        for release in shown(entries)[-1:]:
            self.point(release)

    def point(self, release: str) -> None:
        """Make a release the current one, without a line in the record."""
        self._releases.mkdir(parents=True, exist_ok=True)
        replace_file(self._releases / POINTER, _plain(release).encode())

    def remember(self, entries: Iterable[Entry], release: str) -> None:
        """Take over a record from elsewhere whole, and the release that it leads to."""
        replace_file(self._releases / AUDIT, b"".join(map(line_of, entries)))
        self.point(release)

    def _pointed(self) -> str:
        try:
            return (self._releases / POINTER).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ReleaseError(
                f"No data release is published in {self.home}. Run: vardplats build"
            ) from error

    def _settle(self) -> None:
        """Whoever was stopped between record and pointer left a line that never came true."""
        told = shown(self.audit())
        try:
            now = self._pointed()
        except ReleaseError:
            now = ""
        if told and told[-1] != now:
            words = f"stopped before it was carried out; shown: {now or 'none'}"
            (one,) = numbered(
                [entry("interrupt", told[-1], by="vardplats", reason=words)], self.audit()
            )
            append_lines(self._releases / AUDIT, line_of(one))


def _plain(release: str) -> str:
    """The name, which must be one of a folder here and lead nowhere else."""
    if release in ("", ".", "..") or "/" in release or "\0" in release:
        raise ReleaseError(f"There is no release {release[:40]!r}")
    return release
