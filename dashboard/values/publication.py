"""When the figures came, when the next are expected, and what a whole year may not be used for."""

from dashboard.indicators.registry import OVERCROWDING
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.notes import Note
from dashboard.reference.periods import month_at, ordinal
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View

_CAME = Text(
    "kom {} månader efter årets slut · nästa årsvärden väntas omkring {}",
    "came {} months after the year · the next annual values are expected about {}",
)
_WARNED = Text("{} ({})", "{} ({})")


def publication(dataset: Dataset, lang: Lang) -> str:
    """How late the latest published year came, and when the next would come as late.

    No date of publication is announced, so the next is expected a year after the last. Empty
    where the day of the last is not known.
    """
    series = OVERCROWDING.published[0].source
    source = dataset.reference.sources.get(series)
    came = source.published[:7] if source else ""
    if len(came) < len("2026-08"):
        return ""
    late = ordinal(came) - ordinal(f"{dataset.last_year}-12")
    following = month_at(ordinal(came) + 12)
    return _CAME.in_(lang).format(late, formatting.period(following, lang, short=True))


def warnings(dataset: Dataset, view: View) -> tuple[Note, ...]:
    """The notes that warn of every region's figures in the view's care and period."""
    return tuple(
        note
        for note in dataset.reference.notes
        if note.severity == "warning"
        and note.scope.series
        and note.scope.first_period
        and not note.scope.regions
        and note.scope.covers(note.scope.series[0], view.care, view.region, view.period)
    )


def warned(dataset: Dataset, view: View, lang: Lang) -> str:
    """`Dra inga slutsatser om 2025 (Vårdanalys 2026:3). `; empty where nothing is warned of."""
    said = (
        _WARNED.in_(lang).format(one.title.in_(lang), one.source) for one in warnings(dataset, view)
    )
    return "".join(f"{words}. " for words in said)
