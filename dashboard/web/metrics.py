"""What Prometheus is told: requests, how long they take, what the cache had, and what waits."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from dashboard.releases.catalogue import note_of
from dashboard.releases.dataset import Dataset
from dashboard.releases.repository import ReleaseError

PATH: Final = "/metrics"
# Where the processes of one server count together; prometheus-client reads it when it is imported.
FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Counts of this process, and of all that share its folder.

    `release` gives what is shown, `open_imports` how many files were handed in and not kept.
    """

    def __init__(self, release: Callable[[], Dataset], open_imports: Callable[[], int]) -> None:
        from prometheus_client import CollectorRegistry, Counter, Histogram

        self._release, self._open = release, open_imports
        self._own = CollectorRegistry()
        self._requests = Counter(
            "vardplats_requests", "Requests by kind and status.", ("kind", "status"),
            registry=self._own,
        )  # fmt: skip
        self._seconds = Histogram(
            "vardplats_request_seconds", "Seconds until an answer was made, by kind.", ("kind",),
            buckets=_SECONDS, registry=self._own,
        )  # fmt: skip
        self._cache = Counter(
            "vardplats_cache_answers", "Answers that the cache had, and those made anew.",
            ("outcome",), registry=self._own,
        )  # fmt: skip

    def request(self, kind: str, status: int, seconds: float) -> None:
        """An answer was made."""
        self._requests.labels(kind, str(status)).inc()
        self._seconds.labels(kind).observe(seconds)

    def asked_cache(self, had: bool) -> None:
        """The cache was asked, and had it or not."""
        self._cache.labels("hit" if had else "miss").inc()

    def text(self) -> bytes:
        """All of it as Prometheus reads it."""
        from prometheus_client import CollectorRegistry, generate_latest, multiprocess

        registry: Any = self._own
        if os.environ.get(FOLDER):
            registry = CollectorRegistry()
            multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return bytes(generate_latest(registry)) + self._now()

    def _now(self) -> bytes:
        """What is so at this moment, whichever process is asked."""
        told: dict[str, tuple[str, float]] = {
            "vardplats_imports_open": (
                "Files handed in whose last import was not kept: faults or open questions.",
                self._open(),
            )
        }
        try:
            dataset = self._release()
            created = note_of(dataset.release, dataset.manifest).created
            age = (datetime.now(UTC) - created).total_seconds()
            told["vardplats_release_age_seconds"] = ("Age of the release that is shown.", age)
            ready = 1.0
        except ReleaseError:
            ready = 0.0
        told["vardplats_release_shown"] = ("Whether a release can be shown.", ready)
        return "".join(_gauge(name, *one) for name, one in told.items()).encode()


def _gauge(name: str, words: str, value: float) -> str:
    return f"# HELP {name} {words}\n# TYPE {name} gauge\n{name} {value}\n"


def kind_of(path: str) -> str:
    """What a path asks for, in few words: no address of a reader becomes a label."""
    return next((kind for stem, kind in _KINDS.items() if path.startswith(stem)), "page")


_KINDS: Mapping[str, str] = {
    "/_dash-update-component": "touch", "/_dash": "script", "/static/": "script", "/geo/": "file",
    "/files/": "file", "/opendata": "file", "/dialog/papers": "file", "/api/": "api",
    "/wards": "upload", "/own-rates": "upload", "/importera": "upload", "/en/import": "upload",
    "/reports": "report", "/healthz": "health", "/readyz": "health", "/metrics": "health",
}  # fmt: skip
