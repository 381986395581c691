"""What to know before a value is used, as objects: traps, kinds of data, the indicator's own."""

from collections.abc import Mapping

from dashboard.api.declared import Caveat
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE
from dashboard.language.text import LANGS, Text
from dashboard.reference.notes import Note
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.shortfall import STAMP
from dashboard.values import imported, labels, provenance
from dashboard.values.known_traps import traps_on
from dashboard.view.view import View

_OWN = Text("Om måttet {}", "About the indicator {}")
_DOUBTED = Text("Låg tillit: rangordnas inte", "Low trust: not ranked")
_ESTIMATE = Caveat(
    "estimate",
    "warning",
    STAMP,
    Text(
        "En regions avstånd till riktvärdet är en egen skattning, fördelad efter folkmängd.",
        "A region's distance to the guideline is an estimate of ours, spread by population.",
    ),
    provenance.MODEL,
)


def of_view(dataset: Dataset, view: View) -> tuple[Caveat, ...]:
    """What concerns every value of the view: the indicator's own, and what its months rest on."""
    own = Caveat(f"indicator-{view.indicator}", "info", _OWN.format(view.of.name), view.of.caveats)
    return (own, _of_months(dataset, view)) if view.data != "published" else (own,)


def of_value(
    dataset: Dataset, view: View, region: str, doubted: Mapping[str, Text]
) -> tuple[Caveat, ...]:
    """What concerns the value in one region: the known traps, that it is an estimate, and why it
    is not ranked, by region, where its trust is low.
    """
    notes = traps_on(dataset.reference, view.indicator, view.care, region, view.period, view.data)
    estimated = view.indicator == DISTANCE_TO_GUIDELINE.key and region != SWEDEN
    found = (*map(of_note, notes), *([_ESTIMATE] if estimated else []))
    if region not in doubted:
        return found
    key = f"trust-{region}-{view.period}"
    return (*found, Caveat(key, "warning", _DOUBTED, doubted[region]))


def of_note(note: Note) -> Caveat:
    """A known trap in the published figures."""
    return Caveat(note.id, note.severity, note.title, note.text, note.source)


def _of_months(dataset: Dataset, view: View) -> Caveat:
    name = Text(*(labels.status(dataset, view, lang) for lang in LANGS))
    words = Text(*(labels.status_sentence(dataset, view, lang) for lang in LANGS))
    kind = imported.kind(dataset, view)
    source = provenance.source_of(dataset, view, view.region)
    return Caveat(kind, "info" if kind == "reported" else "warning", name, words, source)
