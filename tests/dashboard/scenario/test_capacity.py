"""Preparedness, an event, relief and staffing of a region in a release."""

import pytest

from dashboard.releases.dataset import Dataset
from dashboard.scenario import relief_words, staff_words
from dashboard.scenario.capacity_rows import SHEETS
from dashboard.scenario.mass_casualty import event
from dashboard.scenario.readiness import rungs
from dashboard.scenario.staffing import PATIENTS_PER_NURSE
from dashboard.view.view import View, parse
from tests.builders import a_dataset
from tests.each import each

HUNDRED = a_dataset(beds=100, patients=90)


def a_view(dataset: Dataset, **query: str) -> View:
    return parse({"region": "14", **query}, dataset).view


def rows(dataset: Dataset, name: str, **query: str) -> list[dict[str, object]]:
    view = a_view(dataset, **query)
    return [dict(one) for one in SHEETS[name].rows(dataset.showing(view.data), view)]


def ladder(words: str) -> dict[str, tuple[float | None, str]]:
    view = a_view(HUNDRED, scenario=words)
    return {one.key: (one.beds, one.kind) for one in rungs(HUNDRED, view)}


def test_what_nobody_told_is_not_known() -> None:
    found = ladder("now")
    assert found["need"] == (pytest.approx(200), "rule")
    assert found["available"][0] == pytest.approx(100)
    assert found["free"][0] == pytest.approx(10)
    assert (found["closed"], found["staffable"]) == ((None, "unknown"), (None, "unknown"))
    assert "capacity" not in found


def test_what_is_told_makes_a_ladder() -> None:
    found = ladder("closed=20,convert=10,employed=40,crisis=0.7")
    assert found["closed"] == (20, "own")
    assert found["premises"][0] == pytest.approx(130)
    assert found["staffable"][0] == pytest.approx(40 / (0.7110 * 0.7), rel=1e-3)
    assert found["capacity"][0] == found["staffable"][0]
    assert found["gap"][0] == pytest.approx(200 - 40 / (0.7110 * 0.7), rel=1e-3)


def test_the_injured_go_to_the_nearest_first_and_the_time_to_full_is_told() -> None:
    found = event("01", 30, 2, {"01": 10.9, "03": 5, "25": 100, "09": 50}, within_km=300)
    assert [(one.region, one.free, one.takes) for one in found.taken] == [
        ("01", 10, 10), ("03", 5, 5),
    ]  # fmt: skip
    assert [one.full_after for one in found.taken] == [pytest.approx(2 / 3), pytest.approx(1)]
    assert found.left == 15
    assert found.taken[1].km == pytest.approx(1.3 * 63.6, rel=1e-3)


def test_an_event_with_beds_enough_fills_nobody() -> None:
    found = event("01", 8, 2, {"01": 10, "03": 5}, within_km=300)
    assert [(one.takes, one.full_after) for one in found.taken] == [(8, None)]
    assert found.left == 0


@pytest.mark.parametrize(
    ("place", "admitted", "window"), [("00", 1, 1), ("01", -1, 1), ("01", 1, 0)]
)
def test_an_impossible_event_is_refused(place: str, admitted: int, window: float) -> None:
    with pytest.raises(ValueError, match=r"regions|must not"):
        event(place, admitted, window, {"01": 1}, within_km=300)


def test_relief_of_estimated_months_has_only_pairs_used_in_most_places(dataset: Dataset) -> None:
    for one in each(rows(dataset, "scn-relief", period="2025-07")):
        assert one["status"] == "estimated"
        assert float(str(one["used_in"])) > 0.5
    (nobody,) = rows(dataset, "scn-relief", period="2025-12")
    assert (nobody["patients"], nobody["used_in"]) == (None, None)


def test_relief_of_example_months_is_for_planning(dataset: Dataset) -> None:
    found = rows(dataset, "scn-relief", data="example", period="2025-07")
    for one in each(found):
        assert one["status"] == "example"
        assert one["patients"]
        assert 0 < float(str(one["used_in"])) <= 1
    view = a_view(dataset, data="example", period="2025-07")
    words = relief_words.sentence(dataset.showing("example"), view, "en")
    assert words.startswith("For planning, not for transport.")


def test_the_staff_of_the_official_gap_is_the_printed_one(dataset: Dataset) -> None:
    found = {one["ward_kind"]: one for one in rows(dataset, "scn-staffing")}
    assert found["nurses"]["beds"] == 2360
    assert round(float(str(found["nurses"]["fte"]))) == 1678
    assert round(float(str(found["all"]["fte"]))) == 3076
    assert found["medicine"]["fte_per_bed"] == pytest.approx(0.6844, abs=5e-5)
    assert found["chosen"]["ratios"] == f"{PATIENTS_PER_NURSE:g}"


def test_vacancies_are_told_where_somebody_is_employed(dataset: Dataset) -> None:
    alone = staff_words.behind(dataset, a_view(dataset), "sv")
    assert alone.endswith("är inte inläst.")
    told = staff_words.behind(dataset, a_view(dataset, scenario="employed=1000"), "sv")
    assert "saknas" in told


def test_the_staff_of_regions_have_a_range_and_no_ranking(dataset: Dataset) -> None:
    grid = staff_words.regions_grid(dataset, a_view(dataset), "sv")
    names = [row[0] for row in grid.rows]
    assert len(names) == 21
    assert names[0] == "Blekinge"
    assert names[-1] == "Östergötland"
    by_name = {row[0]: row for row in grid.rows}
    assert " till " in by_name["Västra Götaland"][1]
