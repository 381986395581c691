"""Regions that are alike and better on at least two measures, and what else sets them apart."""

from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard import trends, wording
from dashboard.comparison import comparison
from dashboard.features import FEATURE_NAMES, readings
from dashboard.formatting import NONE, number
from dashboard.indicators import OCCUPANCY, OUTPLACEMENT, OVERCROWDING, Indicator
from dashboard.lang import Lang, Text
from dashboard.peer_choice import FEATURES, Feature
from dashboard.peers import peers_of
from dashboard.ranks import told_apart
from dashboard.regions import SWEDEN, name_of
from dashboard.store import Store
from dashboard.view import View

MEASURES = (OVERCROWDING, OUTPLACEMENT, OCCUPANCY)
LEAST = 2

_FOUND = Text(
    "{} av de jämförda är bättre än {} i minst två mått",
    "{} of those compared are better than {} in at least two measures",
)
_NOBODY = Text(
    "Ingen av de jämförda är bättre än {} i minst två mått",
    "None of those compared is better than {} in at least two measures",
)
_CHOOSE = Text("Bättre och liknande: välj en region", "Better and alike: choose a region")
SURELY = Text(
    "Bättre är det som slumpen inte förklarar, tolv månader tillsammans.",
    "Better is what chance does not explain, twelve months together.",
)
BARELY = Text(
    "Årsvärden som är bättre; vad som är slump kan inte avgöras.",
    "Annual values that are better; what is chance cannot be decided.",
)
_AGAINST = Text("{} {} mot {}", "{} {} against {}")


@dataclass(frozen=True, slots=True)
class Better:
    """A peer and the measures in which it is better, each with its value and the region's own."""

    region: str
    measures: tuple[tuple[Indicator, float, float], ...]


def better_alike(store: Store, view: View) -> tuple[Better, ...]:
    """The peers better than the view's region in two of overcrowding, outplacement, occupancy.

    By months better means told apart at 95 per cent over the last twelve (methods.md section
    4.3), by years a better value. The order is that of the peers.
    """
    return _better_alike(store, replace(view, indicator=OVERCROWDING.key, span=60))


@lru_cache(maxsize=256)
def _better_alike(store: Store, view: View) -> tuple[Better, ...]:
    if view.region == SWEDEN:
        return ()
    found = []
    for code in peers_of(store, view.region, view.peers):
        won = [one for measure in MEASURES if (one := _won(store, view, measure, code))]
        if len(won) >= LEAST:
            found.append(Better(code, tuple(won)))
    return tuple(found)


def _won(
    store: Store, view: View, indicator: Indicator, code: str
) -> tuple[Indicator, float, float] | None:
    side = comparison(store, trends.of_indicator(view, indicator.key))
    own, other = side.of(view.region), side.of(code)
    if own.value is None or other.value is None:
        return None
    better = trends.DIRECTIONS[indicator.good] * (other.value - own.value) > 0
    if better and own.error is not None and other.error is not None:
        better = told_apart(own.value, own.error, other.value, other.error)
    return (indicator, other.value, own.value) if better else None


def title(store: Store, view: View, lang: Lang) -> str:
    """How many are alike and better."""
    if view.region == SWEDEN:
        return _CHOOSE.in_(lang)
    name, found = name_of(view.region).in_(lang), better_alike(store, view)
    if not found:
        return _NOBODY.in_(lang).format(name)
    return _FOUND.in_(lang).format(len(found), name)


def rows(store: Store, view: View, lang: Lang) -> tuple[tuple[str, ...], ...]:
    """Name, the measures in which each is better, and what differs in the features."""
    return tuple(
        (
            name_of(one.region).in_(lang),
            "; ".join(_measure(*measure, lang) for measure in one.measures),
            "; ".join(_differs(store, view.region, one.region, lang)) or NONE,
        )
        for one in better_alike(store, view)
    )


def _measure(indicator: Indicator, value: float, own: float, lang: Lang) -> str:
    numbers = (wording.number(v, indicator, lang) for v in (value, own))
    return _AGAINST.in_(lang).format(indicator.short_name.in_(lang).lower(), *numbers)


_SHOWN: tuple[Feature, ...] = ("beds", "discharge_ready")


def _differs(store: Store, own: str, other: str, lang: Lang) -> list[str]:
    """What could be acted upon first: beds and discharge-ready patients."""
    found = []
    for feature in (one for one in FEATURES if one in _SHOWN):
        values = readings(store, feature)
        if own in values and other in values:
            a, b = (number(values[code].value, 1, lang) for code in (other, own))
            name = FEATURE_NAMES[feature].in_(lang)
            found.append(_AGAINST.in_(lang).format(name[:1].lower() + name[1:], a, b))
    return found
