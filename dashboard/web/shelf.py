"""The release being served: read once, and again when the pointer names another."""

from pathlib import Path
from threading import Lock

from dashboard.store import Store, current_release, read_store


class Shelf:
    """Hands out the current store; a release is read by one thread while others wait."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._store: Store | None = None
        self._lock = Lock()

    def store(self) -> Store:
        """The current release.

        Raises:
            ReleaseError: no release is published, or the one pointed to is torn or altered.
        """
        name = current_release(self._home)
        held = self._store
        if held is not None and held.release == name:
            return held
        with self._lock:
            if self._store is None or self._store.release != name:
                self._store = read_store(self._home, name)
            return self._store
