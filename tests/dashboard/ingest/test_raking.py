"""Raking meets both margins whenever they agree, and says so when they cannot."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ingest import raking
from dashboard.ingest.raking import ModelDidNotConverge, Targets, rake

REGIONS, YEARS = 3, 10
MONTHS = 12 * YEARS


def random_case(seed):
    """Bed-days, a start, and targets read from a hidden table, so that they can be met."""
    rng = np.random.default_rng(seed)
    beds = rng.uniform(500, 5000, (REGIONS, MONTHS))
    hidden = beds * rng.uniform(0.01, 0.12, beds.shape)
    region_years = (
        100
        * hidden.reshape(REGIONS, YEARS, 12).sum(axis=2)
        / beds.reshape(REGIONS, YEARS, 12).sum(axis=2)
    )
    national = 100 * hidden.sum(axis=0) / beds.sum(axis=0)
    national[rng.random(MONTHS) < 0.7] = np.nan
    return beds * rng.uniform(0.02, 0.1, beds.shape), beds, Targets(region_years, national)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_both_margins_are_met_whenever_they_can_be(seed):
    start, beds, targets = random_case(seed)
    patients = rake(start, beds, targets).patient_days
    fixed = ~np.isnan(targets.national_months)
    national = 100 * patients.sum(axis=0) / beds.sum(axis=0)
    yearly = 100 * patients.reshape(REGIONS, YEARS, 12).sum(axis=2)
    yearly /= beds.reshape(REGIONS, YEARS, 12).sum(axis=2)
    assert np.abs(national - targets.national_months)[fixed].max() <= 0.005
    assert np.abs(yearly - targets.region_years).max() <= 0.005


def test_without_fixed_months_one_round_is_enough_and_the_profile_is_kept():
    start, beds, targets = random_case(1)
    free = Targets(targets.region_years, np.full(MONTHS, np.nan))
    raked = rake(start, beds, free)
    assert raked.rounds == 1
    ratio = (raked.patient_days / start).reshape(REGIONS, YEARS, 12)
    assert np.allclose(ratio, ratio[..., :1])


def test_a_region_year_of_zero_stays_zero():
    start, beds, targets = random_case(2)
    targets.region_years[0, 0] = 0
    targets.national_months[:12] = np.nan
    start[0, :12] = 0
    assert rake(start, beds, targets).patient_days[0, :12].sum() == 0


@pytest.mark.parametrize("wrong", [50.0, 0.0])
def test_margins_that_contradict_each_other_fail(wrong):
    start, beds, targets = random_case(3)
    targets.national_months[:12] = wrong
    with pytest.raises(ModelDidNotConverge, match=f"after {raking.MOST_ROUNDS} rounds"):
        rake(start, beds, targets)


def test_a_region_year_without_a_rate_fails():
    start, beds, targets = random_case(4)
    targets.region_years[1, 1] = np.nan
    with pytest.raises(ModelDidNotConverge):
        rake(start, beds, targets)


def test_a_positive_rate_cannot_be_raked_from_nothing():
    start, beds, targets = random_case(5)
    start[0, :12] = 0
    with pytest.raises(ModelDidNotConverge):
        rake(start, beds, targets)
