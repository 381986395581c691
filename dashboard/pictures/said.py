"""What the pictures say alike: what is not there, and the traps to know about."""

from collections.abc import Iterable

from dashboard import provenance
from dashboard.lang import Lang, Text
from dashboard.notes import NOTES, Note
from dashboard.view import View

NOT_THERE = Text("{} finns inte: {}", "{} not available: {}")


def lower(sentence: str) -> str:
    """A sentence as the end of another one."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def notes_on(
    view: View, regions: Iterable[str], periods: Iterable[str], lang: Lang
) -> tuple[tuple[str, str], ...]:
    """Title and text of every known trap that touches the values shown, in their order."""
    series = provenance.series_of(view)
    if series is None:
        return ()
    shown, places = tuple(periods), tuple(regions)
    return tuple(
        (note.title.in_(lang), note.text.in_(lang))
        for note in NOTES
        if _touches(note, series.series, series.care, places, shown)
    )


def _touches(
    note: Note, series: str, care: str, regions: tuple[str, ...], periods: tuple[str, ...]
) -> bool:
    ends = {periods[0], periods[-1]} | {p for p in periods if p.endswith(("-07", "-01"))}
    return any(
        note.scope.concerns(series, care, region)
        and any(note.scope.covers(series, care, region, period) for period in ends)
        for region in regions
    )
