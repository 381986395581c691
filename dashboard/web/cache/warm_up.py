"""What most visitors ask first, computed before they ask, beside the requests being answered."""

import logging
from collections.abc import Callable, Iterable
from threading import Thread
from time import monotonic, sleep

from flask import Flask
from werkzeug.test import Client

from dashboard.releases.dataset import Dataset, ReleaseError

_log = logging.getLogger(__name__)
# Where a server keeps its prewarming.
PREWARM = "vardplats.prewarm"
# Where it keeps what is to be done once before there are workers.
FIRST = "vardplats.first"
_LOOK_SECONDS = 1.0
# A new release waits so long at most for what is made ready for it.
_MOST_SECONDS = 60.0
# As browsers ask over https, and as they do over http.
_READ = ("gzip, deflate, br, zstd", "gzip, deflate")

Step = Callable[[], object]


class Prewarm:
    """Follows the release and does the steps of each new one, on a thread of its own.

    `dataset` gives the current release and is asked every second, so that a worker nobody asks
    follows it as well. `steps` are what to do for a release; `clock` is in seconds.
    """

    def __init__(
        self,
        dataset: Callable[[], Dataset],
        steps: Callable[[Dataset], Iterable[Step]],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._dataset, self._steps, self._clock = dataset, steps, clock
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
        if dataset.release != self.done:
            self._warm(dataset, lambda: self._dataset().release == dataset.release)

    def ahead(self, dataset: Dataset, is_awaited: Callable[[], bool]) -> None:
        """Do the steps of a release that is not shown yet, for as long as it `is_awaited`.

        It ends in time whatever the steps take, and a step that fails keeps no release back.
        """
        until = self._clock() + _MOST_SECONDS
        try:
            self._warm(dataset, lambda: self._clock() < until and is_awaited())
        except ReleaseError:
            raise
        except Exception:
            _log.exception("the prewarming failed")

    def _warm(self, dataset: Dataset, goes_on: Callable[[], bool]) -> None:
        for step in self._steps(dataset):
            if not goes_on():
                return
            began = monotonic()
            step()
            # At most half of a core, so that visitors need not wait for what nobody asked.
            sleep(monotonic() - began)
        self.done = dataset.release

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


def visiting(server: Flask, given: str) -> Callable[[str, Dataset], object]:
    """A function that asks `server` for a path of a release, once for each way to pack an answer.

    `given` is where in the environment of a request the release is looked for.
    """

    def visit(path: str, dataset: Dataset) -> None:
        for read in _READ:
            # Over https, which a service behind TLS insists on.
            Client(server).get(
                path,
                headers={"Accept-Encoding": read},
                base_url="https://localhost",
                environ_overrides={given: dataset},
            )

    return visit
