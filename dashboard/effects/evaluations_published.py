"""What Vårdanalys concluded of the effort, and whom it asked: quoted facts with their sources."""

from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.sources import Source
from dashboard.reference.tables import Reference

SECOND_HAND = Text("känt i andra hand", "known at second hand")


@frozen
class Conclusion:
    """A quote (`quote`, word for word in Swedish) or a restated conclusion, with its source."""

    key: str
    year: int
    quote: bool
    text: Text
    source: Source
    secondary: bool


@frozen
class Respondents:
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


@lru_cache(maxsize=8)
def conclusions(reference: Reference) -> tuple[Conclusion, ...]:
    """What evaluations of the effort have said, in the order of the table."""
    return tuple(
        Conclusion(
            key=row["key"],
            year=int(row["year"]),
            quote=row["kind"] == "quote",
            text=Text(row["text_sv"], row["text_en"]),
            source=reference.sources[row["source_id"]],
            secondary=row["secondary"] == "1",
        )
        for row in reference.rows("evaluations")
    )


@lru_cache(maxsize=8)
def respondents(reference: Reference) -> tuple[Respondents, ...]:
    """The groups that were asked, in the order of the table."""
    return tuple(
        Respondents(
            key=row["key"],
            group=Text(row["group_sv"], row["group_en"]),
            answered=int(row["answered"]),
            better=_count(row["better"]),
            same=_count(row["same"]),
            worse=_count(row["worse"]),
            reason=Text(row["reason_sv"], row["reason_en"]),
            source=reference.sources[row["source_id"]],
            secondary=row["secondary"] == "1",
        )
        for row in reference.rows("perceptions")
    )


def _count(cell: str) -> int | None:
    return int(cell) if cell else None
