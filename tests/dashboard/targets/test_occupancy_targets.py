"""Occupancy targets, the target of a mix of patients, and the beds they ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.targets.occupancy_targets import (
    OFFICIAL,
    PUBLISHED,
    TARGETS,
    Shares,
    gap,
    mixed_target,
    required_beds,
    target_at,
)

patients = st.floats(min_value=0.01, max_value=20_000)


def test_the_official_targets_are_85_acute_and_95_planned():
    assert target_at("2024-04", "acute") == 0.85
    assert target_at("2024-04", "planned") == 0.95
    assert Shares(acute=0.85, planned=0.95) == OFFICIAL
    assert {one.version for one in TARGETS} == {PUBLISHED}


def test_there_is_no_target_before_it_was_set_and_none_for_all_streams():
    assert target_at("2023-04", "acute") is None
    assert target_at("2023-05", "acute") == 0.85
    assert target_at("2024-04", "all") is None


def test_the_worked_example_of_the_methods():
    assert required_beds(800, 200) == pytest.approx(1151.703, abs=5e-4)
    assert mixed_target(800, 200) == pytest.approx(0.868280, abs=5e-7)


def test_nobody_to_care_for_has_no_target():
    assert mixed_target(0, 0) is None
    assert required_beds(0, 0) == 0


@pytest.mark.parametrize(
    ("occupancy", "missing"),
    [(0.90, 593), (0.92, 946), (0.95, 1476), (0.98, 2006), (1.00, 2359), (1.02, 2712)],
)
def test_the_gap_at_82_per_cent_acute_patients_on_15_300_beds(occupancy, missing):
    everyone = 15_300 * occupancy
    required = required_beds(0.82 * everyone, 0.18 * everyone)
    assert round(gap(required, 15_300)) == missing


@given(patients, patients)
def test_the_mixed_target_lies_between_the_two(acute, planned):
    mixed = mixed_target(acute, planned)
    assert 0.85 - 1e-12 <= mixed <= 0.95 + 1e-12


@given(patients, patients)
def test_at_the_mixed_target_nothing_is_missing(acute, planned):
    beds = (acute + planned) / mixed_target(acute, planned)
    assert gap(required_beds(acute, planned), beds) == pytest.approx(0, abs=1e-6)


@given(patients, patients, st.floats(min_value=0.1, max_value=10))
def test_required_beds_grow_in_step_with_the_patients(acute, planned, factor):
    grown = required_beds(factor * acute, factor * planned)
    assert grown == pytest.approx(factor * required_beds(acute, planned))
