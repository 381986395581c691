"""Targets follow the size, the variance and the neighbours as the methods print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.text import LANGS
from dashboard.reference.regions import CODES
from dashboard.statistics.census import overcrowding
from dashboard.statistics.pooling import pooled
from dashboard.targets.diversion import (
    Diversion,
    distances_km,
    diversion_of,
    diverted_share,
    neighbours_within,
)
from dashboard.targets.occupancy_targets import Shares, TargetStream
from dashboard.unit_targets.model import (
    LIMITS,
    STREAMS,
    anchor_of,
    blended,
    icu_target,
    kappa,
    size_target,
)
from dashboard.unit_targets.risk_words import days_words

sizes = st.integers(1, 400)
streams = st.sampled_from(STREAMS)

SIZES = (6, 8, 10, 12, 16, 20, 24, 30, 40, 60, 100, 200)
PRINTED: dict[TargetStream, tuple[float, ...]] = {
    "acute": (.723, .755, .778, .795, .820, .837, .850, .865, .882, .902, .923, .945),
    "planned": (.903, .915, .924, .930, .939, .945, .950, .955, .961, .968, .975, .982),
}  # fmt: skip


@pytest.mark.parametrize("stream", STREAMS)
def test_the_targets_are_those_of_the_table(stream: TargetStream) -> None:
    found = [size_target(size, stream) for size in SIZES]
    assert [one.unclipped for one in found] == pytest.approx(PRINTED[stream], abs=5.1e-4)
    low, high = LIMITS[stream]
    assert [one.clipped for one in found] == [not low <= p <= high for p in PRINTED[stream]]
    assert max(one.target for one in found) == high


def test_the_constants_are_those_printed() -> None:
    assert kappa(0.85, 24) == pytest.approx(0.797053, abs=1e-6)
    assert kappa(0.95, 24) == pytest.approx(0.251312, abs=1e-6)


@given(sizes, streams, st.floats(16, 40))
def test_a_larger_unit_never_has_a_lower_target(
    beds: int, stream: TargetStream, anchor: float
) -> None:
    here, larger = (size_target(size, stream, anchor=anchor) for size in (beds, beds + 1))
    assert here.unclipped < larger.unclipped
    assert here.target <= larger.target
    assert LIMITS[stream][0] <= here.target <= LIMITS[stream][1]


@given(streams, st.integers(16, 40), st.floats(0.7, 0.97))
def test_at_the_anchor_the_target_is_the_guideline(
    stream: TargetStream, anchor: int, share: float
) -> None:
    shares = Shares(share, share)
    found = size_target(anchor, stream, anchor=anchor, shares=shares)
    assert found.unclipped == pytest.approx(share)


@given(st.lists(st.integers(4, 120), min_size=1, max_size=30), streams)
def test_the_anchor_of_a_list_keeps_the_country_at_the_guideline(
    beds: list[int], stream: TargetStream
) -> None:
    anchor = anchor_of(beds, stream)
    shares = [size_target(one, stream, anchor=anchor).unclipped for one in beds]
    together = sum(one * share for one, share in zip(beds, shares, strict=True)) / sum(beds)
    assert together == pytest.approx(0.85 if stream == "acute" else 0.95)
    assert min(beds) <= anchor * (1 + 1e-9)
    assert anchor <= max(beds) * (1 + 1e-9)


def test_neighbours_move_a_target_as_printed_and_at_most_five_points() -> None:
    found = [
        size_target(24, "acute", diversion=Diversion(share, 0.5)) for share in (0, 0.25, 0.5, 0.75)
    ]
    assert [one.unclipped for one in found] == pytest.approx((0.776, 0.804, 0.850, 0.962), abs=5e-4)
    assert [one.target for one in found] == pytest.approx((0.80, 0.804, 0.85, 0.90), abs=5e-4)
    assert [one.clipped for one in found] == [True, False, False, True]


@given(sizes, streams, st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0, 0.9))
def test_more_neighbours_never_lower_a_target(
    beds: int, stream: TargetStream, one: float, other: float, reference: float
) -> None:
    few, many = sorted((one, other))
    lower, higher = (
        size_target(beds, stream, diversion=Diversion(share, reference)) for share in (few, many)
    )
    assert lower.target <= higher.target


def test_the_distances_are_those_between_the_hospital_towns() -> None:
    km = distances_km()
    printed = {("01", "03"): 63.6, ("01", "14"): 397.4, ("01", "09"): 188.2, ("24", "25"): 215.0}
    assert {pair: km[pair[0]][pair[1]] for pair in printed} == printed
    for here in CODES:
        assert km[here][here] == 0
        assert all(km[here][there] == km[there][here] for there in CODES)


def test_neighbours_are_counted_by_road_and_an_island_has_none() -> None:
    assert neighbours_within("04", 60) == ("19",)
    assert diverted_share("04") == 0.5
    assert diverted_share("17") in (0.0, 0.25)
    assert neighbours_within("09", 1_000) == ()
    assert diverted_share("09") == 0
    assert diverted_share("25") == 0


def test_the_reference_is_weighted_by_beds() -> None:
    every = dict.fromkeys(CODES, 100.0)
    found = diversion_of("04", every)
    assert found.share == 0.5
    assert found.reference == pytest.approx(sum(map(diverted_share, CODES)) / 21)
    assert diversion_of("04", {"04": 10.0, "09": 30.0}).reference == pytest.approx(0.125)
    with pytest.raises(ValueError, match="needs beds by region"):
        diversion_of("04", {})


def test_intensive_care_has_its_own_rule() -> None:
    assert icu_target(10, 0.05) == pytest.approx(0.590, abs=5e-4)
    assert icu_target(10, 0.01) == pytest.approx(0.442, abs=5e-4)
    with pytest.raises(ValueError, match=r"from 0\.01 to 0\.05"):
        icu_target(10, 0.2)


def test_the_blend_is_harmonic() -> None:
    assert blended([(800, 0.85), (200, 0.95)]) == pytest.approx(0.868280, abs=1e-6)
    assert blended([]) is None


@given(st.integers(2, 12), st.integers(4, 60), st.floats(0.5, 1.2), st.floats(0.4, 2))
def test_pooling_never_makes_it_worse(
    units: int, beds: int, occupancy: float, variance: float
) -> None:
    # Below a variance of 1 whole trials make the law jump a little (docs/methods.md 2.1).
    slack = 0.0 if variance >= 1 else 0.05 * 100 / beds
    found = pooled(units, beds, occupancy, variance)
    assert found.together <= found.apart + slack + 1e-9
    assert found.same_risk >= occupancy
    assert found.room >= 0


def test_merging_two_small_wards_is_worth_what_their_sizes_say() -> None:
    found = pooled(2, 12, 0.9)
    assert found.together == pytest.approx(3.83, abs=5e-3)
    assert found.apart == pytest.approx(overcrowding(12, 0.9))
    assert found.patients == pytest.approx(found.change * 0.24)
    assert overcrowding(24, found.same_risk) == pytest.approx(found.apart)
    with pytest.raises(ValueError, match="from 2 to 50 units"):
        pooled(1, 12, 0.9)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: size_target(0, "acute"), "number of beds"),
        (lambda: size_target(24, "all"), "acute or planned"),  # type: ignore[arg-type]
        (lambda: size_target(24, "acute", anchor=0), "number of beds"),
        (lambda: kappa(1, 24), "between 0 and 1"),
        (lambda: anchor_of([], "acute"), "no units"),
        (lambda: size_target(24, "acute", diversion=Diversion(1, 0)), "diverted share"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(call, words) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=words):
        call()


def test_a_share_of_days_is_said_in_words_in_both_languages() -> None:
    words = [days_words(share) for share in (0, 0.0005, 0.002, 0.25, 0.52, 0.99)]
    assert words[3].en.endswith("one day in 4")
    assert words[4].sv.endswith("5 dagar av 10")
    assert len(set(words)) == 5
    assert all(one.in_(lang) for one in words for lang in LANGS)
