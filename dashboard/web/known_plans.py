"""The production plans as they are now, and of them what whoever asks may see."""

import logging
from dataclasses import replace
from threading import Lock

from dashboard.access.identity import Identity
from dashboard.dialogue.logs import plans_log
from dashboard.dialogue.plan_log import plans_of
from dashboard.reference.regions import CODES
from dashboard.settings import Settings
from dashboard.targets.plans import HIDDEN, Plans
from dashboard.web.watched import Watched, watched

_log = logging.getLogger(__name__)
_NONE = Plans(())


class KnownPlans:
    """The plans as they are now; where they cannot be read, those read before are shown on."""

    def __init__(self, record: Watched[Plans]) -> None:
        self._record, self._lock = record, Lock()
        self._shown, self._amiss = _NONE, False
        self._parts: dict[tuple[str, ...], Plans] = {}

    def every(self) -> Plans:
        """The plans of all regions."""
        try:
            now, amiss = self._record.now(), None
        except OSError as error:
            now, amiss = None, error
        with self._lock:
            if amiss and not self._amiss:
                _log.error("plans cannot be read, those read before are shown: %s", amiss)
            self._amiss = amiss is not None
            if now is not None and now is not self._shown:
                self._shown, self._parts = now, {}
            return self._shown

    def seen_by(self, who: Identity) -> Plans:
        """The plans of the regions that one may see, without a trace of the others."""
        mine = tuple(code for code in CODES if who.may("plan", "read", code))
        if not mine:
            return HIDDEN
        found = self.every()
        with self._lock:
            if self._shown is not found:
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
    """The plans where the settings say that they lie."""
    log = plans_log(settings)
    return KnownPlans(watched(settings, log.stamp, lambda: _whole(plans_of(log))))
