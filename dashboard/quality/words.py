"""The sentences of the page Data och kvalitet: may this figure be used, who is missing, why."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.quality.findings import concerning
from dashboard.quality.grades import grades
from dashboard.quality.ranking_gate import gate
from dashboard.quality.reporting import calendar
from dashboard.quality.source_conflicts import disagreements
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, provenance, values
from dashboard.view.view import View

TITLE = Text("Data och kvalitet", "Data and quality")
_HEADING = Text("Data och kvalitet: {}, {}", "Data and quality: {}, {}")
_VALUE = Text("{}: {}.", "{}: {}.")
_ALL_IN = Text("Alla 21 regioner ingår.", "All 21 regions are in it.")
_SOME_IN = Text("{} av 21 regioner ingår; {} saknas.", "{} of 21 regions are in it; {} missing.")
_IS, _ARE = Text("{}", "{} is"), Text("{}", "{} are")
_MODELLED = Text(
    "Det är skattat: säg det tillsammans med siffran, eller använd det publicerade värdet för "
    "{}, som är {}.",
    "It is estimated: say so along with the figure, or use the published value for {}, which is "
    "{}.",
)
_ONLY_MODELLED = Text(
    "Det är skattat, och inget är publicerat: säg det tillsammans med siffran.",
    "It is estimated, and nothing is published: say so along with the figure.",
)
_PUBLISHED = Text(
    "Det är publicerat ({}) och kan användas med källan.",
    "It is published ({}) and can be used with its source.",
)
_READ_FIRST = Text("Läs först: {}.", "Read first: {}.")
_UNRANKED = Text("Rangordnas inte, betyg C eller D: {}.", "Not ranked, grade C or D: {}.")
_NOT_THERE = Text("Uppgift saknas. {}", "Not available. {}")
_GRADE = Text("Betyg {}: {}.", "Grade {}: {}.")
_KEPT = Text(
    "Av {} värden i kalendern saknas {} och {} är fel.",
    "Of {} values in the calendar {} are missing and {} are wrong.",
)
_ASKED = Text("Öppna frågor till regionen: {}.", "Open questions to the region: {}.")
_APART = Text(
    "Publicerade uppgifter om den som motsäger varandra: {}.",
    "Published figures about it that contradict each other: {}.",
)
_SHOWS = Text("Visar {}, {}.", "Showing {}, {}.")


def heading(view: View, lang: Lang) -> str:
    """`Data och kvalitet: riket, december 2025`."""
    when = formatting.period(view.period, lang)
    return _HEADING.in_(lang).format(labels.place(view, lang), when)


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(labels.measure(view, lang), labels.place(view, lang))


def sentences(dataset: Dataset, view: View, lang: Lang) -> tuple[str, ...]:
    """What the value is and rests on, whether it may be used, and what is to know of it."""
    of_place = _of_sweden if view.region == SWEDEN else _of_region
    phrases = [_value(dataset, view, lang), *of_place(dataset, view, lang)]
    return tuple(sentence for sentence in phrases if sentence)


def _value(dataset: Dataset, view: View, lang: Lang) -> str:
    own_grade = _own(dataset, view)
    measure = labels.measure(view, lang)
    if own_grade.value is None:
        reason = own_grade.reason or Text("", "")
        return f"{measure}. {_NOT_THERE.in_(lang).format(reason.in_(lang))}".strip()
    number = labels.number(own_grade.value, view.of, lang)
    return _VALUE.in_(lang).format(measure, number)


def _own(dataset: Dataset, view: View) -> values.Value:
    (own,) = [value for value in values.at(dataset, view) if value.region == view.region]
    return own


def _of_sweden(dataset: Dataset, view: View, lang: Lang) -> list[str]:
    all_values = values.at(dataset, view)
    gone = [one.region for one in all_values[1:] if one.value is None]
    sentences = []
    if all_values[0].value is not None and not view.of.national_only:
        sentences.append(_reporting(all_values[0].reporting, gone, lang))
    return [
        *sentences,
        _use(dataset, view, lang),
        _doubtful(dataset, view, lang),
        _first(dataset, view, lang),
    ]


def _reporting(count: int, gone: Sequence[str], lang: Lang) -> str:
    if not gone and count == len(CODES):
        return _ALL_IN.in_(lang)
    names = ", ".join(name_of(code).in_(lang) for code in gone)
    verb = _IS if len(gone) == 1 else _ARE
    return _SOME_IN.in_(lang).format(count, verb.in_(lang).format(names or len(CODES) - count))


def _use(dataset: Dataset, view: View, lang: Lang) -> str:
    """Whether the figure is published, or which published one could stand in its place."""
    if _own(dataset, view).value is None:
        return ""
    if view.data == "published":
        source = dataset.reference.sources[provenance.source_of(dataset, view, view.region)].label
        return _PUBLISHED.in_(lang).format(source)
    year = view.period[:4]
    other = replace(view, data="published", period=year, stream="all")
    value = _own(dataset, other).value
    if value is None:
        return _ONLY_MODELLED.in_(lang)
    return _MODELLED.in_(lang).format(year, labels.number(value, view.of, lang))


def _doubtful(dataset: Dataset, view: View, lang: Lang) -> str:
    names = ", ".join(name_of(code).in_(lang) for code in gate(dataset, view))
    return _UNRANKED.in_(lang).format(names) if names else ""


def _first(dataset: Dataset, view: View, lang: Lang) -> str:
    """The titles of the known warnings that concern the value."""
    year = replace(view, data="published", period=view.period[:4])
    notes = [
        note for note in provenance.notes_on(dataset, year, view.region) if note.severity != "info"
    ]
    titles = "; ".join(note.title.in_(lang) for note in notes)
    return _READ_FIRST.in_(lang).format(titles) if titles else ""


def _of_region(dataset: Dataset, view: View, lang: Lang) -> list[str]:
    graded = grades(dataset, view)[view.region]
    why = "; ".join(one.in_(lang) for one in graded.grave or graded.reasons).rstrip(".")
    sentences = [_GRADE.in_(lang).format(graded.grade, why)] if graded.grade else []
    return [*sentences, _calendar(dataset, view, lang), _asked(dataset, view, lang)]


def _calendar(dataset: Dataset, view: View, lang: Lang) -> str:
    (row,) = [row for row in calendar(dataset, view) if row[0].region == view.region]
    states = [cell.state for cell in row]
    return _KEPT.in_(lang).format(len(row), states.count("missing"), states.count("error"))


def _asked(dataset: Dataset, view: View, lang: Lang) -> str:
    apart = sum(
        disagreement.region == view.region for disagreement in disagreements(dataset.reference)
    )
    sentence = _ASKED.in_(lang).format(len(concerning(dataset, view.region)))
    return f"{sentence} {_APART.in_(lang).format(apart)}" if apart else sentence
