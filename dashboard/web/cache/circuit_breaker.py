"""A pause after a failure, so that what hangs is not waited for at every request."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

_REST_SECONDS = 5.0


class Breaker:
    """Tells whether something that failed may be asked again."""

    def __init__(self, rest: float = _REST_SECONDS, clock: Callable[[], float] = monotonic) -> None:
        self._rest, self._clock = rest, clock
        self._again: float | None = None
        self._lock = Lock()

    def may_ask(self) -> bool:
        """True while nothing has failed; after a failure, for one thread each `rest` seconds."""
        if self._again is None:
            return True
        with self._lock:
            now = self._clock()
            if self._again is None or now < self._again:
                return self._again is None
            # This thread goes to see; the others go on without until it has an answer.
            self._again = now + self._rest
            return True

    def answered(self) -> None:
        """It answered: everybody may ask."""
        if self._again is not None:
            with self._lock:
                self._again = None

    def failed(self) -> bool:
        """It failed: nobody asks for a while. True when it had answered until now."""
        with self._lock:
            first = self._again is None
            self._again = self._clock() + self._rest
            return first
