"""What regions alike have agreed to do, by type, where the outcome is better since."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.dialogue.agreement import KINDS, USUAL_SIDE, Agreement
from dashboard.dialogue.pack import Section
from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.peers.peers import peers_of
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, values
from dashboard.view.view import View, default_view

_TITLE = Text("Insatser i regioner av samma slag", "Measures of regions alike")
_SENTENCE = Text(
    "Antecknade insatser i regioner av samma slag där det väntade måttet är bättre än före. "
    "Det är samband, inte orsak: annat kan ha hänt samtidigt.",
    "Measures written down for regions alike where what was expected is better than before. "
    "This is correlation, not cause: other things can have happened meanwhile.",
)
_NONE = Text(
    "Ingen region av samma slag har en antecknad insats med bättre utfall än före.",
    "No region alike has a measure written down with a better outcome than before.",
)
_KIND = Text("Slag av insats", "Type of measure")
_HEADS = (
    Text("Region", "Region"), Text("Insats", "Measure"), Text("Mått", "Indicator"),
    Text("Före", "Before"), Text("Efter", "After"),
)  # fmt: skip
_IN_YEAR = Text("{} ({})", "{} ({})")


@frozen
class Turn:
    """A published value of the year before an agreement, and the latest one since."""

    before: float
    before_year: str
    after: float
    after_year: str


def peer_section(
    dataset: Dataset, agreements: Iterable[Agreement], region: str, lang: Lang
) -> Section:
    """The measures of the regions most like one, by type, that a better outcome followed."""
    alike = peers_of(dataset, region, default_view(dataset).peers)
    own = [one for one in agreements if one.region in alike and one.kind in KINDS]
    found = [(one, turn) for one in own if (turn := better(dataset, one)) is not None]
    kinds = list(KINDS)
    found.sort(key=lambda pair: (kinds.index(pair[0].kind), pair[0].region, pair[0].number))
    rows = tuple(_row(one, turn, lang) for one, turn in found)
    # Where nothing is known to be agreed with any of them there is nothing to say.
    said = (_SENTENCE if rows else _NONE).in_(lang) if own else ""
    grid = Grid(tuple(head.in_(lang) for head in _HEADS), rows)
    return Section("peer-measures", _TITLE.in_(lang), said, grid, _KIND.in_(lang))


def better(dataset: Dataset, agreement: Agreement) -> Turn | None:
    """The published values before and since, None where they are lacking or not better.

    Better is as the indicator says, else in the direction expected; estimates never count.
    """
    year = agreement.at[:4]
    before = [one for one in dataset.year_labels if one < year]
    since = [one for one in dataset.year_labels if one > year]
    if not before or not since:
        return None
    first, last = (_published(dataset, agreement, one) for one in (before[-1], since[-1]))
    if first is None or last is None:
        return None
    expected = agreement.expected
    side = USUAL_SIDE.get(expected.of.good, expected.side)
    gain = first - last if side == "at_most" else last - first
    return Turn(first, before[-1], last, since[-1]) if gain > 0 else None


def _published(dataset: Dataset, agreement: Agreement, year: str) -> float | None:
    expected = agreement.expected
    view = View(expected.indicator, year, agreement.region, expected.care, expected.stream)
    shown = values.at(dataset, replace(view, data="published"))
    return shown[ALL_CODES.index(agreement.region)].value


def _row(agreement: Agreement, turn: Turn, lang: Lang) -> tuple[str, ...]:
    of = agreement.expected.of
    ends = ((turn.before, turn.before_year), (turn.after, turn.after_year))
    told = (
        _IN_YEAR.in_(lang).format(labels.number(value, of, lang), formatting.period(year, lang))
        for value, year in ends
    )
    return (
        formatting.capitalised(KINDS[agreement.kind].in_(lang)),
        name_of(agreement.region).in_(lang), agreement.measure, of.name.in_(lang), *told,
    )  # fmt: skip
