"""What has happened around hospital beds since 2012, for the time axis of a chart."""

from collections.abc import Iterable, Mapping
from typing import Literal

from dashboard.frozen import frozen
from dashboard.language.text import Text

# Which events are marked: the weightiest, or all of one kind.
Events = Literal[
    "weighty", "funding", "policy", "guideline", "supervision", "reporting", "labour", "epidemic"
]


@frozen
class Event:
    """An event with its source.

    `date` is the first day where only the month is known (`precision`), `end_date` empty for
    an event without length. `affects_reporting`: the event may change the figures without a
    change in care. `secondary`: known only from a third party's restatement. `weight` (1-5)
    decides which events give way on a narrow chart.
    """

    key: str
    date: str
    end_date: str
    precision: str
    kind: str
    title: Text
    text: Text
    source: str
    url: str
    affects_reporting: bool
    secondary: bool
    weight: int

    @property
    def first_month(self) -> str:
        return self.date[:7]

    @property
    def last_month(self) -> str:
        return (self.end_date or self.date)[:7]


def event_of(row: Mapping[str, str]) -> Event:
    """The event in a row of the table."""
    return Event(
        key=row["key"],
        date=row["date"],
        end_date=row["end_date"],
        precision=row["precision"],
        kind=row["kind"],
        title=Text(row["title_sv"], row["title_en"]),
        text=Text(row["text_sv"], row["text_en"]),
        source=row["source"],
        url=row["url"],
        affects_reporting=row["affects_reporting"] == "1",
        secondary=row["secondary"] == "1",
        weight=int(row["weight"]),
    )


def events_between(
    events: Iterable[Event], first_month: str, last_month: str, at_most: int = 6
) -> tuple[Event, ...]:
    """The weightiest events that touch the months, both included, in order of date.

    At equal weight those that affect reporting stay, then the later ones (docs/methods.md 10.6).
    """
    touching = (e for e in events if e.first_month <= last_month and first_month <= e.last_month)
    chosen = sorted(touching, key=_importance, reverse=True)[:at_most]
    return tuple(sorted(chosen, key=lambda event: (event.date, event.key)))


def _importance(event: Event) -> tuple[int, bool, str]:
    return event.weight, event.affects_reporting, event.date
