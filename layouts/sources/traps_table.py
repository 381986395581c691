"""What is known to be wrong in the published figures, as a table."""

from dashboard.indicators.registry import CARE_NAMES, INDICATORS, OCCUPANCY, Care
from dashboard.language.formatting import period
from dashboard.language.text import Lang, Text
from dashboard.reference.notes import Note
from dashboard.reference.regions import name_of
from layouts.html import Html
from layouts.parts.prose import between, swedish, table
from layouts.parts.sorting import Sorting

_CONSEQUENCES = {
    "drop": Text("Värdet visas inte", "The value is not shown"),
    "break": Text("Jämför inte över brottet", "Do not compare across the break"),
    "warning": Text("Läs med försiktighet", "Read with care"),
    "info": Text("Bra att veta", "Good to know"),
}
# Series that notes concern and that no indicator publishes.
_OTHER_SERIES = {
    "occupancy_pct": OCCUPANCY.name,
    "fund_waiting_time_payout_sek": Text("Utbetalda kömedel", "Waiting time money paid out"),
}
# A note on all care says so by naming none.
_CARES: dict[str, Care] = {"somatic": "somatic", "psychiatric": "psychiatric"}
_ALL = Text("Alla mått", "All indicators")
_SERIES: dict[str, Text] = {
    **{series.series: one.name for one in reversed(INDICATORS) for series in one.published},
    **_OTHER_SERIES,
}


def traps_table(name: str, sorting: Sorting) -> Html:
    """Every note on the published figures."""
    dataset, lang = sorting.dataset, sorting.lang
    heads = (
        Text("Vad", "What"), Text("Gäller", "Concerns"), Text("Beskrivning", "Description"),
        Text("Följd", "Consequence"), Text("Källa", "Source"),
    )  # fmt: skip
    rows = [
        [
            note.title.in_(lang),
            _concerns(note, lang),
            note.text.in_(lang),
            _CONSEQUENCES[_consequence(note)].in_(lang),
            swedish(note.source, lang),
        ]
        for note in dataset.reference.notes
    ]
    return table(name, [head.in_(lang) for head in heads], rows, sorting=sorting, is_headed=True)


def _concerns(note: Note, lang: Lang) -> str:
    scope = note.scope
    names = dict.fromkeys(_SERIES[series].in_(lang) for series in scope.series)
    where = [name_of(code).in_(lang) for code in scope.regions]
    when = between(period(end, lang) for end in (scope.first_period, scope.last_period) if end)
    care = CARE_NAMES[_CARES[scope.care]].in_(lang) if scope.care in _CARES else ""
    told = (", ".join(names) or _ALL.in_(lang), care, ", ".join(where), when)
    return "; ".join(one for one in told if one)


def _consequence(note: Note) -> str:
    return note.severity if note.effect == "none" else note.effect
