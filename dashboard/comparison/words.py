"""The comparison in sentences: where a region stands, and whether that is more than chance."""

from collections.abc import Sequence

from dashboard.comparison.comparison import Compared, Comparison, comparison
from dashboard.indicators.registry import Good
from dashboard.language import formatting
from dashboard.language.counting import agreed
from dashboard.language.text import Lang, Text
from dashboard.peers.peers import peers_of
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_intervals import RankInterval
from dashboard.values import labels, values
from dashboard.values.published_year import NO_YEAR, compared_view, without_order
from dashboard.view.view import View

_HEADING = Text("Jämför, {}, {}", "Compare, {}, {}")
TWELVE = Text("tolv månader till och med {}", "twelve months through {}")
_OWN = Text("{} i {}: {}, {}.", "{} in {}: {}, {}.")
_NONE = Text("{}: uppgift saknas. {}", "{}: not available. {}")
_NO_TWELVE = Text("Någon av de tolv månaderna saknas.", "One of the twelve months is missing.")
_SIDES = {
    1: Text("högre än i riket, som har {}", "higher than in Sweden, which has {}"),
    -1: Text("lägre än i riket, som har {}", "lower than in Sweden, which has {}"),
    0: Text("lika mycket som i riket", "the same as in Sweden"),
}
_SURELY = Text(
    "Det är {}, och skillnaden är större än slumpen ger.",
    "That is {}, and the difference is larger than chance gives.",
)
_CHANCE = Text(
    "Det kan inte skiljas från riket, som har {}.",
    "That cannot be told from Sweden, which has {}.",
)
_UNDECIDED = Text(
    "Det är {}; om det är mer än slump kan inte avgöras av {}.",
    "That is {}; whether it is more than chance cannot be decided from {}.",
)
_YEARS = Text("årsvärden", "annual values")
_TOO_FEW = Text("färre än tolv månader", "fewer than twelve months")
_PLACE = Text(
    "Platsen bland {} regioner är {}, där 1 är {} (90 procents intervall).",
    "Its place among {} regions is {}, where 1 is the {} (90 per cent interval).",
)
_LOWEST, _HIGHEST = Text("lägst", "lowest"), Text("högst", "highest")
_NEUTRAL = Text(
    "Måttet är varken bra eller dåligt i sig, så regionerna står i kodordning utan plats.",
    "The indicator is neither good nor bad in itself: the regions stand by code, without places.",
)
_COUNTS = Text(
    "Antal växer med regionens storlek, så regionerna står i kodordning utan plats.",
    "Counts grow with the size of a region, so the regions stand by code, without places.",
)
_AMONG = Text("Av de jämförda ligger {}.", "Of those compared, {}.")
_SURE = {
    1: Text("{} säkert högre", "certainly higher: {}"),
    -1: Text("{} säkert lägre", "certainly lower: {}"),
    0: Text("{} så nära att de inte kan skiljas åt", "too near to be told apart: {}"),
}
_BARE = {
    1: Text("{} högre", "higher: {}"),
    -1: Text("{} lägre", "lower: {}"),
    0: Text("{} lika", "the same: {}"),
}
_ALL_SURE = Text(
    "{}, {}: {} av {} regioner ligger säkert över riket ({}), {} säkert under, och {} kan inte "
    "skiljas från det.",
    "{}, {}: {} of {} regions are certainly above Sweden ({}), {} certainly below, and {} cannot "
    "be told from it.",
)
_ALL_BARE = Text(
    "{}, {}: {} av {} regioner har ett högre värde än riket ({}) och {} ett lägre.",
    "{}, {}: {} of {} regions have a higher value than Sweden ({}) and {} a lower one.",
)
_NO_INTERVALS = Text(
    "Årsvärdena är publicerade utan osäkerhet; vad som är slump kan inte avgöras.",
    "The annual values are published without uncertainty; what is chance cannot be decided.",
)
_CHOOSE = Text(
    "Välj en region för att se den bland dem som liknar den.",
    "Choose a region to see it among those like it.",
)
_MOST_NAMES = 6


def heading(view: View, lang: Lang) -> str:
    """`Jämför, Västerbotten, december 2025`."""
    place = name_of(view.region).in_(lang)
    return _HEADING.in_(lang).format(place, formatting.period(view.period, lang))


def when(view: View, lang: Lang, *, rolled: bool) -> str:
    """`tolv månader till och med december 2025`, or the period alone."""
    period = formatting.period(view.period, lang)
    return TWELVE.in_(lang).format(period) if rolled else period


def sentences(dataset: Dataset, view: View, lang: Lang) -> tuple[str, ...]:
    """Where the region stands against Sweden and those compared; never a place without doubt."""
    view = compared_view(dataset, view)
    found = comparison(dataset, view)
    if without_order(dataset, view):
        return (NO_YEAR.in_(lang),)
    if view.region == SWEDEN:
        return (_of_all(dataset, view, found, lang), _CHOOSE.in_(lang))
    own = found.of(view.region)
    if own.value is None:
        return (_absent(dataset, view, view.region, lang),)
    said = (
        _own(view, own, found, lang), against_sweden(view, own, found, lang),
        unsure(own, lang) or place(view, found, own.rank, lang), _among(dataset, view, found, lang),
    )  # fmt: skip
    return tuple(one for one in said if one)


_UNSURE = Text(
    "Värdet rangordnas inte och jämförs inte säkert. {}",
    "The value is not ranked and not surely compared. {}",
)


def against_sweden(view: View, own: Compared, comparison: Comparison, lang: Lang) -> str:
    """Whether the region is told apart from Sweden; empty for counts, which grow with size."""
    if not view.of.ranked:
        return unranked(view, lang)
    country = comparison.country.value
    if country is None or own.value is None:
        return ""
    words = labels.number(country, view.of, lang)
    if own.told is False:
        return _CHANCE.in_(lang).format(words)
    side = _SIDES[_side(view, own, comparison.country)].in_(lang).format(words)
    if own.told:
        return _SURELY.in_(lang).format(side)
    basis = _YEARS if grain_of(view.period) == "year" else _TOO_FEW
    return _UNDECIDED.in_(lang).format(side, basis.in_(lang))


def unranked(view: View, lang: Lang) -> str:
    """Why the regions of a view have no places."""
    return (_COUNTS if view.of.unit.counts else _NEUTRAL).in_(lang)


def place(view: View, comparison: Comparison, rank: RankInterval | None, lang: Lang) -> str:
    """The rank with its interval, in a sentence; empty without one."""
    if rank is None:
        return ""
    first = _LOWEST if view.of.good is Good.LOWER else _HIGHEST
    return _PLACE.in_(lang).format(len(comparison.known), interval(rank), first.in_(lang))


def unsure(own: Compared, lang: Lang) -> str:
    """Why the region's value gets no place; empty where it can."""
    return _UNSURE.in_(lang).format(own.unsure.in_(lang)) if own.unsure else ""


def interval(rank: RankInterval) -> str:
    """`18–20`, or `4` where the interval is one place."""
    return str(rank.low) if rank.low == rank.high else f"{rank.low}–{rank.high}"


def absence(dataset: Dataset, view: View, region: str) -> Text:
    """Why a region has no value in the comparison."""
    one = values.at(dataset, view)[ALL_CODES.index(region)]
    return one.reason or _NO_TWELVE


def _absent(dataset: Dataset, view: View, region: str, lang: Lang) -> str:
    why = absence(dataset, view, region)
    return _NONE.in_(lang).format(view.of.name.in_(lang), why.in_(lang))


def _own(view: View, own: Compared, comparison: Comparison, lang: Lang) -> str:
    name, unit = view.of.name.in_(lang), view.of.unit.short.in_(lang)
    number = labels.number(own.value, view.of, lang)
    said = number if view.of.unit.long.in_(lang) in name.lower() else agreed(f"{number} {unit}")
    where, period = name_of(view.region).in_(lang), when(view, lang, rolled=comparison.rolled)
    return _OWN.in_(lang).format(name, where, said, period)


def _side(view: View, compared: Compared, other: Compared) -> int:
    """1 higher, -1 lower, 0 the same as far as the decimals show."""
    difference = round(compared.value or 0.0, view.of.decimals) - round(
        other.value or 0.0, view.of.decimals
    )
    return (difference > 0) - (difference < 0)


def _among(dataset: Dataset, view: View, comparison: Comparison, lang: Lang) -> str:
    """The peers by side: certainly lower, certainly higher, not told apart."""
    own = comparison.of(view.region)
    peers = [comparison.of(code) for code in peers_of(dataset, view.region, view.peers)]
    known = [one for one in peers if one.value is not None]
    if not known or not view.of.ranked:
        return ""
    words = _SURE if own.error is not None else _BARE
    groups: dict[int, list[str]] = {-1: [], 1: [], 0: []}
    for one in known:
        apart = comparison.apart(own, one)
        groups[0 if apart is False else _side(view, one, own)].append(one.region)
    said = [
        words[side].in_(lang).format(_named(codes, lang)) for side, codes in groups.items() if codes
    ]
    joined = _listed(said, lang) if lang == "sv" else "; ".join(said)
    return _AMONG.in_(lang).format(joined)


def _named(codes: Sequence[str], lang: Lang) -> str:
    if len(codes) > _MOST_NAMES:
        return str(len(codes))
    return _listed([name_of(code).in_(lang) for code in codes], lang)


def _listed(words: Sequence[str], lang: Lang) -> str:
    """`A, B och C`."""
    *first, last = words
    joined = " och " if lang == "sv" else " and "
    return f"{', '.join(first)}{joined}{last}" if first else last


def _of_all(dataset: Dataset, view: View, comparison: Comparison, lang: Lang) -> str:
    known, country = comparison.known, comparison.country
    if not known or country.value is None:
        return _absent(dataset, view, CODES[0], lang)
    if not view.of.ranked:
        return unranked(view, lang)
    head = (view.of.name.in_(lang), when(view, lang, rolled=comparison.rolled))
    there = labels.number(country.value, view.of, lang)
    sides = [_side(view, one, country) for one in known]
    if not comparison.rolled:
        bare = (sides.count(1), len(known), there, sides.count(-1))
        return f"{_ALL_BARE.in_(lang).format(*head, *bare)} {_NO_INTERVALS.in_(lang)}"
    sure = [side if one.told else 0 for side, one in zip(sides, known, strict=True)]
    counts = (sure.count(1), len(known), there, sure.count(-1), sure.count(0))
    return _ALL_SURE.in_(lang).format(*head, *counts)


def missing(comparison: Comparison) -> tuple[str, ...]:
    """The codes of the regions without a value, in their order."""
    known = {one.region for one in comparison.known}
    return tuple(code for code in CODES if code not in known)
