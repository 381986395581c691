"""What each filter is called, shows and offers."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from dashboard.funding.rule_names import OWN, PRESETS
from dashboard.indicators.registry import INDICATORS, Care
from dashboard.language.formatting import capitalised
from dashboard.language.formatting import period as period_words
from dashboard.language.text import Lang, Text
from dashboard.peers.group_names import GROUPS
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.targets.occupancy_targets import PUBLISHED
from dashboard.view.peer_choice import PEER_GROUPS, peer_choice
from dashboard.view.view import View

Options = list[dict[str, str]]

NAMES = {
    "indicator": Text("Mått", "Indicator"),
    "period": Text("Period", "Period"),
    "region": Text("Region", "Region"),
    "care": Text("Vård", "Care"),
    "stream": Text("Vårdform", "Stream"),
    "span": Text("Tidsspann", "Time span"),
    "data": Text("Underlag", "Data"),
    "peers": Text("Jämförs med", "Compared with"),
    "rule": Text("Regel att pröva", "Rule to try"),
    "against": Text("Hålls mot", "Held against"),
    "events": Text("Händelser", "Events"),
    "assumptions": Text("Antaganden", "Assumptions"),
    "targets": Text("Målversion", "Version of targets"),
    "scenario": Text("Scenario", "Scenario"),
    "beside": Text("Bredvid", "Beside"),
    "sort": Text("Ordning", "Order"),
}
_CARE: dict[Care, Text] = {
    "somatic": Text("Somatik", "Somatic"),
    "psychiatric": Text("Psykiatri", "Psychiatric"),
    "all": Text("All vård", "All care"),
}
_STREAM = {
    "all": Text("Akut + planerad", "Acute + planned"),
    "acute": Text("Akut", "Acute"),
    "planned": Text("Planerad", "Planned"),
}
_DATA = {
    "estimated": Text("Skattade månader", "Estimated months"),
    "published": Text("Publicerade år", "Published years"),
    "reported": Text("Rapporterade", "Reported"),
    "example": Text("Exempel", "Example"),
}
_SPAN = {
    24: Text("2 år", "2 years"),
    60: Text("5 år", "5 years"),
    120: Text("10 år", "10 years"),
}

RADIOS: dict[str, dict[str, Text]] = {
    "care": {str(care): words for care, words in _CARE.items()},
    "stream": _STREAM,
    "data": _DATA,
    "span": {str(months): words for months, words in _SPAN.items()},
}
_PUBLISHED = Text("Riktvärdet (v1)", "The guideline (v1)")
# Controls that parts of a page write; nothing of them is seen in the bar.
UNSEEN = ("assumptions", "scenario", "beside", "sort")


def values_of(view: View) -> dict[str, Any]:
    """What each control shows for a view."""
    return {name: str(getattr(view, name)) for name in NAMES}


def following(name: str, dataset: Dataset, view: View, lang: Lang) -> Options | None:
    """The choices of a control that depend on the view, or None where they do not."""
    match name:
        case "period":
            return _period_options(dataset, view, lang)
        case "peers":
            return _peer_options(view, lang)
        case "rule" | "against":
            return rule_options(getattr(view, name), lang)
    return None


def options_of(name: str, dataset: Dataset, view: View, lang: Lang) -> Options:
    """The choices of a select."""
    return following(name, dataset, view, lang) or _FIXED[name](dataset, lang)


def rule_options(chosen: str, lang: Lang) -> Options:
    """The rules with a name; one put together from its parts stands on top."""
    options = [{"value": text, "label": name.in_(lang)} for text, name in PRESETS.items()]
    if chosen not in PRESETS:
        options.insert(0, {"value": chosen, "label": f"{OWN.in_(lang)} ({chosen})"})
    return options


def _period_options(dataset: Dataset, view: View, lang: Lang) -> Options:
    """The periods of the view's data, newest first; a period beyond them stands on top.

    Nobody may change them: they stay at hand."""
    usual = dataset.year_labels if view.data == "published" else dataset.months
    return _periods(tuple(usual), "" if view.period in usual else view.period, lang)


@lru_cache(maxsize=8)
def _periods(usual: tuple[str, ...], beyond: str, lang: Lang) -> Options:
    known = [*([beyond] if beyond else []), *reversed(usual)]
    return [{"value": p, "label": period_words(p, lang)} for p in known]


def _peer_options(view: View, lang: Lang) -> Options:
    """The groups; a choice with weights or regions of its own stands on top."""
    found = [
        {"value": group, "label": capitalised(GROUPS[group].in_(lang))} for group in PEER_GROUPS
    ]
    if view.peers not in PEER_GROUPS:
        own = GROUPS[peer_choice(view.peers).group].in_(lang)
        found.insert(0, {"value": view.peers, "label": f"{capitalised(own)} ({view.peers})"})
    return found


def _target_options(dataset: Dataset, lang: Lang) -> Options:
    """The versions loaded, the published one first."""
    return [
        {"value": one, "label": _PUBLISHED.in_(lang) if one == PUBLISHED else one}
        for one in dataset.targets
    ]


def _region_options(dataset: Dataset, lang: Lang) -> Options:
    return [{"value": code, "label": name_of(code).in_(lang)} for code in ALL_CODES]


def _indicator_options(dataset: Dataset, lang: Lang) -> Options:
    return [{"value": one.key, "label": one.name.in_(lang)} for one in INDICATORS]


_FIXED: dict[str, Callable[[Dataset, Lang], Options]] = {
    "region": _region_options,
    "indicator": _indicator_options,
    "targets": _target_options,
}
