"""Whom a region is compared with, and for the regions most like it, why they are."""

import math
from collections.abc import Mapping
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.peers.features import scores
from dashboard.reference.regions import BY_CODE, CODES, REGIONS, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.view.peer_choice import FEATURES, Feature, PeerChoice, peer_choice

FARTHEST_NEAR = 2.0
NO_NEAR = Text("ingen nära jämförelse", "no near comparison")
MUTUAL = Text("ömsesidig", "mutual")


@frozen
class Peer:
    """A region alike: its distance, and the part of each feature in the squared distance.

    A feature that one of the two regions lacks has no part. `mutual` says that the region it
    is a peer of is among its own nearest.
    """

    region: str
    distance: float
    parts: Mapping[Feature, float]
    mutual: bool


@frozen
class Neighbours:
    """The regions most like one, nearest first."""

    region: str
    weights: Mapping[Feature, float]
    peers: tuple[Peer, ...]

    @property
    def no_near(self) -> bool:
        """Whether even the nearest is more than 2 away, so that none is really alike."""
        return not self.peers or self.peers[0].distance > FARTHEST_NEAR


def neighbours(dataset: Dataset, region: str, choice: PeerChoice | None = None) -> Neighbours:
    """The nearest regions by Euclidean distance over the standardised features.

    `choice` has their number and the weights. Ties go by region code. Where a region lacks a
    feature, the others stand for it in proportion to their weights. Formula:
    docs/methods.md 4.1.

    Raises:
        KeyError: no such region; Sweden has no peers.
    """
    return _neighbours(dataset, BY_CODE[region].code, choice or PeerChoice())


def peers_of(dataset: Dataset, region: str, text: str) -> tuple[str, ...]:
    """The codes of the regions that `View.peers` compares a region with, never itself.

    The group `"size"` is the third of the regions by population that it belongs to, seven each.
    Empty where the region is alone in its group. Sweden has peers only in a list, in the
    university hospital regions and in all. Groups: docs/methods.md 4.1.

    Raises:
        ValueError: as `peer_choice`.
    """
    choice = peer_choice(text)
    if choice.group == "similar":
        if region == SWEDEN:
            return ()
        return tuple(peer.region for peer in neighbours(dataset, region, choice).peers)
    return tuple(code for code in _group(region, choice) if code != region)


def size_group(region: str) -> int:
    """0, 1 or 2: the smallest, middle or largest seven regions by population.

    Raises:
        KeyError: no such region.
    """
    by_size = sorted(REGIONS, key=lambda one: (one.population, one.code))
    return by_size.index(BY_CODE[region]) * 3 // len(by_size)


def _group(region: str, choice: PeerChoice) -> tuple[str, ...]:
    if choice.group == "own":
        return choice.codes
    if choice.group == "university":
        return tuple(other.code for other in REGIONS if other.university_hospital)
    if choice.group == "all":
        return CODES
    if region == SWEDEN:
        return ()
    if choice.group == "size":
        return tuple(code for code in CODES if size_group(code) == size_group(region))
    healthcare_region = BY_CODE[region].healthcare_region
    return tuple(other.code for other in REGIONS if other.healthcare_region == healthcare_region)


@lru_cache(maxsize=512)
def _neighbours(dataset: Dataset, region: str, choice: PeerChoice) -> Neighbours:
    weights = choice.weight_of
    peers = tuple(
        Peer(code, distance, _parts(dataset, region, code, weights),
             mutual=region in [one for _, one in _nearest(dataset, code, choice)])
        for distance, code in _nearest(dataset, region, choice)
    )  # fmt: skip
    return Neighbours(region, weights, peers)


@lru_cache(maxsize=2048)
def _nearest(dataset: Dataset, region: str, choice: PeerChoice) -> tuple[tuple[float, str], ...]:
    weights = choice.weight_of
    parts = {code: _parts(dataset, region, code, weights) for code in CODES if code != region}
    # Regions without a feature in common cannot be said to be near or far.
    found = ((math.sqrt(math.fsum(own.values())), code) for code, own in parts.items() if own)
    return tuple(sorted(found)[: choice.count])


def _parts(
    dataset: Dataset, region: str, other: str, weights: Mapping[Feature, float]
) -> dict[Feature, float]:
    of = scores(dataset)
    known = [f for f in FEATURES if region in of[f] and other in of[f]]
    weight = sum(weights[f] for f in known)
    if not weight:
        return {}
    scale = sum(weights.values()) / weight
    return {f: scale * weights[f] * (of[f][region] - of[f][other]) ** 2 for f in known}
