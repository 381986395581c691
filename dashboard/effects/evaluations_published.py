"""What Vårdanalys concluded of the effort, and whom it asked: quoted facts with their sources."""

from dataclasses import dataclass

from dashboard.language.text import Text
from dashboard.reference import csv_tables
from dashboard.reference.sources import BY_ID, Source

SECOND_HAND = Text("känt i andra hand", "known at second hand")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A quote (`quote`, word for word in Swedish) or a restated conclusion, with its source."""

    key: str
    year: int
    quote: bool
    text: Text
    source: Source
    secondary: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A group that was asked: how many answered, and what they said, None where not found.

    `better`, `same` and `worse` are numbers of answers on how the situation has developed.
    """

    key: str
    group: Text
    answered: int
    better: int | None
    same: int | None
    worse: int | None
    reason: Text
    source: Source
    secondary: bool


CONCLUSIONS: tuple[Conclusion, ...] = tuple(
    Conclusion(
        key=row["key"],
        year=int(row["year"]),
        quote=row["kind"] == "quote",
        text=Text(row["text_sv"], row["text_en"]),
        source=BY_ID[row["source_id"]],
        secondary=row["secondary"] == "1",
    )
    for row in csv_tables.rows("evaluations")
)


def _count(cell: str) -> int | None:
    return int(cell) if cell else None


ASKED: tuple[Asked, ...] = tuple(
    Asked(
        key=row["key"],
        group=Text(row["group_sv"], row["group_en"]),
        answered=int(row["answered"]),
        better=_count(row["better"]),
        same=_count(row["same"]),
        worse=_count(row["worse"]),
        reason=Text(row["reason_sv"], row["reason_en"]),
        source=BY_ID[row["source_id"]],
        secondary=row["secondary"] == "1",
    )
    for row in csv_tables.rows("perceptions")
)
