"""What a release has of a region that an earlier one had not: years published, months reported."""

from collections.abc import Iterator

from dashboard.frozen import frozen
from dashboard.indicators.registry import INDICATORS
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.region_tables import MEASURES
from dashboard.values import imported, labels, values
from dashboard.view.view import View

_PUBLISHED, _REPORTED = Text("publicerat", "published"), Text("rapporterat", "reported")


@frozen
class Meeting:
    """The release shown at the last meeting, None where there is none, and today's."""

    then: Dataset | None
    now: Dataset
    region: str


def new_rows(meeting: Meeting, then: Dataset, lang: Lang) -> Iterator[tuple[str, ...]]:
    """Measure, period, value and status of each, in words."""
    row = ALL_CODES.index(meeting.region)
    for indicator in INDICATORS:
        for series in indicator.published:
            view = View(
                indicator.key, meeting.now.last_year, meeting.region, series.care, data="published"
            )
            for year in meeting.now.year_labels:
                now = values.numbers(meeting.now, view, year)[row]
                old = values.numbers(then, view, year)[row] if year in then.year_labels else None
                if now is not None and old is None:
                    words = labels.number(now, indicator, lang)
                    yield indicator.name.in_(lang), year, words, _PUBLISHED.in_(lang)
    yield from _newly_reported(meeting, then, lang)


def _newly_reported(meeting: Meeting, then: Dataset, lang: Lang) -> Iterator[tuple[str, ...]]:
    row = ALL_CODES.index(meeting.region)
    for indicator in MEASURES:
        for month in meeting.now.months:
            view = View(indicator.key, month, meeting.region)
            now = imported.is_imported(meeting.now, view, meeting.region)
            if now and not imported.is_imported(then, view, meeting.region):
                value = values.numbers(meeting.now, view)[row]
                when = formatting.period(month, lang)
                words = labels.number(value, indicator, lang)
                said = _REPORTED.in_(lang)
                if meeting.now.is_unpublished((month,)):
                    said = f"{said}, {labels.UNPUBLISHED.in_(lang)}"
                yield indicator.name.in_(lang), when, words, said
