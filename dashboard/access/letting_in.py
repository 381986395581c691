"""From an organisation and a person, or a token, to an identity: the register decides."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from dashboard.access.identity import NOBODY, Identity, Way
from dashboard.access.register import (
    LOG,
    Register,
    Unfit,
    acts_of,
    organisation_number,
    person_of,
    register_of,
)

Clock = Callable[[], datetime]
_READER: Final = "reader"


def now_utc() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class Reception:
    """Answers who somebody is by the register under `home`, which is read again when it changed.

    Without a register, or with one that is not as it was written, nobody is let in.
    """

    def __init__(self, home: Path, clock: Clock = now_utc) -> None:
        self._path, self._home, self._clock = home / LOG, home, clock
        self._seen: tuple[object, Register] = (None, Register())

    def person(self, organisation: str, person: str, way: Way, key: str = "") -> Identity:
        """The identity of a person, `NOBODY` where the organisation is not let in.

        `person` without an organisation is a name at this one; one of another is nobody.
        """
        register = self._register()
        try:
            number = organisation_number(organisation)
            whole = person_of(person if "@" in person else f"{person}@{number}")
        except Unfit:
            return NOBODY
        own = register.organisations.get(number)
        if own is None or not whole.endswith(f"@{number}"):
            return NOBODY
        acts = acts_of(register.people.get(whole, _READER))
        return Identity(own.tier, number, own.region, whole, acts, way, key)

    def token(self, shown: str) -> Identity:
        """The identity of a program that shows a token, `NOBODY` where it is none that counts."""
        register = self._register()
        found = register.token(shown, self._clock())
        if found is None:
            return NOBODY
        own = register.organisations[found.organisation]
        name = f"token {found.name}@{own.number}"
        return Identity(own.tier, own.number, own.region, name, acts_of(found.role), "token")

    def _register(self) -> Register:
        try:
            stat = self._path.stat()
            now = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
            if self._seen[0] != now:
                self._seen = (now, register_of(self._home))
        except OSError:
            return Register()
        return self._seen[1]
