"""Two readings of each row as a ring and a dot with the way between them."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.hover import NAMED
from dashboard.figures.stacked_bars import asides, rows_axis
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang

_ROW, _ABOVE, _BELOW, _LEFT = 23, 34, 30, 120


@frozen
class Dumbbell:
    """A row: the reading of the ring, that of the dot, what is read, and what stands at the end."""

    name: str
    ring: float
    dot: float
    words: str
    aside: str = ""
    chosen: bool = False


@frozen
class Dumbbells:
    """Rows from the top, what ring and dot stand for, and what stands over the asides."""

    rows: Sequence[Dumbbell]
    ring_name: str
    dot_name: str
    aside_head: str


def to_plotly(chart: Dumbbells, lang: Lang) -> Figure:
    """The rows, 23 px each, on one scale that begins at zero or near the least reading."""
    readings = [v for row in chart.rows for v in (row.ring, row.dot)]
    return {
        "data": [_dots(chart), _ways(chart), _rings(chart)],
        "layout": theme.layout(
            lang,
            height=_ROW * len(chart.rows) + _ABOVE + _BELOW,
            margin={"l": _LEFT, "r": 74, "t": _ABOVE, "b": _BELOW},
            xaxis={**value_axis(round_ends(readings)), "nticks": 6},
            yaxis=rows_axis([(row.name, row.chosen) for row in chart.rows]),
            annotations=[
                theme.label(f"○ {chart.ring_name}   ● {chart.dot_name}", 0, 1, xref="paper",
                            yref="paper", xanchor="left", yanchor="bottom", xshift=-_LEFT + 8,
                            yshift=3, font={"size": 12, "color": theme.MUTED}),
                *asides([row.aside for row in chart.rows], chart.aside_head, room=74),
            ],
        ),
    }  # fmt: skip


def _colour(row: Dumbbell) -> str:
    return theme.SELECTED if row.chosen else theme.ACCENT


def _dots(chart: Dumbbells) -> dict[str, Any]:
    colours = [_colour(row) for row in chart.rows]
    return {
        "type": "scatter", "mode": "markers", "x": [row.dot for row in chart.rows],
        "y": list(range(len(chart.rows))), "zorder": 3,
        "customdata": [[row.name, row.words] for row in chart.rows],
        "marker": {"size": 10, "color": colours, "opacity": 1,
                   "line": {"width": 1.4, "color": colours}},
        "hovertemplate": NAMED,
    }  # fmt: skip


def _ways(chart: Dumbbells) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "zorder": 1,
        "x": [v for row in chart.rows for v in (row.ring, row.dot, None)],
        "y": [v for y in range(len(chart.rows)) for v in (y, y, None)],
        "line": {"color": theme.FAINT, "width": 5},
    }  # fmt: skip


def _rings(chart: Dumbbells) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "hoverinfo": "skip", "zorder": 2,
        "x": [row.ring for row in chart.rows], "y": list(range(len(chart.rows))),
        "marker": {"size": 9, "color": theme.PAPER, "opacity": 1,
                   "line": {"width": 1.8, "color": [_colour(row) for row in chart.rows]}},
    }  # fmt: skip
