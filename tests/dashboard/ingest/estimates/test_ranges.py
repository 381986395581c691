"""Ranges hold the estimate, and agree with slow draws."""

import numpy as np
import pytest

from dashboard.ingest import anchors
from dashboard.ingest.estimates.conditioned import Conditioned
from dashboard.ingest.estimates.ranges import inputs
from dashboard.ingest.estimates.uncertainty import rate_deviations
from dashboard.ingest.estimates.ward_model import overcrowding, wards
from dashboard.ingest.panel import MONTHS
from dashboard.releases.ranges import KINDS
from dashboard.statistics import census

MONTH, YEAR, MONTH_CHANGE, YEAR_CHANGE = range(4)
OVER = ("overcrowding", "somatic", "all")
OCCUPANCY = ("occupancy", "somatic", "all")


def of(spread, key):
    number = spread.keys.index(key)
    return spread.low[number], spread.high[number]


def test_every_estimate_lies_in_its_range(estimated, spread):
    given = inputs(estimated)
    for key, value in ((OVER, given.over), (("outplacement", "somatic", "all"), given.out)):
        low, high = of(spread, key)
        known = np.isfinite(value)
        assert known.sum() > 9000
        assert (low[known] <= value[known] + 1e-3).all()
        assert (high[known] >= value[known] - 1e-3).all()
    somatic = estimated.somatic
    low, high = of(spread, OCCUPANCY)
    occupancy = 100 * somatic.patient_days / somatic.bed_days
    assert (low[1:, MONTH] < occupancy).all()
    assert (occupancy < high[1:, MONTH]).all()


def test_a_range_is_missing_exactly_where_a_figure_is(spread):
    low, _ = of(spread, OVER)
    assert np.isfinite(low[:, MONTH]).all()
    assert np.isnan(low[:, YEAR, :11]).all()
    assert np.isfinite(low[:, YEAR, 11:]).all()
    assert np.isnan(low[:, MONTH_CHANGE, :12]).all()
    assert np.isnan(low[:, YEAR_CHANGE, :23]).all()
    assert np.isfinite(low[:, YEAR_CHANGE, 23:]).all()
    assert len(KINDS) == low.shape[1]


def test_what_is_published_is_known_within_its_rounding(spread):
    low, high = of(spread, OVER)
    april, july = MONTHS.index("2024-04"), MONTHS.index("2018-07")
    assert high[0, MONTH, april] - low[0, MONTH, april] <= 0.1
    assert high[1, MONTH, july] - low[1, MONTH, july] <= 0.1
    # A December closes a published year.
    assert (high[1:, YEAR, 11::12] - low[1:, YEAR, 11::12]).max() <= 0.1
    assert np.median(high[1:, MONTH] - low[1:, MONTH]) > 0.4


def test_progress_is_of_the_country_from_its_first_guideline(spread):
    low, high = of(spread, ("progress_to_guideline", "somatic", "all"))
    first = MONTHS.index("2023-05")
    assert np.isnan(low[1:]).all()
    assert np.isnan(low[0, YEAR, :first]).all()
    assert np.isfinite(low[0, YEAR, first:]).all()
    assert 10 < high[0, YEAR, -1] - low[0, YEAR, -1] < 25
    # What the start may be off by is the same in both months of a change.
    beds_low, beds_high = of(spread, ("available_beds", "somatic", "all"))
    change = 100 * (beds_high - beds_low)[0, YEAR_CHANGE, -1] / 2360
    assert (high - low)[0, YEAR_CHANGE, -1] == pytest.approx(change, abs=0.01)


def test_the_distance_is_as_uncertain_as_the_beds(spread):
    low, high = of(spread, ("distance_to_guideline", "somatic", "all"))
    beds_low, beds_high = of(spread, ("available_beds", "somatic", "all"))
    assert low[0, YEAR, -1] == pytest.approx(17_660 - beds_high[0, YEAR, -1], abs=0.01)
    assert high[0, YEAR, -1] == pytest.approx(17_660 - beds_low[0, YEAR, -1], abs=0.01)
    assert np.isfinite(low[1:, YEAR, -1]).all()


def test_both_care_areas_together_lie_between_the_two(spread):
    low, high = of(spread, ("overcrowding", "all", "all"))
    somatic = of(spread, OVER)
    psychiatric = of(spread, ("overcrowding", "psychiatric", "all"))
    middle = [(a + b)[0, YEAR, -1] / 2 for a, b in ((low, high), somatic, psychiatric)]
    assert min(middle[1:]) < middle[0] < max(middle[1:])
    assert (high - low)[0, YEAR, -1] < (psychiatric[1] - psychiatric[0])[0, YEAR, -1]


def test_conditioned_draws_have_the_computed_deviations(estimated, level):
    one = estimated.over
    given = Conditioned(one.problem, one.rates, level)
    months = tuple(range(MONTHS.index("2023-01"), MONTHS.index("2024-12") + 1))
    drawn_rates = given.draws(months, 1500)
    assert drawn_rates.shape == (1500, 21, 24)
    assert drawn_rates.min() >= 0
    sd = rate_deviations(one.series, one.problem, one.rates, level)[1:, MONTH][:, list(months)]
    high = one.rates[:, list(months)] > 4
    assert high.sum() > 150
    assert drawn_rates.std(axis=0)[high] == pytest.approx(sd[high], rel=0.12)
    assert drawn_rates.mean(axis=0)[high] == pytest.approx(
        one.rates[:, list(months)][high], rel=0.02
    )


def test_conditioned_draws_meet_the_published_years_as_rounded(estimated, level):
    one = estimated.over
    months = tuple(range(MONTHS.index("2024-01"), MONTHS.index("2024-12") + 1))
    found = Conditioned(one.problem, one.rates, level).draws(months, 200)
    beds = one.problem.beds[:, list(months)]
    years = (found * beds).sum(axis=2) / beds.sum(axis=1)
    published = (one.rates[:, list(months)] * beds).sum(axis=1) / beds.sum(axis=1)
    high = published > 3
    assert np.abs(years - published)[:, high].max() < 0.2
    assert (years - published)[:, high].std() == pytest.approx(0.05 / 3**0.5, rel=0.15)


def test_swedens_published_years_lie_about_where_its_range_says(estimated, spread):
    low, high = of(spread, OVER)
    published = anchors.national_years(anchors.OVER)
    inside = (low[0, YEAR, 11::12] <= published) & (published <= high[0, YEAR, 11::12])
    assert inside.sum() >= 7


def test_wards_of_whole_beds_are_those_of_the_ward_model():
    beds, variance = np.array([12.0, 24.0, 60.0]), np.array([1.0, 1.5, 2.0])
    found = overcrowding(np.array([0.95]), beds, variance)
    expected = [
        census.overcrowding(int(one), 0.95, v) for one, v in zip(beds, variance, strict=True)
    ]
    assert found == pytest.approx(expected, abs=1e-3)
    read = wards(beds, variance).occupancy(np.array(expected))
    assert np.diag(read) == pytest.approx(np.full(3, 0.95), abs=2e-4)
