"""One at a time: whoever publishes waits for whoever already does, in whatever process."""

import fcntl
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from time import monotonic, sleep

from dashboard.releases.repository import Busy

_LOOK_SECONDS = 0.05
_locks: defaultdict[Path, RLock] = defaultdict(RLock)
_depths: defaultdict[Path, int] = defaultdict(int)


@contextmanager
def publish_lock(path: Path, *, wait: float = 120) -> Iterator[None]:
    """Hold the lock file, which the system lets go of when the process ends, however it ends.

    A turn within a turn of the same thread is the same one. `wait` is in seconds.

    Raises:
        Busy: another one did not let go in time.
        OSError: the file cannot be made.
    """
    lock, until = _locks[path], monotonic() + wait
    if not lock.acquire(timeout=wait):
        raise Busy(_words(path, wait))
    try:
        if _depths[path]:
            yield
            return
        with path.open("a+b") as file:
            _hold(file.fileno(), path, until, wait)
            _depths[path] += 1
            try:
                yield
            finally:
                _depths[path] -= 1
    finally:
        lock.release()


def _hold(handle: int, path: Path, until: float, wait: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if monotonic() >= until:
                raise Busy(_words(path, wait)) from None
            sleep(_LOOK_SECONDS)
        else:
            return _sign(handle)


def _sign(handle: int) -> None:
    """Leave the process's number for whoever waits in vain."""
    try:
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
    except OSError:
        # A full disk has no room for it; the lock holds all the same.
        return


def _words(path: Path, wait: float) -> str:
    try:
        who = f"process {int(path.read_bytes())}"
    except (OSError, ValueError):
        who = "another process"
    return (
        f"Somebody else is publishing: {who} has held {path} for {wait:.0f} s. "
        "Wait for it to end, or end it, and try again"
    )
