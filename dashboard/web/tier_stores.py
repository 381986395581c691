"""One store for each tier: the release, and over it what the tier may see and nobody else."""

import logging
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path
from threading import Lock

from dashboard.access.identity import Identity
from dashboard.access.reads import Reads
from dashboard.imports.accepted import DamagedImport
from dashboard.imports.drafts import drafts_seen
from dashboard.ingest.unpublished import with_drafts
from dashboard.releases.dataset import Dataset
from dashboard.web.known_plans import KnownPlans

_log = logging.getLogger(__name__)
_MOST = 24


class TierStores:
    """Makes of a release what one who asks may see of it, and keeps the last ones made.

    Whoever is given what is not published is written down first; where that cannot be done, the
    release is all there is.
    """

    def __init__(self, home: Path, plans: KnownPlans) -> None:
        self._home, self._reads, self._plans = home, Reads(home), plans
        # With the release it was made of, whose place in memory is then nobody else's.
        self._kept: OrderedDict[Hashable, tuple[Dataset, Dataset]] = OrderedDict()
        self._lock = Lock()

    def seen_by(self, who: Identity, dataset: Dataset, *, is_current: bool) -> Dataset:
        """The release itself for the public; an earlier one has nothing laid over it."""
        if not who.is_known:
            return dataset
        tier = who.scope or "known"
        try:
            drafts = drafts_seen(self._home, who) if is_current else ()
            if drafts:
                regions = {code for one in drafts for code in one.regions}
                self._reads.note(who, [one.hash for one in drafts], sorted(regions))
        except (DamagedImport, OSError) as error:
            # What is published is shown all the same.
            _log.error("what is not published cannot be shown: %s", error)
            drafts = ()
        plans = self._plans.seen_by(who)
        key = (id(dataset), tier, tuple(one.hash for one in drafts), plans.stamp)
        with self._lock:
            if key not in self._kept:
                own = replace(with_drafts(dataset, drafts, tier), plans=plans)
                self._kept[key] = (dataset, own)
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
            return self._kept[key][1]
