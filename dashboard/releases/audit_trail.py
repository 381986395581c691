"""Who did what when: lines that are only added, each bound to the one before by its hash."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from dashboard.frozen import frozen
from dashboard.releases.audit_log import user
from dashboard.storage.chained_lines import Line, add_line, read_chain

TRAIL = "audit.jsonl"
Outcome = Literal["begun", "done", "refused"]


@frozen
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


@frozen
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
    found = read_chain(home / TRAIL, _is_event)
    return Trail(tuple(Event(**line) for line in found.lines), found.cut_short, found.fault)


def record(
    home: Path, action: str, subject: str, outcome: Outcome, *, by: str = "", detail: str = ""
) -> Event:
    """Add a line, synced to the disk before this ends; whoever else writes is waited for.

    Raises:
        OSError: it cannot be written; the trail is as it was.
    """
    said = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "by": by or user(),
        "action": action,
        "subject": subject,
        "outcome": outcome,
        "detail": detail,
    }
    return Event(**add_line(home / TRAIL, lambda _: said, _is_event))


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


def open_imports(home: Path) -> int:
    """How many files were handed in and not kept when they were last: faults, or open questions.

    0 where the trail cannot be read.
    """
    last: dict[str, Outcome] = {}
    try:
        for one in trail_of(home).events:
            if one.action == "import":
                last[one.subject] = one.outcome
    except OSError:
        return 0
    return sum(outcome == "refused" for outcome in last.values())


def as_row(event: Event) -> dict[str, str | int]:
    """The line as the terminal prints it."""
    return asdict(event)


def _is_event(line: Line) -> bool:
    return line.keys() == {field.name for field in fields(Event)}
