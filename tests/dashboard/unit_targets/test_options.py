"""The ways to the target reach it, and none of them is better than another in all."""

from dataclasses import replace
from itertools import permutations

import pytest

from dashboard.releases.dataset import Dataset
from dashboard.unit_targets import options_words
from dashboard.unit_targets.options import MOST_MOVED, MOST_READY, need_of
from dashboard.view.view import View, parse
from tests.builders import a_dataset


def a_view(dataset: Dataset, **query: str) -> View:
    return parse({"region": "14", **query}, dataset).view


@pytest.mark.parametrize("region", ["00", "12", "14", "24"])
def test_every_way_ends_at_the_target(dataset: Dataset, region: str) -> None:
    need = need_of(dataset, a_view(dataset, region=region))
    assert need is not None
    assert need.missing > 0
    for one in need.options:
        assert one.occupancy == pytest.approx(need.target, abs=0.004)
        assert one.over_per_100 < need.over_per_100
        assert min(one.beds, one.days, one.ready, one.moved) >= 0
        assert one.ready <= MOST_READY * (need.ready or 0) + 1e-9


def test_no_way_is_better_than_another_in_all(dataset: Dataset) -> None:
    need = need_of(dataset, a_view(dataset))
    assert need is not None
    costs = [(one.beds, one.days, one.ready, one.moved) for one in need.options]
    for one, other in permutations(costs, 2):
        assert any(a < b - 1e-9 for a, b in zip(one, other, strict=True))


def test_beds_alone_are_those_that_are_missing() -> None:
    dataset = a_dataset(beds=100, patients=95)
    need = need_of(dataset, a_view(dataset))
    assert need is not None
    assert need.missing == pytest.approx(95 / 0.868280 - 100, abs=1e-3)
    assert need.options[0].beds == pytest.approx(need.missing)
    assert need.options[2].moved <= MOST_MOVED * 0.2 * 95 + 1e-9


def test_single_changes_are_counted_in_beds() -> None:
    dataset = a_dataset(beds=1000, patients=950, over=40)
    need = need_of(dataset, a_view(dataset, assumptions="beds=50,days=0.4,stay=4"))
    assert need is not None
    assert need.more_beds.occupancy == pytest.approx(950 / 1050)
    assert need.more_beds.beds == pytest.approx(50)
    assert need.shorter_stay.occupancy == pytest.approx(0.855)
    assert need.shorter_stay.beds == pytest.approx(95 / 0.868280, abs=0.01)


def test_where_the_target_is_met_there_is_nothing_to_ask() -> None:
    dataset = a_dataset(patients=60)
    need = need_of(dataset, a_view(dataset))
    assert need is not None
    assert need.options == ()
    assert need.missing < 0
    assert "når målet: 31 platser utöver behovet" in options_words.title(need, "sv")
    assert "missing" not in options_words.more_beds(need, 20, "en")


def test_without_twelve_months_there_is_no_need(dataset: Dataset) -> None:
    view = replace(a_view(dataset), period="2016-03")
    assert need_of(dataset, view) is None
    assert options_words.ways(None, "sv") == ()
    assert options_words.more_beds(None, 20, "sv") == "–"
