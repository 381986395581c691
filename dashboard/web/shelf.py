"""The release being served: read once, and again when the pointer names another."""

from dataclasses import replace
from pathlib import Path
from threading import Lock
from time import monotonic

from flask import g, has_request_context

from dashboard.store import ReleaseError, Store, current_release, read_store
from dashboard.target_tables import tables, versions

_LOOK_SECONDS = 1.0


class Shelf:
    """Hands out the current store, and looks at the pointer at most once in `every` seconds.

    A release is read by one thread. The first one is waited for; while a later one is read,
    the others go on with the one before it.
    """

    def __init__(self, home: Path, *, every: float = _LOOK_SECONDS) -> None:
        self._home, self._every = home, every
        self._held: Store | ReleaseError | None = None
        self._versions: tuple[str, ...] = ()
        self._next_look = 0.0
        self._lock = Lock()

    def store(self) -> Store:
        """The release of this request, the same one from its first question to its last.

        Raises:
            ReleaseError: no release is published, or the one pointed to is torn or altered.
        """
        if not has_request_context():
            return self.current()
        if "store" not in g:
            g.store = self.current()
        held: Store = g.store
        return held

    def current(self) -> Store:
        """The release that the pointer names, as of the last look.

        Raises:
            ReleaseError: as of `store`.
        """
        if self._held is None or monotonic() >= self._next_look:
            self._look()
        held = self._held
        if isinstance(held, Store):
            return held
        # An error of its own each time: one that is raised again grows with each traceback.
        raise ReleaseError(str(held)) from held

    def _look(self) -> None:
        if not self._lock.acquire(blocking=self._held is None):
            return
        try:
            if self._held is None or monotonic() >= self._next_look:
                self._held = self._read()
                self._next_look = monotonic() + self._every
        finally:
            self._lock.release()

    def _read(self) -> Store | ReleaseError:
        try:
            name = current_release(self._home)
            held = self._held
            if isinstance(held, Store) and held.release == name:
                return self._with_targets(held)
            return read_store(self._home, name)
        except ReleaseError as error:
            return error

    def _with_targets(self, held: Store) -> Store:
        """The same release, with the versions of the targets that have come since."""
        looked = versions(self._home)
        if looked == self._versions:
            return held
        self._versions = looked
        found = tables(self._home)
        return held if found.keys() == held.targets.keys() else replace(held, targets=found)
