"""The figures of the page of effects from plain numbers: rows, groups, panels, curves."""

from itertools import pairwise

import plotly.graph_objects as go
import pytest

from dashboard.figures import (
    chance_histogram,
    curves,
    dumbbell,
    forest,
    policy_time,
    stacked_bars,
    theme,
)
from dashboard.figures.forest import Estimate
from dashboard.figures.policy_time import Panel, PolicyTime
from dashboard.figures.time_axis import Mark

MONTHS = tuple(f"{year}-{month:02d}" for year in (2022, 2023) for month in range(1, 13))


def test_parts_are_laid_end_to_end_and_the_chosen_row_is_marked() -> None:
    rows = (stacked_bars.Share("A", (70.0, 20.0, 5.0), "95", "9", chosen=True),
            stacked_bars.Share("B", (70.0, 0.0, 0.0), "70"))  # fmt: skip
    figure = stacked_bars.to_plotly(
        stacked_bars.StackedBars(rows, ("Base", "Earned", "Bonus"), "m"), "en"
    )
    assert go.Figure(figure).data
    base, earned, bonus = figure["data"][1:]
    assert base["x"] == [0.0, 70.0, None, 0.0, 70.0, None]
    assert earned["x"] == [70.0, 90.0, None]
    assert bonus["x"] == [90.0, 95.0, None]
    assert theme.SELECTED in figure["layout"]["yaxis"]["ticktext"][0]


def test_a_dumbbell_joins_its_ring_and_its_dot() -> None:
    rows = (dumbbell.Dumbbell("A", 10.0, 30.0, "10–30", "+20"),)
    figure = dumbbell.to_plotly(dumbbell.Dumbbells(rows, "old", "new", "m"), "en")
    assert go.Figure(figure).data
    dots, ways, rings = figure["data"]
    assert (dots["x"], rings["x"], ways["x"]) == ([30.0], [10.0], [10.0, 30.0, None])
    words = [one["text"] for one in figure["layout"]["annotations"]]
    assert words == ["○ old   ● new", "m", "+20"]


def test_an_estimate_is_hollow_where_nothing_is_possible() -> None:
    rows = (
        Estimate("Beds", None, None, None, "Beds", head=True),
        Estimate("Main", -5.0, -9.0, -1.0, "told", main=True),
        Estimate("Other", -5.0, -12.0, 2.0, "not told"),
        Estimate("None", None, None, None, "no fit"),
    )
    figure = forest.to_plotly(forest.Forest(rows, 160), "en")
    assert go.Figure(figure).data
    colours = figure["data"][0]["marker"]["color"]
    assert [colour == theme.PAPER for colour in colours] == [True, False, True, True]
    assert figure["data"][1]["x"] == [-9.0, -1.0, None, -12.0, 2.0, None]
    low, high = figure["layout"]["xaxis"]["range"]
    assert low <= -12 < 2 <= high


def test_a_group_has_air_above_it() -> None:
    rows = [Estimate(str(i), 1.0, 0.5, 2.0, "", head=i in (0, 3)) for i in range(5)]
    y = forest.to_plotly(forest.Forest(rows, 100), "en")["data"][0]["y"]
    assert [b - a for a, b in pairwise(y)] == pytest.approx([1.0, 1.0, 1.7, 1.0])


def test_the_heap_of_chance_has_the_outcome_beside_it() -> None:
    drawn = chance_histogram.ChanceHistogram(
        ((57.0, 40.0), (58.0, 60.0)), 1.0, 79.0, "seen", "alone", 58.0
    )
    figure = chance_histogram.to_plotly(drawn, "sv")
    assert go.Figure(figure).data
    assert figure["layout"]["shapes"][0]["x0"] == 79.0
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < 57 < 79 < high
    without = chance_histogram.to_plotly(
        chance_histogram.ChanceHistogram((), 1.0, None, "", "alone", 58.0), "sv"
    )
    assert without["layout"]["shapes"] == []


def test_names_at_the_ends_of_curves_do_not_touch() -> None:
    lines = [curves.Curve(str(y), (50.0, float(y))) for y in (10, 11, 12)]
    figure = curves.to_plotly(curves.Curves((0.0, 30.0), lines, "x"), "en")
    assert go.Figure(figure).data
    places = sorted(one["y"] for one in figure["layout"]["annotations"])
    assert min(b - a for a, b in pairwise(places)) > 8


def test_panels_stand_under_each_other_with_events_through_all() -> None:
    values = [float(i) for i in range(24)]
    panels = (Panel("Beds", 1, values, (("2022-07",), (3.0,))),
              Panel("Over", 1, [None, *values[1:]], breaks=("2023-01",)))  # fmt: skip
    names = ("one that is long", "another", "the very last one")
    marks = [Mark("2022-03", names[0]), Mark("2022-04", names[1]), Mark("2023-12", names[2])]
    figure = policy_time.to_plotly(
        PolicyTime(MONTHS, panels, marks, (("2022-02", "2024-12", ""),)), "en"
    )
    assert go.Figure(figure).data
    layout = figure["layout"]
    assert layout["yaxis"]["domain"][0] > layout["yaxis2"]["domain"][1]
    lines = [shape for shape in layout["shapes"] if shape["type"] == "line"]
    assert [(one["y0"], one["y1"]) for one in lines] == [(0, 1)] * 3
    # Words of neighbours stand on rows of their own, and turn at the end of the axis.
    words = [one for one in layout["annotations"] if one["text"] in names]
    assert len({one["yshift"] for one in words[:2]}) == 2
    assert words[-1]["xanchor"] == "right"
    over = figure["data"][-1]
    # A line begins anew at a break in the reporting.
    assert over["y"][over["x"].index("2023-01")] is None


def test_a_panel_without_values_is_only_named() -> None:
    figure = policy_time.to_plotly(PolicyTime(MONTHS, (Panel("Beds", 1, [None] * 24),)), "sv")
    assert go.Figure(figure).data
    assert [one["text"] for one in figure["layout"]["annotations"]] == ["<b>Beds</b>"]
