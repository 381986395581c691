"""The way to the guideline, also when it is left backwards or gone to its end."""

import pytest

from dashboard.figures.progress_line import ProgressLine, to_plotly


def a_way(now: float | None) -> ProgressLine:
    return ProgressLine(15_300, now, 17_660, 50, "start", "now", "need")


@pytest.mark.parametrize("now", [14_000.0, 15_300.0, 16_000.0, 17_660.0])
def test_the_place_of_today_is_on_the_line(now: float) -> None:
    figure = to_plotly(a_way(now), "sv")
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < now < high
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["start", "need", "now"]


def test_past_the_guideline_the_line_reaches_that_far() -> None:
    low, high = to_plotly(a_way(19_000.0), "sv")["layout"]["xaxis"]["range"]
    assert low < 15_300 < 19_000 < high


def test_without_beds_only_the_ends_are_named() -> None:
    figure = to_plotly(a_way(None), "sv")
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["start", "need"]
    assert figure["data"][0]["x"] == [15_300, None, 17_660]
