"""Sessions on the server: files that only the service reads, under names that open nothing."""

import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from dashboard.access.letting_in import Clock, now_utc
from dashboard.frozen import frozen
from dashboard.storage.durable_files import replace_file

FOLDER: Final = "sessions"
IDLE, LONGEST, PENDING = timedelta(minutes=30), timedelta(hours=8), timedelta(minutes=10)
MOST: Final = 20_000
# How often a session that is used is written anew.
_SEEN_EVERY = timedelta(minutes=1)


class TooMany(OSError):  # noqa: N818 - it says what is so
    """There are as many sessions as may be."""


@frozen
class Session:
    """Who signed in: since when, seen when (ISO 8601, UTC), and the key that forms repeat."""

    organisation: str
    person: str
    key: str
    began: str
    seen: str


class Sessions:
    """The sessions and the sign-ins under way of a home.

    A browser holds a random name of 256 bits; the file lies under the SHA-256 of it, so whoever
    reads the folder cannot be anybody. What is over is not told from what never was.
    """

    def __init__(self, home: Path, clock: Clock = now_utc) -> None:
        self._folder, self._clock = home / FOLDER, clock

    def begin(self, organisation: str, person: str) -> tuple[str, Session]:
        """A new session and its name.

        Raises:
            OSError: it cannot be written, or there are too many.
        """
        now = self._clock().isoformat(timespec="seconds")
        session = Session(organisation, person, secrets.token_urlsafe(24), now, now)
        name = secrets.token_urlsafe(32)
        self._make_room()
        self._write(_file("s", name), asdict(session))
        return name, session

    def find(self, name: str) -> Session | None:
        """The session of a name while it lasts: half an hour unused, eight hours in all."""
        held = self._read(_file("s", name))
        if held is None or held.keys() != Session.__dataclass_fields__.keys():
            return None
        session, now = Session(**held), self._clock()
        seen, began = (datetime.fromisoformat(one) for one in (session.seen, session.began))
        if now >= seen + IDLE or now >= began + LONGEST:
            self.end(name)
            return None
        if now >= seen + _SEEN_EVERY:
            self._touch(_file("s", name), {**held, "seen": now.isoformat(timespec="seconds")})
        return session

    def end(self, name: str) -> None:
        """End a session, on every machine at once."""
        self._path(_file("s", name)).unlink(missing_ok=True)

    def keep_pending(self, pending: Mapping[str, str]) -> str:
        """What a sign-in that is under way needs when it comes back, and the name for it.

        Raises:
            OSError: it cannot be written, or there are too many.
        """
        name = secrets.token_urlsafe(32)
        self._make_room()
        self._write(_file("p", name), {**pending, "began": self._clock().isoformat()})
        return name

    def take_pending(self, name: str) -> Mapping[str, str] | None:
        """What was kept under a name, once: whoever comes second finds nothing."""
        path, mine = self._path(_file("p", name)), self._path(f".{secrets.token_hex(8)}")
        try:
            # Of two at once only one can move it.
            path.rename(mine)
        except OSError:
            return None
        held = self._read(mine.name)
        mine.unlink(missing_ok=True)
        if held is None or self._clock() >= datetime.fromisoformat(held["began"]) + PENDING:
            return None
        return held

    def _path(self, file: str) -> Path:
        return self._folder / file

    def _read(self, file: str) -> dict[str, str] | None:
        try:
            held = json.loads(self._path(file).read_bytes())
        except (OSError, ValueError):
            return None
        return held if isinstance(held, dict) else None

    def _write(self, file: str, held: Mapping[str, str]) -> None:
        path = self._path(file)
        replace_file(path, json.dumps(held).encode())
        path.chmod(0o600)

    def _touch(self, file: str, held: Mapping[str, str]) -> None:
        """Write a session anew unless it has been ended meanwhile."""
        path = self._path(file)
        try:
            with path.open("r+b") as open_:
                open_.write(json.dumps(held).encode())
                open_.truncate()
        except OSError:
            # A full disk does not end a session sooner than half an hour after it was written.
            return

    def _make_room(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        now, left = datetime.now(UTC).timestamp(), 0
        for one in list(os.scandir(self._folder)):
            most = PENDING if one.name.startswith("p") else LONGEST
            try:
                if now - one.stat().st_mtime > most.total_seconds():
                    os.unlink(one.path)
                else:
                    left += 1
            except FileNotFoundError:
                continue
        if left >= MOST:
            raise TooMany(f"there are {left} sessions, as many as may be")


def _file(kind: str, name: str) -> str:
    return f"{kind}-{hashlib.sha256(name.encode()).hexdigest()}"
