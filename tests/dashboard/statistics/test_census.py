"""The census of a ward that refuses nobody: risk, overcrowding and their inverses."""

import math

import ciw
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from dashboard.ingest import census
from dashboard.statistics.census import (
    LARGEST_POOL,
    full_risk,
    occupancy_of,
    overcrowding,
    overflow_risk,
    pool_of,
)

beds = st.integers(2, 200)
shares = st.floats(0.3, 1.3)


def test_overcrowding_is_that_printed() -> None:
    found = [overcrowding(24, one) for one in (0.85, 0.90, 0.95, 1.00)]
    assert found == pytest.approx((2.41, 3.83, 5.73, 8.12), abs=5e-3)
    # The 5,9 per 100 of April 2024 are what 24 beds give at about 95,4 per cent.
    assert occupancy_of(5.9, 24) == pytest.approx(0.954, abs=5e-4)


def test_the_hospital_of_the_literature_runs_short_as_often_as_printed() -> None:
    found = [overflow_risk(250, one * 250) for one in (0.85, 0.90)]
    assert found == pytest.approx((0.005, 0.046), abs=5e-4)


@settings(deadline=None, max_examples=60)
@given(beds, shares, st.sampled_from((0.3, 0.43, 0.7, 1.0, 1.3, 2.0)))
def test_the_sums_written_out_give_the_same(size: int, share: float, variance: float) -> None:
    """A slow and obvious oracle: the law itself, added up term by term."""
    load = share * size
    law = _law(load, variance)
    counts = np.arange(0, int(load + 60 * math.sqrt(load * max(variance, 1)) + size))
    chances = law.pmf(counts)
    assert full_risk(size, load, variance) == pytest.approx(law.sf(size - 1), abs=1e-12)
    assert overflow_risk(size, load, variance) == pytest.approx(law.sf(size), abs=1e-12)
    surplus = float((np.maximum(counts - size, 0) * chances).sum())
    assert overcrowding(size, share, variance) == pytest.approx(100 * surplus / size, abs=1e-8)


def _law(load: float, variance: float):  # type: ignore[no-untyped-def]
    if variance == 1:
        return stats.poisson(load)
    if variance > 1:
        return stats.nbinom(load / (variance - 1), 1 / variance)
    trials = max(round(load / (1 - variance)), int(load) + 1)
    return stats.binom(trials, load / trials)


@settings(deadline=None)
@given(beds, shares, st.floats(1, 3))
def test_overcrowding_rises_with_patients_and_falls_with_beds(
    size: int, share: float, variance: float
) -> None:
    here = overcrowding(size, share, variance)
    assert 0 <= here <= overcrowding(size, share * 1.01, variance)
    assert overcrowding(size + 1, share, variance) <= here
    assert here >= 100 * (share - 1)
    assert here <= overcrowding(size, share, variance * 1.1) + 1e-12


@settings(deadline=None, max_examples=60)
@given(st.integers(10, 200), st.floats(0.7, 1.2))
def test_the_normal_census_lies_near(size: int, share: float) -> None:
    assert overcrowding(size, share, 1, "normal") == pytest.approx(
        overcrowding(size, share), abs=60 / size
    )
    assert full_risk(size, share * size, 1, "normal") == pytest.approx(
        overflow_risk(size, share * size), abs=2 / math.sqrt(size)
    )
    assert overflow_risk(size, share * size, 1, "normal") == pytest.approx(
        full_risk(size, share * size, 1, "normal")
    )


@settings(deadline=None, max_examples=60)
@given(beds, st.floats(0.4, 1.5), st.floats(1, 2))
def test_the_inverse_leads_back(size: int, share: float, variance: float) -> None:
    over = overcrowding(size, share, variance)
    assume(over > 1e-6)
    assert occupancy_of(over, size, variance) == pytest.approx(share, rel=1e-6)


def test_a_ward_size_is_found_from_what_is_observed() -> None:
    for size in (8, 24, 120):
        assert pool_of(0.93, overcrowding(size, 0.93)) == size
    assert pool_of(0.5, 0.0) <= LARGEST_POOL
    # docs/methods.md 7.1: 15 300 beds at 95 per cent with 2 360 more.
    pool = pool_of(0.95, 5.73)
    assert pool == 24
    assert overcrowding(pool, 0.95 * 15_300 / 17_660) == pytest.approx(1.82, abs=0.005)


def test_the_model_of_months_uses_the_same_law() -> None:
    shares = np.array([0.6, 0.85, 0.95, 1.1])
    found = census.overcrowding(shares, np.array(24.0))
    assert found.tolist() == pytest.approx([overcrowding(24, one) for one in shares])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((0, 0.9), "number of beds"),
        ((24, 0), "occupancy must be a number above 0"),
        ((24, math.nan), "occupancy must be a number above 0"),
        ((24, 0.9, 0), "variance must be above 0"),
        ((24, 0.9, 1_000), "variance must be above 0"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    arguments: tuple[float, ...], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        overcrowding(*arguments)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="overcrowding must be a number above 0"):
        occupancy_of(0, 24)


def test_a_simulated_ward_is_as_overcrowded_as_the_formula_says() -> None:
    """An independent walk: beds without end, and the days with more patients than 24."""
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=21.6)],
        service_distributions=[ciw.dists.Exponential(rate=1.0)],
        number_of_servers=[float("inf")],
    )
    ciw.seed(20_240_501)
    walk = ciw.Simulation(network)
    walk.simulate_until_max_time(900)
    moves = np.array([(one.arrival_date, one.exit_date) for one in walk.get_all_records()])
    looked = np.arange(20, 880, 0.25)
    present = np.searchsorted(np.sort(moves[:, 0]), looked) - np.searchsorted(
        np.sort(moves[:, 1]), looked
    )
    over = 100 * np.maximum(present - 24, 0).mean() / 24
    assert over == pytest.approx(overcrowding(24, 0.9), abs=0.6)
