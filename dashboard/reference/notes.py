"""What to know about published figures before reading them, bound to the series it concerns."""

from collections.abc import Iterable, Mapping

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.scopes import Scope, scope_of


@frozen
class Note:
    """A note on published figures.

    `severity`: info (good to know), warning (read with care) or error (the value cannot be
    right). `effect`: none, drop (the value is not shown) or break (values before the first
    period cannot be compared with those from it on).
    """

    id: str
    scope: Scope
    severity: str
    effect: str
    title: Text
    text: Text
    source: str


def note_of(row: Mapping[str, str]) -> Note:
    """The note in a row of the table."""
    return Note(
        id=row["id"],
        scope=scope_of(row),
        severity=row["severity"],
        effect=row["effect"],
        title=Text(row["title_sv"], row["title_en"]),
        text=Text(row["text_sv"], row["text_en"]),
        source=row["source"],
    )


def notes_for(
    notes: Iterable[Note], series: str, care: str, region: str, period: str
) -> tuple[Note, ...]:
    """The notes on a published value, in the order of the traps.

    `series` is the indicator of `data/published_figures.csv`; a month and its year touch.

    Raises:
        ValueError: `period` is neither empty, a month nor a year.
    """
    return tuple(note for note in notes if note.scope.covers(series, care, region, period))


def dropped(notes: Iterable[Note], series: str, care: str, region: str, period: str) -> Note | None:
    """The note that says a published value must not be shown, if there is one."""
    each = (note for note in notes_for(notes, series, care, region, period))
    return next((note for note in each if note.effect == "drop"), None)


def breaks(notes: Iterable[Note], series: str, care: str, region: str) -> tuple[Note, ...]:
    """The notes on breaks of a series in whatever period; each breaks at its first period."""
    return tuple(
        note
        for note in notes
        if note.effect == "break" and note.scope.concerns(series, care, region)
    )
