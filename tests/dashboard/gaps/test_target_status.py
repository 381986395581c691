"""How far occupancy is from its target, in points and in beds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.gaps.target_status import distances, standing
from dashboard.indicators.registry import Stream
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets import occupancy_targets
from dashboard.view.view import View
from tests.builders import ACUTE, a_dataset, without

LAST = View("occupancy", "2025-12")


@given(st.floats(50, 120))
@settings(max_examples=50, deadline=None)
def test_beds_at_the_target_are_neither_short_nor_to_spare(percent: float) -> None:
    dataset = a_dataset(first="2025-01", beds=100, patients=percent)
    acute = standing(dataset, LAST, "01", "acute")
    assert acute.occupancy == pytest.approx(percent)
    assert acute.target == 85
    assert acute.distance == pytest.approx(percent - 85)
    # 80 acute beds: N / 0.85 - B (docs/methods.md 1.6).
    assert acute.beds_missing == pytest.approx(percent * ACUTE / 0.85 - 100 * ACUTE)


def test_the_mixed_target_asks_for_the_beds_of_both_streams() -> None:
    dataset = a_dataset(first="2025-01", beds=100, patients=100)
    both = standing(dataset, LAST, "01", "all")
    # The example of docs/methods.md 1.6: 800 acute and 200 planned patients.
    assert both.target == pytest.approx(86.8280, abs=0.0001)
    assert both.beds_missing == pytest.approx(occupancy_targets.required_beds(80, 20) - 100)
    apart = [standing(dataset, LAST, "01", stream).beds_missing for stream in ("acute", "planned")]
    assert sum(missing or 0 for missing in apart) == pytest.approx(both.beds_missing)


@pytest.mark.parametrize("stream", ["acute", "planned", "all"])
def test_the_country_is_short_of_what_its_regions_are_short_of(
    dataset: Dataset, stream: Stream
) -> None:
    regions = [standing(dataset, LAST, code, stream).beds_missing or 0 for code in CODES]
    assert standing(dataset, LAST, SWEDEN, stream).beds_missing == pytest.approx(sum(regions))


def test_a_target_is_in_force_from_may_2023() -> None:
    dataset = a_dataset()
    assert not standing(dataset, replace(LAST, period="2023-04"), SWEDEN, "acute").in_force
    assert standing(dataset, replace(LAST, period="2023-05"), SWEDEN, "acute").in_force
    # Before that today's target stands as a comparison.
    assert standing(dataset, replace(LAST, period="2023-04"), SWEDEN, "planned").target == 95


def test_without_values_there_is_no_distance_and_no_error() -> None:
    dataset = without(a_dataset(), CODES)
    for stream in ("acute", "planned", "all"):
        found = standing(dataset, LAST, SWEDEN, stream)  # type: ignore[arg-type]
        assert (found.occupancy, found.beds_missing, found.distance) == (None, None, None)
    outside = standing(a_dataset(), replace(LAST, period="2030-01"), SWEDEN, "all")
    assert outside.distance is None


def test_distances_are_those_of_every_region(dataset: Dataset) -> None:
    view = replace(LAST, stream="acute")
    found = distances(dataset, view)
    assert found == [standing(dataset, view, code, "acute").distance for code in ALL_CODES]
