"""Plans of regions for beds and occupancy by month: only added to, with who and when."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dashboard.dialogue.agreement_form import cleaned
from dashboard.reference.periods import days_in
from dashboard.releases.audit_log import user
from dashboard.storage.chained_lines import Chain, Line, add_line, read_chain

LOG = "plans.jsonl"
_FIELDS = ("number", "at", "by", "file", "rows")


@dataclass(frozen=True, slots=True)
class Planned:
    """What a region plans for a month: beds, and occupancy in per cent; None where not said."""

    region: str
    month: str
    beds: float | None
    occupancy: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan that holds for a month, when and by whom it was handed in, and those before it.

    `before` has the plans that it took the place of, the first one first, with their moments.
    """

    planned: Planned
    at: str
    by: str
    before: tuple[tuple[str, Planned], ...] = ()

    @property
    def changed_after(self) -> bool:
        """Whether it was changed when its month had ended."""
        month = self.planned.month
        return bool(self.before) and self.at[:10] > f"{month}-{days_in(month):02d}"


@dataclass(frozen=True, slots=True)
class Plans:
    """Every import of plans, as moment, name of who did it, and its rows, the first one first."""

    imported: tuple[tuple[str, str, tuple[Planned, ...]], ...]
    fault: str = ""

    def upto(self, day: str) -> "Plans":
        """What was known at the end of a day in UTC."""
        return replace(self, imported=tuple(one for one in self.imported if one[0][:10] <= day))

    def of_region(self, region: str) -> Mapping[str, Plan]:
        """The plans of a region by month, in order."""
        found: dict[str, Plan] = {}
        for at, by, rows in self.imported:
            for row in rows:
                if row.region == region:
                    found[row.month] = _after(found.get(row.month), Plan(row, at, by))
        return dict(sorted(found.items()))


def _after(old: Plan | None, new: Plan) -> Plan:
    if old is None:
        return new
    if old.planned == new.planned:
        return old
    return replace(new, before=(*old.before, (old.at, old.planned)))


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
    return Plans(imported, chain.fault)
