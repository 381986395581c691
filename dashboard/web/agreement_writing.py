"""Agreements written by whoever is signed in or shows a token, of regions that they may."""

from collections.abc import Mapping

from dashboard.access.identity import Identity
from dashboard.dialogue.agreement import STATES, Agreement
from dashboard.dialogue.agreement_form import Faulty
from dashboard.dialogue.agreement_log import Agreements, agree, agreements_of, follow_up
from dashboard.dialogue.agreement_names import by_name
from dashboard.dialogue.logs import agreements_log
from dashboard.dialogue.seen import agreements_seen
from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.settings import Settings

FIELDS = ("region", "measure", "kind", "indicator", "care", "stream", "side", "value", "until",
          "owner", "due", "plan", "marks")  # fmt: skip
_STATE = Text("{} är inget läge; det finns {}.", "{} is no state; there is {}.")
_DAMAGED = "the log is not as it was written: {}"


class NotThere(Exception):  # noqa: N818 - it is an answer
    """There is no such region or agreement for the one who asks."""


def agreements_read(settings: Settings, who: Identity) -> Mapping[str, Agreement]:
    """The agreements that one may see, by their names.

    Raises:
        OSError: they cannot be read, or are not as they were written.
    """
    return by_name(agreements_seen(settings, who, _whole(settings)))


def write_agreement(settings: Settings, who: Identity, form: Mapping[str, str]) -> str:
    """Write an agreement down for who asks; its name.

    Raises:
        NotThere: it is of a region that this one may not write of.
        Faulty: a field cannot be used, every fault named; nothing has been written.
        OSError: it cannot be written.
    """
    region = form.get("region", "")
    if not who.may("agreements", "write", region if region in CODES else ""):
        raise NotThere(region)
    _whole(settings)
    log = agreements_log(settings)
    made = agree(log, {key: form.get(key, "") for key in FIELDS}, by=who.person)
    return next(key for key, one in by_name(agreements_of(log)).items() if one == made)


def write_follow_up(
    settings: Settings, who: Identity, name: str, form: Mapping[str, str]
) -> Agreement:
    """Write what has happened with an agreement, and perhaps that it has ended.

    Raises:
        NotThere: there is no such agreement for this one to write of.
        Faulty: it is closed, the state is none, or there is no note; nothing has been written.
        OSError: it cannot be written.
    """
    found = by_name(_whole(settings)).get(name)
    if found is None or not who.may("agreements", "write", found.region):
        raise NotThere(name)
    state = next((one for one in STATES if one == form.get("state", "open")), None)
    if state is None:
        said = str(form.get("state"))[:40]
        raise Faulty({"state": _STATE.format(said, ", ".join(STATES))})
    log = agreements_log(settings)
    return follow_up(log, found.number, form.get("note", ""), by=who.person, state=state)


def _whole(settings: Settings) -> Agreements:
    found = agreements_of(agreements_log(settings))
    if found.fault:
        raise OSError(_DAMAGED.format(found.fault))
    return found
