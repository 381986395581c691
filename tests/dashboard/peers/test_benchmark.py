"""The peers' value is that of all their beds together, never of the region itself."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    BEDS_PER_1000,
    DISCHARGE_READY_SHARE,
    OCCUPANCY,
    OVERCROWDING,
    WAIT_OPERATION_WAITING,
)
from dashboard.peers.benchmark import benchmark, estimated_beds
from dashboard.reference.regions import ALL_CODES, BY_CODE, CODES
from dashboard.values.values import at
from dashboard.view.view import View
from tests.builders import a_dataset, without

JULY = View(OVERCROWDING.key, "2025-07")
YEAR = View(OVERCROWDING.key, "2025", data="published")
OVER, BEDS = ("overcrowding_per_100", "somatic"), ("beds_per_1000", "all")
# 100 and 300 beds with 10 and 6 overcrowded patients: 16 in 400, and not the mean of 10 and 2.
STORE = a_dataset(
    beds={"01": 50.0, "03": 100.0, "04": 300.0}, over={"01": 1.0, "03": 10.0, "04": 6.0}
)
RATES = a_dataset(
    first="2024-01",
    published={
        OVER: {"03": [9.0, 10.0], "04": [1.0, 2.0], "05": [None, 5.0]},
        BEDS: {"03": [2.0, 1.0], "04": [2.0, None]},
    },
)


def test_the_value_is_weighted_by_beds() -> None:
    found = benchmark(STORE, JULY, "01", ("03", "04"))
    assert found.value == pytest.approx(4)
    assert (found.low, found.high) == pytest.approx((2, 10))
    assert (found.regions, found.weighting) == (("03", "04"), "counts")


def test_the_region_itself_never_counts() -> None:
    with_it = benchmark(STORE, JULY, "01", ("01", "03", "04"))
    assert with_it == benchmark(STORE, JULY, "01", ("03", "04"))
    assert benchmark(STORE, JULY, "01", ("01",)).value is None


def test_a_peer_named_twice_counts_once() -> None:
    assert benchmark(STORE, JULY, "01", ("03", "03", "04")).value == pytest.approx(4)


def test_all_regions_but_none_give_the_value_of_the_country() -> None:
    country = at(STORE, JULY)[0].value
    assert benchmark(STORE, JULY, ALL_CODES[0], CODES).value == pytest.approx(country)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(CODES), min_size=1, unique=True))
def test_the_value_lies_between_the_lowest_and_the_highest(peers: list[str]) -> None:
    dataset = a_dataset(over={code: 1.0 + i for i, code in enumerate(CODES)})
    found = benchmark(dataset, JULY, "", peers)
    assert found.value is not None
    assert (found.low or 0) - 1e-9 <= found.value <= (found.high or 0) + 1e-9


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(CODES[1:]))
def test_a_peer_without_a_value_lowers_the_coverage_and_changes_no_other(gone: str) -> None:
    rates = {code: 1.0 + i for i, code in enumerate(CODES)}
    whole = a_dataset(over=rates, published={BEDS: {code: [2.0] * 3 for code in CODES}})
    dataset = without(whole, [gone], months=["2025-07"])
    rest = [code for code in CODES if code != gone]
    masked, left_out = benchmark(dataset, JULY, "01", CODES), benchmark(whole, JULY, "01", rest)
    assert masked.value == pytest.approx(left_out.value)
    assert (masked.regions, masked.low, masked.high) == (
        left_out.regions, left_out.low, left_out.high,
    )  # fmt: skip
    people = sum(one.population for code, one in BY_CODE.items() if code != "01")
    assert masked.coverage == pytest.approx(1 - BY_CODE[gone].population / people)
    assert left_out.coverage == 1


def test_a_published_rate_is_weighted_by_estimated_beds() -> None:
    found = benchmark(RATES, YEAR, "01", ("03", "04"))
    # 04 has no number of beds in 2025, so that of 2024 stands for it.
    beds = BY_CODE["03"].population * 1.0, BY_CODE["04"].population * 2.0
    assert found.value == pytest.approx((10 * beds[0] + 2 * beds[1]) / sum(beds))
    assert (found.low, found.high, found.weighting) == (2, 10, "estimated_beds")
    assert estimated_beds(RATES, "04", "2025") == pytest.approx(beds[1] / 1000)
    assert estimated_beds(RATES, "03", "2019") == pytest.approx(beds[0] / 1000)


def test_a_peer_whose_beds_are_unknown_is_in_the_spread_and_not_in_the_value() -> None:
    found = benchmark(RATES, YEAR, "01", ("03", "05"))
    assert (found.value, found.low, found.high) == (10, 5, 10)


@pytest.mark.parametrize(
    ("indicator", "weighting"),
    [
        (OCCUPANCY, "estimated_beds"),
        (DISCHARGE_READY_SHARE, "estimated_beds"),
        (BEDS_PER_1000, "population"),
        (WAIT_OPERATION_WAITING, "population"),
    ],
)
def test_what_is_not_per_bed_is_weighted_by_population(indicator, weighting: str) -> None:
    view = View(indicator.key, "2025", care=indicator.default_care, data="published")
    found = benchmark(RATES, view, "01", ("03", "04"))
    assert found.weighting == weighting


def test_beds_per_inhabitant_of_the_peers_are_those_of_all_their_inhabitants() -> None:
    view = View(BEDS_PER_1000.key, "2024", care="all", data="published")
    dataset = a_dataset(first="2024-01", published={BEDS: {"03": [1.0, 1.0], "04": [3.0, 3.0]}})
    people = BY_CODE["03"].population, BY_CODE["04"].population
    expected = (people[0] + 3 * people[1]) / sum(people)
    assert benchmark(dataset, view, "01", ("03", "04")).value == pytest.approx(expected)


def test_counts_of_beds_are_not_compared() -> None:
    found = benchmark(STORE, replace(JULY, indicator=AVAILABLE_BEDS.key), "01", ("03", "04"))
    assert (found.value, found.low, found.high) == (None, None, None)
    assert found.regions == ("03", "04")
