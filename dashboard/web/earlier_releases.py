"""The releases beside the current one: found by their names or by their outlines, and few held."""

import re
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from contextlib import suppress
from threading import Lock, RLock

from dashboard.releases.dataset import Dataset, read_dataset
from dashboard.releases.release_files import manifest_of
from dashboard.releases.repository import GEOMETRY, Away, ReleaseError, ReleaseRepository

MOST_HELD = 4
# How long a reader waits for a release that lies behind a network.
WAIT_SECONDS = 0.3
# Manifests read at one look, so that no look takes long; the rest come at the next.
_MOST_READ = 50
_NAME = re.compile(r"[0-9a-f]{6,16}", re.ASCII)
_SLOW = "The release is being fetched. Try again in a few seconds"


class EarlierReleases:
    """Knows which releases there are as of the last `look`, and reads one when it is asked for.

    Asking for a name or an outline that nothing has costs no look at the place. From a place that
    is remote a reader waits at most `WAIT_SECONDS`; the reading goes on for whoever asks next.
    """

    def __init__(self, archive: ReleaseRepository, told: Callable[[Dataset], Dataset]) -> None:
        self._archive, self._told = archive, told
        self._names: tuple[str, ...] = ()
        # The outlines of each release whose manifest has been read, by its name.
        self._outlines: dict[str, str] = {}
        self._held: OrderedDict[str, Dataset] = OrderedDict()
        self._reading, self._asking = RLock(), Lock()
        self._fetched: dict[str, Future[Dataset | None]] = {}
        self._pool: ThreadPoolExecutor | None = None

    def look(self) -> None:
        """See which releases there are now."""
        with suppress(ReleaseError):
            self._names = self._archive.names()
            known = {one: self._outlines[one] for one in self._names if one in self._outlines}
            new = [name for name in self._names if name not in known]
            self._outlines = known | {name: self._outline(name) for name in new[:_MOST_READ]}

    def named(self, asked: str) -> Dataset | None:
        """The release whose name begins with six digits or more of `asked`, or None.

        Raises:
            Away: it is not here yet, and may be soon.
        """
        if not is_name(asked):
            return None
        name = next((one for one in self._names if one.startswith(asked)), "")
        return self._dataset(name) if name else None

    def with_outlines(self, short: str) -> Dataset | None:
        """The release with the outlines of this hash, or None.

        Raises:
            Away: as of `named`.
        """
        if not is_name(short):
            return None
        name = next((one for one, known in self._outlines.items() if known == short), "")
        return self._dataset(name) if name else None

    def _outline(self, name: str) -> str:
        try:
            stated = manifest_of(self._archive, name)["files"][GEOMETRY]["sha256"]
        except Away:
            raise
        except (ReleaseError, KeyError, TypeError):
            return ""
        return str(stated)[:16]

    def _dataset(self, name: str) -> Dataset | None:
        held = self._held.get(name)
        if held is None:
            held = self._awaited(name) if self._archive.remote else self._read(name)
        if held is None:
            return None
        told = self._told(held)
        if told is not held:
            # What is computed is remembered by the object, so it is the same one next time.
            self._held[name] = told
        return told

    def _awaited(self, name: str) -> Dataset | None:
        with self._asking:
            self._pool = self._pool or ThreadPoolExecutor(1, "earlier")
            fetched = self._fetched.get(name) or self._pool.submit(self._read, name)
            self._fetched[name] = fetched
        try:
            found = fetched.result(WAIT_SECONDS)
        except TooLate as error:
            raise Away(_SLOW) from error
        self._fetched.pop(name, None)
        return found

    def _read(self, name: str) -> Dataset | None:
        with self._reading:
            held = self._held.get(name)
            if held is None:
                try:
                    held = read_dataset(self._archive, name)
                except ReleaseError:
                    return None
            self._held[name] = held
            self._held.move_to_end(name)
            while len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
            return held


def is_name(asked: str) -> bool:
    """Whether a release, or outlines, could be called so."""
    return _NAME.fullmatch(asked) is not None
