"""The beds that a formula says are missing at each occupancy, beside a published number."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class GapLine:
    """Beds missing by occupancy in per cent, the published number, and the measured occupancy."""

    points: Sequence[tuple[float, float]]
    official: float
    official_words: str
    meets: tuple[float, float]
    meets_words: str
    measured: tuple[float, float] | None
    measured_words: str
    title: str


def to_plotly(chart: GapLine, lang: Lang) -> Figure:
    """The line with its two places named, 300 px high."""
    x, y = ([point[place] for point in chart.points] for place in (0, 1))
    ends = round_ends([0.0, chart.official * 1.3, *y])
    return {
        "data": [_line(x, y), *_places(chart)],
        "layout": theme.layout(
            lang,
            height=300,
            margin={"l": 46, "r": 12, "t": 12, "b": 44},
            xaxis={
                "range": [x[0] - 0.5, x[-1] + 0.5], "fixedrange": True, "showgrid": False,
                "ticksuffix": " %", "tickfont": {"size": 12}, "linecolor": theme.RULE,
                "zeroline": False, "ticks": "outside", "ticklen": 4, "tickcolor": theme.RULE,
                "title": {"text": chart.title, "font": {"size": 12}, "standoff": 6},
            },
            yaxis=value_axis(ends),
            shapes=[_official(chart)],
            annotations=_words(chart),
        ),
    }  # fmt: skip


def _line(x: list[float], y: list[float]) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": x, "y": [round(value, 1) for value in y],
        "line": {"color": theme.ACCENT, "width": 2.4},
        "hovertemplate": "%{x} %: %{y:,.0f}<extra></extra>",
    }  # fmt: skip


def _places(chart: GapLine) -> list[dict[str, Any]]:
    places = [(chart.meets, theme.INK)]
    if chart.measured:
        places.append((chart.measured, theme.SELECTED))
    return [
        {
            "type": "scatter", "mode": "markers", "x": [round(at[0], 2)], "y": [round(at[1], 1)],
            "marker": {"size": 12, "color": colour, "line": {"width": 2, "color": theme.PAPER}},
            "hovertemplate": "%{x} %: %{y:,.0f}<extra></extra>",
        }
        for at, colour in places
    ]  # fmt: skip


def _official(chart: GapLine) -> dict[str, Any]:
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": chart.official,
        "y1": chart.official, "layer": "below",
        "line": {"color": theme.INK, "width": 1.2, "dash": "dash"},
    }  # fmt: skip


def _words(chart: GapLine) -> list[dict[str, Any]]:
    found = [
        theme.label(chart.official_words, 0, chart.official, xref="paper", xanchor="left",
                    yanchor="bottom", yshift=2),
        theme.label(chart.meets_words, chart.meets[0], chart.meets[1], xanchor="right",
                    yanchor="bottom", xshift=6, yshift=8, align="right"),
    ]  # fmt: skip
    if chart.measured:
        found.append(
            theme.label(
                chart.measured_words, chart.measured[0], chart.measured[1], xanchor="left",
                yanchor="top", xshift=10, yshift=-4, align="left",
                font={"size": 13, "color": theme.SELECTED},
            )
        )  # fmt: skip
    return found
