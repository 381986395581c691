"""What a file is, in a reader's words: definitions, what to know before use, sources, release."""

from collections.abc import Iterator, Sequence

from dashboard.indicators.registry import BY_KEY, Indicator
from dashboard.language.formatting import period
from dashboard.language.text import Lang, Text
from dashboard.reference.notes import Note
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.known_traps import traps_on
from dashboard.values.rows import Row
from dashboard.view.view import View

# A sentence, and what kind of sentence it is: the two columns of the sheet.
Line = tuple[str, str]
_ASKED = Text("Vy", "View")
_STATUS = Text("Status", "Status")
_DEFINITION = Text("Definition", "Definition")
_ABOVE, _BELOW = Text("Täljare", "Numerator"), Text("Nämnare", "Denominator")
_MEASURED = Text("Mäts", "Measured")
_CAVEAT = Text("Att veta", "To know")
_SOURCE = Text("Källa", "Source")
_RELEASE = Text("Utgåva", "Release")
_ADDRESS = Text("Adress", "Address")
_LICENCE = Text("Licens", "Licence")
_FREE = Text(
    "CC BY 4.0, fri att använda med källan angiven: {}",
    "CC BY 4.0, free to use when the source is credited: {}",
)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_NOT_OFFICIAL = Text("Det här är inte officiell statistik.", "These are not official statistics.")
_OTHERS_TOO = Text("{}: {}", "{}: {}")


def about(
    dataset: Dataset, view: View, rows: Sequence[Row], lang: Lang, address: str
) -> list[Line]:
    """The lines of the sheet beside the rows; nothing of it is a key."""
    said = [
        (_ASKED, f"{labels.measure(view, lang)}, {labels.place(view, lang)}"),
        (_STATUS, labels.status_sentence(dataset, view, lang)),
        (_STATUS, _NOT_OFFICIAL.in_(lang)),
        *((words, text) for one in _indicators(view, rows) for words, text in _of(one, lang)),
        *((_CAVEAT, _warning(note, lang)) for note in _notes(dataset, rows)),
        *((_SOURCE, words) for words in _sources(dataset, rows)),
        (_RELEASE, dataset.release),
        (_ADDRESS, address),
        (_LICENCE, _FREE.in_(lang).format(LICENCE)),
    ]
    return [(words.in_(lang), text) for words, text in said]


def _indicators(view: View, rows: Sequence[Row]) -> list[Indicator]:
    """Those of the rows in their order, and that of the view where rows name none."""
    keys = dict.fromkeys(str(row["indicator"]) for row in rows if row.get("indicator"))
    return [BY_KEY[key] for key in keys if key in BY_KEY] or [view.of]


def _of(indicator: Indicator, lang: Lang) -> Iterator[tuple[Text, str]]:
    def named(words: Text) -> str:
        return _OTHERS_TOO.in_(lang).format(indicator.name.in_(lang), words.in_(lang))

    yield _DEFINITION, named(indicator.definition)
    yield _ABOVE, named(indicator.numerator_words)
    if indicator.denominator_words:
        yield _BELOW, named(indicator.denominator_words)
    yield _MEASURED, named(indicator.measured_at)
    yield _CAVEAT, named(indicator.caveats)


def _notes(dataset: Dataset, rows: Sequence[Row]) -> list[Note]:
    """What is known against any value of the rows, once each."""
    keys = ("indicator", "care", "region", "period", "status")
    asked = dict.fromkeys(
        tuple(str(row.get(key) or "") for key in keys) for row in rows
        if row.get("value") is not None and row.get("period")
    )  # fmt: skip
    return list(
        dict.fromkeys(note for where in asked for note in traps_on(dataset.reference, *where))
    )


def _warning(note: Note, lang: Lang) -> str:
    first, last = note.scope.first_period, note.scope.last_period
    when = "–".join(dict.fromkeys(period(one, lang) for one in (first, last) if one))
    return " ".join(filter(None, (f"{note.title.in_(lang)}.", when and f"({when})",
                                  note.text.in_(lang), note.source)))  # fmt: skip


def _sources(dataset: Dataset, rows: Sequence[Row]) -> Iterator[str]:
    keys = dict.fromkeys(
        str(row[column]) for row in rows for column in ("source", "other_source") if row.get(column)
    )
    for key in keys:
        one = dataset.reference.sources.get(key)
        if one:
            yield " · ".join(filter(None, (one.label, one.title, one.url)))
