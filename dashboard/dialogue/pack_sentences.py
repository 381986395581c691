"""A region in a few sentences: what is published, the latest month, the distance in beds."""

from collections.abc import Iterator

from dashboard.dialogue.key_figures import published_view, verdict
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import same_period_last_year
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.region_sentences import distance_sentence
from dashboard.values import labels, trends, values
from dashboard.values.columns import WORDS
from dashboard.view.view import View

_YEAR = Text(
    "{} år {}: {} {} (publicerat). Året före var det {}, i riket {}.",
    "{} in {}: {} {} (published). The year before it was {}, in Sweden {}.",
)
_MONTH = Text("{} i {}: {} {}, {}. {}.", "{} in {}: {} {}, {}. {}.")
_CHANGE = Text("Förändring: {}", "Change: {}")
_RANGE = Text("skattat, {}–{}", "estimated, {}–{}")


def sentences(dataset: Dataset, view: View, lang: Lang) -> Iterator[str]:
    """The sentences of the view's region; an estimate has its range, and no verdict."""
    for indicator in (OVERCROWDING, OUTPLACEMENT):
        if found := published_view(dataset, indicator, view.region):
            yield _of_year(dataset, found, lang)
    if month := _of_month(dataset, trends.of_indicator(view, OVERCROWDING.key), lang):
        yield month
    if distance := distance_sentence(dataset, view, lang):
        yield distance


def _of_year(dataset: Dataset, view: View, lang: Lang) -> str:
    row = ALL_CODES.index(view.region)
    now = values.numbers(dataset, view)
    before = values.numbers(dataset, view, same_period_last_year(view.period))[row]
    said = (labels.number(v, view.of, lang) for v in (before, now[0]))
    number, unit = labels.number(now[row], view.of, lang), view.of.unit.long.in_(lang)
    return _YEAR.in_(lang).format(view.of.name.in_(lang), view.period, number, unit, *said)


def _of_month(dataset: Dataset, view: View, lang: Lang) -> str:
    own = values.at(dataset, view)[ALL_CODES.index(view.region)]
    if own.value is None:
        return own.reason.in_(lang) if own.reason else ""
    status = WORDS["status"][own.status].in_(lang)
    if own.low is not None and own.high is not None:
        ends = (labels.number(v, view.of, lang) for v in (own.low, own.high))
        status = _RANGE.in_(lang).format(*ends)
    said = _CHANGE.in_(lang).format(verdict(dataset, view).in_(lang))
    number, unit = labels.number(own.value, view.of, lang), view.of.unit.long.in_(lang)
    when = formatting.period(view.period, lang)
    return _MONTH.in_(lang).format(view.of.name.in_(lang), when, number, unit, status, said)
