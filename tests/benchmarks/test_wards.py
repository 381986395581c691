"""The ward model is what wards simulated patient by patient have."""

import numpy as np
import pytest

from benchmarks.wards.cases import Ward, days_for, in_ciw, judged, wards
from dashboard.statistics.census_arrays import overcrowding


@pytest.mark.parametrize("ward", wards(3), ids=str)
def test_a_few_of_the_wards_of_the_benchmark_agree_with_ciw(ward: Ward) -> None:
    ours = float(overcrowding(np.array([ward.beds]), np.array([ward.occupancy]))[0])
    walked, error = in_ciw(ward, 20_000, 7)
    assert error < 0.03 * ours
    assert walked == pytest.approx(ours, abs=4 * error)


def test_the_wards_are_the_same_each_time_and_within_what_is_told() -> None:
    assert wards() == wards()
    assert len(wards()) == 30
    assert all(6 <= one.beds <= 18 and 0.95 <= one.occupancy <= 1.15 for one in wards())


def test_a_walk_without_chance_is_judged_as_it_is() -> None:
    """Ten patients stand there from beginning to end, in eight beds, and one comes and goes."""
    ward = Ward(8, 10.5 / 8, 1)
    until = days_for(ward, 4_200)
    back_and_forth = np.arange(0, until, 2.0)
    came = np.concatenate([np.zeros(10), back_and_forth])
    left = np.concatenate([np.full(10, 2 * until), back_and_forth + 1])
    over, error = judged(ward, came, left, until)
    assert over == pytest.approx(100 * 2.5 / 8, rel=1e-3)
    assert error < 0.01
