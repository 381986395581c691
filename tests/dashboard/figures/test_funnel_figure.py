"""The funnel is drawn with its limits and names, and with nothing where there is none."""

from itertools import pairwise

import plotly.graph_objects as go

from dashboard.figures import funnel
from dashboard.figures.funnel import FunnelDot, FunnelPlot
from tests.each import each

PLOT = FunnelPlot(
    dots=(
        FunnelDot("Gotland", 100, 2.0, "other", "2,0", named=False),
        FunnelDot("Skåne", 2000, 7.0, "selected", "7,0", named=True),
    ),
    beds=(100.0, 500.0, 2000.0),
    inner=((1.0, 8.0), (1.1, 7.9), (1.2, 7.8)),
    outer=((0.5, 9.0), (0.6, 8.9), (0.7, 8.8)),
    naive=((3.0, 6.0), (4.0, 5.0), (4.2, 4.8)),
    target=4.5,
    beds_title="Vårdplatser",
    inner_words="95 %",
    outer_words="99,8 %",
    naive_words="bara slump",
)
NONE = FunnelPlot((), (), (), (), (), 0.0, "", "", "", "")


def test_it_is_a_figure_with_three_pairs_of_limits() -> None:
    figure = funnel.to_plotly(PLOT, "sv")
    assert go.Figure(figure).data
    points, *limits = figure["data"]
    assert points["x"] == [100, 2000]
    assert [line["y"][0] for line in limits] == [0.5, 9.0, 1.0, 8.0, 3.0, 6.0]
    words = [one["text"] for one in figure["layout"]["annotations"]]
    assert words == ["bara slump", "95 %", "99,8 %", "<b>Skåne</b>"]


def test_names_of_limits_that_lie_close_are_moved_apart() -> None:
    figure = funnel.to_plotly(PLOT, "sv")
    heights = [one["y"] for one in figure["layout"]["annotations"][:3]]
    span = figure["layout"]["yaxis"]["range"][1]
    assert all(b - a >= 14 / 344 * span for a, b in each(pairwise(heights)))


def test_no_dots_are_an_empty_figure_of_the_same_size() -> None:
    figure = funnel.to_plotly(NONE, "en")
    assert go.Figure(figure).data
    assert figure["data"][0]["x"] == []
    assert figure["layout"]["height"] == funnel.HEIGHT
