"""What is already known about a question: remarks on the figures, and events in reporting."""

from dashboard.indicators.registry import BY_KEY
from dashboard.language.text import Text
from dashboard.quality import phrases
from dashboard.quality.finding import Finding
from dashboard.reference import notes
from dashboard.reference.events import Event
from dashboard.reference.regions import REGIONS, name_of
from dashboard.releases.dataset import Dataset

_EVENT = Text("{} ({})", "{} ({})")


def known_remarks(dataset: Dataset, finding: Finding) -> tuple[notes.Note, ...]:
    """The notes that warn of the finding's latest figures, and not of all figures alike."""
    found: dict[str, notes.Note] = {}
    for published in BY_KEY[finding.indicator].published:
        if published.care != finding.care:
            continue
        for region in finding.regions[:1]:
            for note in notes.notes_for(
                dataset.reference.notes, published.series, finding.care, region, finding.periods[-1]
            ):
                if note.severity != "info":
                    found[note.id] = note
    return tuple(found.values())


def events_beside(dataset: Dataset, finding: Finding) -> tuple[Event, ...]:
    """The events that may change figures without a change in care, from the year before on.

    Of a region's own question those that name the region, of a question to all those that name
    none: which event concerns whom stands only in its words.
    """
    last = int(finding.periods[-1][:4])
    several = len(finding.regions) > 1
    names = [name_of(code).sv for code in finding.regions]
    first = last if several else last - 1
    return tuple(
        event
        for event in dataset.reference.events
        if event.affects_reporting
        and first <= int(event.date[:4]) <= last
        and (not _named(event) if several else names[0] in _named(event))
    )


def _named(event: Event) -> set[str]:
    words = f"{event.title.sv} {event.text.sv}"
    return {region.name.sv for region in REGIONS if region.name.sv in words}


def known(dataset: Dataset, finding: Finding) -> tuple[Text, ...]:
    """Remarks and events in words, for what stands beside the question."""
    remarks = tuple(note.title for note in known_remarks(dataset, finding))
    happened = (_EVENT.format(event.title, phrases.when(event.first_month))
                for event in events_beside(dataset, finding))  # fmt: skip
    return (*remarks, *happened)
