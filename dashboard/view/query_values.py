"""What each key of an address can be, and what is wrong with a value that it cannot."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import get_args

from dashboard.indicators import registry
from dashboard.indicators.registry import Care, Data, Stream
from dashboard.language.text import Text
from dashboard.reference.events import Events
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.view import assumptions as assumed
from dashboard.view.payment_rule import EXAMPLES as RULE_EXAMPLES
from dashboard.view.payment_rule import rule_choice
from dashboard.view.peer_choice import EXAMPLES, peer_choice
from dashboard.view.scenario_choice import EXAMPLES as SCENARIOS
from dashboard.view.scenario_choice import scenario_choice
from dashboard.view.sort_choice import EXAMPLES as SORTED
from dashboard.view.sort_choice import sort_choice

SPANS = (24, 60, 120)
_FEWEST_DIGITS = 6
_NO_RELEASE = Text(
    "release={} kan inte visas: utgåvan finns inte, eller går inte att läsa nu.",
    "release={} cannot be shown: there is no such release, or it cannot be read now.",
)
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "region": ALL_CODES,
    "care": get_args(Care),
    "stream": get_args(Stream),
    "span": tuple(str(span) for span in SPANS),
    "data": get_args(Data),
    "events": get_args(Events),
}
_EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "indicator": tuple(registry.BY_KEY),
    "period": ("2025-10", "2025"),
    "peers": EXAMPLES,
    "rule": RULE_EXAMPLES,
    "against": RULE_EXAMPLES,
    "assumptions": assumed.EXAMPLES,
    "scenario": SCENARIOS,
    "beside": SCENARIOS,
    "sort": SORTED,
}
# What months were called before they were estimates; addresses that say it still lead there.
BEFORE, NOW = "modelled", "estimated"
RENAMED = Text(
    "data=modelled heter nu data=estimated, skattade månader, och de visas.",
    "data=modelled is now called data=estimated, estimated months, and these are shown.",
)
# A key whose value has a grammar of its own, with what reads it or refuses it by ValueError.
_READERS: Mapping[str, Callable[[str], object]] = {
    "indicator": registry.indicator,
    "period": grain_of,
    "peers": peer_choice,
    "rule": rule_choice,
    "against": rule_choice,
    "assumptions": assumed.assumptions,
    "scenario": scenario_choice,
    "beside": scenario_choice,
    "sort": sort_choice,
}


def is_of(release: str, dataset: Dataset) -> bool:
    """Whether a name, or its first six digits or more, is that of the release in the dataset."""
    return len(release) >= _FEWEST_DIGITS and dataset.release.startswith(release)


def problem_with(key: str, value: str, dataset: Dataset) -> Text | None:
    """What is wrong with a value, or None."""
    shown = value[:40]
    if key in _READERS:
        return _unread(key, value, shown)
    if key == "release":
        return None if is_of(value, dataset) else _NO_RELEASE.format(shown)
    choices = tuple(dataset.targets) if key == "targets" else _CHOICES[key]
    return None if value in choices else _bad(key, shown, choices)


def _unread(key: str, value: str, shown: str) -> Text | None:
    try:
        _READERS[key](value)
    except ValueError:
        known = _EXAMPLES[key]
        similar = get_close_matches(shown, known, n=3, cutoff=0.4) or known
        return _bad(key, shown, tuple(similar))
    return None


def _bad(key: str, shown: str, choices: tuple[str, ...]) -> Text:
    listed = ", ".join(choices)
    return Text(
        f"{key}={shown} finns inte; {key} kan vara till exempel {listed}.",
        f"{key}={shown} does not exist; {key} can be for example {listed}.",
    )


def unknown_key(key: str, known: set[str]) -> Text:
    """That a key was not used, with the nearest one that would have been."""
    similar = get_close_matches(key, sorted(known), n=1)
    return Text(
        f"Okänt fält {key[:40]} i adressen har inte använts"
        + (f"; menades {similar[0]}?" if similar else "."),
        f"Unknown key {key[:40]} in the address was not used"
        + (f"; was {similar[0]} meant?" if similar else "."),
    )
