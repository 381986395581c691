"""What a database was last seen to hold, kept in a folder for when it does not answer."""

import hashlib
import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from typing import TypeVar

from dashboard.releases.audit_log import Entry
from dashboard.releases.dataset import manifest_of
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import Away, Head, ReleaseError, ReleaseRepository

T = TypeVar("T")
_log = logging.getLogger(__name__)


class FallbackReplica:
    """A repository that asks `source`, and answers from `kept` while that does not answer.

    What is shown is copied, so that a process that starts meanwhile has something to show.
    Only reading goes on without the source.
    """

    remote = True

    def __init__(self, source: ReleaseRepository, kept: FilesystemRepository) -> None:
        self._source, self._kept, self.away = source, kept, ""
        self._copied: Head | None = None
        self._intact: set[str] = set()

    def head(self) -> Head:
        """What is shown; while the source is away, what was shown when it last answered."""
        try:
            found = self._source.head()
        except Away as error:
            if not self.away:
                _log.warning("%s; the release seen last is shown", error)
            self.away = str(error)
            try:
                return self._kept.head()
            except ReleaseError:
                raise error from None
        self.away = ""
        self._copy(found)
        return found

    def names(self) -> tuple[str, ...]:
        """Every release there is, or while the source is away of which there is a copy."""
        return self._either(lambda archive: archive.names())

    def content(self, release: str, name: str) -> bytes:
        """A file of a release, from the copy where that is as it should be."""
        if self._is_intact(release):
            return self._kept.content(release, name)
        if self.away:
            raise Away(self.away)
        return self._source.content(release, name)

    def sizes(self, release: str) -> Mapping[str, int]:
        """The files of a release and their bytes."""
        return self._either(lambda archive: archive.sizes(release))

    def audit(self) -> tuple[Entry, ...]:
        """The record, or what was copied of it."""
        return self._either(lambda archive: archive.audit())

    def publish_lock(self) -> AbstractContextManager[None]:
        """A turn of the source."""
        return self._source.publish_lock()

    def add(self, release: str, files: Mapping[str, bytes]) -> None:
        """Into the source."""
        self._source.add(release, files)

    def write(self, *entries: Entry) -> None:
        """Into the source."""
        self._source.write(*entries)

    def _either(self, ask: Callable[[ReleaseRepository], T]) -> T:
        # While it is away, only the look at what is shown asks whether it is back.
        if not self.away:
            with suppress(Away):
                return ask(self._source)
        return ask(self._kept)

    def _is_intact(self, release: str) -> bool:
        if release not in self._intact and is_intact(self._kept, release):
            self._intact.add(release)
        return release in self._intact

    def _copy(self, head: Head) -> None:
        """Lay down the release that is shown, and then point to it."""
        if head == self._copied:
            return
        try:
            with self._kept.publish_lock():
                if not self._is_intact(head.current):
                    names = self._source.sizes(head.current)
                    files = {name: self._source.content(head.current, name) for name in names}
                    self._kept.add(head.current, files)
                self._kept.remember(self._source.audit(), head.current)
        except (OSError, ReleaseError) as error:
            # Without a copy the site is only less sure to have something to show later.
            _log.warning("release %s is not copied: %s", head.current, error)
        self._copied = head


def is_intact(archive: ReleaseRepository, release: str) -> bool:
    """Whether every file that the manifest names is there as its hash says."""
    try:
        stated = manifest_of(archive, release)["files"]
        return bool(stated) and all(
            hashlib.sha256(archive.content(release, name)).hexdigest() == file["sha256"]
            for name, file in stated.items()
        )
    except (ReleaseError, KeyError, TypeError):
        return False
