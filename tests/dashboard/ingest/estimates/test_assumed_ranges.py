"""Ranges of what is assumed are those that very many draws would have, and need no draw."""

import numpy as np
import pytest

from dashboard.ingest.estimates.assumptions import (
    ACUTE_SHARE_SPAN,
    PLANNED_OCCUPANCY_SPAN,
    VARIANCE_SPAN,
    WARD_BEDS_SPAN,
)
from dashboard.ingest.estimates.distributions import mean_below, quantiles
from dashboard.ingest.estimates.nodes import even, hermite, legendre
from dashboard.ingest.estimates.ranges import inputs
from dashboard.ingest.estimates.ward_model import Wards, wards
from dashboard.ingest.panel import MONTHS
from tests.each import each

DRAWS = 1500
OCCUPANCY = ("occupancy", "somatic", "all")
MONTH, MONTH_CHANGE = 0, 2
CELLS = [(1, MONTHS.index("2024-04")), (8, MONTHS.index("2025-12")), (3, MONTHS.index("2023-07"))]


@pytest.fixture(scope="module")
def given(estimated):
    return inputs(estimated)


@pytest.fixture(scope="module")
def drawn():
    """Draws of every assumption, one after another."""
    rng = np.random.default_rng(7)
    low, high = np.log([WARD_BEDS_SPAN.low, WARD_BEDS_SPAN.high])
    return {
        "wards": wards(
            np.exp(rng.uniform(low, high, DRAWS)),
            rng.uniform(VARIANCE_SPAN.low, VARIANCE_SPAN.high, DRAWS),
        ),
        "rate": rng.standard_normal(DRAWS),
        "beds": rng.standard_normal(DRAWS),
        "acute": rng.uniform(ACUTE_SHARE_SPAN.low, ACUTE_SHARE_SPAN.high, DRAWS),
        "planned": rng.uniform(PLANNED_OCCUPANCY_SPAN.low, PLANNED_OCCUPANCY_SPAN.high, DRAWS),
    }


def of(spread, key):
    number = spread.keys.index(key)
    return spread.low[number], spread.high[number]


def occupancies(given, drawn, unit, month):
    """The occupancy of each draw: its own ward at its own rate."""
    rates = given.over[unit, MONTH, month] + drawn["rate"] * given.over_sd[unit, MONTH, month]
    return np.array([
        float(Wards(row[None]).occupancy(rate)[0])
        for row, rate in zip(drawn["wards"].table, np.maximum(rates, 0), strict=True)
    ])  # fmt: skip


@pytest.mark.parametrize(("unit", "month"), CELLS)
def test_ranges_of_occupancy_streams_and_beds_missing_are_those_of_many_draws(
    given, spread, drawn, unit, month
):
    own = occupancies(given, drawn, unit, month)
    extra = 0.02 * (MONTHS[month][5:] in ("01", "02", "07"))
    acute = drawn["acute"] + extra
    planned_beds = (1 - acute) / drawn["planned"]
    count = given.count[unit, MONTH, month] + drawn["beds"] * given.count_sd[unit, MONTH, month]
    samples = {
        OCCUPANCY: 100 * own,
        ("occupancy", "somatic", "acute"): 100 * own * acute / (1 - planned_beds),
        ("available_beds", "somatic", "planned"): count * planned_beds,
        ("implied_gap", "somatic", "all"): count * (own * (acute / 0.85 + (1 - acute) / 0.95) - 1),
    }
    for key, sample in each(samples.items()):
        low, high = of(spread, key)
        # Of 1 500 draws a quantile is known within about a thirtieth of the range.
        ends = np.quantile(sample, [0.1, 0.9])
        found = [low[unit, MONTH, month], high[unit, MONTH, month]]
        assert found == pytest.approx(ends, abs=0.08 * np.ptp(ends)), key


def test_a_change_of_occupancy_has_the_range_of_many_draws(given, spread, drawn):
    unit, month = 8, MONTHS.index("2025-12")
    # The centre at each ward, moved by what the rate's change may be off by.
    then, now = (
        drawn["wards"].occupancy(given.over[unit, MONTH, one]) for one in (month - 12, month)
    )
    step = 0.1 * given.over[unit, MONTH, month]
    slope = (drawn["wards"].occupancy(given.over[unit, MONTH, month] + step) - now) / step
    found = now - then + slope * drawn["rate"] * given.over_sd[unit, MONTH_CHANGE, month]
    ends = 100 * np.quantile(found, [0.1, 0.9])
    low, high = of(spread, OCCUPANCY)
    own = [low[unit, MONTH_CHANGE, month], high[unit, MONTH_CHANGE, month]]
    assert own == pytest.approx(ends, abs=0.08 * np.ptp(ends))


def test_nodes_have_the_means_of_what_they_stand_for():
    for one in (legendre(VARIANCE_SPAN, 6), even(VARIANCE_SPAN, 16)):
        assert one.weights.sum() == pytest.approx(1)
        assert (one.nodes * one.weights).sum() == pytest.approx(1.5)
    normal = hermite(6)
    assert (normal.weights * normal.nodes**2).sum() == pytest.approx(1)


def test_a_mean_over_even_steps_has_no_staircase_where_nothing_else_is_uncertain():
    places = np.linspace(0, 1, 17)[:, None, None]
    at = np.linspace(0.05, 0.95, 181)
    below = mean_below((at - places) / 0.005, np.ones(1))
    assert np.abs(below - at).max() < 0.005


def test_quantiles_are_found_between_the_limits():
    low, high = quantiles(lambda at: at / 4, np.zeros(3), np.full(3, 4.0))
    assert low == pytest.approx(np.full(3, 0.4))
    assert high == pytest.approx(np.full(3, 3.6))
