"""How near to a national figure rounding of the regional ones can come."""

from itertools import product

import numpy as np
import pytest

from dashboard.values.years_apart import _reach


@pytest.mark.parametrize("up", [True, False])
def test_the_reach_is_that_of_trying_every_rounding(up: bool) -> None:
    rates, beds = np.array([1.0, 4.0, 9.0, 5.0]), np.array([300.0, 500.0, 200.0, 400.0])
    per_1000 = np.array([2.0, 2.5, 1.8, 2.2])
    way = 1 if up else -1
    tried = [
        float((rates + way * 0.05) @ weight / weight.sum())
        for signs in product((-1, 1), repeat=4)
        for weight in [beds * (1 + np.array(signs) * 0.05 / per_1000)]
    ]
    best = max(tried) if up else min(tried)
    assert _reach(rates, beds, per_1000, up=up) == pytest.approx(best)


def test_a_region_without_a_figure_is_left_out() -> None:
    rates, beds = np.array([1.0, np.nan, 9.0]), np.array([300.0, 500.0, 200.0])
    per_1000 = np.array([np.nan, 2.5, 1.8])
    found = _reach(rates, beds, per_1000, up=True)
    assert found == pytest.approx((1.05 * 300 + 9.05 * 200 * (1 + 0.05 / 1.8)) / (
        300 + 200 * (1 + 0.05 / 1.8)))  # fmt: skip
