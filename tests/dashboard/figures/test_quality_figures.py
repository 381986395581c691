"""The calendar and the change taken apart: every mark in its place, shapes before colours."""

import plotly.graph_objects as go

from dashboard.figures import change_parts, reporting_marks
from dashboard.figures.change_parts import ChangeParts, PartsRow
from dashboard.figures.reporting_marks import Mark, ReportingMarks


def marks(*shapes: str) -> dict:
    placed = [Mark(i, 0, shape, f"word {i}") for i, shape in enumerate(shapes)]  # type: ignore[arg-type]
    names = [f"region {i}" for i in range(len(shapes))]
    return reporting_marks.to_plotly(ReportingMarks(placed, names, ["2025", ""], selected=1), "sv")


def test_every_state_has_a_shape_of_its_own() -> None:
    shapes = ("whole", "late", "warning", "error", "missing")
    figure = marks(*shapes)
    assert go.Figure(figure).data
    drawn = [(trace["marker"]["symbol"], "line" in trace["marker"]) for trace in figure["data"]]
    assert len(set(drawn)) == len(shapes)
    assert [trace["y"] for trace in figure["data"]] == [[0], [1], [2], [3], [4]]
    assert figure["data"][2]["customdata"] == ["word 2"]


def test_the_chosen_row_is_told_by_more_than_its_colour() -> None:
    names = marks("whole", "whole")["layout"]["yaxis"]["ticktext"]
    assert "<b>" in names[1]
    assert "<b>" not in names[0]


def test_only_named_columns_have_a_tick() -> None:
    axis = marks("whole")["layout"]["xaxis"]
    assert (axis["tickvals"], axis["ticktext"]) == ([0], ["2025"])


def test_what_is_far_stands_at_the_end_of_the_axis_with_its_number() -> None:
    rows = [
        PartsRow("A", 300.0, -5.0, 321.0, "x", selected=True),
        PartsRow("B", None, 2.0, None, "y", False),
    ]
    figure = change_parts.to_plotly(ChangeParts(rows, ("patients", "beds"), "ratio"), "en")
    assert go.Figure(figure).data
    _, dots, rings = figure["data"]
    assert dots["x"] == [100.0, None]
    assert rings["x"] == [-5.0, 2.0]
    said = [note["text"] for note in figure["layout"]["annotations"]]
    assert "+321 %" in said
    assert len(said) == 3


def test_nothing_to_draw_is_an_empty_figure() -> None:
    figure = change_parts.to_plotly(ChangeParts([], ("patients", "beds"), "ratio"), "sv")
    assert figure["data"][1]["x"] == []
    assert go.Figure(figure).layout.height > 0
