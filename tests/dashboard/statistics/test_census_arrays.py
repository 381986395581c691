"""Many wards at once give what one gives."""

import numpy as np
import pytest

from dashboard.statistics import census, census_arrays

BEDS, OCCUPANCIES = (6, 24, 48, 400), (0.3, 0.85, 0.95, 1.0, 1.2)


def test_many_wards_are_as_crowded_as_each_alone() -> None:
    beds, occupancy = (one.ravel() for one in np.meshgrid(BEDS, OCCUPANCIES))
    found = census_arrays.overcrowding(beds.astype(float), occupancy)
    alone = [census.overcrowding(int(c), o) for c, o in zip(beds, occupancy, strict=True)]
    assert found == pytest.approx(alone, rel=1e-9, abs=1e-12)


def test_the_ward_of_many_is_the_ward_of_each() -> None:
    pairs = [(0.95, 5.73), (0.8, 9.0), (1.02, 2.0), (0.9, 0.01), (0.7, 30.0), (0.99, 4.4)]
    occupancy, over = np.array(pairs).T
    assert census_arrays.pools(occupancy, over).tolist() == [census.pool_of(*one) for one in pairs]
