"""The releases being served: the current one, as the pointer names it, and those asked for."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from flask import g, has_request_context, request

from dashboard.releases.dataset import Dataset, archive_at, read_dataset
from dashboard.releases.repository import (
    Away,
    Head,
    ReleaseError,
    ReleaseRepository,
    WithdrawnRelease,
)
from dashboard.targets.plans import HIDDEN, Plans
from dashboard.targets.versions import TargetTable, tables, versions
from dashboard.web.earlier_releases import EarlierReleases, is_name

_log = logging.getLogger(__name__)
# Makes of a release what whoever asks may see; it can ask whether that is the current one.
Seen = Callable[[Dataset, Callable[[], bool]], Dataset]
_LOOK_SECONDS, _REST_SECONDS = 1.0, 5.0
# Where a request of our own carries the release that it is to be answered from.
GIVEN = "vardplats.dataset"
# Where a server keeps its provider.
PROVIDER = "vardplats.provider"
# Why what is shown is not what there should be, in words that name no place: anybody may ask.
DATABASE_AWAY = "the database does not answer; the release seen last is shown"
FOLDER_AMISS = "the release that is pointed to cannot be read; the one read last is shown"

# Prepares for a release before it is shown, for as long as the other one says that it is to come.
Prepare = Callable[[Dataset, Callable[[], bool]], None]


class ReleaseProvider:
    """Hands out stores, and looks at the pointer at most once in `every` seconds.

    A release is read by one thread. The first one is waited for; while a later one is read,
    the others go on with the one before it, and so does everybody while a place that is
    `remote` is looked at, or with `prepare` set, until that has been done for the later one.
    Whatever becomes of the place, the release that was read and verified last goes on being
    shown. Versions of the targets lie in `home`. `asked` gives the release that a request asks
    for; `seen` gives what whoever asks may see, `plans` those of all, `opening` adds kept values.
    """

    def __init__(
        self,
        place: Path | ReleaseRepository,
        *,
        home: Path | None = None,
        every: float = _LOOK_SECONDS,
        asked: Callable[[], str] = lambda: "",
        seen: Seen = lambda dataset, is_current: dataset,
        plans: Callable[[], Plans] = lambda: HIDDEN,
        opening: Callable[[Dataset], Dataset] = lambda dataset: dataset,
    ) -> None:
        self._archive, self._every, self._asked = archive_at(place), every, asked
        self._held: Dataset | ReleaseError | None = None
        self._home = home or (place if isinstance(place, Path) else None)
        self._versions: tuple[str, ...] = ()
        self._tables: Mapping[str, TargetTable] = {}
        self._head = Head("", {})
        self._next_look = 0.0
        self._lock = Lock()
        self._earlier = EarlierReleases(self._archive, self._told)
        self._amiss = ""
        self.prepare: Prepare | None = None
        self._seen_by, self._plans, self._opening = seen, plans, opening

    @property
    def degraded(self) -> str:
        """Why the release read last is shown whatever the place says, or nothing; no place is
        named.
        """
        return DATABASE_AWAY if self._archive.away else self._amiss

    def dataset(self) -> Dataset:
        """The release of this request, the same one from its first question to its last.

        It is the one asked for, where that is there and whole, and else the current one.

        Raises:
            ReleaseError: no release is published, or the one pointed to is torn or altered.
        """
        if not has_request_context():
            return self.current()
        if "dataset" not in g:
            public = g.get("public_dataset") or self._asked_for()
            # By its name: a look meanwhile may have read the same release anew.
            g.dataset = self._seen_by(public, lambda: public.release == self.current().release)
            if g.dataset is not public:
                g.public_dataset = public
        held: Dataset = g.dataset
        return held

    def public(self) -> Dataset:
        """As `dataset`, but what everybody sees, whoever asks.

        Raises:
            ReleaseError: as of `dataset`.
        """
        if not has_request_context():
            return self.current()
        if "dataset" not in g and "public_dataset" not in g:
            g.public_dataset = self._asked_for()
        held: Dataset = g.get("public_dataset") or g.dataset
        return held

    def _asked_for(self) -> Dataset:
        return request.environ.get(GIVEN) or self.named(self._asked())

    def usable(self, *, everybody: bool = False) -> Dataset:
        """The release of this request for whatever leaves the site without the page around it.

        A page shows the reason of a withdrawal beside its figures; everything else would go on
        without it, and asks here. `everybody` is for what is the same whoever asks.

        Raises:
            WithdrawnRelease: the release has been withdrawn.
            ReleaseError: as of `dataset`.
        """
        dataset = self.public() if everybody else self.dataset()
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
        if isinstance(held := self._held, Dataset):
            return held
        raise ReleaseError(self._nameless(held)) from held  # A new one: tracebacks grow.

    def named(self, asked: str) -> Dataset:
        """The release of a name or of its first six digits, or the current one.

        Raises:
            ReleaseError: as of `dataset`.
            Away: it has to be fetched first, which takes longer than a reader waits.
        """
        current = self.current()
        if not is_name(asked) or current.release.startswith(asked):
            return current
        return self._earlier.named(asked) or current

    def with_geometry(self, short: str) -> Dataset:
        """A release with the outlines of this hash, or the current one.

        Raises:
            ReleaseError: as of `named`.
        """
        current = self.current()
        is_own = current.geometry_hash == short
        return current if is_own else self._earlier.with_outlines(short) or current

    def _told(self, dataset: Dataset) -> Dataset:
        """With the targets, and the reason why it is withdrawn, as of the last look."""
        reason = self._head.withdrawn.get(dataset.release, "")
        if dataset.withdrawn != reason:
            dataset = replace(dataset, withdrawn=reason)
        return self._with_targets(dataset)

    def _nameless(self, error: ReleaseError | None) -> str:
        """Why there is nothing to show, without the place where it should be."""
        if error is None or isinstance(error, Away):
            return "the database does not answer"
        return str(error).replace(str(self._home), "VARDPLATS_HOME")

    def _look_soon(self) -> None:
        if self._held is None or not (self._archive.remote or self.prepare):
            self._look()
        elif not self._lock.locked():
            Thread(target=self._look, name="look", daemon=True).start()

    def _look(self) -> None:
        if not self._lock.acquire(blocking=self._held is None):
            return
        try:
            if self._held is None or monotonic() >= self._next_look:
                self._held = self._read()
                self._earlier.look()
                self._next_look = monotonic() + (
                    _REST_SECONDS if self._archive.away else self._every
                )
        finally:
            self._lock.release()

    def _read(self) -> Dataset | ReleaseError:
        held = self._held
        try:
            found = self._current(held)
        except ReleaseError as error:
            if not isinstance(held, Dataset):
                if held is None or str(held) != str(error):
                    _log.error("no release can be shown: %s", error)
                return error
            if not self._amiss:
                _log.error("%s; release %s, read before, is shown", error, held.release)
            self._amiss = FOLDER_AMISS
            return self._with_targets(held)
        if self._amiss:
            _log.warning("release %s can be read again", found.release)
        self._amiss = ""
        return found

    def _current(self, held: Dataset | ReleaseError | None) -> Dataset:
        """What is to be shown by now: the one held, or another one that is prepared for."""
        self._head = self._archive.head()
        while not isinstance(held, Dataset) or held.release != self._head.current:
            wanted = self._head.current
            found = self._with_targets(self._opening(read_dataset(self._archive, wanted)))
            if self.prepare and isinstance(held, Dataset):
                self.prepare(found, lambda of=held.release, to=wanted: self._may_wait(of, to))  # type: ignore[misc]
            held = found
        return self._with_targets(held)

    def _may_wait(self, shown: str, wanted: str) -> bool:
        """Whether one release may go on being shown until there is all for the other."""
        self._head = self._archive.head()
        return self._head.current == wanted and shown not in self._head.withdrawn

    def _with_targets(self, dataset: Dataset) -> Dataset:
        """The same release, with the plans there are, and the versions of the targets in `home`."""
        plans = self._plans()
        if plans.stamp != dataset.plans.stamp or plans.regions != dataset.plans.regions:
            dataset = replace(dataset, plans=plans)
        if self._home is None:
            return dataset
        looked = versions(self._home)
        if looked != self._versions or not self._tables:
            self._versions, self._tables = looked, tables(self._home)
        if self._tables.keys() == dataset.targets.keys():
            return dataset
        return replace(dataset, targets=self._tables)
