"""DotPlot stand in their rows, hollow where they cannot be told apart, with their intervals."""

import plotly.graph_objects as go

from dashboard.figures import dot_plot, theme
from dashboard.figures.dot_plot import Dot, DotPlot

ROWS = (
    Dot("Skåne", 9.0, 8.0, (8.0, 10.0), "peer", hollow=False, words="9,0", aside="21"),
    Dot("Gotland", 5.0, None, (4.0, 6.0), "selected", hollow=True, words="5,0", aside="4–9"),
    Dot("Kalmar", None, 2.0, None, "other", hollow=False, words="–", aside=""),
)


def test_it_is_a_figure_with_a_row_for_each() -> None:
    figure = dot_plot.to_plotly(DotPlot(ROWS, 5.0, "Riket 5,0", "plats"), "sv")
    assert go.Figure(figure).data
    points = figure["data"][0]
    assert points["x"] == [9.0, 5.0, None]
    assert points["marker"]["color"][1] == theme.PAPER
    assert points["marker"]["line"]["color"][1] == theme.SELECTED
    names = figure["layout"]["yaxis"]["ticktext"]
    assert names[1] == f'<b><span style="color:{theme.SELECTED}">Gotland</span></b>'
    assert names[2] == "Kalmar"
    words = [one["text"] for one in figure["layout"]["annotations"]]
    assert words == ["plats", "21", "4–9", "Riket 5,0"]


def test_intervals_go_through_the_dots_in_their_colour() -> None:
    lines = [
        t
        for t in dot_plot.to_plotly(DotPlot(ROWS, None, "", ""), "sv")["data"]
        if t["mode"] == "lines"
    ]
    own = next(t for t in lines if t["line"]["color"] == theme.SELECTED)
    assert own["x"] == [4.0, 6.0, None]
    assert own["y"] == [1, 1, None]


def test_without_a_country_or_a_value_nothing_is_drawn_of_it() -> None:
    figure = dot_plot.to_plotly(DotPlot((ROWS[2],), None, "", "plats"), "en")
    assert figure["layout"]["shapes"] == []
    assert figure["layout"]["annotations"] == []
