"""The releases being served: the current one, as the pointer names it, and those asked for."""

import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock, RLock, Thread
from time import monotonic

from flask import g, has_request_context

from dashboard.releases.dataset import Dataset, archive_at, read_dataset
from dashboard.releases.repository import (
    Head,
    ReleaseError,
    ReleaseRepository,
    WithdrawnRelease,
)
from dashboard.targets.versions import TargetTable, tables, versions

_LOOK_SECONDS, _REST_SECONDS = 1.0, 5.0
_MOST_EARLIER = 4
_NAME = re.compile(r"[0-9a-f]{6,16}", re.ASCII)


class ReleaseProvider:
    """Hands out stores, and looks at the pointer at most once in `every` seconds.

    A release is read by one thread. The first one is waited for; while a later one is read,
    the others go on with the one before it, and so does everybody while a place that is
    `remote` is looked at. Versions of the targets lie in `home`. `asked` gives the release
    that a request asks for, or nothing.
    """

    def __init__(
        self,
        place: Path | ReleaseRepository,
        *,
        home: Path | None = None,
        every: float = _LOOK_SECONDS,
        asked: Callable[[], str] = lambda: "",
    ) -> None:
        self._archive, self._every, self._asked = archive_at(place), every, asked
        self._held: Dataset | ReleaseError | None = None
        self._home = home or (place if isinstance(place, Path) else None)
        self._versions: tuple[str, ...] = ()
        self._tables: Mapping[str, TargetTable] = {}
        self._head = Head("", {})
        self._next_look = 0.0
        self._lock = Lock()
        self._earlier: OrderedDict[str, Dataset] = OrderedDict()
        self._reading = RLock()
        self._names: tuple[float, tuple[str, ...]] = (0.0, ())

    @property
    def away(self) -> str:
        """Why the place of the releases does not answer, or nothing."""
        return self._archive.away

    def dataset(self) -> Dataset:
        """The release of this request, the same one from its first question to its last.

        It is the one asked for, where that is there and whole, and else the current one.

        Raises:
            ReleaseError: no release is published, or the one pointed to is torn or altered.
        """
        if not has_request_context():
            return self.current()
        if "dataset" not in g:
            g.dataset = self.named(self._asked())
        held: Dataset = g.dataset
        return held

    def usable(self) -> Dataset:
        """The release of this request for whatever leaves the site without the page around it.

        A page shows the reason of a withdrawal beside its figures; everything else would go on
        without it, and asks here.

        Raises:
            WithdrawnRelease: the release has been withdrawn.
            ReleaseError: as of `dataset`.
        """
        dataset = self.dataset()
        reason = self.withdrawn.get(dataset.release, dataset.withdrawn)
        if reason:
            raise WithdrawnRelease(dataset.release, reason, self.current().release)
        return dataset

    @property
    def withdrawn(self) -> Mapping[str, str]:
        """The releases that are withdrawn, each with its reason, as of the last look."""
        return self._head.withdrawn

    def current(self) -> Dataset:
        """The release that the pointer names, as of the last look.

        Raises:
            ReleaseError: as of `dataset`.
        """
        if self._held is None or monotonic() >= self._next_look:
            self._look_soon()
        held = self._held
        if isinstance(held, Dataset):
            return held
        # An error of its own each time: one that is raised again grows with each traceback.
        raise ReleaseError(str(held)) from held

    def named(self, asked: str) -> Dataset:
        """The release of a name or of its first six digits, or the current one.

        Raises:
            ReleaseError: as of `dataset`.
        """
        current = self.current()
        if not _NAME.fullmatch(asked) or current.release.startswith(asked):
            return current
        with self._reading:
            name = next((one for one in self._all() if one.startswith(asked)), "")
            found = self._read_earlier(name) if name else None
            return current if found is None else self._told(found)

    def with_geometry(self, short: str) -> Dataset:
        """A release with the outlines of this hash, or the current one.

        Raises:
            ReleaseError: as of `dataset`.
        """
        current = self.current()
        if current.geometry_hash == short or not _NAME.fullmatch(short):
            return current
        with self._reading:
            # Those that are held first, as they cost nothing.
            names = dict.fromkeys((*reversed(self._earlier), *self._all()))
            each = (self._read_earlier(name) for name in names)
            return next((one for one in each if one and one.geometry_hash == short), current)

    def _told(self, dataset: Dataset) -> Dataset:
        """With the reason why it is withdrawn, as of the last look."""
        reason = self._head.withdrawn.get(dataset.release, "")
        if dataset.withdrawn != reason:
            dataset = self._earlier[dataset.release] = replace(dataset, withdrawn=reason)
        return dataset

    def _all(self) -> tuple[str, ...]:
        read, names = self._names
        if monotonic() >= read:
            try:
                names = self._archive.names()
            except ReleaseError:
                names = ()
            self._names = (monotonic() + self._every, names)
        return names

    def _read_earlier(self, name: str) -> Dataset | None:
        held = self._earlier.get(name)
        if held is None:
            try:
                held = self._with_targets(read_dataset(self._archive, name))
            except ReleaseError:
                return None
        self._earlier[name] = held
        self._earlier.move_to_end(name)
        while len(self._earlier) > _MOST_EARLIER:
            self._earlier.popitem(last=False)
        return held

    def _look_soon(self) -> None:
        if self._held is None or not self._archive.remote:
            self._look()
        elif not self._lock.locked():
            Thread(target=self._look, name="look", daemon=True).start()

    def _look(self) -> None:
        if not self._lock.acquire(blocking=self._held is None):
            return
        try:
            if self._held is None or monotonic() >= self._next_look:
                self._held = self._read()
                rest = _REST_SECONDS if self._archive.away else self._every
                self._next_look = monotonic() + rest
        finally:
            self._lock.release()

    def _read(self) -> Dataset | ReleaseError:
        try:
            self._head = self._archive.head()
            held = self._held
            if isinstance(held, Dataset) and held.release == self._head.current:
                return self._with_targets(held)
            return self._with_targets(read_dataset(self._archive, self._head.current))
        except ReleaseError as error:
            return error

    def _with_targets(self, dataset: Dataset) -> Dataset:
        """The same release, with the versions of the targets that lie in `home` by now."""
        if self._home is None:
            return dataset
        looked = versions(self._home)
        if looked != self._versions or not self._tables:
            self._versions, self._tables = looked, tables(self._home)
        found = self._tables
        return (
            dataset if found.keys() == dataset.targets.keys() else replace(dataset, targets=found)
        )
