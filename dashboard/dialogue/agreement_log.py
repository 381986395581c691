"""The log of agreements: lines that are only added to, with who and when on each."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.dialogue.agreement import Agreement, Expected, FollowUp, State
from dashboard.dialogue.agreement_form import Faulty, agreement_from, cleaned, note_from
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.releases.audit_log import user
from dashboard.storage.chained_lines import Chain, ChainedLog, FileLog, Line

LOG = "agreements.jsonl"
MOST_AGREEMENTS = 5_000
_FIELDS = ("number", "at", "by", "action", "agreement")
_NONE = Text("Överenskommelse {} finns inte.", "There is no agreement {}.")
_CLOSED = Text("Överenskommelse {} är redan avslutad.", "Agreement {} has been closed already.")
_FULL = Text("Fler överenskommelser ryms inte.", "There is no room for more agreements.")


@frozen
class Agreements:
    """The agreements in the order they were made, with what each became.

    `cut_short` counts lines that were being written when the power went; `fault` says in English
    that a line was changed or is gone, and is empty else.
    """

    known: tuple[Agreement, ...]
    cut_short: int = 0
    fault: str = ""

    def of_region(self, region: str) -> tuple[Agreement, ...]:
        """Those of a region."""
        return tuple(one for one in self.known if one.region == region)

    def upto(self, day: str) -> "Agreements":
        """What was known at the end of a day in UTC, as 2026-11-29."""
        kept = (
            replace(one, followed=tuple(f for f in one.followed if f.at[:10] <= day))
            for one in self.known
            if one.at[:10] <= day
        )
        return replace(self, known=tuple(kept))


def agreements_of(place: Path | ChainedLog) -> Agreements:
    """The agreements of a log or a home, none where nothing has been agreed.

    Raises:
        OSError: they cannot be read.
    """
    return _folded(_log(place).read(_is_line))


def agree(place: Path | ChainedLog, given: Mapping[str, str], *, by: str = "") -> Agreement:
    """Write an agreement down, synced to the disk before this ends.

    Raises:
        Faulty: a field cannot be used, every fault named; nothing has been written.
        OSError: it cannot be written; the log is as it was.
    """
    said = agreement_from(given)

    def line(chain: Chain) -> Line:
        number = sum(one["action"] == "agreed" for one in chain.lines) + 1
        if number > MOST_AGREEMENTS:
            raise Faulty({"region": _FULL})
        return {**_signed("agreed", number, by), **said}

    return _agreement(_log(place).add(line, _is_line))


def follow_up(
    place: Path | ChainedLog, number: int, note: str, *, by: str = "", state: State = "open"
) -> Agreement:
    """Write what has happened with an agreement; any state but `open` closes it.

    Raises:
        Faulty: there is no such agreement, it is closed, or the note is empty or too long.
        OSError: it cannot be written; the log is as it was.
    """
    words = note_from(note)

    _check_open(agreements_of(place), number)

    def line(chain: Chain) -> Line:
        _check_open(_folded(chain), number)
        return {**_signed("followed_up", number, by), "note": words, "state": state}

    _log(place).add(line, _is_line)
    return _by_number(agreements_of(place))[number]


def _log(place: Path | ChainedLog) -> ChainedLog:
    return FileLog(place / LOG) if isinstance(place, Path) else place


def _check_open(agreements: Agreements, number: int) -> None:
    one = _by_number(agreements).get(number)
    if one is None or one.state != "open":
        raise Faulty({"agreement": (_CLOSED if one else _NONE).format(number)})


def _by_number(agreements: Agreements) -> dict[int, Agreement]:
    return {one.number: one for one in agreements.known}


def _signed(action: str, number: int, by: str) -> dict[str, Any]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "by": cleaned(by)[:120] or user(),
        "action": action,
        "agreement": number,
    }


def _is_line(line: Line) -> bool:
    if not all(name in line for name in _FIELDS):
        return False
    try:
        return bool(_agreement(line) if line["action"] == "agreed" else _followed(line))
    except (KeyError, TypeError):
        return False


def _folded(chain: Chain) -> Agreements:
    found: dict[int, Agreement] = {}
    for line in chain.lines:
        number = line["agreement"]
        if line["action"] == "agreed":
            found[number] = _agreement(line)
        elif number in found:
            one = found[number]
            found[number] = replace(one, followed=(*one.followed, _followed(line)))
    return Agreements(tuple(found.values()), chain.cut_short, chain.fault)


def _agreement(line: Line) -> Agreement:
    expected = Expected(
        *(line[name] for name in ("indicator", "care", "stream", "side", "value", "until"))
    )
    plain = {name: line[name] for name in _PLAIN}
    return Agreement(
        number=line["agreement"], expected=expected, marks=frozenset(line["marks"]), **plain
    )


_PLAIN = ("at", "by", "region", "measure", "kind", "owner", "due", "plan")


def _followed(line: Line) -> FollowUp:
    return FollowUp(line["at"], line["by"], line["note"], line["state"])
