"""A scatter shows the dots, Sweden's cross and the four corners, and draws no line through."""

import plotly.graph_objects as go

from dashboard.figures import scatter
from dashboard.figures.scatter import Scatter, ScatterDot

CORNERS = ("a", "b", "c", "d")
DOTS = (
    ScatterDot("Skåne", 1.9, 5.0, "selected", "1,9; 5,0"),
    ScatterDot("Halland", 1.5, 3.0, "peer", "1,5; 3,0"),
    ScatterDot("Kalmar", 2.1, 0.4, "other", "2,1; 0,4"),
)


def texts(figure: scatter.Figure) -> list[str]:
    return [one["text"] for one in figure["layout"]["annotations"]]


def test_the_chosen_and_its_peers_are_named() -> None:
    figure = scatter.to_plotly(Scatter(DOTS, (1.8, 4.0), "Riket", "platser", CORNERS), "sv")
    assert go.Figure(figure).data
    assert texts(figure) == ["<b>Skåne</b>", "Halland", *CORNERS, "<b>Riket</b>"]
    assert {t["mode"] for t in figure["data"]} == {"markers"}
    assert len(figure["layout"]["shapes"]) == 2


def test_without_a_chosen_one_as_many_are_named_as_find_room() -> None:
    dots = tuple(ScatterDot(d.name, d.x, d.y, "other", d.words) for d in DOTS)
    figure = scatter.to_plotly(Scatter(dots, (1.8, 4.0), "Riket", "platser", CORNERS), "sv")
    assert texts(figure)[:3] == ["Skåne", "Halland", "Kalmar"]


def test_without_the_country_there_is_no_cross() -> None:
    for country in ((None, 4.0), (None, None)):
        figure = scatter.to_plotly(Scatter(DOTS, country, "Riket", "platser", CORNERS), "en")
        assert "<b>Riket</b>" not in texts(figure)
    assert go.Figure(scatter.to_plotly(Scatter((), (None, None), "", "", CORNERS), "en")).data
