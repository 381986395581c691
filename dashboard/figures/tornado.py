"""A tornado: how far a result moves with each assumption, the one that moves it most on top."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.hover import hover_points
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class Bar:
    """An assumption; the result with it at its low and at its high end, each with its words."""

    name: str
    at_low: float
    at_high: float
    low: str
    high: str
    words: str


@frozen
class Tornado:
    """The bars from the top around the result with all at their middle; the kinds of end."""

    bars: Sequence[Bar]
    middle: float
    low_end: str
    high_end: str


_ROW, _ABOVE, _BELOW = 46, 34, 30


def to_plotly(chart: Tornado, lang: Lang) -> Figure:
    """A row of 46 px per assumption, its name above its bar."""
    bars, n = chart.bars, len(chart.bars)
    start, end = _ends(chart)
    return {
        "data": [_points(bars)],
        "layout": theme.layout(
            lang,
            height=_ROW * max(n, 1) + _ABOVE + _BELOW,
            margin={"l": 4, "r": 4, "t": _ABOVE, "b": _BELOW},
            xaxis={**value_axis((start, end)), "nticks": 5},
            yaxis=theme.hidden_axis(range=[max(n, 1) - 0.5, -0.62]),
            shapes=[*(one for y, bar in enumerate(bars) for one in _halves(bar, chart.middle, y)),
                    _line(chart.middle)],
            annotations=[*_heads(chart), *(one for y, bar in enumerate(bars)
                                           for one in _words(bar, y))],
        ),
    }  # fmt: skip


def _ends(chart: Tornado) -> tuple[float, float]:
    """Round ends with room for the words at the ends of the bars."""
    found = [end for bar in chart.bars for end in (bar.at_low, bar.at_high)] or [chart.middle - 1]
    low, high = min(*found, chart.middle), max(*found, chart.middle)
    room = 0.35 * (high - low or 1.0)
    start, end = round_ends([low - room - (low - room), high - low + 2 * room])
    return low - room + start, low - room + end


def _points(bars: Sequence[Bar]) -> dict[str, Any]:
    ends = [round(end, 2) for bar in bars for end in (bar.at_low, bar.at_high)]
    places = [y for y in range(len(bars)) for _ in range(2)]
    named = [(bar.name, bar.words) for bar in bars for _ in range(2)]
    return hover_points(ends, places, named, size=18)


def _halves(bar: Bar, middle: float, y: int) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect", "x0": round(middle, 2), "x1": round(end, 2), "y0": y - 0.08,
            "y1": y + 0.3, "fillcolor": colour, "line": {"width": 0}, "layer": "below",
        }
        for end, colour in ((bar.at_low, theme.ACCENT), (bar.at_high, theme.DIVERGING[4]))
    ]  # fmt: skip


def _line(middle: float) -> dict[str, Any]:
    return {
        "type": "line", "x0": round(middle, 2), "x1": round(middle, 2), "yref": "paper", "y0": 0,
        "y1": 1, "line": {"color": theme.INK, "width": 1.4},
    }  # fmt: skip


def _heads(chart: Tornado) -> list[dict[str, Any]]:
    above = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 6}
    return [
        theme.label(
            f'<span style="color:{theme.ACCENT}">■</span> {chart.low_end}   '
            f'<span style="color:{theme.DIVERGING[4]}">■</span> {chart.high_end}',
            0, 1, xanchor="left", **{**above, "font": {"size": 12, "color": theme.MUTED}},
        )
    ]  # fmt: skip


def _words(bar: Bar, y: int) -> list[dict[str, Any]]:
    ends = sorted(((bar.at_low, bar.low), (bar.at_high, bar.high)))
    return [
        theme.label(bar.name, 0, y - 0.12, xref="paper", xanchor="left", yanchor="bottom"),
        theme.label(ends[0][1], ends[0][0], y + 0.11, xanchor="right", xshift=-5),
        theme.label(ends[1][1], ends[1][0], y + 0.11, xanchor="left", xshift=5),
    ]
