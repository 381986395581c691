"""Who did what to which release, when and why: the record that is only ever added to."""

import getpass
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from dashboard.frozen import frozen

Action = Literal["publish", "withdraw", "reinstate", "interrupt"]


@frozen
class Entry:
    """One line of the record.

    `publish` makes the release the current one, `withdraw` and `reinstate` say whether it may
    be. `interrupt` says that the `publish` before it was stopped before it was carried out.
    `number` says in which order things were done, whatever clocks said; it is given when the entry
    is written, and 0 until then.
    """

    action: Action
    release: str
    by: str
    at: datetime
    reason: str = ""
    code_version: str = ""
    number: int = 0


def entry(action: Action, release: str, *, by: str, reason: str = "", code: str = "") -> Entry:
    """An entry of this second; who does it is the user of the system where `by` is empty."""
    return Entry(
        action, release, by or user(), datetime.now(UTC).replace(microsecond=0), reason, code
    )


def user() -> str:
    """The name of the system's user, or the number where it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


def numbered(entries: Iterable[Entry], known: Sequence[Entry]) -> tuple[Entry, ...]:
    """New entries with the numbers after those of the `known` ones."""
    last = known[-1].number if known else 0
    return tuple(replace(one, number=n) for n, one in enumerate(entries, start=last + 1))


def as_row(entry: Entry) -> dict[str, Any]:
    """The entry as words, `at` in ISO 8601 with its time zone."""
    return {**asdict(entry), "at": entry.at.isoformat()}


def from_row(row: Mapping[str, Any]) -> Entry:
    """The entry that `as_row` gave.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    at = datetime.fromisoformat(row["at"])
    if row["action"] not in get_args(Action) or at.tzinfo is None:
        raise ValueError(f"no entry: {row}")
    names = ("action", "release", "by", "reason", "code_version")
    said = {name: str(row[name]) for name in names}
    return Entry(at=at, number=int(row.get("number", 0)), **said)  # type: ignore[arg-type]


def line_of(entry: Entry) -> bytes:
    """The entry as one line of JSON."""
    return json.dumps(as_row(entry), ensure_ascii=False).encode() + b"\n"


def entries_of(content: bytes) -> tuple[Entry, ...]:
    """The entries of a file of lines; one that was cut short is passed over.

    One without a number, from before there were any, has the one after the line above it.
    """
    found: list[Entry] = []
    for line in content.splitlines():
        try:
            one = from_row(json.loads(line))
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
        found.append(one if one.number else numbered([one], found)[0])
    return tuple(found)


def withdrawn(entries: Iterable[Entry]) -> dict[str, str]:
    """The releases that are withdrawn, each with its reason."""
    found: dict[str, str] = {}
    for one in entries:
        if one.action == "withdraw":
            found[one.release] = one.reason
        elif one.action == "reinstate":
            found.pop(one.release, None)
    return found


def shown(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The releases in the order in which they became the current one, the last one last."""
    found: list[str] = []
    for one in entries:
        if one.action == "publish":
            found.append(one.release)
        elif one.action == "interrupt" and found:
            found.pop()
    return tuple(found)
