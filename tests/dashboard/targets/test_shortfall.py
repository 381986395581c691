"""The distance to the guideline, nationally and estimated by region."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest import csv_tables
from dashboard.reference.regions import CODES, REGIONS
from dashboard.statistics.apportionment import largest_remainder
from dashboard.targets.guidelines import GUIDELINES
from dashboard.targets.need_by_age import Ages, needing
from dashboard.targets.shortfall import (
    STAMP,
    distance,
    needs,
    net_and_gross,
    progress,
    regional_distances,
)
from tests.each import each

weights = st.dictionaries(
    st.sampled_from(CODES), st.integers(min_value=1, max_value=3_000_000), min_size=1
)


def beds_of_2015():
    """Published beds of 2015 brought to the 15 300 the guideline starts from."""
    counts = {
        row["region_code"]: float(row["value"])
        for row in csv_tables.rows("published_figures")
        if row["indicator"] == "available_beds"
        and row["period_start"] == "2015-01-01"
        and row["region_code"] in CODES
    }
    whole = sum(counts.values())
    return {code: 15_300 * count / whole for code, count in counts.items()}


def test_the_national_distance_and_progress():
    assert distance(15_300) == 2_360
    assert distance(17_660) == 0
    assert progress(15_300).point == 0
    assert progress(16_480).point == pytest.approx(50)
    assert progress(18_000).point > 100
    assert progress(15_000).point < 0


def test_the_rounded_starting_point_is_worth_2_1_points_of_progress():
    shown = progress(15_900)
    assert shown.high - shown.point == pytest.approx(2.1, abs=0.05)
    assert shown.point - shown.low == pytest.approx(2.1, abs=0.05)


def test_a_guideline_without_a_starting_point_measures_nothing():
    part = next(one for one in GUIDELINES if one.key == "without-icu-2024")
    with pytest.raises(ValueError, match="no total need"):
        distance(15_300, part)
    with pytest.raises(ValueError, match="no starting point"):
        progress(15_300, part)


def test_the_need_by_population_equals_the_worked_example():
    by_population = needs({})["A"]
    assert by_population["01"] == 4_108
    assert by_population["12"] == 2_379
    assert by_population["09"] == 102
    assert sum(by_population.values()) == 17_660


def test_shortages_alone_are_more_than_shortages_less_surpluses():
    estimates = regional_distances(beds_of_2015())
    net, gross = net_and_gross(one.distance for one in estimates)
    assert net == pytest.approx(2_360)
    assert gross == pytest.approx(2_451, abs=0.5)


def test_every_variant_sums_to_the_national_distance():
    beds = beds_of_2015()
    required = {code: 1.1 * count for code, count in beds.items()}
    for need in each(needs(beds, required).values()):
        assert sum(need.values()) == 17_660


def test_the_range_holds_the_point():
    beds = beds_of_2015()
    required = {region.code: float(region.population) for region in REGIONS}
    for one in each(regional_distances(beds, required)):
        assert one.variants == ("A", "B", "D")
        assert one.low <= one.distance <= one.high
        assert one.distance == one.need - beds[one.region]


def test_a_missing_region_leaves_the_population_variant_alone():
    beds = beds_of_2015()
    del beds["09"]
    estimates = regional_distances(beds)
    assert [one.region for one in estimates] == [code for code in CODES if code != "09"]
    assert {one.variants for one in estimates} == {("A",)}
    assert estimates[0].need == 4_108


def test_beds_spread_the_gap_as_the_methods_state_when_sweden_has_15_300():
    beds = beds_of_2015()
    for code, need in each(needs(beds)["B"].items()):
        assert need - beds[code] == pytest.approx(2_360 * beds[code] / 15_300, abs=1)


def test_the_largest_remainders_get_what_rounding_left():
    assert largest_remainder(10, {"a": 33, "b": 33, "c": 34}) == {"a": 3, "b": 3, "c": 4}
    assert largest_remainder(1, {"a": 1, "b": 1}) == {"a": 1, "b": 0}
    assert largest_remainder(0, {"a": 1}) == {"a": 0}


@pytest.mark.parametrize(("total", "bad"), [(-1, {"a": 1}), (5, {"a": 0}), (5, {"a": 2, "b": -1})])
def test_weights_that_make_no_shares_are_refused(total, bad):
    with pytest.raises(ValueError, match="largest remainder"):
        largest_remainder(total, bad)


@given(st.integers(min_value=0, max_value=10**12), weights)
def test_largest_remainder_sums_to_the_total_and_stays_within_one_of_the_quota(total, weight_of):
    seats = largest_remainder(total, weight_of)
    whole = sum(weight_of.values())
    assert sum(seats.values()) == total
    assert all(abs(seats[key] * whole - total * weight_of[key]) < whole for key in weight_of)


@given(st.integers(min_value=0, max_value=10**6), weights)
def test_a_larger_weight_never_gets_less(total, weight_of):
    seats = largest_remainder(total, weight_of)
    ranked = sorted(weight_of, key=lambda key: weight_of[key])
    assert seats.keys() == weight_of.keys()
    for smaller, larger in pairwise(ranked):
        if weight_of[smaller] < weight_of[larger]:
            assert seats[smaller] <= seats[larger]


def test_the_stamp_says_estimate_first():
    assert STAMP.sv.startswith("SKATTNING")
    assert STAMP.en.startswith("ESTIMATE")


def test_a_variant_by_age_stands_where_ages_are_given():
    ages = {code: Ages(1_000, 150, 50) for code in CODES}
    assert set(needing(ages).values()) == {800 + 3 * 150 + 6 * 50}
    ages["09"] = Ages(1_000, 300, 200)
    older = needs({}, by_age=needing(ages))["C"]
    assert sum(older.values()) == 17_660
    assert older["09"] == max(older.values())
    assert set(needs({})) == {"A"}


def test_ages_must_add_up():
    with pytest.raises(ValueError, match="region 09 has more people by age"):
        needing({"09": Ages(100, 80, 30)})
    with pytest.raises(ValueError, match="weight of age"):
        needing({"09": Ages(100, 10, 5)}, from_65=-1)
