"""What regions plan by month, beds and occupancy, and what each plan took the place of."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.frozen import frozen
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES


@frozen
class Planned:
    """What a region plans for a month: beds, and occupancy in per cent; None where not said."""

    region: str
    month: str
    beds: float | None
    occupancy: float | None


@frozen
class Plan:
    """The plan that holds for a month, when and by whom it was handed in, and those before it.

    `before` has the plans that it took the place of, the first one first, with their moments.
    """

    planned: Planned
    at: str
    by: str
    before: tuple[tuple[str, Planned], ...] = ()

    @property
    def first(self) -> Planned:
        """What was planned at first."""
        return self.before[0][1] if self.before else self.planned

    @property
    def changed_after(self) -> bool:
        """Whether it was changed when its month had ended."""
        month = self.planned.month
        return bool(self.before) and self.at[:10] > f"{month}-{days_in(month):02d}"


@frozen
class Plans:
    """Every import of plans, as moment, name of who did it, and its rows, the first one first.

    `regions` are those whose plans are shown at all, `stamp` tells these plans from others, and
    `fault` says in English that a line was changed or is gone.
    """

    imported: tuple[tuple[str, str, tuple[Planned, ...]], ...]
    fault: str = ""
    regions: tuple[str, ...] = CODES
    stamp: str = ""

    def upto(self, day: str) -> "Plans":
        """What was known at the end of a day in UTC."""
        return replace(self, imported=tuple(one for one in self.imported if one[0][:10] <= day))

    def only(self, regions: Iterable[str]) -> "Plans":
        """Those of some regions, with no trace of the others."""
        kept = tuple(code for code in self.regions if code in regions)
        mine = ((at, by, tuple(row for row in rows if row.region in kept))
                for at, by, rows in self.imported)  # fmt: skip
        imported = tuple(one for one in mine if one[2])
        said = hashlib.sha256(repr(imported).encode()).hexdigest()[:8] if imported else ""
        return replace(self, imported=imported, regions=kept, stamp=said)

    def of_region(self, region: str) -> Mapping[str, Plan]:
        """The plans of a region by month, in order."""
        found: dict[str, Plan] = {}
        for at, by, rows in self.imported:
            for row in rows:
                if row.region == region:
                    found[row.month] = _after(found.get(row.month), Plan(row, at, by))
        return dict(sorted(found.items()))


# Where nobody has said whose plans are shown.
HIDDEN = Plans((), regions=())


def _after(old: Plan | None, new: Plan) -> Plan:
    if old is None:
        return new
    if old.planned == new.planned:
        return old
    return replace(new, before=(*old.before, (old.at, old.planned)))
