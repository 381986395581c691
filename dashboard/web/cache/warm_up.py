"""What most visitors ask first, computed before they ask, beside the requests being answered."""

import logging
from collections.abc import Callable, Iterable
from threading import Thread
from time import monotonic, sleep

from flask import Flask

from dashboard.releases.dataset import Dataset, ReleaseError

_log = logging.getLogger(__name__)
# Where a server keeps its prewarming.
PREWARM = "vardplats.prewarm"
_LOOK_SECONDS = 1.0
# As browsers ask over https, and as they do over http.
_READ = ("gzip, deflate, br, zstd", "gzip, deflate")

Step = Callable[[], object]


class Prewarm:
    """Follows the release and does the steps of each new one, on a thread of its own.

    `dataset` gives the current release and is asked every second, so that a worker nobody asks
    follows it as well. `steps` are what to do for a release.
    """

    def __init__(
        self, dataset: Callable[[], Dataset], steps: Callable[[Dataset], Iterable[Step]]
    ) -> None:
        self._dataset, self._steps = dataset, steps
        self.done = ""

    def start(self) -> None:
        """Begin; to be called after the fork, which threads do not survive."""
        Thread(target=self._follow, name="prewarm", daemon=True).start()

    def once(self) -> None:
        """Do the steps of the current release unless they are done.

        Raises:
            ReleaseError: there is no release.
        """
        dataset = self._dataset()
        if dataset.release != self.done and self._warmed(dataset):
            self.done = dataset.release

    def _warmed(self, dataset: Dataset) -> bool:
        """Whether all was done before another release came."""
        for step in self._steps(dataset):
            if self._dataset().release != dataset.release:
                return False
            began = monotonic()
            step()
            # At most half of a core, so that visitors need not wait for what nobody asked.
            sleep(monotonic() - began)
        return True

    def _follow(self) -> None:
        while True:
            try:
                self.once()
            except ReleaseError:
                pass
            except Exception:
                _log.exception("the prewarming failed")
                self.done = self._dataset().release
            sleep(_LOOK_SECONDS)


def visiting(server: Flask) -> Callable[[str], object]:
    """A function that asks `server` for a path, once for each way to pack an answer."""

    def visit(path: str) -> None:
        for read in _READ:
            # Over https, which a service behind TLS insists on.
            server.test_client().get(
                path, headers={"Accept-Encoding": read}, base_url="https://localhost"
            )

    return visit
