"""What stands on the time axis beside the lines: events, and the published annual values."""

from collections.abc import Iterable, Sequence

from dashboard.figures.time_axis import Mark
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.events import Event, events_between
from dashboard.reference.periods import months_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.view.view import View

# Four events find room for their words.
_MOST_EVENTS = 4
_REPORTING = Text("Påverkar rapporteringen.", "Affects reporting.")
_SOURCE = Text("Källa", "Source")

Rings = tuple[list[str], list[float]]


def marks_of(dataset: Dataset, shown: Sequence[str], lang: Lang) -> list[Mark]:
    """The weightiest events that begin on the axis."""
    return [Mark(event.first_month, event.title.in_(lang)) for event in _marked(dataset, shown)]


def told(dataset: Dataset, shown: Sequence[str], lang: Lang) -> tuple[tuple[str, str], ...]:
    """The same events as date with title, and text with source."""
    return tuple(_told(event, lang) for event in _marked(dataset, shown))


def rings_of(
    dataset: Dataset, view: View, shown: Sequence[str], codes: Iterable[str]
) -> dict[str, Rings]:
    """The published annual values of the regions in `codes`, at the middle of each year."""
    if view.stream != "all":
        return {}
    table = values.published(dataset, view.of, view.care, view.stream)
    found = {}
    for code in codes:
        pairs = [
            (f"{year}-07", float(value))
            for year, value in zip(dataset.year_labels, table[ALL_CODES.index(code)], strict=True)
            if value == value and shown[0] <= f"{year}-07" <= shown[-1]
        ]
        if pairs:
            found[code] = ([x for x, _ in pairs], [y for _, y in pairs])
    return found


def _marked(dataset: Dataset, shown: Sequence[str]) -> tuple[Event, ...]:
    first, last = months_of(shown[0])[0], months_of(shown[-1])[-1]
    touching = events_between(dataset.reference.events, first, last, _MOST_EVENTS)
    return tuple(event for event in touching if event.first_month >= first)


def _told(event: Event, lang: Lang) -> tuple[str, str]:
    when = formatting.period(event.first_month, lang)
    reporting = f" {_REPORTING.in_(lang)}" if event.affects_reporting else ""
    source = f"{_SOURCE.in_(lang)}: {event.source}."
    return f"{formatting.capitalised(when)}, {event.title.in_(lang)}", (
        f"{event.text.in_(lang)}{reporting} {source}"
    )
