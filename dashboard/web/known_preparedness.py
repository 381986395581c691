"""What regions have loaded of their preparedness, as it is now, for each who may see it."""

from dashboard.access.identity import Identity
from dashboard.imports.preparedness import (
    Loaded,
    Widest,
    preparedness_log,
    preparedness_of,
    preparedness_seen,
)
from dashboard.settings import Settings
from dashboard.web.watched import Watched, watched


class KnownPreparedness:
    """The record as it is now; where it cannot be read nobody is shown any of it."""

    def __init__(self, record: Watched[tuple[Loaded, ...]], widest: Widest) -> None:
        self._record, self._widest = record, widest

    def seen_by(self, who: Identity) -> tuple[Loaded, ...]:
        """What this one may see of it.

        Raises:
            OSError: the record cannot be read, or was changed.
        """
        return preparedness_seen(self._record.now, who, self._widest)


def known_preparedness(settings: Settings) -> KnownPreparedness:
    """The record where the settings say that it lies."""
    log = preparedness_log(settings)
    record = watched(settings, log.stamp, lambda: preparedness_of(log))
    return KnownPreparedness(record, settings.preparedness)
