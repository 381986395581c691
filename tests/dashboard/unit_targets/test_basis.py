"""Targets under assumptions: the guideline at 24 beds, and each assumption where it acts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.text import LANGS
from dashboard.releases.dataset import Dataset
from dashboard.statistics.census import overcrowding
from dashboard.targets.occupancy_targets import OFFICIAL, TARGETS
from dashboard.targets.versions import TargetTable
from dashboard.unit_targets.assumption_words import ASSUMPTIONS
from dashboard.unit_targets.basis import Basis, basis
from dashboard.view.view import View, parse
from tests.builders import a_dataset

STORE = a_dataset()


def a_view(dataset: Dataset = STORE, **query: str) -> View:
    return parse(query, dataset).view


def found(dataset: Dataset = STORE, **query: str) -> Basis:
    return basis(dataset, a_view(dataset, **query))


def test_a_unit_of_24_beds_has_the_guideline() -> None:
    one = found()
    assert one.target(24, "acute").target == pytest.approx(0.85)
    assert one.target(24, "planned").target == pytest.approx(0.95)
    assert one.acute_share == pytest.approx(0.8)
    assert one.blend(24) == pytest.approx(0.868280, abs=1e-6)
    assert one.risk(24, "acute") == pytest.approx(2.41, abs=0.005)


def test_an_acute_share_of_ones_own_takes_the_place_of_the_regions() -> None:
    one = found(assumptions="acute=100")
    assert not one.own_share
    assert one.blend(24) == pytest.approx(one.target(24, "acute").target)


@given(st.floats(0.5, 7.5), st.sampled_from([1.0, 1.7]))
def test_tolerated_overcrowding_is_what_24_beds_then_have(risk: float, variance: float) -> None:
    said = round(risk, 1)
    one = found(assumptions=f"risk={said:g},variance={variance:g}")
    if one.shares.acute < 0.99:
        assert overcrowding(24, one.shares.acute, variance) == pytest.approx(said, abs=1e-6)


def test_more_tolerance_is_a_higher_target() -> None:
    targets = [found(assumptions=f"risk={risk}").target(12, "acute").target for risk in (1, 2.4, 4)]
    assert targets == sorted(targets)
    assert len(set(targets)) == 3


def test_variance_moves_the_risk_and_not_the_target() -> None:
    calm, wild = found(assumptions="variance=0.5"), found(assumptions="variance=2")
    assert calm.target(18, "acute") == wild.target(18, "acute")
    assert calm.risk(18, "acute") < wild.risk(18, "acute")
    assert calm.full_days(18, "acute") != wild.full_days(18, "acute")


def test_planned_care_follows_the_stay_and_the_days_of_admission() -> None:
    every = found(assumptions="stay=2,admitted=7")
    assert every.planned_variance(22.8) == pytest.approx(1 / 3, abs=0.01)
    risks = [found(assumptions=f"admitted={days}").risk(24, "planned") for days in (5, 6, 7)]
    assert risks == sorted(risks, reverse=True)
    assert round(risks[0], 1) == 6.2
    assert round(found(assumptions="stay=2").risk(24, "planned"), 1) == 12.4
    few, many = (found(assumptions=f"admitted={days}").full_days(24, "planned") for days in (7, 5))
    assert few < many


def test_geography_moves_a_target_at_most_five_points() -> None:
    plain = found(region="09").target(24, "acute").target
    island = found(region="09", assumptions="neighbours=1").target(24, "acute").target
    crowded = found(region="09", assumptions="neighbours=5").target(24, "acute").target
    assert plain - 0.05 <= island < plain < crowded <= plain + 0.05
    country = found(assumptions="neighbours=1")
    assert country.target(24, "acute").target == pytest.approx(0.85)


def test_a_loaded_version_judges_and_its_size_classes_stand_for_their_sizes() -> None:
    own = replace(TARGETS[0], version="v2", region="12", target_pct=80)
    small = replace(TARGETS[0], version="v2", unit_size_class="1-10", target_pct=70)
    dataset = replace(STORE, targets={**STORE.targets, "v2": TargetTable("v2", (own, small))})
    one = found(dataset, region="12", targets="v2")
    assert one.official.acute == pytest.approx(0.80)
    assert one.official.planned == OFFICIAL.planned
    assert one.target(24, "acute").target == pytest.approx(0.80)
    elsewhere = found(dataset, region="01", targets="v2")
    assert elsewhere.target(8, "acute").target == pytest.approx(0.70)
    assert elsewhere.target(24, "acute").target == pytest.approx(0.85)


def test_a_target_that_a_limit_holds_says_what_it_would_be() -> None:
    size = next(one for one in ASSUMPTIONS if one.key == "size")
    assert "utan den 67,3 %" in size.effect(found(assumptions="size=4"), "sv")
    assert "limit" not in size.effect(found(), "en")
    assert size.said(4, "en") == "4 beds"


def test_every_assumption_says_what_it_does_now() -> None:
    for text in ("usual", "size=6,risk=3,acute=60,stay=7,variance=1.4,neighbours=2"):
        for one in ASSUMPTIONS:
            basis_ = found(region="14", assumptions=text)
            for lang in LANGS:
                assert one.effect(basis_, lang).endswith(".")
                assert one.said(one.now(basis_), lang)


@given(st.integers(16, 40))
def test_the_anchor_is_the_unit_that_has_the_guideline(anchor: int) -> None:
    one = found(assumptions=f"anchor={anchor}")
    assert one.target(anchor, "acute").target == pytest.approx(0.85)
    assert one.target(anchor, "planned").target == pytest.approx(0.95)
    tolerant = found(assumptions=f"anchor={anchor},risk=1.5")
    assert tolerant.risk(anchor, "acute") == pytest.approx(1.5, abs=1e-6)
