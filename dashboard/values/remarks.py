"""What the pictures say alike: what is not there, and the traps to know about."""

from collections.abc import Iterable
from functools import lru_cache

from dashboard.language.text import Lang, Text
from dashboard.reference.notes import Note
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.values import provenance
from dashboard.view.view import View

# The reason stands as a sentence of its own: it may begin with a name.
NOT_THERE = Text("{}: uppgift saknas. {}", "{}: not available. {}")


def notes_on(
    dataset: Dataset, view: View, regions: Iterable[str], periods: Iterable[str], lang: Lang
) -> tuple[tuple[str, str], ...]:
    """Title and text of every known trap that touches the values shown, in their order."""
    series = provenance.series_of(view)
    if series is None:
        return ()
    touching = _touching(
        dataset.reference, series.series, series.care, tuple(regions), tuple(periods)
    )
    return tuple((note.title.in_(lang), note.text.in_(lang)) for note in touching)


@lru_cache(maxsize=512)
def _touching(
    reference: Reference, series: str, care: str, regions: tuple[str, ...], periods: tuple[str, ...]
) -> tuple[Note, ...]:
    ends = {periods[0], periods[-1]} | {p for p in periods if p.endswith(("-07", "-01"))}
    return tuple(
        note
        for note in reference.notes
        if any(
            note.scope.covers(series, care, region, period)
            for region in regions
            if note.scope.concerns(series, care, region)
            for period in ends
        )
    )
