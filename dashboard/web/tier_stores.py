"""One store for each tier: the release, and over it what the tier may see and nobody else."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from threading import Lock

from dashboard.access.identity import Identity
from dashboard.access.reads import Reads
from dashboard.imports.accepted import DamagedImport
from dashboard.imports.drafts import Draft, drafts_seen
from dashboard.imports.preparedness import Loaded
from dashboard.ingest.unpublished import with_drafts
from dashboard.releases.dataset import Dataset
from dashboard.web.known_plans import KnownPlans
from dashboard.web.known_preparedness import KnownPreparedness
from dashboard.web.protection.gate import identity

_log = logging.getLogger(__name__)
_MOST = 24


class TierStores:
    """Makes of a release what one who asks may see of it, and keeps the last ones made.

    Whoever is given what is not published is written down first; where that cannot be done, the
    release is all there is.
    """

    def __init__(self, home: Path, plans: KnownPlans, preparedness: KnownPreparedness) -> None:
        self._home, self._reads = home, Reads(home)
        self._plans, self._preparedness = plans, preparedness
        # With the release it was made of, whose place in memory is then nobody else's.
        self._kept: OrderedDict[Hashable, tuple[Dataset, Dataset]] = OrderedDict()
        self._lock = Lock()

    def seen_here(self, dataset: Dataset, is_current: Callable[[], bool]) -> Dataset:
        """What whoever asks in this request may see; nearly everybody sees the release itself."""
        who = identity()
        return self.seen_by(who, dataset, is_current=is_current()) if who.way else dataset

    def seen_by(self, who: Identity, dataset: Dataset, *, is_current: bool) -> Dataset:
        """The release itself for the public; an earlier one has nothing laid over it."""
        if not who.is_known:
            return dataset
        drafts, loaded = self._private(who) if is_current else ((), ())
        # The name of the store tells what is loaded as well, so that no answer is kept past it.
        tier = "-".join([who.scope or "known", *(one.hash[:8] for one in loaded)])
        plans = self._plans.seen_by(who)
        key = (id(dataset), tier, tuple(one.hash for one in drafts), plans.stamp)
        with self._lock:
            if key not in self._kept:
                told = {one.region: one.figures for one in loaded}
                made = with_drafts(dataset, drafts, tier)
                self._kept[key] = (dataset, replace(made, plans=plans, preparedness=told))
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
            return self._kept[key][1]

    def _private(self, who: Identity) -> tuple[tuple[Draft, ...], tuple[Loaded, ...]]:
        """What this one may see and not everybody; that it is seen is written down first."""
        try:
            drafts = drafts_seen(self._home, who)
            loaded = self._preparedness.seen_by(who)
            if drafts or loaded:
                regions = {code for one in drafts for code in one.regions}
                regions |= {one.region for one in loaded}
                names = [*(one.hash for one in drafts), *(one.hash for one in loaded)]
                self._reads.note(who, names, sorted(regions))
        except (DamagedImport, OSError) as error:
            # What is published is shown all the same.
            _log.error("what is not published cannot be shown: %s", error)
            return (), ()
        return drafts, loaded
