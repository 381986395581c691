"""What estimated months leave open of the grant is told as odds, and nothing else."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from dashboard.funding.cell_odds import Months, Odds, lowest_of_each, odds_of_each, together
from dashboard.funding.odds import expected, odds
from dashboard.funding.outcome import grant_of
from dashboard.funding.payout import payout
from dashboard.funding.rates import Pair, Rates
from dashboard.funding.rules import RULES_2024
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from tests.each import each

BEFORE = np.linspace(2.0, 8.0, 21)
NOW = BEFORE[::-1] * 0.5 + 2.2
NOTHING = np.zeros(21)


def of_a_month(month: Months) -> list[Odds]:
    """At the threshold and the five lowest of the decision."""
    return odds_of_each(month, lowest_of_each([month], 5), 0.005)


def test_what_is_certain_qualifies_as_the_calculator_says() -> None:
    before, now = BEFORE.copy(), NOW.copy()
    before[3], now[3] = 3.0, 2.985
    before[4], before[5], now[6] = np.nan, 0.0, np.nan
    # The lowest has grown, and two are alike.
    now[0], now[8] = 2.1, now[9]
    pairs = {
        (code, month, q): Pair(*(None if np.isnan(x) else Fraction(repr(float(x))) for x in (a, b)))
        for code, a, b in zip(CODES, before, now, strict=True)
        for month in RULES_2024.months
        for q in ("over", "out")
    }
    by_rule = [
        cell.reason
        for cell in payout(Rates(pairs, "own")).cells
        if (cell.month, cell.requirement) == (2, "over")
    ]
    found = of_a_month(Months(before, now, NOTHING, NOTHING, NOTHING))
    for reason, one in zip(by_rule, each(found), strict=True):
        assert one.improved == float(reason == "improved")
        assert one.top5 == pytest.approx(float(reason == "top5"))
    assert {"improved", "top5", "not_reported", "too_small"} <= set(by_rule)


def test_the_odds_are_those_of_many_draws() -> None:
    """Here draws check the sum; the product has none."""
    rng = np.random.default_rng(11)
    errors_before, errors_now = BEFORE * 0.15, NOW * 0.2
    together = 0.4 * errors_before * errors_now
    one, other = rng.standard_normal((2, 40_000, 21))
    now = NOW + errors_now * one
    before = BEFORE + errors_before * (0.4 * one + np.sqrt(1 - 0.16) * other)
    improved = now <= before * 0.995
    lowest = (now[:, :, None] > now[:, None, :]).sum(axis=2) < 5
    found = of_a_month(Months(BEFORE, NOW, errors_before, errors_now, together))
    assert [one.improved for one in found] == pytest.approx(improved.mean(axis=0), abs=0.01)
    assert [one.top5 for one in found] == pytest.approx((lowest & ~improved).mean(axis=0), abs=0.01)


def test_months_together_have_the_odds_of_each_alone() -> None:
    errors = NOW * 0.2
    one = Months(BEFORE, NOW, BEFORE * 0.1, errors, NOTHING)
    other = Months(NOW, BEFORE, errors, NOTHING, NOTHING)
    both = odds_of_each(together([one, other]), lowest_of_each([one, other], 5), 0.005)
    assert both == [*of_a_month(one), *of_a_month(other)]


def test_the_country_is_told_by_expected_cells_with_a_range(dataset: Dataset) -> None:
    found, by_cell = expected(dataset), odds(dataset)
    assert found is not None
    assert by_cell is not None
    assert len(by_cell) == 378
    assert found.cells == pytest.approx(sum(one.qualified for one in by_cell.values()))
    assert 0 <= found.low < found.improved < found.cells < found.high <= 378
    assert 0 <= found.pot_low < found.pot < found.pot_high <= 1_240_000_000
    # One estimate is no outcome: its cells lie in the range, and are not the middle of it.
    assert found.low < len([c for c in grant_of(dataset).cells if c.qualified_by]) < found.high
    for one in each(by_cell.values()):
        assert -1e-9 <= one.improved <= 1 + 1e-9
        assert -1e-9 <= one.top5 <= 1 + 1e-9
        assert one.qualified <= 1 + 1e-9


def test_a_release_from_before_there_were_ranges_has_no_odds(dataset: Dataset) -> None:
    assert odds(replace(dataset, ranges=None)) is None
    assert expected(replace(dataset, ranges=None)) is None
