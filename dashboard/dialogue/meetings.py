"""Which release was shown at an earlier meeting, and when the last one was."""

from dataclasses import field
from functools import lru_cache

from dashboard.dialogue.agreement_log import Agreements
from dashboard.frozen import frozen
from dashboard.releases import audit_log
from dashboard.releases.dataset import Dataset, read_dataset
from dashboard.releases.repository import ReleaseError, ReleaseRepository


def last_meeting(agreed: Agreements, region: str, day: str) -> str:
    """The last day before `day` on which something was agreed with the region, or nothing."""
    days = [one.at[:10] for one in agreed.of_region(region) if one.at[:10] < day]
    return max(days, default="")


def shown_on(archive: ReleaseRepository, day: str) -> Dataset | None:
    """The release that was shown at the end of a day (UTC); None where there was none.

    Raises:
        ReleaseError: the place of the releases does not answer.
    """
    upto = [one for one in archive.audit() if one.at.date().isoformat() <= day]
    gone = audit_log.withdrawn(upto)
    names = [name for name in audit_log.shown(upto) if name not in gone]
    try:
        return _read(_Named(names[-1], archive)) if names else None
    except ReleaseError:
        # Another release of another time would be compared with instead, so none is.
        return None


@frozen
class _Named:
    """A release by its name, which is that of its content wherever it lies."""

    name: str
    archive: ReleaseRepository = field(compare=False)


@lru_cache(maxsize=4)
def _read(named: _Named) -> Dataset:
    return read_dataset(named.archive, named.name)
