"""Plans of regions for beds and occupancy by month: only added to, with who and when."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from dashboard.dialogue.agreement_form import cleaned
from dashboard.releases.audit_log import user
from dashboard.storage.chained_lines import Chain, Line, add_line, read_chain
from dashboard.targets.plans import Planned, Plans

LOG = "plans.jsonl"
_FIELDS = ("number", "at", "by", "file", "rows")


def plans_of(home: Path) -> Plans:
    """The plans of a home, none where none has been handed in.

    Raises:
        OSError: they cannot be read.
    """
    return _folded(read_chain(home / LOG, _is_line))


def keep(home: Path, rows: Sequence[Planned], file: str, *, by: str = "") -> None:
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
    add_line(home / LOG, lambda _: said, _is_line)


def _is_line(line: Line) -> bool:
    return all(name in line for name in _FIELDS)


def _folded(chain: Chain) -> Plans:
    imported = tuple(
        (line["at"], line["by"], tuple(Planned(**row) for row in line["rows"]))
        for line in chain.lines
    )
    stamp = str(chain.lines[-1]["hash"])[:8] if chain.lines else ""
    return Plans(imported, chain.fault, stamp=stamp)
