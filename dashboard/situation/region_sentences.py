"""The verdict on a region in sentences: how it is, whether it changed, the distance, the peers."""

from dataclasses import replace

from dashboard.gaps import target_status
from dashboard.gaps.regional_distance import region_distance
from dashboard.indicators.registry import OCCUPANCY, OVERCROWDING
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.peers.benchmark import benchmark
from dashboard.peers.peers import peers_of
from dashboard.quality.ranking_gate import gate
from dashboard.reference.periods import same_period_last_year
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.situation.published_first import published_first
from dashboard.statistics.signal_words import NO_CERTAIN_CHANGE
from dashboard.values import labels, trends, values
from dashboard.values.estimate_ranges import range_of
from dashboard.values.may_be_said import undecided
from dashboard.values.published_year import compared_view, without_order
from dashboard.view.view import View

HEADING = Text("{}, {}", "{}, {}")
_NOW = Text(
    "{} hade {} överbelagda patienter per 100 disponibla vårdplatser i {}.",
    "{} had {} overcrowded patients per 100 available beds in {}.",
)
_NOW_ESTIMATED = Text(
    "{} hade skattat {} överbelagda patienter per 100 disponibla vårdplatser ({} till {}, 80 %) i "
    "{}.",
    "{} had an estimated {} overcrowded patients per 100 available beds ({} to {}, 80%) in {}.",
)
_CHANGE = Text(
    "Det är {}. Ett år tidigare, i {}, var det {}.", "That is {}. A year before, in {}, it was {}."
)
_UNDECIDED = Text(
    "I {} var det {}; om det är en säker förändring kan inte avgöras.",
    "In {} it was {}; whether that is a certain change cannot be decided.",
)
_NOT_JUDGED = Text(
    "I {} var det {}; om det är en säker förändring kan inte avgöras, månaderna är skattade.",
    "In {} it was {}; whether that is a certain change cannot be decided, the months are "
    "estimated.",
)
_PEERS = Text(
    "De jämförda regionerna har tillsammans {} ({} till {}).",
    "The regions compared have {} together ({} to {}).",
)
_OCCUPANCY = Text(
    "Beläggningen är {} procent, {} procentenheter {} det blandade målet; periodens "
    "beläggningsgap är {} platser.",
    "Occupancy is {} per cent, {} percentage points {} the mixed target; the occupancy gap of the "
    "period is {} beds.",
)
_ASSUMED = Text(
    "Beläggningen publiceras inte: antagen är den {} procent ({} till {}, 80 %) mot det blandade "
    "målet {}.",
    "Occupancy is not published: it is assumed to be {} per cent ({} to {}, 80%) against the mixed "
    "target of {}.",
)
_ABOVE, _BELOW = Text("över", "above"), Text("under", "below")
_MISSING = Text(
    "Avståndet till riktvärdet är {} platser i medeltal över tolv månader ({} till {}, skattning).",
    "The distance to the guideline is {} beds on average over twelve months ({} to {}, an "
    "estimate).",
)
_READ_WITH_CARE = Text(
    "Överbeläggningarna rangordnas inte. {}", "The overcrowding is not ranked. {}"
)
_SURPLUS = Text(
    "Regionen ligger i medeltal över tolv månader {} platser över riktvärdets nivå ({} till {}, "
    "skattning).",
    "On average over twelve months the region is {} beds above the guideline level ({} to {}, an "
    "estimate).",
)
_MISSING_ALONE = Text(
    "Avståndet till riktvärdet är {} platser i medeltal över tolv månader (skattning efter "
    "befolkning).",
    "The distance to the guideline is {} beds on average over twelve months (estimate by "
    "population).",
)
_SURPLUS_ALONE = Text(
    "Platserna är {} fler än riktvärdets nivå (skattning efter befolkning).",
    "There are {} more beds than the guideline level (estimate by population).",
)


def heading(view: View, lang: Lang) -> str:
    """`Västerbotten, december 2025`."""
    return HEADING.in_(lang).format(
        name_of(view.region).in_(lang), formatting.period(view.period, lang)
    )


def sentences(dataset: Dataset, view: View, lang: Lang) -> tuple[str, ...]:
    """What was measured, whether it changed, and what the distance means in beds."""
    own = trends.of_indicator(view, OVERCROWDING.key)
    value = trends.value(dataset, own)
    if value is None:
        reason = values.at(dataset, own)[ALL_CODES.index(view.region)].reason
        return (reason.in_(lang),) if reason else ()
    found = (
        published_first(dataset, own, lang),
        _now(dataset, own, value, lang),
        _changed(dataset, own, lang),
        _beside(dataset, own, lang),
        labels.of_its_care(_occupied(dataset, view, lang), view, lang),
        labels.of_its_care(distance_sentence(dataset, view, lang), view, lang),
        _doubtful(dataset, own, lang),
    )
    return tuple(sentence for sentence in found if sentence)


def _doubtful(dataset: Dataset, view: View, lang: Lang) -> str:
    """Why the figure can bear no verdict, where it has grade C or D."""
    why = gate(dataset, view).get(view.region)
    return _READ_WITH_CARE.in_(lang).format(why.in_(lang)) if why else ""


def _now(dataset: Dataset, view: View, value: float, lang: Lang) -> str:
    name, when = name_of(view.region).in_(lang), formatting.period(view.period, lang)
    ends = range_of(dataset, view, view.region)
    if (view.care, view.stream) != ("somatic", "all"):
        when = f"{when} ({labels.care(view, lang)})"
    told = [labels.number(one, OVERCROWDING, lang) for one in (value, *(ends or ()))]
    words = _NOW if ends is None else _NOW_ESTIMATED
    return words.in_(lang).format(name, *told, when)


def _changed(dataset: Dataset, view: View, lang: Lang) -> str:
    trend = trends.trend(dataset, view)
    if trend.year_before is None:
        return ""
    then = labels.number(trend.year_before, OVERCROWDING, lang)
    when = formatting.period(same_period_last_year(view.period), lang)
    if undecided(dataset, view):
        return _NOT_JUDGED.in_(lang).format(when, then)
    if trend.signal == "cannot_be_decided":
        return _UNDECIDED.in_(lang).format(when, then)
    said = trends.off_level(trend) or NO_CERTAIN_CHANGE
    return _CHANGE.in_(lang).format(said.in_(lang), when, then)


def _beside(dataset: Dataset, view: View, lang: Lang) -> str:
    own = compared_view(dataset, view)
    found = benchmark(dataset, own, view.region, peers_of(dataset, view.region, view.peers))
    if found.value is None or without_order(dataset, own):
        return ""
    numbers = (labels.number(v, OVERCROWDING, lang) for v in (found.value, found.low, found.high))
    said = _PEERS.in_(lang).format(*numbers)
    return said if own == view else f"{formatting.period(own.period, lang)}: {said}"


def _occupied(dataset: Dataset, view: View, lang: Lang) -> str:
    if view.care != "somatic":
        return ""
    own = target_status.standing(dataset, replace(view, stream="all"), view.region, "all")
    if own.occupancy is None or own.distance is None:
        return ""
    asked = replace(view, indicator=OCCUPANCY.key, stream="all")
    if ends := range_of(dataset, asked, view.region):
        told = (formatting.number(v, 1, lang) for v in (own.occupancy, *ends, own.target))
        return _ASSUMED.in_(lang).format(*told)
    return _OCCUPANCY.in_(lang).format(
        formatting.number(own.occupancy, 1, lang),
        formatting.number(abs(own.distance), 1, lang),
        (_ABOVE if own.distance > 0 else _BELOW).in_(lang),
        formatting.number(own.beds_missing, 0, lang, signed=True),
    )


def distance_sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    """The beds missing to the guideline level, an estimate with its range; empty without one."""
    own = region_distance(dataset, view)
    if own is None:
        return ""
    low, high = sorted((own.low, own.high))
    if own.low == own.high:
        words = _MISSING_ALONE if own.distance > 0 else _SURPLUS_ALONE
        return words.in_(lang).format(formatting.number(abs(own.distance), 0, lang))
    if own.distance > 0:
        numbers = (formatting.number(v, 0, lang) for v in (own.distance, low, high))
        return _MISSING.in_(lang).format(*numbers)
    numbers = (formatting.number(v, 0, lang) for v in (-own.distance, -high, -low))
    return _SURPLUS.in_(lang).format(*numbers)
