"""Regions that are alike and better on at least two measures, and what else sets them apart."""

from dataclasses import replace
from functools import lru_cache

from dashboard.comparison.comparison import comparison
from dashboard.frozen import frozen
from dashboard.indicators.registry import OCCUPANCY, OUTPLACEMENT, OVERCROWDING, Indicator
from dashboard.language.formatting import number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.peers.features import FEATURE_NAMES, readings
from dashboard.peers.peers import peers_of
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_intervals import differs_significantly
from dashboard.values import labels, trends
from dashboard.values.published_year import compared_view, without_order
from dashboard.view.peer_choice import Feature
from dashboard.view.view import View

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
_BETTER = Text("✓ bättre {}", "✓ better {}")


@frozen
class Better:
    """A peer and the measures in which it is better, each with its value and the region's own."""

    region: str
    measures: tuple[tuple[Indicator, float, float], ...]


def better_alike(dataset: Dataset, view: View) -> tuple[Better, ...]:
    """The peers better than the view's region in two of overcrowding, outplacement, occupancy.

    By months better means told apart at 95 per cent over the last twelve
    (docs/methods.md 4.3), by years a better value. The order is that of the peers.
    """
    return _better_alike(dataset, replace(view, indicator=OVERCROWDING.key, span=60))


@lru_cache(maxsize=256)
def _better_alike(dataset: Dataset, view: View) -> tuple[Better, ...]:
    if view.region == SWEDEN:
        return ()
    found = []
    for code in peers_of(dataset, view.region, view.peers):
        won = [one for measure in MEASURES if (one := _won(dataset, view, measure, code))]
        if len(won) >= LEAST:
            found.append(Better(code, tuple(won)))
    return tuple(found)


def _won(
    dataset: Dataset, view: View, indicator: Indicator, code: str
) -> tuple[Indicator, float, float] | None:
    own_view = trends.of_indicator(view, indicator.key)
    if without_order(dataset, compared_view(dataset, own_view)):
        return None
    side = comparison(dataset, own_view)
    own, other = side.of(view.region), side.of(code)
    if own.value is None or other.value is None or own.unsure or other.unsure:
        return None
    better = trends.DIRECTIONS[indicator.good] * (other.value - own.value) > 0
    if better and own.error is not None and other.error is not None:
        better = differs_significantly(own.value, own.error, other.value, other.error)
    return (indicator, other.value, own.value) if better else None


def title(dataset: Dataset, view: View, lang: Lang) -> str:
    """How many are alike and better."""
    if view.region == SWEDEN:
        return _CHOOSE.in_(lang)
    name, found = name_of(view.region).in_(lang), better_alike(dataset, view)
    if not found:
        return _NOBODY.in_(lang).format(name)
    return _FOUND.in_(lang).format(len(found), name)


def grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """The region itself, then each better one: the measures, and two features one could act on.

    A measure in which a peer is better says so. Without any that is better there are no rows.
    """
    peers = better_alike(dataset, view)
    heads = (
        *(_head(view, measure, lang) for measure in MEASURES),
        *(FEATURE_NAMES[feature].in_(lang) for feature in _SHOWN),
    )
    if not peers:
        return Grid(heads, ())
    region_line = _line(dataset, view, view.region, frozenset(), lang)
    lines = (_line(dataset, view, better.region, _keys(better), lang) for better in peers)
    return Grid(heads, (region_line, *lines))


_SHOWN: tuple[Feature, ...] = ("beds", "discharge_ready")


def _head(view: View, indicator: Indicator, lang: Lang) -> str:
    """Its name and unit, and its care where that is not the one looked at."""
    measured = trends.of_indicator(view, indicator.key)
    words = f"{indicator.short_name.in_(lang)}, {indicator.unit.short.in_(lang)}"
    return words if measured.care == view.care else f"{words}, {labels.care(measured, lang)}"


def _keys(better: Better) -> frozenset[str]:
    return frozenset(indicator.key for indicator, _, _ in better.measures)


def _line(
    dataset: Dataset, view: View, code: str, better: frozenset[str], lang: Lang
) -> tuple[str, ...]:
    cells = []
    for measure in MEASURES:
        side = comparison(dataset, trends.of_indicator(view, measure.key)).of(code)
        words = labels.number(side.value, measure, lang)
        cells.append(_BETTER.in_(lang).format(words) if measure.key in better else words)
    known = (readings(dataset, feature).get(code) for feature in _SHOWN)
    cells += [number(reading.value if reading else None, 1, lang) for reading in known]
    return (name_of(code).in_(lang), *cells)
