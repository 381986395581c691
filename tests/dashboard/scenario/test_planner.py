"""The planner: the printed values, what adds up, and that chance decides nothing."""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.releases.dataset import Dataset
from dashboard.scenario.baseline import Baseline, baseline
from dashboard.scenario.planner import Result, results
from dashboard.scenario.sensitivity import sought, swings
from dashboard.statistics import census
from dashboard.statistics.quasi_points import Spread, exactly
from dashboard.targets.occupancy_targets import OFFICIAL
from dashboard.values import values
from dashboard.view.scenario_choice import LEVERS, scenario_choice
from dashboard.view.view import View, parse
from tests.builders import a_dataset
from tests.each import each

SWEDEN = Baseline(
    beds=exactly(15_300), occupancy=exactly(0.95),
    over=exactly(census.overcrowding(24, 0.95)), out=1.9, acute=0.82, ready=1000,
    need=exactly(17_660), growth=exactly(0.5), shares=OFFICIAL,
)  # fmt: skip


def of(words: str, base: Baseline = SWEDEN) -> dict[str, Result]:
    return {one.measure: one for one in results(base, scenario_choice(words))}


def a_view(dataset: Dataset, **query: str) -> View:
    return parse({"region": "14", **query}, dataset).view


@pytest.mark.parametrize(("latent", "occupancy", "over"), [("0", 82.3, 1.82), ("50", 89.0, 3.51)])
def test_the_printed_case_of_more_beds(latent: str, occupancy: float, over: float) -> None:
    found = of(f"beds=2360,latent={latent}")
    assert found["occupancy"].value == pytest.approx(occupancy, abs=0.05)
    assert found["over_per_100"].value == pytest.approx(over, abs=0.005)
    assert found["over_per_100"].now == pytest.approx(5.73, abs=0.005)
    assert found["official_gap"].value == 0


def test_the_printed_staff_and_money_of_more_beds() -> None:
    found = of("beds=2360")
    assert found["nurses"].value - found["nurses"].now == pytest.approx(1678, abs=1)
    assert found["staff"].value - found["staff"].now == pytest.approx(3076, abs=1)
    assert found["cost"].value - found["cost"].now == pytest.approx(8011, abs=1)


def test_without_a_change_nothing_changes() -> None:
    for one in each(of("now").values()):
        assert (one.change, one.change_low, one.change_high) == (0, 0, 0)
        assert one.mean == one.value == one.now


def test_both_gaps_stand_apart() -> None:
    found = of("moved=10~10~10")
    fewer = 0.1 * 0.18 * 0.95 * 15_300
    assert found["official_gap"].change == 0
    assert found["implied_gap"].change == pytest.approx(-fewer / OFFICIAL.planned)
    assert found["patients"].change == pytest.approx(-fewer)


def test_patients_ready_for_discharge_leave_and_the_population_grows() -> None:
    assert of("ready=50~50~50")["patients"].change == pytest.approx(-500)
    grown = of("ahead=10,growth=0.5~0.5~0.5")["patients"]
    assert grown.value / grown.now == pytest.approx(1.005**10)


def test_a_shorter_stay_is_a_share_of_the_mean_stay() -> None:
    found = of("stay=0.4~0.4~0.4,length=4~4~4")["patients"]
    assert found.change / found.now == pytest.approx(-0.1)


def test_beds_without_nurses_are_not_opened() -> None:
    found = of("beds=1000~1000~1000,cap=71,nurse=7.7~7.7~7.7,hours=1600~1600~1600")["beds"]
    assert found.change == pytest.approx(71 / 0.7110, rel=1e-3)


def test_outplaced_patients_follow_the_overcrowded() -> None:
    found = of("beds=500")
    ratio = found["outplaced"].value / found["outplaced"].now
    assert ratio == pytest.approx(found["overcrowded"].value / found["overcrowded"].now)


def test_the_ends_are_those_of_many_random_draws() -> None:
    """An oracle: what 200 000 draws of the same laws give, by plain formulas."""
    base = replace(SWEDEN, beds=Spread(15_300, 15_000, 15_500), over=exactly(5.0), out=None)
    found = of("beds=100~50~300", base)["beds"]
    random = np.random.default_rng(7)
    one, other = (np.abs(random.standard_normal((2, 200_000))) / 1.2815515655446004
                  for _ in range(2))  # fmt: skip
    sides = random.random((2, 200_000)) < 0.5
    beds = 15_300 + np.where(sides[0], -300 * one[0], 200 * one[1])
    added = 100 + np.where(sides[1], -50 * other[0], 200 * other[1])
    assert [found.low, found.high] == pytest.approx(np.quantile(beds + added, [0.1, 0.9]), abs=15)
    assert found.change == pytest.approx(added.mean(), abs=2)


def test_today_is_what_stands_elsewhere(dataset: Dataset) -> None:
    view = a_view(dataset, indicator="occupancy")
    base = baseline(dataset, view)
    assert base is not None
    for words in ("now", "beds=50"):
        year = replace(view, period="2025")
        shown = values.at(dataset, year)[[v.region for v in values.at(dataset, year)].index("14")]
        assert of(words, base)["occupancy"].now == pytest.approx(shown.value)
    assert of("now", base)["occupancy"].now_low == pytest.approx(shown.low, abs=0.1)


def test_a_region_without_patients_has_no_baseline() -> None:
    dataset = a_dataset(patients={"01": 90})
    assert baseline(dataset, a_view(dataset)) is None
    assert baseline(dataset, a_view(dataset, region="01")) is not None


def test_the_assumption_that_moves_most_stands_first() -> None:
    found = swings(SWEDEN, scenario_choice("beds=1000,latent=0~0~100"))
    assert found[0].name == "latent"
    widths = [one.width for one in found]
    assert widths == sorted(widths, reverse=True)
    assert not {"cost", "hours"} & {one.name for one in found}
    assert swings(SWEDEN, scenario_choice("now")) == ()


def test_what_is_sought_gives_it() -> None:
    for one in each(sought(SWEDEN, scenario_choice("goal=200,beds=900"))):
        assert one.amount is not None
        amount = round(one.amount, 2)
        found = of(f"{one.lever}={amount}~{amount}~{amount},latent=0")["overcrowded"]
        assert found.now - found.value == pytest.approx(200, rel=0.1)


def test_what_is_not_enough_says_how_far_it_leads() -> None:
    found = {one.lever: one for one in sought(SWEDEN, scenario_choice("goal=800"))}
    assert set(found) == set(LEVERS)
    assert found["moved"].amount is None
    assert 0 < found["moved"].reached < 800
