"""What regions have loaded of their preparedness, as it is now, for each who may see it."""

from threading import Lock
from time import monotonic
from typing import Final

from dashboard.access.identity import Identity
from dashboard.imports.preparedness import (
    Loaded,
    Widest,
    preparedness_log,
    preparedness_of,
    preparedness_seen,
)
from dashboard.settings import Settings
from dashboard.storage.chained_lines import ChainedLog

_REST_SECONDS: Final = 5.0


class KnownPreparedness:
    """Reads the record again where it is another than before, looking once in `every` seconds.

    Where it cannot be read nobody is shown any of it, and it is looked at again after a rest.
    """

    def __init__(self, log: ChainedLog, widest: Widest, *, every: float = 0.0) -> None:
        self._log, self._widest, self._every = log, widest, every
        self._lock, self._next_look = Lock(), 0.0
        self._known: tuple[object, tuple[Loaded, ...]] | None = None
        self._amiss: OSError | None = None

    def seen_by(self, who: Identity) -> tuple[Loaded, ...]:
        """What this one may see of it.

        Raises:
            OSError: the record cannot be read, or was changed.
        """
        return preparedness_seen(self._now, who, self._widest)

    def _now(self) -> tuple[Loaded, ...]:
        with self._lock:
            if monotonic() >= self._next_look:
                self._look()
                rest = _REST_SECONDS if self._amiss and self._every else self._every
                self._next_look = monotonic() + rest
            if self._amiss or self._known is None:
                raise self._amiss or OSError("the record of preparedness was not read")
            return self._known[1]

    def _look(self) -> None:
        try:
            stamp = self._log.stamp()
            if self._known is None or self._known[0] != stamp:
                self._known = (stamp, preparedness_of(self._log))
            self._amiss = None
        except OSError as error:
            self._known, self._amiss = None, error


def known_preparedness(settings: Settings) -> KnownPreparedness:
    """The record where the settings say that it lies; a database is looked at now and then."""
    every = 1.0 if settings.database_url.get_secret_value() else 0.0
    return KnownPreparedness(preparedness_log(settings), settings.preparedness, every=every)
