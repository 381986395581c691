"""One computation of an answer at a time: who asks meanwhile waits for the same one."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from threading import Lock


class Flights:
    """The computations under way in this process, by key; none stays behind when it ends."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._under_way: dict[str, Future[bytes]] = {}

    def once(self, key: str, compute: Callable[[], bytes]) -> bytes:
        """What `compute` gives, computed by one thread for all that ask for `key` meanwhile.

        A failure is the failure of the thread that computed: who waited computes anew.
        """
        own: Future[bytes] = Future()
        with self._lock:
            flight = self._under_way.setdefault(key, own)
        if flight is own:
            return self._led(key, own, compute)
        try:
            return flight.result()
        except CancelledError:
            return compute()

    def _led(self, key: str, own: Future[bytes], compute: Callable[[], bytes]) -> bytes:
        try:
            found = compute()
            own.set_result(found)
        finally:
            # Without effect on a flight that has its result.
            own.cancel()
            with self._lock:
                del self._under_way[key]
        return found
