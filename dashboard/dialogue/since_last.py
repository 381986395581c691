"""What has happened since the last meeting: new, revised, other words, agreements due."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.agreement_rows import agreement_rows, outcome_line
from dashboard.dialogue.key_figures import verdict
from dashboard.dialogue.new_periods import Meeting, new_rows
from dashboard.dialogue.pack import Section
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import LANGS, Lang, Text
from dashboard.quality.revisions import Revised, is_theirs, revisions
from dashboard.releases.dataset import Dataset
from dashboard.situation.region_tables import MEASURES
from dashboard.values import labels
from dashboard.view.view import View

_NEW = Text("Nya perioder", "New periods")
_REVISED = Text("Ändrade uppgifter", "Revised figures")
_WORDS = Text("Omdömen som har ändrats", "Verdicts that have changed")
_DUE = Text("Överenskommelser att stämma av", "Agreements that are due")
_NOTHING = Text("Inget.", "None.")
_NO_RELEASE = Text(
    "Ingen utgåva från före mötet finns att jämföra med.",
    "There is no release from before the meeting to compare with.",
)
_SAME = Text("Utgåvan är densamma som då.", "The release is the same as then.")
_OURS = Text(
    "{} skattade månadsvärden är omräknade av oss; de är inga uppgifter från regionen.",
    "{} estimated monthly values have been recomputed by us; they are no figures of the region.",
)
_MONTHS_ESTIMATED = Text(
    "Skattade månader till och med {} (då {}).", "Estimated months up to {} (then {})."
)
_MEASURE, _PERIOD = Text("Mått", "Measure"), Text("Period", "Period")
_VALUE, _THEN, _NOW = Text("Värde", "Value"), Text("Då", "Then"), Text("Nu", "Now")
_STATUS = Text("Status", "Status")
_AGREED = Text("Insats", "Measure")
_OWNER, _DAY = Text("Ägare", "Owner"), Text("Klart senast", "Due")
_RESULT = Text("Väntat resultat", "Expected result")
_OUTCOME = Text("Utfall", "Outcome")
_MOST = 40


def changes(
    meeting: Meeting, due: tuple[Agreement, ...], day: str, lang: Lang
) -> tuple[Section, ...]:
    """The four parts, each a table with a sentence; `due` are the agreements to go through."""
    return (
        _new(meeting, lang), _revised(meeting, lang), _other_words(meeting, lang),
        _agreed(meeting, due, day, lang),
    )  # fmt: skip


def _new(meeting: Meeting, lang: Lang) -> Section:
    heads = (_PERIOD.in_(lang), _VALUE.in_(lang), _STATUS.in_(lang))
    if meeting.then is None:
        return _section("new", _NEW, _without(meeting), heads, (), lang)
    rows = tuple(new_rows(meeting, meeting.then, lang))
    last, before = (formatting.period(d.last_month, lang) for d in (meeting.now, meeting.then))
    said = _without(meeting)
    if last != before:
        said = Text(*(_MONTHS_ESTIMATED.in_(one).format(last, before) for one in LANGS))
    return _section("new", _NEW, said if said or rows else _NOTHING, heads, rows, lang)


def _revised(meeting: Meeting, lang: Lang) -> Section:
    heads = (_PERIOD.in_(lang), _THEN.in_(lang), _NOW.in_(lang))
    if meeting.then is None or meeting.then.release == meeting.now.release:
        return _section("revised", _REVISED, _without(meeting), heads, (), lang)
    own = [one for one in revisions(meeting.then, meeting.now) if one.region == meeting.region]
    theirs = [one for one in own if is_theirs(one, meeting.now) and one.before is not None]
    ours = sum(not is_theirs(one, meeting.now) for one in own)
    said = _OURS.format(ours) if ours else Text("", "")
    rows = tuple(_revised_row(one, lang) for one in theirs[:_MOST])
    return _section("revised", _REVISED, said if said.sv or rows else _NOTHING, heads, rows, lang)


def _revised_row(revision: Revised, lang: Lang) -> tuple[str, ...]:
    numbers = (
        labels.number(value, revision.indicator, lang)
        for value in (revision.before, revision.after)
    )
    return revision.indicator.name.in_(lang), formatting.period(revision.period, lang), *numbers


def _other_words(meeting: Meeting, lang: Lang) -> Section:
    heads = (_THEN.in_(lang), _NOW.in_(lang))
    if meeting.then is None:
        return _section("words", _WORDS, _without(meeting), heads, (), lang)
    rows = tuple(_word_rows(meeting, meeting.then, lang))
    return _section("words", _WORDS, Text("", "") if rows else _NOTHING, heads, rows, lang)


def _word_rows(meeting: Meeting, then: Dataset, lang: Lang) -> Iterator[tuple[str, ...]]:
    for indicator in MEASURES:
        view = View(indicator.key, meeting.now.last_month, meeting.region)
        now = verdict(meeting.now, view)
        before = verdict(then, replace(view, period=then.last_month))
        if now != before:
            yield indicator.name.in_(lang), before.in_(lang), now.in_(lang)


def _agreed(meeting: Meeting, due: tuple[Agreement, ...], day: str, lang: Lang) -> Section:
    heads = (_OWNER.in_(lang), _DAY.in_(lang), _RESULT.in_(lang), _OUTCOME.in_(lang))
    rows = tuple(
        (row["measure"], row["owner"], formatting.date(row["due"], lang), row["expected_words"],
         outcome_line(row))
        for row in agreement_rows(meeting.now, due, day, lang)
    )  # fmt: skip
    said = Text("", "") if rows else _NOTHING
    return _section("due", _DUE, said, heads, rows, lang, name=_AGREED)


def _without(meeting: Meeting) -> Text:
    if meeting.then is None:
        return _NO_RELEASE
    return _SAME if meeting.then.release == meeting.now.release else Text("", "")


def _section(
    key: str, title: Text, said: Text, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...],
    lang: Lang, name: Text = _MEASURE,
) -> Section:  # fmt: skip
    return Section(key, title.in_(lang), said.in_(lang), Grid(heads, rows), name.in_(lang))
