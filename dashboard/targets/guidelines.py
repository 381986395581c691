"""The national guidelines for the number of beds, each as it was published."""

from dataclasses import dataclass

from dashboard.language.text import Text
from dashboard.reference import csv_tables
from dashboard.reference.scopes import in_force

# The distance is measured to the government's 2 360 = 2 300 + 60 intensive care beds: it is the
# only series with a starting point (15 300), and the decisions of 2024 still cite it. The update
# of 2024 (2 230 and 50) does not say whether one includes the other, so it stands beside and is
# never subtracted from this one (docs/methods.md 0.2, 1.6 and 10.3).
DISTANCE_SERIES = "guideline_total"


@dataclass(frozen=True, slots=True)
class Guideline:
    """A published number of missing beds.

    `need_total`, `baseline` and `gap` are beds, and `margin` is how far, in beds, the rounded
    `baseline` may lie from the truth; None where the source gives no starting point.
    """

    key: str
    valid_from: str
    valid_to: str
    series: str
    care: str
    need_total: int | None
    baseline: int | None
    gap: int
    margin: int | None
    source_id: str
    note: Text


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


GUIDELINES: tuple[Guideline, ...] = tuple(
    Guideline(
        key=row["key"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        series=row["series"],
        care=row["care"],
        need_total=_number(row["need_total"]),
        baseline=_number(row["baseline"]),
        gap=int(row["gap"]),
        margin=_number(row["margin"]),
        source_id=row["source_id"],
        note=Text(row["note_sv"], row["note_en"]),
    )
    for row in csv_tables.rows("guidelines")
)


def guidelines_at(month: str) -> tuple[Guideline, ...]:
    """Every guideline in force at the end of a month, in the order of the table."""
    return tuple(one for one in GUIDELINES if in_force(one.valid_from, one.valid_to, month))


def guideline_at(month: str) -> Guideline | None:
    """The guideline the distance is measured to; None before the first, 31 May 2023."""
    chosen = (one for one in guidelines_at(month) if one.series == DISTANCE_SERIES)
    return next(chosen, None)
