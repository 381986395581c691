"""What chance alone pays, and what must be known before a result of the grant is read."""

import numpy as np
import pytest

from dashboard.funding.rates import parse_rates
from dashboard.funding.simulation.chance import (
    chance,
    rounding,
    rounding_of,
    to_the_mean,
    unpaid,
)
from dashboard.funding.simulation.chance_picture import cautions, chance_picture
from dashboard.funding.simulation.engine import won
from dashboard.funding.simulation.placebo_months import PLACEBO_MONTHS, placebo
from dashboard.funding.simulation.power_analysis import noise
from dashboard.funding.simulation.scenarios import world
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.payment_rule import OF_2024
from dashboard.view.view import View
from tests.dashboard.funding.test_rates import a_file
from tests.each import each

VIEW = View("overcrowding", "2025-12")


def test_about_58_per_cent_of_the_cells_qualify_by_chance(dataset: Dataset) -> None:
    found = chance(dataset)
    assert found.share == pytest.approx(0.58, abs=0.01)
    assert found.low < found.share < found.high
    assert (found.seed, found.runs, found.noise, found.kept) == (2024, 300, 0.25, 0.6)
    assert len(found.outcomes) == 300
    assert found.improved_alone == pytest.approx(0.47, abs=0.02)
    assert dict(found.by_requirement).keys() == {"over", "out"}
    # The simulator says the same of the same rule.
    assert (found.share, found.sd) == (noise(dataset, OF_2024).cells, noise(dataset, OF_2024).sd)
    assert found.share == pytest.approx(np.mean([one for _, one in found.by_requirement]))


def test_months_that_follow_one_another_widen_what_chance_may_do(dataset: Dataset) -> None:
    drawn = world(dataset, effect=False)
    usual = drawn.level[:, :, None] * np.tile(drawn.season, 3)[:, None, :]
    noise = (drawn.rates / usual - 1) / 0.25
    first, second = noise[..., :-1].ravel(), noise[..., 1:].ravel()
    assert np.corrcoef(first, second)[0, 1] == pytest.approx(0.6, abs=0.01)
    assert noise.std() == pytest.approx(1, abs=0.01)
    # Independent months have a spread of 2.3 percentage points.
    assert chance(dataset).sd > 0.03
    assert "varav nästa månad behåller 0,6" in chance_picture(dataset, VIEW, "sv").measure


def test_the_same_seed_gives_the_same_and_another_nearly_so(dataset: Dataset) -> None:
    again = chance(dataset, seed=7)
    assert again.share != chance(dataset).share
    assert again.share == pytest.approx(chance(dataset).share, abs=0.01)


def test_the_value_of_the_method_document_comes_out_of_levels_from_two_to_nine() -> None:
    """Methods 5.5: 0.582 with SD .033, of one requirement's 189 cells."""
    draw = np.random.default_rng(1)
    level = np.linspace(2, 9, 21)[:, None]
    rates = level * np.maximum(0.01, 1 + 0.25 * draw.standard_normal((400, 1, 21, 36)))
    yearly = won(rates, np.ones((1, 12)), OF_2024).either
    share = yearly.mean(axis=(1, 2, 3))
    assert share.mean() == pytest.approx(0.582, abs=0.006)
    assert share.std() == pytest.approx(0.033, abs=0.004)


def test_a_high_month_is_followed_by_a_lower_one_without_any_change(dataset: Dataset) -> None:
    low, usual, high = to_the_mean(dataset)
    assert low.change > 20
    assert usual.change == pytest.approx(0, abs=2)
    assert high.change < -15
    assert low.improved < 0.25 < usual.improved < 0.6 < high.improved
    assert high.name.sv == "Höga månader 2023"


def test_coarser_decimals_change_who_is_paid(dataset: Dataset) -> None:
    exact, two, one, none = rounding(dataset)
    assert [n.decimals for n in (exact, two, one, none)] == [None, 2, 1, 0]
    assert (exact.changed_cells, exact.moved) == (0, 0)
    assert two.changed_cells <= one.changed_cells < none.changed_cells
    assert none.moved > one.moved > 0
    # To one decimal 4.04 and 3.99 are both 4.0, and all others lie lower.
    own = parse_rates(a_file({"14": "4.04,3.99,9,9"}).replace("4.0,4.0,", "3.0,3.0,"))
    assert [one.changed_cells for one in rounding_of(own)] == [0, 0, 1, 1]


def test_a_true_improvement_often_goes_unpaid_and_less_so_the_larger_it_is(
    dataset: Dataset,
) -> None:
    found = unpaid(dataset)
    assert [one.improvement for one in found] == [0, 2, 5, 10, 15, 20, 30]
    each = [one.any_region for one in found]
    assert each == sorted(each, reverse=True)
    assert each[0] == pytest.approx(1 - chance(dataset).share, abs=1e-12)
    assert 0.05 < each[-1] < 0.2
    assert all(one.lowest < one.middle for one in found)


def test_november_and_december_are_held_to_the_same_rule(dataset: Dataset) -> None:
    found = placebo(dataset)
    assert PLACEBO_MONTHS == (11, 12)
    assert (found.paid_cells, found.unpaid_cells) == (378, 84)
    assert 0 < found.paid < 1
    assert 0 < found.unpaid < 1
    assert "säger inget om betalningen" in found.text.sv


def test_what_rounding_moves_is_not_told_of_estimates(dataset: Dataset) -> None:
    def found(shown: Dataset) -> list[str]:
        _, grid, _ = cautions(shown, "sv")
        return [row[1] for row in grid.rows if row[0].startswith("Avrundat")]

    assert set(found(dataset.showing("estimated"))) == {CANNOT_BE_DECIDED.sv}
    assert all("byter region" in one for one in each(found(dataset.showing("example"))))
