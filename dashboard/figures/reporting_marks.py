"""The reporting calendar drawn: a row per region, a mark per month or year, a shape per state."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang

Shape = Literal["whole", "late", "warning", "error", "missing"]

# A state is told by its shape; the colours only repeat it.
_MARKERS: Mapping[Shape, dict[str, Any]] = {
    "whole": {"symbol": "square", "size": 9, "color": theme.SEQUENCE[1]},
    "late": {"symbol": "circle", "size": 8, "color": theme.QUIET},
    "warning": {"symbol": "diamond", "size": 10, "color": theme.ACCENT},
    "error": {"symbol": "x", "size": 10, "color": theme.INK},
    "missing": {
        "symbol": "square", "size": 9, "color": theme.PAPER,
        "line": {"width": 1.5, "color": theme.MUTED},
    },
}  # fmt: skip
_ROW, _ABOVE = 20, 44


@frozen
class Mark:
    """A state in a row and column, and the words read when pointed at."""

    row: int
    column: int
    shape: Shape
    words: str


@frozen
class ReportingMarks:
    """The marks, the names of the rows from the top, and the columns' names (empty: none)."""

    marks: Sequence[Mark]
    names: Sequence[str]
    columns: Sequence[str]
    selected: int | None = None


def to_plotly(chart: ReportingMarks, lang: Lang) -> Figure:
    """The rows, 20 px each, under the names of their columns."""
    rows, columns = len(chart.names), len(chart.columns)
    named = [i for i, name in enumerate(chart.columns) if name]
    return {
        "data": [_trace(chart, shape) for shape in _MARKERS],
        "layout": theme.layout(
            lang,
            height=_ROW * rows + _ABOVE + 8,
            margin={"l": 112, "r": 8, "t": _ABOVE, "b": 8},
            xaxis={
                "range": [-0.7, columns - 0.3], "fixedrange": True, "showgrid": False,
                "zeroline": False, "side": "top", "tickvals": named, "ticks": "",
                "ticktext": [chart.columns[i] for i in named], "tickangle": 0,
                "tickfont": {"size": 12, "color": theme.MUTED},
            },
            yaxis={
                "range": [rows - 0.4, -0.6], "fixedrange": True, "showgrid": False,
                "zeroline": False, "ticks": "", "ticklabelstandoff": 6,
                "tickvals": list(range(rows)), "ticktext": _names(chart),
                "tickfont": {"size": 13, "color": theme.MUTED},
            },
        ),
    }  # fmt: skip


def _names(chart: ReportingMarks) -> list[str]:
    return [
        f'<b><span style="color:{theme.SELECTED}">{name}</span></b>' if i == chart.selected
        else name
        for i, name in enumerate(chart.names)
    ]  # fmt: skip


def _trace(chart: ReportingMarks, shape: Shape) -> dict[str, Any]:
    marks = [mark for mark in chart.marks if mark.shape == shape]
    return {
        "type": "scatter", "mode": "markers", "x": [mark.column for mark in marks],
        "y": [mark.row for mark in marks], "customdata": [mark.words for mark in marks],
        "marker": {"opacity": 1, **_MARKERS[shape]},
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip
