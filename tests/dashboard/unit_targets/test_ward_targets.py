"""A list of wards: each has its target, and the list its blend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.model import icu_target
from dashboard.unit_targets.ward_list import Ward, WardStream
from dashboard.unit_targets.ward_targets import list_target
from dashboard.view.view import parse
from tests.builders import a_dataset

STORE = a_dataset()
BASIS = basis(STORE, parse({}, STORE).view)


def a_ward(beds: int, stream: WardStream = "acute") -> Ward:
    return Ward(2, f"{beds} {stream}", beds, stream, "S")


def test_a_list_gets_a_target_for_each_ward_and_its_blend() -> None:
    wards = [a_ward(24), a_ward(12, "planned"), a_ward(200), a_ward(8, "icu")]
    found = list_target(wards, BASIS)
    assert [one.ward for one in found.wards] == wards
    targets = [one.target for one in found.wards]
    assert targets[:3] == pytest.approx((0.85, 0.930, 0.92), abs=5e-4)
    assert found.wards[2].unclipped > 0.92
    assert found.wards[3].target == icu_target(8)
    assert found.wards[3].over_per_100 is None
    expected = (24 * targets[0] + 12 * targets[1] + 200 * targets[2]) / 236
    assert found.mixed == pytest.approx(expected)
    assert found.icu == icu_target(8)


def test_a_list_without_a_stream_has_no_blend_of_it() -> None:
    found = list_target([a_ward(8, "icu")], BASIS)
    assert (found.acute, found.planned, found.mixed, found.anchor) == (None, None, None, None)
    assert list_target([], BASIS).wards == ()


def test_alike_wards_anchor_the_guideline_to_their_own_size() -> None:
    assert list_target([a_ward(30), a_ward(30)], BASIS).anchor == pytest.approx(30)


@given(st.lists(st.tuples(st.integers(1, 400), st.sampled_from(["acute", "planned"])), min_size=1))
def test_the_blend_lies_between_the_targets(wards: list[tuple[int, WardStream]]) -> None:
    found = list_target([a_ward(*one) for one in wards], BASIS)
    targets = [one.target for one in found.wards]
    assert found.mixed is not None
    assert min(targets) - 1e-9 <= found.mixed <= max(targets) + 1e-9
