"""Who did what when: lines that are only added, each bound to the one before by its hash."""

import fcntl
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from dashboard.releases.audit_log import user
from dashboard.storage.durable_files import append_lines

TRAIL = "audit.jsonl"
Outcome = Literal["begun", "done", "refused"]
_FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Event:
    """One line: `action` was begun, done or refused on `subject`, `at` in ISO 8601 (UTC).

    `previous` is the hash of the line before (64 zeros of the first), and `hash` the SHA-256 of
    all the rest of the line. An action that is begun and neither done nor refused was interrupted.
    """

    number: int
    at: str
    by: str
    action: str
    subject: str
    outcome: Outcome
    detail: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The lines that were read whole, how many were cut short, and what is wrong with the chain.

    `fault` is empty where every line is as it was written and none between two is gone.
    """

    events: tuple[Event, ...]
    cut_short: int = 0
    fault: str = ""


def trail_of(home: Path) -> Trail:
    """The trail of a home, empty where nothing has been done there.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return _read((home / TRAIL).read_bytes())
    except FileNotFoundError:
        return Trail(())


def record(
    home: Path, action: str, subject: str, outcome: Outcome, *, by: str = "", detail: str = ""
) -> Event:
    """Add a line, synced to the disk before this ends; whoever else writes is waited for.

    Raises:
        OSError: it cannot be written; the trail is as it was.
    """
    home.mkdir(parents=True, exist_ok=True)
    path = home / TRAIL
    with path.open("a+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = _read(path.read_bytes()).events
        said: dict[str, Any] = {
            "number": known[-1].number + 1 if known else 1,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "by": by or user(),
            "action": action,
            "subject": subject,
            "outcome": outcome,
            "detail": detail,
            "previous": known[-1].hash if known else _FIRST,
        }
        said["hash"] = _hash(said)
        append_lines(path, json.dumps(said, ensure_ascii=False).encode() + b"\n")
    return Event(**said)


@contextmanager
def recorded(
    home: Path, action: str, subject: str, *, by: str = "", detail: str = ""
) -> Iterator[None]:
    """Write that an action begins, and when it has ended, that it is done or was refused.

    Nothing is done that cannot be written down: without room for the first line it never begins.

    Raises:
        OSError: the trail cannot be written.
    """
    record(home, action, subject, "begun", by=by, detail=detail)
    try:
        yield
    except Exception as error:
        record(home, action, subject, "refused", by=by, detail=str(error)[:500])
        raise
    record(home, action, subject, "done", by=by, detail=detail)


def as_row(event: Event) -> dict[str, str | int]:
    """The line as the terminal prints it."""
    return asdict(event)


def _read(content: bytes) -> Trail:
    events: list[Event] = []
    cut, fault = 0, ""
    for place, line in enumerate(content.splitlines(), start=1):
        event = _event(line)
        if event is None:
            cut += 1
        else:
            fault = fault or _fault(event, events[-1] if events else None, place)
            events.append(event)
    return Trail(tuple(events), cut, fault)


def _event(line: bytes) -> Event | None:
    try:
        return Event(**json.loads(line))
    except (TypeError, ValueError):
        return None


def _fault(event: Event, before: Event | None, place: int) -> str:
    said = asdict(event)
    if _hash({key: value for key, value in said.items() if key != "hash"}) != event.hash:
        return f"Line {place} has been changed since it was written."
    if event.previous != (before.hash if before else _FIRST):
        return f"Before line {place} a line is gone or has been changed."
    return ""


def _hash(said: Mapping[str, Any]) -> str:
    stated = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(stated.encode()).hexdigest()
