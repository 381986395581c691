"""Who did what to which release, when and why: the record that is only ever added to."""

import getpass
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

Action = Literal["publish", "withdraw", "reinstate", "interrupt"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record.

    `publish` makes the release the current one, `withdraw` and `reinstate` say whether it may
    be. `interrupt` says that the `publish` before it was stopped before it was carried out.
    """

    action: Action
    release: str
    by: str
    at: datetime
    reason: str = ""
    code_version: str = ""


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


def as_row(one: Entry) -> dict[str, str]:
    """The entry as words, `at` in ISO 8601 with its time zone."""
    return {**asdict(one), "at": one.at.isoformat()}


def from_row(row: Mapping[str, Any]) -> Entry:
    """The entry that `as_row` gave.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    at = datetime.fromisoformat(row["at"])
    if row["action"] not in get_args(Action) or at.tzinfo is None:
        raise ValueError(f"no entry: {row}")
    names = ("action", "release", "by", "reason", "code_version")
    return Entry(at=at, **{name: str(row[name]) for name in names})  # type: ignore[arg-type]


def line_of(one: Entry) -> bytes:
    """The entry as one line of JSON."""
    return json.dumps(as_row(one), ensure_ascii=False).encode() + b"\n"


def entries_of(content: bytes) -> tuple[Entry, ...]:
    """The entries of a file of lines; one that was cut short is passed over."""
    found = []
    for line in content.splitlines():
        try:
            found.append(from_row(json.loads(line)))
        except (KeyError, TypeError, ValueError):
            continue
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
