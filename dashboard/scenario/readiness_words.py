"""Preparedness in words: the ladder of beds, what binds, an event, and what each number is."""

from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.scenario.baseline import baseline
from dashboard.scenario.readiness import (
    fte_per_bed,
    is_told,
    postponed,
    readiness,
    rungs,
    told_by,
)
from dashboard.view.view import View

_TITLE = Text("Beredskap: fördubbling ger {} platser till och {} saknas",
              "Preparedness: doubling gives {} more beds and {} lack")  # fmt: skip
_PLAIN = Text("Beredskap: en fördubbling är {} platser", "Preparedness: doubled, it is {} beds")
_NO_FIGURES = Text("Beredskap: uppgift saknas för perioden", "Preparedness: not available")
_HEADS = (Text("Platser", "Beds"), Text("Vad uppgiften är", "What the figure is"))
RUNGS: dict[str, Text] = {
    "need": Text("Behov i krig: det dubbla", "Need in war: twice the beds"),
    "available": Text("Disponibla i fred", "Available in peace"),
    "free": Text("Lediga ett genomsnittsdygn", "Free on an average day"),
    "closed": Text("Stängda av personalbrist", "Closed for lack of staff"),
    "convert": Text("Kan ställas om", "Can be converted"),
    "premises": Text("Lokalerna räcker till", "Premises are enough for"),
    "staffable": Text("Personalen räcker till", "Staff are enough for"),
    "capacity": Text("Kan öppnas", "Can be opened"),
    "gap": Text("Saknas till det dubbla", "Lack to twice the beds"),
}
KINDS: dict[str, Text] = {
    "published": Text("publicerat", "published"),
    "reported": Text("rapporterat", "reported"),
    "estimated": Text("skattat", "estimated"),
    "example": Text("exempel", "example"),
    "missing": Text("saknas", "missing"),
    "own": Text("läsarens uppgift", "the reader's figure"),
    "region": Text("regionens uppgift, INTE PUBLICERAD", "the region's figure, NOT PUBLISHED"),
    "computed": Text("beräknat", "computed"),
    "unknown": Text("inte känt", "not known"),
    "rule": Text("dubbelt i krig (Ds 2023:34)", "twice in war (Ds 2023:34)"),
}
_BINDING = {
    "premises": Text("Lokalerna sätter gränsen.", "Premises set the limit."),
    "staff": Text("Personalen sätter gränsen.", "Staff set the limit."),
    "equipment": Text("Utrustningen sätter gränsen.", "Equipment sets the limit."),
}
_STAFF_UNKNOWN = Text(
    "Hur många sjuksköterskor som finns är inte inläst; det dubbla kräver {} heltider vid vald "
    "krisbemanning.",
    "How many nurses there are is not loaded; twice the beds take {} full-time posts at the crisis "
    "staffing chosen.",
)
_FREED = Text(
    "Patienter som kan lämna sin plats är inga nya platser: {} utskrivningsklara och {} planerade.",
    "Patients who could leave are no new beds: {} ready for discharge and {} planned.",
)
_LOADED = Text(
    "INTE PUBLICERAT: stegen bygger på uppgifter som regionen har lämnat och som inte får spridas; "
    "egna uppgifter gäller före dem.",
    "NOT PUBLISHED: the rungs rest on figures that the region has loaded, which must not be passed "
    "on; own figures go before them.",
)
_LED = Text(
    "Utrustning och ledning är inte med: inga uppgifter är publicerade.",
    "Equipment and command are left out: no figures are published.",
)


def title(dataset: Dataset, view: View, lang: Lang) -> str:
    """The finding."""
    base, scenario = baseline(dataset, view), told_by(dataset, view)
    if base is None:
        return _NO_FIGURES.in_(lang)
    found = readiness(base, scenario)
    if not is_told(scenario):
        return _PLAIN.in_(lang).format(_n(found.need, lang))
    more = max(0.0, found.capacity - base.beds.value)
    return _TITLE.in_(lang).format(_n(more, lang), _n(found.gap, lang))


def ladder_grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """The rungs; every number says what it is."""
    heads = tuple(one.in_(lang) for one in _HEADS)
    return Grid(heads, tuple(
        (RUNGS[one.key].in_(lang), _n(one.beds, lang), KINDS[one.kind].in_(lang))
        for one in rungs(dataset, view)
    ))  # fmt: skip


def sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    """What binds, the patients who are no beds, and what is left out."""
    base, scenario = baseline(dataset, view), told_by(dataset, view)
    if base is None:
        return ""
    found = readiness(base, scenario)
    if scenario.of("employed") is None:
        nurses = found.need * fte_per_bed(scenario) * scenario.number("crisis")
        first = _STAFF_UNKNOWN.in_(lang).format(_n(nurses, lang))
    else:
        first = _BINDING[found.binding].in_(lang)
    freed = _FREED.in_(lang).format(
        _n(base.ready or 0.0, lang), _n(postponed(base, scenario), lang)
    )
    loaded = [_LOADED.in_(lang)] if view.region in dataset.preparedness else []
    return " ".join((*loaded, first, freed, _LED.in_(lang)))


def _n(value: float | None, lang: Lang) -> str:
    return formatting.number(value, 0, lang)
