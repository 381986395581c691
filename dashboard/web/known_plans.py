"""The production plans as they are now, and of them what whoever asks may see."""

import logging
from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from time import monotonic

from dashboard.access.identity import Identity
from dashboard.dialogue.logs import plans_log
from dashboard.dialogue.plan_log import plans_of
from dashboard.reference.regions import CODES
from dashboard.settings import Settings
from dashboard.targets.plans import HIDDEN, Plans

_log = logging.getLogger(__name__)
_NONE = Plans(())
_REST_SECONDS = 5.0


class KnownPlans:
    """Gives the plans, which are read again where `stamp` gives something else than before.

    They are looked at once in `every` seconds. Where they cannot be read, those read before are
    shown on.
    """

    def __init__(
        self, stamp: Callable[[], object], plans: Callable[[], Plans], *, every: float = 0.0
    ) -> None:
        self._stamp, self._plans, self._lock = stamp, plans, Lock()
        self._every, self._next_look = every, 0.0
        self._seen: tuple[object, Plans] = (None, _NONE)
        self._parts: dict[tuple[str, ...], Plans] = {}
        self._amiss = False

    def every(self) -> Plans:
        """The plans of all regions."""
        with self._lock:
            if monotonic() < self._next_look:
                return self._seen[1]
            try:
                now = self._stamp()
                if self._seen[0] != now:
                    self._seen, self._parts = (now, _whole(self._plans())), {}
                self._amiss = False
            except OSError as error:
                if not self._amiss:
                    _log.error("plans cannot be read, those read before are shown: %s", error)
                self._amiss = True
            self._next_look = monotonic() + (_REST_SECONDS if self._amiss else self._every)
            return self._seen[1]

    def seen_by(self, who: Identity) -> Plans:
        """The plans of the regions that one may see, without a trace of the others."""
        mine = tuple(code for code in CODES if who.may("plan", "read", code))
        if not mine:
            return HIDDEN
        found = self.every()
        with self._lock:
            if self._seen[1] is not found:
                return found.only(mine)
            if mine not in self._parts:
                self._parts[mine] = found.only(mine)
            return self._parts[mine]


def _whole(plans: Plans) -> Plans:
    """The plans, or none of them where a line is not as it was written."""
    if not plans.fault:
        return plans
    _log.error("plans are not as they were written: %s", plans.fault)
    return replace(HIDDEN, fault=plans.fault, stamp="fault")


def known_plans(settings: Settings) -> KnownPlans:
    """The plans where the settings say that they lie; a database is looked at now and then."""
    log = plans_log(settings)
    every = 1.0 if settings.database_url.get_secret_value() else 0.0
    return KnownPlans(log.stamp, lambda: plans_of(log), every=every)
