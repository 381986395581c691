"""The ward model gives the tabulated overcrowding, and its inverse gives the occupancy back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from dashboard.ingest.census import occupancy_at, overcrowding


@pytest.mark.parametrize(
    ("occupancy", "per_100"), [(0.85, 2.41), (0.90, 3.83), (0.95, 5.73), (1.00, 8.12)]
)
def test_a_ward_of_24_beds_is_as_in_the_method(occupancy, per_100):
    # docs/methods.md 2.1: c = 24, V = 1.
    found = overcrowding(np.array([occupancy]), np.array([24.0]))
    assert found[0] == pytest.approx(per_100, abs=0.005)


@pytest.mark.parametrize("beds", [16, 22, 28])
def test_overcrowding_is_the_expected_surplus_counted_patient_by_patient(beds):
    patients = np.arange(beds + 1, 400)
    surplus = ((patients - beds) * poisson.pmf(patients, 0.97 * beds)).sum()
    found = overcrowding(np.array([0.97]), np.array([float(beds)]))
    assert found[0] == pytest.approx(100 * surplus / beds, rel=1e-9)


def test_april_2024_is_what_such_wards_give_at_about_95_per_cent():
    assert occupancy_at(np.array([5.9]), np.array([24.0]))[0] == pytest.approx(0.954, abs=0.001)


@given(st.floats(0.01, 150), st.integers(16, 28))
def test_the_inverse_returns_to_where_it_came_from(per_100, beds):
    ward = np.array([float(beds)])
    occupancy = occupancy_at(np.array([per_100]), ward)
    assert overcrowding(occupancy, ward)[0] == pytest.approx(per_100, rel=1e-6)


def test_no_overcrowding_is_an_empty_ward():
    assert occupancy_at(np.array([0.0]), np.array([20.0]))[0] == 0


@pytest.mark.parametrize("wrong", [-0.1, 199.0, np.nan])
def test_an_overcrowding_outside_the_model_is_refused(wrong):
    with pytest.raises(ValueError, match="between 0 and 199"):
        occupancy_at(np.array([wrong]), np.array([20.0]))
