"""Who has seen figures that are not published: a line for each person, drafts and hour."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from dashboard.access.identity import Identity
from dashboard.access.letting_in import Clock, now_utc
from dashboard.storage.chained_lines import Chain, Line, add_line, read_chain

FOLDER: Final = "reads"
# What is remembered of this hour, so that a page of many answers is one line.
_MOST: Final = 4096
_FIELDS = ("number", "at", "by", "way", "drafts", "regions", "after")


class Reads:
    """Writes down who is given a store in which something is not published.

    A file of a day is a chain of lines, and its first line has the hash of the last line of the
    day before, so neither a line nor a day can be taken out unseen.
    """

    def __init__(self, home: Path, clock: Clock = now_utc) -> None:
        self._folder, self._clock = home / FOLDER, clock
        self._known: set[tuple[str, ...]] = set()

    def note(self, who: Identity, drafts: Sequence[str], regions: Sequence[str]) -> None:
        """Write down that somebody reads these drafts, of these regions, once in an hour.

        Raises:
            OSError: it cannot be written; then nothing may be shown.
        """
        at = self._clock().isoformat(timespec="seconds")
        key = (at[:13], who.person, who.way, *drafts)
        if key in self._known:
            return
        path = self._folder / f"{at[:10]}.jsonl"
        said = {
            "at": at, "by": who.person, "way": who.way, "drafts": [one[:16] for one in drafts],
            "regions": sorted(regions),
        }  # fmt: skip
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)

        def line(known: Chain) -> Mapping[str, object]:
            return {**said, "after": "" if known.lines else self._last_before(path)}

        add_line(path, line, _is_line)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known.add(key)

    def _last_before(self, path: Path) -> str:
        days = [one for one in sorted(self._folder.glob("*.jsonl")) if one < path]
        lines = read_chain(days[-1], _is_line).lines if days else ()
        return str(lines[-1]["hash"]) if lines else ""


def reads_of(home: Path) -> Chain:
    """All lines, the first day first, with what is wrong with them.

    Raises:
        OSError: they cannot be read.
    """
    lines: list[Line] = []
    cut, fault = 0, ""
    for path in sorted((home / FOLDER).glob("*.jsonl")):
        found = read_chain(path, _is_line)
        cut += found.cut_short
        fault = fault or (f"{path.name}: {found.fault}" if found.fault else "")
        before = lines[-1]["hash"] if lines else ""
        if found.lines and found.lines[0]["after"] != before:
            fault = fault or f"Before {path.name} a day is gone or has been changed."
        lines += found.lines
    return Chain(tuple(lines), cut, fault)


def _is_line(line: Line) -> bool:
    return all(name in line for name in _FIELDS)
