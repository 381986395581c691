"""What is said of a table: its title, its source, and what to know before it is used."""

from dataclasses import replace
from datetime import datetime

from dashboard.exports.about import LICENCE as LICENCE
from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.text import LANGS, Lang, Text
from dashboard.pxweb.tables import StatTable
from dashboard.pxweb.variables import Variable
from dashboard.reference.notes import Note
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.catalogue import note_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, provenance, values
from dashboard.view.view import View

_KINDS = {
    "published": Text("publicerade värden", "published values"),
    "estimated": Text("skattade värden", "estimated values"),
    "reported": Text("värden som regionerna har rapporterat", "values reported by the regions"),
    "example": Text("EXEMPEL, påhittade värden", "EXAMPLE, invented values"),
}
_GRAINS = {"month": Text("per månad", "by month"), "year": Text("per år", "by year")}
_TITLE = Text("{}: {} {}", "{}: {} {}")
_BY = Text("{} efter {} och {}", "{} by {} and {}")
_NOTE = Text("{}: {}", "{}: {}")
_SCOPE = Text("{} (gäller {}). {}", "{} (of {}). {}")
_MONTHS = Text("Källa: {}. Utgåva {}. Publicerade månadsvärden.",
               "Source: {}. Release {}. Published monthly values.")  # fmt: skip
_EVERY = Text("alla perioder", "every period")


@frozen
class TableNote:
    """A note on a table; one that is mandatory is to be shown beside the figures."""

    text: Text
    mandatory: bool


def name_of(table: StatTable) -> Text:
    """The name of a table: `Överbeläggningar: skattade värden per månad`."""
    kind, grain = _KINDS[table.data], _GRAINS[table.grain]
    return _TITLE.format(table.indicator.name, kind, grain)


def title_of(table: StatTable, variables: tuple[Variable, ...], lang: Lang) -> str:
    """The name, and the variables that the answer is laid out by."""
    names = [one.name.in_(lang) for one in variables]
    if len(names) < 2:
        return name_of(table).in_(lang)
    return _BY.in_(lang).format(name_of(table).in_(lang), ", ".join(names[:-1]), names[-1])


def description_of(table: StatTable) -> Text:
    """What the indicator is, as it is declared."""
    return table.indicator.definition


def updated(dataset: Dataset) -> datetime:
    """When the release was made (UTC)."""
    return note_of(dataset.release, dataset.manifest).created


def moment(dataset: Dataset) -> str:
    """The same as JSON-stat and PxWeb write it: `2026-11-29T10:15:00Z`."""
    return updated(dataset).strftime("%Y-%m-%dT%H:%M:%SZ")


def source_of(dataset: Dataset, table: StatTable, lang: Lang) -> str:
    """Where the values come from, with the release."""
    if table.data == "published" and table.grain == "month":
        names = "; ".join(
            dataset.reference.sources[one].label for one in _of_months(dataset, table)
        )
        return _MONTHS.in_(lang).format(names, labels.short(dataset.release))
    return labels.source(dataset.showing(table.data), _view(table), lang)


def _of_months(dataset: Dataset, table: StatTable) -> tuple[str, ...]:
    """The sources of months that are published one by one."""
    found = (
        provenance.source_of(dataset, replace(_view(table), period=period), code)
        for period in table.periods
        for code, value in zip(
            ALL_CODES, values.numbers(dataset, _view(table), period), strict=True
        )
        if value is not None
    )
    return tuple(dict.fromkeys(found))


def notes_of(dataset: Dataset, table: StatTable) -> tuple[TableNote, ...]:
    """The indicator's own caveats, what the values rest on, and the known traps of its series."""
    shown, view = dataset.showing(table.data), _view(table)
    status = Text(*(labels.status_sentence(shown, view, lang) for lang in LANGS))
    own = [TableNote(table.indicator.caveats, mandatory=False)]
    if shown.unpublished:
        said = Text(*(labels.unpublished_sentence(shown, lang) for lang in LANGS))
        own.insert(0, TableNote(said, mandatory=True))
    return (*own, TableNote(status, mandatory=table.data != "published"), *_traps(dataset, table))


def _traps(dataset: Dataset, table: StatTable) -> tuple[TableNote, ...]:
    series = {(one.series, one.care) for one in table.indicator.published}
    found = (
        note
        for note in dataset.reference.notes
        if any(_is_about(note, name, care) for name, care in series)
    )
    return tuple(TableNote(_trap(note), note.severity != "info") for note in found)


def _is_about(note: Note, series: str, care: str) -> bool:
    scope = note.scope
    # What concerns every series is of the sources' spelling and the like.
    return series in scope.series and scope.care in ("", care)


def _trap(note: Note) -> Text:
    first, last = note.scope.first_period, note.scope.last_period
    ends = dict.fromkeys(one for one in (first, last) if one)
    when = Text(*("–".join(formatting.period(one, lang) for one in ends) for lang in LANGS))
    regions = ", ".join(note.scope.regions)
    of = _NOTE.format(when if ends else _EVERY, regions) if regions else when if ends else _EVERY
    return _SCOPE.format(note.title, of, note.text)


def _view(table: StatTable) -> View:
    usual = table.variables[1].eliminated_by
    care = next(one for one in table.indicator.cares(table.data) if one == usual)
    return View(table.indicator.key, table.periods[-1], care=care, data=table.data)


def unit_of(table: StatTable, content: str, lang: Lang) -> tuple[str, int]:
    """The unit of a content, and its decimals where it is shown; a status is a code."""
    if content == "status":
        return {"sv": "kod", "en": "code"}[lang], 0
    return table.indicator.unit.long.in_(lang), table.indicator.decimals
