"""Plans of regions for beds and occupancy by month: only added to, with who and when."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from dashboard.dialogue.agreement_form import cleaned
from dashboard.releases.audit_log import user
from dashboard.storage.chained_lines import Chain, ChainedLog, FileLog, Line
from dashboard.targets.plans import Planned, Plans

LOG = "plans.jsonl"
_FIELDS = ("number", "at", "by", "file", "rows")


def plans_of(place: Path | ChainedLog) -> Plans:
    """The plans of a log or a home, none where none has been handed in.

    Raises:
        OSError: they cannot be read.
    """
    return _folded(_log(place).read(_is_line))


def keep(place: Path | ChainedLog, rows: Sequence[Planned], file: str, *, by: str = "") -> None:
    """Add the rows of a file as one line: all of them, or none.

    Raises:
        OSError: it cannot be written; the log is as it was.
    """
    said = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "by": cleaned(by)[:120] or user(),
        "file": cleaned(file)[:120],
        "rows": [asdict(row) for row in rows],
    }
    _log(place).add(lambda _: said, _is_line)


def _log(place: Path | ChainedLog) -> ChainedLog:
    return FileLog(place / LOG) if isinstance(place, Path) else place


def _is_line(line: Line) -> bool:
    return all(name in line for name in _FIELDS)


def _folded(chain: Chain) -> Plans:
    imported = tuple(
        (line["at"], line["by"], tuple(Planned(**row) for row in line["rows"]))
        for line in chain.lines
    )
    stamp = str(chain.lines[-1]["hash"])[:8] if chain.lines else ""
    return Plans(imported, chain.fault, stamp=stamp)
