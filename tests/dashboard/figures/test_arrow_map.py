"""Arrows between regions: from who sends to who receives, its head at the end."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from plotly.graph_objects import Figure

from dashboard.figures.arrow_map import Arrow, ArrowMap, to_plotly
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from tests.each import each

POINTS = {"01": (18.0, 59.3), "03": (17.6, 59.9), "14": (13.0, 58.2)}


def a_map(*arrows: Arrow) -> ArrowMap:
    names = ["Stockholm", "Uppsala", "Västra Götaland"]
    return ArrowMap(list(POINTS), names, POINTS, "/geo/x.json", "01", arrows)


def test_an_arrow_ends_where_the_patients_go_and_is_thicker_the_more_they_are() -> None:
    few, many = Arrow("01", "03", 2, "2"), Arrow("14", "03", 20, "20")
    figure = to_plotly(a_map(few, many), "sv")
    Figure(figure)
    _, thin, thick, words = figure["data"]
    assert (thin["lon"][:2], thin["lat"][:2]) == ([18.0, 17.6], [59.3, 59.9])
    # The head: two strokes that meet at the end, and lie back towards the start.
    assert (thin["lon"][4], thin["lat"][4]) == POINTS["03"]
    assert max(thin["lat"][3], thin["lat"][5]) < 59.9
    assert thin["line"]["width"] < thick["line"]["width"]
    assert words["text"] == ["2", "20"]


@pytest.mark.parametrize(("far", "count"), [("14", 17), ("23", 19), ("25", 21)])
def test_no_region_that_is_drawn_is_cut_by_the_frame(
    dataset: Dataset, far: str, count: int
) -> None:
    chart = ArrowMap(CODES, CODES, dataset.label_points, "/geo/x.json", "01",
                     [Arrow("01", far, 2, "2")])  # fmt: skip
    figure = to_plotly(chart, "sv")
    drawn = figure["data"][0]["locations"]
    assert len(drawn) == count
    geo = figure["layout"]["geo"]
    # The map is centred where it is rotated to: else half of its room is on the wrong side.
    assert geo["projection"]["rotation"]["lon"] == pytest.approx(sum(geo["lonaxis"]["range"]) / 2)
    outlines = {one["id"]: one["geometry"]["coordinates"]
                for one in json.loads(dataset.geometry)["features"]}  # fmt: skip
    for code in each(drawn):
        for axis, place in (("lonaxis", 0), ("lataxis", 1)):
            low, high = geo[axis]["range"]
            ends = [point[place] for point in points_of(outlines[code])]
            assert low < min(ends) < max(ends) < high


def points_of(part: Any) -> Iterator[list[float]]:
    if isinstance(part[0], float):
        yield part
    else:
        for one in part:
            yield from points_of(one)


def test_regions_that_take_part_are_told_apart() -> None:
    regions = to_plotly(a_map(Arrow("01", "03", 2, "2")), "en")["data"][0]
    assert regions["z"] == [1, 1, 0]


def test_patients_stand_beside_their_arrow_and_away_from_the_nearest_other() -> None:
    falling, rising = Arrow("03", "01", 2, "2"), Arrow("14", "03", 20, "20")
    words = to_plotly(a_map(falling, rising), "sv")["data"][-1]
    # Stockholm and Uppsala lie to the east, so the patients of what ends there stand so too.
    assert words["textposition"] == ["top right", "top left"]
    assert to_plotly(a_map(rising), "sv")["data"][-1]["textposition"] == ["top left"]
