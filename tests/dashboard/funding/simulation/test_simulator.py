"""Another rule, tried: money that sums, pots that split, and simulations whose truth is known."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.funding.payout import BASE_2024, base_amounts, payout
from dashboard.funding.rates import modelled_rates, parse_rates
from dashboard.funding.simulation.engine import won
from dashboard.funding.simulation.power_analysis import noise, real
from dashboard.funding.simulation.scenarios import (
    IMPROVEMENT,
    PEOPLE,
    levels,
    season_by_month,
    world,
)
from dashboard.funding.simulation.simulator import (
    ASSUMPTIONS,
    RuleError,
    base_with_least,
    exact_rules,
    simulated,
)
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.payment_rule import OF_2024, rule_choice
from tests.builders import a_dataset
from tests.dashboard.funding.test_rates import a_file


@pytest.mark.parametrize(
    "words", ["2024", "threshold=10,top=3", "ties=strict,decimals=1", "bonus=per-requirement,out=0"]
)
def test_the_release_is_paid_as_the_exact_calculator_pays_it(dataset: Dataset, words: str) -> None:
    rule = rule_choice(words)
    found = simulated(dataset, rule)
    exact = payout(modelled_rates(dataset), exact_rules(rule))
    assert [one.performance for one in found.regions] == [o.performance for o in exact.regions]
    assert [one.cells for one in found.regions] == [o.cells_qualified for o in exact.regions]
    assert found.undistributed == exact.undistributed
    assert found.cells == sum(one.cells_qualified for one in exact.regions)


@pytest.mark.parametrize("words", ["than=year", "than=limits", "smooth=3", "least=20,over=100"])
def test_all_money_is_paid_whatever_the_rule(dataset: Dataset, words: str) -> None:
    rule = rule_choice(words)
    found = simulated(dataset, rule)
    whole = round(1e6 * (rule.base + rule.over + rule.out))
    assert sum(one.total for one in found.regions) == whole - found.undistributed
    assert tuple(found.by_region) == CODES
    assert all(0 <= one.improved <= one.cells <= 18 for one in found.regions)


def test_a_rule_that_nobody_meets_pays_only_the_base(dataset: Dataset) -> None:
    same = a_dataset(first="2022-01", last="2024-12")
    found = simulated(same, replace(OF_2024, top=0))
    assert found.cells == 0
    assert found.undistributed == 1_240_000_000
    assert {one.region: one.total for one in found.regions} == base_amounts()


def test_own_rates_are_paid_exactly_and_only_by_rules_they_have_months_for(
    dataset: Dataset,
) -> None:
    own = parse_rates(a_file({"14": "4.0,3.98,2.0,2.1", "01": "4.0,3.99,2.0,1.0"}))
    rule = replace(OF_2024, top=0)
    found = simulated(dataset, rule, own)
    assert {one.region: one.improved for one in found.regions if one.cells} == {"01": 1, "14": 1}
    assert sum(one.performance for one in found.regions) == 1_240_000_000
    for other in (replace(rule, than="year"), replace(rule, smooth=2)):
        with pytest.raises(RuleError) as refused:
            simulated(dataset, other, own)
        assert refused.value.text.sv.startswith("Regeln kräver fler månader")


def test_chance_alone_pays_most_cells_and_a_stricter_rule_fewer(dataset: Dataset) -> None:
    usual = noise(dataset, OF_2024)
    assert usual.cells == pytest.approx(0.585, abs=0.02)
    assert 0 < usual.moved < 620e6
    strict = noise(dataset, replace(OF_2024, threshold=20, top=1))
    assert strict.cells < 0.35
    assert strict.moved > usual.moved
    assert noise(dataset, replace(OF_2024, top=21)).cells == 1
    assert noise(dataset, replace(OF_2024, top=21)).moved == pytest.approx(0, abs=1)


def test_who_truly_improves_gets_more_than_the_population_alone_would_give(
    dataset: Dataset,
) -> None:
    usual, blind = real(dataset, OF_2024), real(dataset, replace(OF_2024, top=21))
    assert blind.share == pytest.approx(blind.blind)
    assert blind.unpaid == 0
    assert usual.blind < usual.share < usual.blind + 0.15
    assert 0.2 < usual.unpaid < 0.45
    nobody = real(dataset, replace(OF_2024, over=0, out=0))
    assert nobody.share == 0


def test_the_two_worlds_differ_by_the_true_effect_alone(dataset: Dataset) -> None:
    still, better = world(dataset, effect=False), world(dataset, effect=True)
    ratio = better.rates / still.rates
    assert ratio[..., :24] == pytest.approx(1)
    assert still.improved.sum(axis=1).tolist() == [10] * len(still.improved)
    half = better.improved[:, None, :, None]
    assert ratio[..., 24:] == pytest.approx(1 - IMPROVEMENT * half + 0 * ratio[..., 24:])
    assert abs(still.delivered - still.rates).max() <= 0.05 + 1e-9
    found = [won(one.delivered, one.season, OF_2024).improved.mean() for one in (still, better)]
    assert found[1] > found[0]
    assert PEOPLE.sum() == 10_557_682


def test_levels_and_season_are_those_published_and_flat_without_them(dataset: Dataset) -> None:
    assert levels(dataset, "over")[CODES.index("14")] == 10.4
    july = season_by_month(dataset, "over")
    assert july[6] == pytest.approx(1.256, abs=5e-4)
    assert july.mean() == pytest.approx(1)
    other = a_dataset(first="2024-01", last="2024-12")
    assert set(levels(other, "out")) == {5.0}
    assert set(season_by_month(other, "out")) == {1.0}


@settings(max_examples=40, deadline=None)
@given(total=st.integers(0, 10**9), least=st.integers(0, 10**8))
def test_the_least_base_is_kept_where_it_can_be(total: int, least: int) -> None:
    found = base_with_least(total, least)
    assert tuple(found) == CODES
    assert sum(found.values()) == total
    assert min(found.values()) >= min(least, total // 21)


def test_without_a_least_base_it_is_the_published_one() -> None:
    assert base_with_least(BASE_2024, 0) == base_amounts()
    raised = base_with_least(BASE_2024, 20_000_000)
    assert raised["09"] == 20_000_000
    assert raised["01"] < base_amounts()["01"]


def test_what_is_assumed_is_said() -> None:
    assert "frö 2024" in ASSUMPTIONS.sv
    assert "300 simulated years" in ASSUMPTIONS.en
