"""Bars to both sides of zero: what is missing to the right, what is left over to the left."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.dot_plot import Role
from dashboard.figures.hover import hover_points
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class SignedRow:
    """A region's two parts and their sum, in beds; `words` are read when pointed at.

    `interval` is the range of the sum where that is an estimate.
    """

    name: str
    acute: float
    planned: float
    net: float
    role: Role
    words: str
    aside: str
    interval: tuple[float, float] | None = None


@frozen
class SignedBars:
    """The rows from the top, and the words above: the two sides, the kinds of bar, the asides."""

    rows: Sequence[SignedRow]
    missing: str
    spare: str
    aside_head: str


_ROW, _ABOVE, _BELOW = 27, 40, 30
# Half the height of a bar, and how far its middle lies from that of the row.
_ACUTE, _PLANNED = (0.17, -0.15), (0.09, 0.2)


def to_plotly(chart: SignedBars, lang: Lang) -> Figure:
    """A row of 27 px per region: a thick bar acute, a thin one planned, a tick for the sum."""
    n = len(chart.rows)
    drawn = [v for row in chart.rows for v in (row.acute, row.planned, row.net, 0.0)]
    ends = round_ends([*drawn, *(v for row in chart.rows for v in row.interval or ())])
    return {
        "data": [_points(chart)],
        "layout": theme.layout(
            lang,
            height=_ROW * n + _ABOVE + _BELOW,
            margin={"l": 120, "r": 58, "t": _ABOVE, "b": _BELOW},
            xaxis={**value_axis(ends), "nticks": 6},
            yaxis={
                "range": [n - 0.4, -0.6], "fixedrange": True, "showgrid": False,
                "zeroline": False, "ticks": "", "ticklabelstandoff": 8,
                "tickvals": list(range(n)), "ticktext": [_named(row) for row in chart.rows],
                "tickfont": {"size": 13, "color": theme.MUTED},
            },
            shapes=[
                *(shape for y, row in enumerate(chart.rows) for shape in _shapes(row, y)),
                _zero(),
            ],
            annotations=[*_sides(chart), *_asides(chart)],
        ),
    }  # fmt: skip


def _named(row: SignedRow) -> str:
    if row.role != "selected":
        return row.name
    return f'<b><span style="color:{theme.SELECTED}">{row.name}</span></b>'


def _points(chart: SignedBars) -> dict[str, Any]:
    ends = [round(row.net, 1) for row in chart.rows]
    named = [(row.name, row.words) for row in chart.rows]
    return hover_points(ends, range(len(ends)), named, size=16)


def _shapes(row: SignedRow, y: int) -> list[dict[str, Any]]:
    return [
        _bar(row.acute, y, _ACUTE, theme.ACCENT),
        _bar(row.planned, y, _PLANNED, theme.DIVERGING[1]),
        {
            "type": "line", "x0": round(row.net, 1), "x1": round(row.net, 1),
            "y0": y - 0.4, "y1": y + 0.4, "line": {"color": theme.INK, "width": 2.4},
        },
        *(_whisker(*row.interval, y) if row.interval else ()),
    ]  # fmt: skip


def _whisker(low: float, high: float, y: int) -> list[dict[str, Any]]:
    """A thin line over the range, closed at both ends."""
    line = {"color": theme.INK, "width": 1}
    low, high = round(low, 1), round(high, 1)
    lines = [(low, high, y, y), *((end, end, y - 0.14, y + 0.14) for end in (low, high))]
    return [
        {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": line}
        for x0, x1, y0, y1 in lines
    ]


def _bar(value: float, y: int, place: tuple[float, float], colour: str) -> dict[str, Any]:
    half, off = place
    return {
        "type": "rect", "x0": 0, "x1": round(value, 1), "y0": y + off - half,
        "y1": y + off + half, "fillcolor": colour, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def _zero() -> dict[str, Any]:
    return {
        "type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1,
        "line": {"color": theme.MUTED, "width": 1.2},
    }  # fmt: skip


def _sides(chart: SignedBars) -> list[dict[str, Any]]:
    above = {"yref": "paper", "yanchor": "bottom", "yshift": 6,
             "font": {"size": 12, "color": theme.MUTED}}  # fmt: skip
    return [
        theme.label(f"← {chart.spare}", 0, 1, xanchor="right", xshift=-6, **above),
        theme.label(f"{chart.missing} →", 0, 1, xanchor="left", xshift=6, **above),
    ]


def _asides(chart: SignedBars) -> list[dict[str, Any]]:
    muted = {"size": 12, "color": theme.MUTED}
    at = {"xref": "paper", "xanchor": "right", "xshift": 58, "font": muted}
    head = theme.label(chart.aside_head, 1, 1, yref="paper", yanchor="bottom", yshift=6, **at)
    return [head, *(theme.label(row.aside, 1, y, yref="y", **at)
                    for y, row in enumerate(chart.rows))]  # fmt: skip
