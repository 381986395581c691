"""The fixed points: even in every dimension, and no two dimensions alike."""

from itertools import combinations
from statistics import NormalDist

import numpy as np
import pytest

from dashboard.statistics.quasi_points import (
    DIMENSIONS,
    POINTS,
    TENTH,
    Spread,
    exactly,
    normal_points,
)
from tests.each import each


def test_every_dimension_alone_is_the_even_grid_of_quantiles() -> None:
    law = NormalDist()
    grid = [law.inv_cdf((one + 0.5) / POINTS) for one in range(POINTS)]
    for dimension in each(range(DIMENSIONS)):
        assert np.sort(normal_points(dimension)).tolist() == grid


def test_no_two_dimensions_go_together() -> None:
    for one, other in each(combinations(range(DIMENSIONS), 2)):
        assert abs(np.mean(normal_points(one) * normal_points(other))) < 0.12


def test_sums_over_several_dimensions_have_their_quantiles() -> None:
    """Against the normal law of a sum, which the points know nothing of."""
    for several in each([(0, 1), (2, 5, 9), (0, 4, 8, 12, 15), tuple(range(DIMENSIONS))]):
        total = sum(normal_points(one) for one in several) / np.sqrt(len(several))
        assert np.quantile(total, [0.1, 0.9]) == pytest.approx([-TENTH, TENTH], abs=0.08)
        assert float(np.mean(total)) == pytest.approx(0, abs=1e-9)


def test_a_spread_has_its_ends_at_ten_and_ninety_per_cent() -> None:
    found = Spread(10, 8, 15).at(normal_points(3))
    assert np.quantile(found, [0.1, 0.5, 0.9]) == pytest.approx([8, 10, 15], abs=0.05)
    assert exactly(4).at(normal_points(0)).tolist() == [4.0] * POINTS


def test_ends_on_the_wrong_side_are_refused() -> None:
    with pytest.raises(ValueError, match="must hold"):
        Spread(1, 2, 3)
