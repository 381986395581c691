"""What is known against a value, whichever door it leaves by: page, API, file or table."""

from functools import lru_cache

from dashboard.indicators.registry import BY_KEY
from dashboard.reference.notes import Note, notes_for
from dashboard.reference.tables import Reference

# What rests on, or is reported as, the figures that a warning is about.
_RESTING = frozenset(("estimated", "reported", "mixed"))


@lru_cache(maxsize=100_000)
def traps_on(
    reference: Reference, indicator: str, care: str, region: str, period: str, status: str
) -> tuple[Note, ...]:
    """The notes on a value of a status: every one on a published value.

    On months that are estimated or reported: the warnings about everybody's figures of their
    year, as those are what the months are fitted to or reported like. Invented ones have none.

    Raises:
        ValueError: `period` is neither empty, a month nor a year.
    """
    one = BY_KEY.get(indicator)
    series = [held for held in one.published if held.care == care] if one else []
    if status == "published":
        return tuple(
            note
            for held in series
            for note in notes_for(reference.notes, held.series, care, region, period)
        )
    if status not in _RESTING or one is None:
        return ()
    found = (
        note
        for held in series or one.published
        for note in notes_for(reference.notes, held.series, held.care, region, period)
        if note.severity == "warning" and note.effect == "none" and not note.scope.regions
        and note.scope.first_period
    )  # fmt: skip
    return tuple(dict.fromkeys(found))
