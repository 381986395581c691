"""A record that others add to, as it is now: looked at, and read again where it has changed."""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final, Generic, TypeVar

from dashboard.settings import Settings

T = TypeVar("T")
# A database is looked at once in so many seconds, and after the rest where it could not be read.
_DATABASE_SECONDS: Final = 1.0
_REST_SECONDS: Final = 5.0


class Watched(Generic[T]):
    """Gives what `read` gives, which is asked again where `stamp` gives another than before.

    Both may raise OSError. They are asked once in `every` seconds, and after `rest` seconds where
    the record could not be read.
    """

    def __init__(
        self,
        stamp: Callable[[], object],
        read: Callable[[], T],
        *,
        every: float = 0.0,
        rest: float = 0.0,
    ) -> None:
        self._stamp, self._read, self._every, self._rest = stamp, read, every, rest
        self._lock, self._next_look = Lock(), 0.0
        self._known: tuple[object, T] | None = None
        self._amiss: OSError | None = None

    def now(self) -> T:
        """The record as it is.

        Raises:
            OSError: it could not be read when it was last looked at.
        """
        with self._lock:
            if monotonic() >= self._next_look:
                self._look()
                self._next_look = monotonic() + (self._rest if self._amiss else self._every)
            if self._amiss or self._known is None:
                raise self._amiss or OSError("the record was not read")
            return self._known[1]

    def _look(self) -> None:
        try:
            stamp = self._stamp()
            if self._known is None or self._known[0] != stamp:
                self._known = (stamp, self._read())
            self._amiss = None
        except OSError as error:
            self._amiss = error


def watched(settings: Settings, stamp: Callable[[], object], read: Callable[[], T]) -> Watched[T]:
    """A record that lies where the settings say: files are looked at each time, a database not."""
    if settings.database_url.get_secret_value():
        return Watched(stamp, read, every=_DATABASE_SECONDS, rest=_REST_SECONDS)
    return Watched(stamp, read)
