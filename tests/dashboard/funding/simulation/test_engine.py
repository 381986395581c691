"""The quick engine qualifies the cells that the exact calculator does, whatever the rates."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.funding.payout import payout
from dashboard.funding.rates import Pair, Rates
from dashboard.funding.rules import REQUIREMENTS
from dashboard.funding.simulation.engine import MONTHS, PAID, YEARS, rounded, smoothed, won
from dashboard.funding.simulation.simulator import exact_rules
from dashboard.statistics.arrays import Array
from dashboard.view.payment_rule import OF_2024, RuleChoice
from tests.each import each

FLAT = np.ones((2, MONTHS))
REGIONS = tuple("ABCDEFG")


def years(level: float = 5.0, regions: int = 7) -> Array:
    """Three years of one and the same rate, as requirement x region x month."""
    return np.full((2, regions, YEARS * MONTHS), level)


def tenths(seed: int) -> Array:
    """Rates in tenths with many ties, zeros and gaps."""
    draw = np.random.default_rng(seed)
    rates = draw.integers(0, 40, (2, len(REGIONS), YEARS * MONTHS)) / 10
    return np.where(draw.random(rates.shape) < 0.1, np.nan, rates)


def exactly(rates: Array) -> Rates:
    """The same rates as fractions of tenths."""

    def one(value: float) -> Fraction | None:
        return None if np.isnan(value) else Fraction(round(10 * value), 10)

    return Rates(
        {
            (code, month, q): Pair(one(rates[n, r, 11 + month]), one(rates[n, r, 23 + month]))
            for n, q in enumerate(REQUIREMENTS)
            for r, code in enumerate(REGIONS)
            for month in PAID.tolist()
        },
        "own",
    )


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    threshold=st.sampled_from([0.0, 0.5, 10.0, 50.0]),
    top=st.integers(0, 8),
    ties=st.sampled_from(["inclusive", "strict"]),
    decimals=st.sampled_from([None, 1, 0]),
)
def test_it_agrees_with_the_exact_calculator(
    seed: int, threshold: float, top: int, ties: Any, decimals: int | None
) -> None:
    rule = replace(OF_2024, threshold=threshold, top=top, ties=ties, decimals=decimals)
    rates = tenths(seed)
    found = won(rates, FLAT, rule)
    slow = payout(exactly(rates), exact_rules(rule), dict.fromkeys(REGIONS, 1), base={})
    for cell in each(slow.cells):
        place = (REQUIREMENTS.index(cell.requirement), REGIONS.index(cell.region),
                 PAID.tolist().index(cell.month))  # fmt: skip
        assert bool(found.improved[place]) == (cell.qualified_by == "improved"), cell
        assert bool(found.lowest[place]) == (cell.qualified_by == "top5"), cell


def test_the_mean_of_the_year_before_is_another_comparison_than_the_month() -> None:
    rates = years()
    rates[0, 0, 12 + 6] = 10.0  # July of the year before
    rule = replace(OF_2024, top=0)
    july = PAID.tolist().index(7)
    assert won(rates, FLAT, rule).improved[0, 0].tolist() == [n == july for n in range(9)]
    assert won(rates, FLAT, replace(rule, than="year")).improved[0, 0].all()
    assert not won(rates, FLAT, replace(rule, than="year")).improved[0, 1:].any()


def test_own_limits_see_only_what_lies_outside_them_with_the_season_taken_out() -> None:
    rule: RuleChoice = replace(OF_2024, than="limits", top=0)
    season = np.tile(np.linspace(0.5, 1.5, MONTHS), (2, 1))
    wobble = np.where(np.arange(YEARS * MONTHS) % 2, 1.1, 0.9)
    rates = 5 * np.tile(season, YEARS)[:, None, :] * np.ones((2, 7, 1)) * wobble
    assert not won(rates, season, rule).improved.any()
    # Mean 5, moving range 1: the lower limit is 5 - 2.66 = 2.34 before the season.
    rates[0, 0, 24 + 4] = 2.33 * season[0, 4]
    rates[0, 1, 24 + 4] = 2.35 * season[0, 4]
    assert won(rates, season, rule).improved[0, :2, 3].tolist() == [True, False]


def test_smoothing_is_the_mean_of_the_last_months() -> None:
    rates = np.arange(12.0)[None, :]
    assert smoothed(rates, 1) is rates
    three = smoothed(rates, 3)[0]
    assert np.isnan(three[:2]).all()
    assert three[2:].tolist() == pytest.approx(list(range(1, 11)))


def test_halves_are_rounded_up() -> None:
    found = rounded(np.array([2.25, 2.35, 0.05, 0.049]), 1)
    assert found.tolist() == [2.3, 2.4, 0.1, 0.0]
    assert rounded(found, None) is found


def test_all_reported_are_among_the_lowest_where_so_many_are_paid() -> None:
    rates = years()
    rates[0, 0, 24:] = np.nan
    found = won(rates, FLAT, replace(OF_2024, top=21))
    assert found.lowest[0, 1:].all()
    assert not found.either[0, 0].any()
