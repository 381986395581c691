"""The words of the address that choose whom a region is compared with."""

import re
from collections.abc import Mapping
from typing import Literal, get_args

from dashboard.frozen import frozen
from dashboard.reference.regions import CODES

Group = Literal["similar", "healthcare", "university", "size", "all"]
Feature = Literal["population", "density", "beds", "discharge_ready"]

PEER_GROUPS: tuple[Group, ...] = get_args(Group)
FEATURES: tuple[Feature, ...] = get_args(Feature)
# What a refusal names as examples.
EXAMPLES = (*PEER_GROUPS, "01,03,14", "similar:k=5,population=2,density=0")

USUAL_COUNT = 4
MOST_PEERS = len(CODES) - 1
_MOST_CHARACTERS = 200
_COUNT = re.compile(r"[1-9][0-9]?", re.ASCII)
_WEIGHT = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2})?", re.ASCII)


@frozen
class PeerChoice:
    """A group, or `codes` where the reader names the regions.

    `count` and `weights` concern `"similar"` alone: how many of the nearest, and how much each
    feature counts against the others; a feature without a weight has 1.
    """

    group: Group | Literal["own"] = "similar"
    codes: tuple[str, ...] = ()
    count: int = USUAL_COUNT
    weights: tuple[tuple[Feature, float], ...] = ()

    @property
    def weight_of(self) -> Mapping[Feature, float]:
        """The weight of every feature, scaled so that their mean is 1."""
        given = dict.fromkeys(FEATURES, 1.0) | dict(self.weights)
        mean = sum(given.values()) / len(FEATURES)
        return {feature: weight / mean for feature, weight in given.items()}


def peer_choice(text: str) -> PeerChoice:
    """Read `similar`, `healthcare`, `university`, `size`, `all`, `01,03,14`, or `similar:` with
    options: `similar:k=5,population=2,density=0`.

    Raises:
        ValueError: none of these; the message says what is wrong, in English.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ValueError(f"more than {_MOST_CHARACTERS} characters")
    for group in PEER_GROUPS:
        if text == group:
            return PeerChoice(group)
    if text.startswith("similar:"):
        return _similar(text.removeprefix("similar:"))
    codes = tuple(dict.fromkeys(text.split(",")))
    unknown = [code for code in codes if code not in CODES]
    if unknown:
        raise ValueError(f"no group and no region: {', '.join(unknown)[:60]}")
    return PeerChoice("own", codes)


def peers_text(choice: PeerChoice) -> str:
    """The shortest words that `peer_choice` reads as this choice."""
    if choice.group == "own":
        return ",".join(choice.codes)
    options = [] if choice.count == USUAL_COUNT else [f"k={choice.count}"]
    options += [f"{feature}={weight:g}" for feature, weight in choice.weights if weight != 1]
    similar = choice.group == "similar" and options
    return f"similar:{','.join(options)}" if similar else choice.group


def peers_edited(fields: Mapping[str, str]) -> str:
    """The words for what an editor of peers says: `regions` as `01,03`, none for the similar
    ones again; or `count` and the weights by feature.

    Raises:
        ValueError: a field that is none, or cannot say that.
    """
    if fields.keys() == {"regions"}:
        return fields["regions"] or "similar"
    count = fields.get("count", str(USUAL_COUNT))
    weights = {name: value for name, value in fields.items() if name != "count"}
    options = [f"k={count}", *(f"{name}={value}" for name, value in weights.items())]
    return peers_text(_similar(",".join(options)))


def weights_of(text: str) -> tuple[tuple[Feature, float], ...]:
    """Read `population=2,density=0`: weights from 0 to 99.99, in the order of the features.

    Raises:
        ValueError: an unknown or repeated feature, no such weight, or every weight 0.
    """
    given = _options(text)
    for name, value in given.items():
        if name not in FEATURES:
            raise ValueError(f"no feature {repr(name)[:40]}; there is {', '.join(FEATURES)}")
        if not _WEIGHT.fullmatch(value):
            raise ValueError(f"{name} must have a weight from 0 to 99.99, not {repr(value)[:40]}")
    weights = tuple((feature, float(given[feature])) for feature in FEATURES if feature in given)
    if len(weights) == len(FEATURES) and not any(weight for _, weight in weights):
        raise ValueError("at least one feature must weigh more than 0")
    return weights


def _similar(text: str) -> PeerChoice:
    options = _options(text)
    count = options.pop("k", str(USUAL_COUNT))
    if not _COUNT.fullmatch(count) or int(count) > MOST_PEERS:
        raise ValueError(f"k must be from 1 to {MOST_PEERS}, not {repr(count)[:40]}")
    rest = ",".join(f"{name}={value}" for name, value in options.items())
    return PeerChoice(count=int(count), weights=weights_of(rest) if rest else ())


def _options(text: str) -> dict[str, str]:
    pairs = [part.partition("=")[::2] for part in text.split(",")]
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("an option stands twice")
    return found
