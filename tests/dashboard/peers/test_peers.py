"""Regions are alike by what is published, and it is always shown by how much and in what."""

import math
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.indicators.registry import BEDS_PER_1000
from dashboard.ingest.embedded import reference
from dashboard.peers.features import (
    FEATURE_NAMES,
    FEATURE_UNITS,
    latest_published,
    readings,
    scores,
)
from dashboard.peers.peers import neighbours, peers_of, size_group
from dashboard.reference.regions import BY_CODE, CODES, REGIONS, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.view.peer_choice import FEATURES, PEER_GROUPS, PeerChoice, peer_choice
from tests.builders import a_dataset
from tests.each import each

BEDS, READY = ("beds_per_1000", "all"), ("discharge_ready_share_of_beds_pct", "somatic")
Years = Mapping[str, list[float | None]]


def a_land(beds: Years | None = None, ready: Years | None = None) -> Dataset:
    """Three published years; where nothing is said the regions differ a little in both."""
    steps: Years = {code: [1.0, 2.0, 2 + i / 10] for i, code in enumerate(CODES)}
    return a_dataset(published={BEDS: {**steps, **(beds or {})}, READY: {**steps, **(ready or {})}})


STORE = a_land()
ALL = PeerChoice(count=20)
some_weights = st.tuples(*[st.integers(1, 99)] * 4).map(
    lambda four: tuple(zip(FEATURES, map(float, four), strict=True))
)


def distances(dataset: Dataset, choice: PeerChoice = ALL) -> dict[tuple[str, str], float]:
    return {
        (code, peer.region): peer.distance
        for code in CODES
        for peer in neighbours(dataset, code, choice).peers
    }


def test_scores_have_mean_0_and_deviation_1() -> None:
    for by_region in each(scores(STORE).values()):
        numbers = list(by_region.values())
        assert len(numbers) == 21
        assert math.fsum(numbers) == pytest.approx(0, abs=1e-9)
        assert math.fsum(x * x for x in numbers) / 21 == pytest.approx(1)


@settings(max_examples=20, deadline=None)
@given(some_weights)
def test_a_distance_is_the_same_both_ways_and_the_sum_of_its_parts(weights) -> None:
    choice = PeerChoice(count=20, weights=weights)
    found = distances(STORE, choice)
    assert len(found) == 21 * 20
    assert all(found[one, other] == pytest.approx(d) for (other, one), d in found.items())
    for peer in neighbours(STORE, "14", choice).peers:
        assert math.fsum(peer.parts.values()) == pytest.approx(peer.distance**2)
        assert tuple(peer.parts) == FEATURES


def test_only_the_proportions_of_the_weights_matter() -> None:
    doubled = PeerChoice(count=20, weights=tuple((feature, 2.0) for feature in FEATURES))
    assert distances(STORE, doubled) == pytest.approx(distances(STORE))


def test_a_feature_that_weighs_nothing_has_no_part() -> None:
    alone = peer_choice("similar:k=3,density=0,beds=0,discharge_ready=0")
    found = neighbours(STORE, "12", alone)
    by_population = sorted(
        (abs(math.log(BY_CODE["12"].population / one.population)), one.code)
        for one in REGIONS
        if one.code != "12"
    )
    assert [peer.region for peer in found.peers] == [code for _, code in by_population[:3]]
    assert {peer.parts["density"] for peer in found.peers} == {0}


def test_equally_near_regions_stand_in_the_order_of_their_codes() -> None:
    alike = {code: [1.0, 1.0, 1.0] for code in CODES}
    choice = peer_choice("similar:population=0,density=0")
    found = neighbours(a_land(alike, alike), "10", choice)
    assert [peer.region for peer in found.peers] == ["01", "03", "04", "05"]
    assert [peer.mutual for peer in found.peers] == [False] * 4
    assert [peer.region for peer in neighbours(a_land(alike, alike), "01", choice).peers] == [
        "03", "04", "05", "06",
    ]  # fmt: skip


def test_a_peer_is_mutual_when_each_is_among_the_nearest_of_the_other() -> None:
    for code in CODES:
        for peer in each(neighbours(STORE, code).peers):
            back = [one.region for one in neighbours(STORE, peer.region).peers]
            assert peer.mutual == (code in back)
    assert all(peer.mutual for peer in neighbours(STORE, "14", ALL).peers)


def test_a_region_unlike_all_others_has_no_near_comparison() -> None:
    odd = a_land(ready={"09": [1.0, 1.0, 90.0]})
    assert neighbours(odd, "09").no_near
    assert len(neighbours(odd, "09").peers) == 4
    assert not neighbours(odd, "18").no_near


def test_a_missing_year_is_the_latest_before_it_and_says_which() -> None:
    dataset = a_land(beds={"21": [1.5, 1.7, None]})
    reading = readings(dataset, "beds")["21"]
    assert (reading.value, reading.year, reading.sources) == (1.7, "2024", ("kolada-n70845",))
    assert readings(dataset, "beds")["22"].year == "2025"
    early = latest_published(dataset, BEDS_PER_1000, "21", "2023")
    assert early is not None
    assert (early.value, early.year) == (1.5, "2023")
    assert latest_published(dataset, BEDS_PER_1000, "21", "2022") is None


def test_a_feature_that_was_never_published_is_left_to_the_others() -> None:
    dataset = a_land(beds={"21": [None] * 3})
    assert "21" not in readings(dataset, "beds")
    peer = next(one for one in neighbours(dataset, "14", ALL).peers if one.region == "21")
    assert "beds" not in peer.parts
    of = scores(dataset)
    rest = [f for f in FEATURES if f != "beds"]
    expected = 4 / 3 * sum((of[f]["14"] - of[f]["21"]) ** 2 for f in rest)
    assert peer.distance**2 == pytest.approx(expected)


def test_without_a_feature_in_common_there_is_no_distance() -> None:
    nothing = a_land({"21": [None] * 3}, {"21": [None] * 3})
    choice = peer_choice("similar:k=20,population=0,density=0")
    assert neighbours(nothing, "21", choice).peers == ()
    assert neighbours(nothing, "21", choice).no_near
    assert "21" not in [peer.region for peer in neighbours(nothing, "14", choice).peers]


@settings(deadline=None)
@given(st.sampled_from(CODES), st.sampled_from([*PEER_GROUPS, "01,14,09", "similar:k=20"]))
def test_nobody_is_a_peer_of_itself(region: str, text: str) -> None:
    found = peers_of(STORE, region, text)
    assert region not in found
    assert len(set(found)) == len(found)


def test_the_groups_are_those_of_the_methods() -> None:
    assert peers_of(STORE, "04", "healthcare") == ("03", "17", "18", "19", "20", "21")
    assert peers_of(STORE, "13", "healthcare") == ("07", "10", "12")
    assert peers_of(STORE, "14", "healthcare") == ()
    assert peers_of(STORE, "09", "university") == ("01", "03", "05", "12", "14", "18", "24")
    assert len(peers_of(STORE, "09", "all")) == 20
    assert peers_of(STORE, "14", "14,01") == ("01",)


def test_the_size_groups_are_seven_each_and_apart() -> None:
    groups = [[one for one in REGIONS if size_group(one.code) == i] for i in range(3)]
    assert [len(group) for group in groups] == [7, 7, 7]
    for smaller, larger in pairwise(groups):
        assert max(one.population for one in smaller) < min(one.population for one in larger)
    assert [size_group(code) for code in ("09", "20", "01")] == [0, 1, 2]
    assert len(peers_of(STORE, "01", "size")) == 6


def test_sweden_is_compared_only_with_groups_that_need_no_region() -> None:
    for text in ("similar", "healthcare", "size"):
        assert peers_of(STORE, SWEDEN, text) == ()
    assert peers_of(STORE, SWEDEN, "all") == CODES
    with pytest.raises(KeyError):
        neighbours(STORE, SWEDEN)


def test_every_feature_has_words_a_value_and_a_source_in_the_embedded_release(
    dataset: Dataset,
) -> None:
    for feature in FEATURES:
        assert all(FEATURE_NAMES[feature])
        assert all(FEATURE_UNITS[feature])
        found = readings(dataset, feature)
        assert tuple(found) == CODES
        assert all(one.value > 0 and one.year >= "2023" for one in found.values())
        assert all(
            source in reference().sources for one in found.values() for source in one.sources
        )
