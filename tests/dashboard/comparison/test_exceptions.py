"""A region needs attention when three things hold at once, and is never judged without basis."""

from dataclasses import replace

import pytest

from dashboard.comparison.exceptions import (
    NOBODY,
    NOBODY_JUDGED,
    Attention,
    Judged,
    attention,
)
from dashboard.comparison.exceptions import _judge as judge
from dashboard.comparison.exceptions_words import _rule as rule
from dashboard.indicators.registry import AVAILABLE_BEDS, BEDS_PER_1000, OCCUPANCY, OVERCROWDING
from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from tests.builders import an_example, still_preliminary, without

VIEW = View(OVERCROWDING.key, "2025-12")
# Plus and minus around the level, so that a calm month is no signal.
WIGGLE = (0.1, -0.1, 0.05, -0.15, 0.12, -0.02, 0.07)


def calm(
    level: float, *, last: float | None = None, year_before: float | None = None
) -> list[float]:
    """Three years of months around a level, with the last and the same month before it set."""
    found = [level + WIGGLE[i % 7] for i in range(36)]
    found[35] = found[35] if last is None else last
    found[23] = found[23] if year_before is None else year_before
    return found


def a_land(**regions: list[float]) -> Dataset:
    """Every region at 4 overcrowded per 100 beds, but those named as `r14`."""
    named = {key.removeprefix("r"): values for key, values in regions.items()}
    return an_example(over=dict.fromkeys(CODES, calm(4.0)) | named)


def listed(found: Attention) -> list[str]:
    return [one.region for one in found.listed]


def test_outside_and_worse_and_worsening_needs_attention() -> None:
    found = attention(a_land(r14=calm(4.0, last=9.0)), VIEW)
    assert listed(found) == ["14"]
    one = found.listed[0]
    assert one.value == pytest.approx(9)
    assert one.point.special_cause == "Above UCL"
    assert (one.point.upl or 9) < 9
    assert one.reference == pytest.approx((9 + 20 * (4 + WIGGLE[0])) / 21)
    assert (one.against_target, one.direction) == (False, -1)
    assert one.year_before == pytest.approx(4 + WIGGLE[2])
    assert one.size == pytest.approx(one.value - one.reference)
    assert found.empty_words is None
    assert len(found.judged) == 21


@pytest.mark.parametrize(
    ("region", "missed"),
    [
        (calm(4.0, last=4.3), "outside"),
        # Ten regions at 10 lift the country above the region that jumped to 6.
        (calm(4.0, last=6.0), "worse"),
        (calm(4.0, last=9.0, year_before=9.5), "worsening"),
    ],
)
def test_two_conditions_of_three_are_not_enough(region: list[float], missed: str) -> None:
    others = {f"r{code}": calm(10.0) for code in CODES[11:]} if missed == "worse" else {}
    found = attention(a_land(r01=region, **others), VIEW)
    one = next(one for one in found.judged if one.region == "01")
    assert [name for name in ("outside", "worse", "worsening") if not getattr(one, name)] == [
        missed
    ]
    assert "01" not in listed(found)


def test_a_good_surprise_needs_no_attention() -> None:
    assert listed(attention(a_land(r14=calm(4.0, last=0.5)), VIEW)) == []


def test_the_largest_difference_stands_first() -> None:
    dataset = a_land(r03=calm(4.0, last=8.0), r14=calm(4.0, last=9.0), r25=calm(4.0, last=8.0))
    found = attention(dataset, VIEW)
    assert listed(found) == ["14", "03", "25"]
    sizes = [one.size for one in found.judged]
    assert sizes == sorted(sizes, reverse=True)


def test_occupancy_is_held_against_its_target_once_that_is_in_force() -> None:
    patients = dict.fromkeys(CODES, calm(80.0)) | {"14": calm(80.0, last=86.0)}
    dataset = an_example(patients=patients)
    view = View(OCCUPANCY.key, "2025-12")
    below, acute = attention(dataset, view), attention(dataset, replace(view, stream="acute"))
    # Four fifths acute at 85 per cent and one at 95 give a mixed target of 86.8.
    assert listed(below) == []
    assert listed(acute) == ["14"]
    assert (acute.listed[0].reference, acute.listed[0].against_target) == (85, True)
    mixed = next(one for one in below.judged if one.region == "14")
    assert mixed.reference == pytest.approx(86.8, abs=0.05)
    early = attention(an_example(first="2021-01", patients=90.0), replace(view, period="2024-12"))
    assert {one.against_target for one in early.judged} == {True}
    before = an_example(first="2020-01", last="2022-12", patients=90.0)
    found = attention(before, replace(view, period="2022-12"))
    assert {one.against_target for one in found.judged} == {False}


def test_a_region_without_basis_is_named_with_the_reason_and_never_listed() -> None:
    dataset = a_land(**{f"r{code}": calm(4.0, last=9.0) for code in ("01", "03", "04", "14")})
    dataset = without(dataset, ["01"], months=["2025-12"])
    dataset = without(dataset, ["03"], months=["2024-12"])
    dataset = without(dataset, ["04"], months=[m for m in dataset.months if m < "2024-12"])
    dataset = without(dataset, ["04"], months=["2025-03", "2025-08"])
    why = Text("Preliminära värden.", "Preliminary figures.")
    found = attention(dataset, VIEW, {"14": why})
    assert listed(found) == []
    reasons = dict(found.not_judged)
    assert list(reasons) == ["01", "03", "04", "14"]
    assert reasons["14"] == why
    assert "no value for the chosen region" in reasons["01"].en
    assert "same month last year" in reasons["03"].en
    assert "takes 36 months" in reasons["04"].en
    assert len(found.judged) == 17
    assert listed(attention(dataset, VIEW)) == ["14"]


@pytest.mark.parametrize(
    "view",
    [
        replace(VIEW, indicator=AVAILABLE_BEDS.key),
        replace(VIEW, indicator=BEDS_PER_1000.key),
        replace(VIEW, period="2025"),
        replace(VIEW, period="2025", data="published"),
        replace(VIEW, period="2031-01"),
    ],
)
def test_what_cannot_be_judged_says_so_for_every_region(view: View) -> None:
    found = attention(a_land(), view)
    assert (found.judged, len(found.not_judged)) == ((), 21)
    assert all(all(reason) for _, reason in found.not_judged)
    assert found.empty_words == NOBODY_JUDGED


def test_an_empty_list_is_said_in_words() -> None:
    assert attention(a_land(), VIEW).empty_words == NOBODY


@pytest.mark.parametrize("gone", ["01", "14", "25"])
def test_a_region_that_is_hidden_changes_nothing_about_the_others_own_series(gone: str) -> None:
    dataset = a_land(r14=calm(4.0, last=9.0), r25=calm(4.0, last=9.5))
    masked = attention(without(dataset, [gone], months=["2025-12"]), VIEW)
    assert set(listed(masked)) == {"14", "25"} - {gone}
    assert [code for code, _ in masked.not_judged] == [gone]
    own = {one.region: (one.value, one.point) for one in attention(dataset, VIEW).judged}
    assert all(own[one.region] == (one.value, one.point) for one in masked.judged)


def test_a_preliminary_month_is_not_judged_and_says_so() -> None:
    dataset = still_preliminary(a_land(r14=calm(4.0, last=9.0)), VIEW.period, regions=["14"])
    found = attention(dataset, VIEW)
    assert listed(found) == []
    [(code, why)] = found.not_judged
    assert (code, why.sv) == ("14", "Månaden är preliminär och bedöms när den är fastställd.")


def test_a_series_without_a_season_is_not_judged() -> None:
    """Without any July there is no season, so there is no level of a month to judge by."""
    dataset = a_land(r14=calm(4.0, last=9.0))
    gaps = without(dataset, ["14"], months=[m for m in dataset.months if m.endswith("-07")])
    view = replace(VIEW, region="14")
    # A region with gaps has too low a grade for the list, so it is judged here by itself.
    unseasoned, plain = judge(gaps, view), judge(dataset, view)
    assert not isinstance(unseasoned, Judged)
    assert "Ingen egen nivå kan bestämmas" in unseasoned.sv
    assert isinstance(plain, Judged)
    assert rule(view, plain, "sv").startswith("över övre gränsen")
