"""Patients and beds of twelve months by stream, and the beds that the targets ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.gaps.demand import ACUTE_SHARE, Demand, demands, window
from dashboard.gaps.implied_gap import country_gap, implied_gap, implied_gaps
from dashboard.gaps.waterfall import implied_waterfall, official_waterfall
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.targets.occupancy_targets import Shares
from tests.builders import ACUTE, a_dataset, without

people = st.floats(1, 5_000)


def a_demand(acute: float = 800, planned: float = 200, beds: float = 1_000) -> Demand:
    return Demand("14", acute, planned, beds, ACUTE * beds, (1 - ACUTE) * beds, 0)


def test_twelve_months_stand_behind_a_month_and_a_year() -> None:
    assert window("2025-05")[0] == "2024-06"
    assert window("2025-05")[-1] == "2025-05"
    assert window("2025") == window("2025-12")


def test_averages_are_by_day_and_the_country_is_the_sum() -> None:
    found = demands(a_dataset(), "2025-12")
    one = found["14"]
    assert (one.acute, one.planned, one.beds) == pytest.approx((72, 18, 100))
    assert one.over == pytest.approx(4)
    assert found[SWEDEN].patients == pytest.approx(21 * 90)
    assert found[SWEDEN].beds_acute == pytest.approx(21 * 80)
    assert one.occupancy == pytest.approx(0.9)
    assert one.acute_share == pytest.approx(ACUTE)


def test_a_missing_month_or_region_is_not_counted_as_nothing() -> None:
    assert demands(a_dataset(), "2022-12") == {}
    assert demands(a_dataset(), "2023-11") == {}
    found = demands(without(a_dataset(), ["14"], months=["2025-07"]), "2025-12")
    assert "14" not in found
    assert found[SWEDEN].patients == pytest.approx(20 * 90)


def test_patients_without_a_split_are_split_at_a_flat_rate() -> None:
    dataset = a_dataset()
    cube = dataset.cube.copy()
    cube[..., 1:] = float("nan")
    object.__setattr__(dataset, "cube", cube)
    one = demands(dataset, "2025-12")["14"]
    assert one.flat_rate
    assert one.acute == pytest.approx(ACUTE_SHARE * 90)
    assert one.beds_acute is None
    gap = implied_gap(one)
    assert gap.acute is None
    assert gap.locked == pytest.approx(max(0.0, gap.net))
    assert demands(dataset, "2025-12")[SWEDEN].flat_rate


def test_the_gap_equals_the_worked_example() -> None:
    gap = implied_gap(a_demand())
    assert gap.required == pytest.approx(941.176 + 210.526, abs=1e-3)
    assert gap.net == pytest.approx(151.703, abs=1e-3)
    assert gap.acute == pytest.approx(941.176 - 800, abs=1e-3)
    assert gap.planned == pytest.approx(210.526 - 200, abs=1e-3)


@given(people, people, people)
def test_locked_beds_never_make_the_shortage_smaller(
    acute: float, planned: float, beds: float
) -> None:
    gap = implied_gap(a_demand(acute, planned, beds))
    assert gap.acute is not None
    assert gap.planned is not None
    assert gap.acute + gap.planned == pytest.approx(gap.net, abs=1e-6)
    assert gap.locked >= max(0.0, gap.net) - 1e-9


@given(st.lists(st.tuples(people, people, people), min_size=1, max_size=8))
def test_shortages_alone_are_never_less_than_the_net(regions: list[tuple[float, ...]]) -> None:
    together = country_gap([implied_gap(a_demand(*one)) for one in regions])
    assert together.gross >= together.net - 1e-6
    assert together.locked >= together.gross - 1e-6


def test_a_region_can_have_targets_of_its_own() -> None:
    found = demands(a_dataset(), "2025-12")
    gaps = {one.region: one for one in implied_gaps(found, {"14": Shares(0.8, 0.9)})}
    assert list(gaps) == list(CODES)
    assert gaps["14"].required == pytest.approx(72 / 0.8 + 18 / 0.9)
    assert gaps["01"].required == pytest.approx(72 / 0.85 + 18 / 0.95)


figures = st.tuples(people, people, people)


@given(figures, figures)
def test_the_steps_of_the_waterfall_lead_to_today(
    before: tuple[float, ...], after: tuple[float, ...]
) -> None:
    then, now = a_demand(*before), a_demand(*after)
    first, *changes, last = implied_waterfall(then, now)
    assert [one.key for one in changes] == ["beds", "patients", "mix", "interaction"]
    assert first.beds + sum(one.beds for one in changes) == pytest.approx(last.beds, abs=1e-6)
    assert last.beds == pytest.approx(implied_gap(now).net)


def test_beds_alone_move_the_official_gap() -> None:
    first, rounding, beds, last = official_waterfall(15_361, 15_522)
    assert (first.beds, rounding.beds, beds.beds, last.beds) == (2_360, -61, -161, 2_138)
    assert first.total
    assert last.total
