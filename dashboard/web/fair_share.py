"""Which of a server's workers takes the next connection: one that has the fewest.

All workers wait at one socket, and whoever wakes first would take all who come at once; then one
core stands still while everybody waits for the other.
"""

from collections.abc import Callable
from mmap import mmap
from time import monotonic
from typing import Final

# A connection is left so long (seconds) to a worker that has fewer; it may be busy, or gone.
PATIENCE: Final = 0.02
# So many more than another a worker takes before it leaves any.
_MORE: Final = 1
_MOST_WORKERS: Final = 256
# Made before there are workers, so that they share it: of each how many it has and one more.
_COUNTED: Final = memoryview(mmap(-1, 4 * _MOST_WORKERS)).cast("I")


class FairShare:
    """How many connections one worker has beside the others; `number` is its own among them."""

    def __init__(
        self, number: int, counted: memoryview = _COUNTED, clock: Callable[[], float] = monotonic
    ) -> None:
        self._own, self._counted, self._clock = number % len(counted), counted, clock
        self._left_at: float | None = None
        self.has(0)

    def has(self, connections: int) -> None:
        """The worker has so many now."""
        self._counted[self._own] = connections + 1

    def ends(self) -> None:
        """The worker takes no more."""
        self._counted[self._own] = 0

    def takes(self) -> bool:
        """Whether a connection that is there is taken, and not left to another for a moment."""
        now = self._clock()
        if self._is_ahead() and now < (self._left_at or now) + PATIENCE:
            self._left_at = self._left_at or now
            return False
        self._left_at = None
        return True

    @property
    def is_patient(self) -> bool:
        """Whether one was left a moment ago, which nobody else may have taken."""
        if self._left_at is not None and self._clock() > self._left_at + 2 * PATIENCE:
            self._left_at = None
        return self._left_at is not None

    @property
    def looks_away(self) -> bool:
        """Whether what is there is still left to another."""
        return (
            self._left_at is not None
            and self._clock() < self._left_at + PATIENCE
            and self._is_ahead()
        )

    def _is_ahead(self) -> bool:
        others = [one for i, one in enumerate(self._counted) if one and i != self._own]
        return self._counted[self._own] > min(others, default=self._counted[self._own]) + _MORE


def ended(number: int) -> None:
    """A worker is gone, however it went."""
    _COUNTED[number % _MOST_WORKERS] = 0
