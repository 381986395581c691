"""The pictures of the pages by the name of their place, for every format they are painted in."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from dashboard.comparison.dots_picture import compared_picture
from dashboard.comparison.funnel_picture import funnel_picture
from dashboard.comparison.multiples_picture import multiples_picture
from dashboard.comparison.scatter_picture import beds_and_over_picture
from dashboard.effects.effects_picture import evaluation_picture
from dashboard.effects.fit_picture import fit_picture
from dashboard.effects.policy_picture import policy_picture
from dashboard.figures.picture import Picture
from dashboard.funding.grant_picture import grant_picture
from dashboard.funding.simulation.chance_picture import chance_picture, unpaid_picture
from dashboard.funding.simulation.rules_picture import rules_picture
from dashboard.gaps.guideline_picture import way_picture
from dashboard.gaps.implied_gaps_picture import implied_gaps_picture
from dashboard.gaps.occupancy_picture import occupancy_picture
from dashboard.gaps.reconciliation_picture import reconciled_picture
from dashboard.gaps.region_distance_picture import region_distance_picture
from dashboard.gaps.shared_need_picture import shared_need_picture
from dashboard.gaps.target_history_picture import target_steps_picture
from dashboard.gaps.waterfall_picture import implied_steps_picture, official_steps_picture
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
    Indicator,
)
from dashboard.language.text import Lang
from dashboard.peers.peers_picture import among_peers_picture
from dashboard.quality.change_picture import change_parts_picture
from dashboard.quality.reporting_picture import reporting_picture
from dashboard.releases.dataset import Dataset
from dashboard.scenario.ahead_picture import ahead_picture
from dashboard.scenario.relief_picture import relief_picture
from dashboard.scenario.tornado_picture import tornado_picture
from dashboard.situation.control_chart_picture import control_chart_picture
from dashboard.situation.map_picture import map_picture
from dashboard.situation.series_picture import series_picture
from dashboard.targets.occupancy_targets import TargetStream
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.curve_picture import target_curve_picture
from dashboard.unit_targets.pooling_picture import pooling_picture
from dashboard.view.usual import assuming, without
from dashboard.view.view import View

PictureOf = Callable[[Dataset, View, Lang], Picture]


def _series(indicator: Indicator) -> PictureOf:
    return lambda dataset, view, lang: series_picture(dataset, view, indicator, lang)


def _limits(indicator: Indicator) -> PictureOf:
    return lambda dataset, view, lang: control_chart_picture(dataset, view, indicator, lang)


def _steps(stream: TargetStream) -> PictureOf:
    return lambda dataset, view, lang: target_steps_picture(dataset, view, stream, lang)


def _chosen(dataset: Dataset, view: View, lang: Lang) -> Picture:
    return series_picture(dataset, view, view.of, lang)


def _gaps(dataset: Dataset, view: View, lang: Lang) -> Picture:
    locked = bool(basis(dataset, view).assumed.locked)
    return implied_gaps_picture(dataset, view, lang, locked=locked)


PICTURES: Mapping[str, PictureOf] = MappingProxyType(
    {
        "map": map_picture,
        "chosen": _chosen,
        "over": _series(OVERCROWDING),
        "out": _series(OUTPLACEMENT),
        "occupancy": occupancy_picture,
        "way": way_picture,
        "mine-targets": occupancy_picture,
        "mine-among": among_peers_picture,
        "mine-reach": region_distance_picture,
        "mine-over": _limits(OVERCROWDING),
        "mine-out": _limits(OUTPLACEMENT),
        "mine-occupancy": _limits(OCCUPANCY),
        "mine-beds": _limits(AVAILABLE_BEDS),
        "cmp-dots": compared_picture,
        "cmp-funnel": funnel_picture,
        "cmp-panels": multiples_picture,
        "cmp-scatter": beds_and_over_picture,
        "tgt-curve": target_curve_picture,
        "tgt-pooled": pooling_picture,
        "tgt-gaps": _gaps,
        "tgt-official": official_steps_picture,
        "tgt-fall": implied_steps_picture,
        "tgt-sum": reconciled_picture,
        "tgt-share": shared_need_picture,
        "tgt-steps-acute": _steps("acute"),
        "tgt-steps-planned": _steps("planned"),
        "eff-policy": policy_picture,
        "eff-fit": fit_picture,
        "eff-its": evaluation_picture,
        "eff-grant": grant_picture,
        "eff-chance": chance_picture,
        "eff-unpaid": unpaid_picture,
        "eff-rules": rules_picture,
        "scn-swings": tornado_picture,
        "scn-forecast": ahead_picture,
        "scn-relief-map": relief_picture,
        "dq-calendar": reporting_picture,
        "dq-split": change_parts_picture,
    }
)

# What each picture follows of what is assumed of units; the others follow nothing of it.
_TARGETS = ("size", "anchor", "risk", "neighbours")
_ASSUMED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tgt-curve": (*_TARGETS, "stay", "admitted", "variance"),
        "tgt-pooled": (*_TARGETS, "variance", "pool"),
        "tgt-gaps": ("locked",),
    }
)
# The words of an address that editors write, each with the pictures that follow it. What else a
# view holds all of them follow, but the order of rows, which is that of tables.
FOLLOWED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rule": ("eff-rules",),
        "against": ("eff-rules",),
        "events": ("eff-policy",),
        "assumptions": tuple(_ASSUMED),
        "scenario": ("scn-swings", "scn-forecast", "scn-relief-map"),
        "beside": ("scn-swings", "scn-forecast", "scn-relief-map"),
        "sort": (),
    }
)
# Those of a page before and after a touch.
_AT_HAND = 24


def settled(name: str, view: View) -> View:
    """The view without what a picture does not follow."""
    dropped = tuple([key for key, names in FOLLOWED.items() if name not in names])
    return _settled(dropped, _ASSUMED.get(name, ()), view)


# Most pictures of a page follow the same.
@lru_cache(maxsize=16)
def _settled(dropped: tuple[str, ...], assumed: tuple[str, ...], view: View) -> View:
    return assuming(without(view, dropped), assumed)


def picture_of(name: str, dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The picture of a place; the last ones stay at hand, and nobody may change them.

    Raises:
        KeyError: there is no such place.
    """
    return _picture(name, dataset, settled(name, view), lang)


@lru_cache(maxsize=_AT_HAND)
def _picture(name: str, dataset: Dataset, view: View, lang: Lang) -> Picture:
    return PICTURES[name](dataset, view, lang)
