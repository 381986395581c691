"""A funnel: a dot per region by the size it has, between limits that narrow as size grows."""

from collections.abc import Sequence
from math import log10
from typing import Any

from dashboard.figures import theme
from dashboard.figures.dot_plot import Role
from dashboard.figures.labels import Place, labels
from dashboard.figures.region_dots import region_dots
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang

Band = Sequence[tuple[float, float]]


@frozen
class FunnelDot:
    """A region: its beds and its rate, the words of its verdict, and whether it is named."""

    name: str
    beds: float
    rate: float
    role: Role
    words: str
    named: bool


@frozen
class FunnelPlot:
    """What the funnel shows: limits at each of `beds`, lower and upper, and the target.

    `naive` are the limits of chance alone, drawn thin as a contrast. Without dots there is no
    funnel.
    """

    dots: Sequence[FunnelDot]
    beds: Sequence[float]
    inner: Band
    outer: Band
    naive: Band
    target: float
    beds_title: str
    inner_words: str
    outer_words: str
    naive_words: str


HEIGHT = 400
_TICKS = (50, 100, 200, 500, 1000, 2000, 5000)


def to_plotly(plot: FunnelPlot, lang: Lang) -> Figure:
    """The funnel over beds on a logarithmic scale, 400 px high."""
    if not plot.dots:
        return _empty(lang)
    x_ends, y_ends = _x_ends(plot), _y_ends(plot)
    return {
        "data": [
            _points(plot),
            *_limit(plot, plot.outer, theme.MUTED, "dash"),
            *_limit(plot, plot.inner, theme.QUIET, "dash"),
            *_limit(plot, plot.naive, theme.QUIET, "dot"),
        ],
        "layout": theme.layout(
            lang,
            height=HEIGHT,
            margin={"l": 34, "r": 84, "t": 12, "b": 44},
            xaxis={
                "type": "log", "range": list(x_ends), "fixedrange": True, "showgrid": False,
                "tickvals": list(_TICKS), "tickfont": {"size": 12}, "ticks": "outside",
                "ticklen": 4, "tickcolor": theme.RULE, "linecolor": theme.RULE,
                "tickformat": ",d", "zeroline": False,
                "title": {"text": plot.beds_title, "font": {"size": 12}, "standoff": 6},
            },
            yaxis=value_axis(y_ends),
            shapes=[_target(plot)],
            annotations=[*_ends_named(plot, y_ends), *_named(plot, x_ends, y_ends)],
        ),
    }  # fmt: skip


def _empty(lang: Lang) -> Figure:
    return {
        "data": [{"type": "scatter", "mode": "markers", "x": [], "y": [], "customdata": []}],
        "layout": theme.layout(
            lang,
            height=HEIGHT,
            margin={},
            xaxis=theme.hidden_axis(range=[0, 1]),
            yaxis=theme.hidden_axis(range=[0, 1]),
        ),
    }


def _x_ends(plot: FunnelPlot) -> tuple[float, float]:
    sizes = [dot.beds for dot in plot.dots]
    return round(log10(min(sizes)) - 0.06, 3), round(log10(max(sizes)) + 0.03, 3)


def _y_ends(plot: FunnelPlot) -> tuple[float, float]:
    return 0.0, round_ends([*(d.rate for d in plot.dots), *(v for v in plot.outer[-1])])[1]


def _points(plot: FunnelPlot) -> dict[str, Any]:
    beds = [round(dot.beds, 1) for dot in plot.dots]
    return region_dots(plot.dots, beds, [round(dot.rate, 3) for dot in plot.dots])


def _limit(plot: FunnelPlot, band: Band, colour: str, dash: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter", "mode": "lines", "hoverinfo": "skip", "zorder": 1,
            "x": [round(beds, 1) for beds in plot.beds],
            "y": [round(pair[side], 2) for pair in band],
            "line": {"color": colour, "width": 1.2, "dash": dash, "shape": "spline"},
        }
        for side in (0, 1)
    ]  # fmt: skip


def _target(plot: FunnelPlot) -> dict[str, Any]:
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": plot.target,
        "y1": plot.target, "layer": "below", "line": {"color": theme.INK, "width": 1.2},
    }  # fmt: skip


def _ends_named(plot: FunnelPlot, y_ends: tuple[float, float]) -> list[dict[str, Any]]:
    """What each line is, at its right end; moved apart when they would touch."""
    least = 15 / (HEIGHT - 56) * (y_ends[1] - y_ends[0])
    ends = sorted([(plot.naive[-1][1], plot.naive_words), (plot.inner[-1][1], plot.inner_words),
                   (plot.outer[-1][1], plot.outer_words)])  # fmt: skip
    found: list[dict[str, Any]] = []
    place = -1e9
    for at, words in ends:
        place = max(at, place + least)
        found.append(
            theme.label(words, 1, min(place, y_ends[1]), xref="paper", yref="y", xanchor="left",
                        xshift=6, font={"size": 11, "color": theme.MUTED})
        )  # fmt: skip
    return found


def _named(
    plot: FunnelPlot, x_ends: tuple[float, float], y_ends: tuple[float, float]
) -> list[dict[str, Any]]:
    order = sorted(plot.dots, key=lambda dot: (dot.role != "selected", dot.role != "peer"))
    wanted = [Place(d.name, log10(d.beds), d.rate, d.role) for d in order if d.named]
    around = [(log10(dot.beds), dot.rate) for dot in plot.dots]
    return labels(wanted, around, x_ends, y_ends, size=(430, HEIGHT - 56))
