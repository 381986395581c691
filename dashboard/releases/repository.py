"""What a place where releases lie can do, be it a folder or a database."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from dashboard.frozen import frozen
from dashboard.releases.audit_log import Entry

# The files of a release; docs/data-dictionary.md says what each holds.
CUBE, GEOMETRY, REFERENCE, QUALITY, ROWS, MANIFEST = (
    "cube.npz", "counties.json", "reference.json", "quality.json", "rows.parquet", "manifest.json",
)  # fmt: skip
RANGES, EXAMPLE, BACK_TEST = "ranges.npz", "example.npz", "back_test.json"
FORECASTS = "forecasts.json"
POINTER = "current"
# The version of that form: 1 had neither reference.json nor quality.json, 2 no ranges of
# estimated months, no example and no back-test.
SCHEMA = 3


class ReleaseError(RuntimeError):
    """No release can be served: missing, torn or altered. The message says which and why."""


class Away(ReleaseError):  # noqa: N818 - it says what is so
    """The place itself does not answer; what it holds may be as whole as ever."""


class WithdrawnRelease(ReleaseError):  # noqa: N818 - it says what is so
    """The release asked for is not to be relied on: why, and which is shown instead of it."""

    def __init__(self, release: str, reason: str, instead: str) -> None:
        super().__init__(f"Release {release} has been withdrawn: {reason}. Shown: {instead}")
        self.release, self.reason, self.instead = release, reason, instead


class Busy(ReleaseError):  # noqa: N818
    """Somebody else has been publishing for so long that waiting was given up."""


@frozen
class Head:
    """The release that is shown, and those that may not be, each with the reason."""

    current: str
    withdrawn: Mapping[str, str]


class ReleaseRepository(Protocol):
    """Releases that never change, and a record of what was done with them.

    `remote` tells that to ask may take long. Every method raises `Away` when the place does
    not answer.
    """

    @property
    def remote(self) -> bool: ...

    @property
    def away(self) -> str:
        """Why the answers are those of an earlier time, or nothing."""

    def head(self) -> Head:
        """What is shown now.

        Raises:
            ReleaseError: nothing is published.
        """

    def names(self) -> tuple[str, ...]:
        """Every release there is, in no order that means anything."""

    def content(self, release: str, name: str) -> bytes:
        """A file of a release, as it lies there.

        Raises:
            ReleaseError: there is none.
        """

    def sizes(self, release: str) -> Mapping[str, int]:
        """The files of a release and their bytes; empty where there is no such release."""

    def audit(self) -> tuple[Entry, ...]:
        """The record, oldest first."""

    def publish_lock(self) -> AbstractContextManager[None]:
        """Hold everybody else back who publishes; a turn within a turn is the same one.

        Raises:
            Busy: somebody else did not end in time.
            OSError: the folder cannot be written.
        """

    def add(self, release: str, files: Mapping[str, bytes]) -> None:
        """Lay down a release, whole or not at all; what is there and not whole gives way."""

    def write(self, *entries: Entry) -> None:
        """Add to the record, and show the release of the last `publish` among the entries."""
