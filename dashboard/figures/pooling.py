"""Overcrowding when units share their beds: a dot for each number of units."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class PoolDot:
    """A number of units sharing, with its overcrowding and the words beside it."""

    units: int
    over_per_100: float
    words: str


@frozen
class Pooling:
    """The dots, the number of units chosen, and what the scale of units is called."""

    dots: Sequence[PoolDot]
    chosen: int
    title: str


def to_plotly(chart: Pooling, lang: Lang) -> Figure:
    """The dots joined by a line, 260 px high; one unit and the number chosen are named."""
    dots, chosen = chart.dots, chart.chosen
    x, y = [dot.units for dot in dots], [round(dot.over_per_100, 3) for dot in dots]
    colours = [theme.SELECTED if dot.units == chosen else theme.ACCENT for dot in dots]
    named = [dot for dot in dots if dot.units in (1, chosen)]
    return {
        "data": [
            {
                "type": "scatter", "mode": "lines+markers", "x": x, "y": y,
                "line": {"color": theme.QUIET, "width": 1.6},
                "marker": {"size": 12, "color": colours, "opacity": 1},
                "customdata": [dot.words for dot in dots],
                "hovertemplate": "%{customdata}<extra></extra>",
            }
        ],
        "layout": theme.layout(
            lang,
            height=260,
            margin={"l": 30, "r": 16, "t": 24, "b": 44},
            xaxis={
                "range": [0.7, x[-1] + 0.7], "fixedrange": True, "showgrid": False,
                "zeroline": False, "tickvals": x, "tickfont": {"size": 12}, "ticks": "outside",
                "ticklen": 4, "tickcolor": theme.RULE, "linecolor": theme.RULE,
                "title": {"text": chart.title, "font": {"size": 12}, "standoff": 6},
            },
            yaxis=value_axis(round_ends([0.0, *y])),
            annotations=[_words(dot) for dot in named],
        ),
    }  # fmt: skip


def _words(dot: PoolDot) -> dict[str, Any]:
    return theme.label(dot.words, dot.units, dot.over_per_100, xanchor="left", yanchor="bottom",
                       xshift=8, yshift=4)  # fmt: skip
