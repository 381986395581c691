"""A row per region of parts laid end to end: thick lines, their names above."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from dashboard.figures import theme
from dashboard.figures.hover import hover_points
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang

# From the part that is sure to the part that is least so.
COLOURS = (theme.QUIET, theme.ACCENT, theme.SEQUENCE[2])
_ROW, _ABOVE, _BELOW, _BAR, _LEFT = 23, 34, 30, 12, 120


@frozen
class Share:
    """A row: its parts in the order of the names, what is read when pointed at, and at the end."""

    name: str
    parts: Sequence[float]
    words: str
    aside: str = ""
    chosen: bool = False


@frozen
class StackedBars:
    """Rows from the top, the names of their parts, and what stands over the words at the end."""

    rows: Sequence[Share]
    names: Sequence[str]
    aside_head: str


def to_plotly(chart: StackedBars, lang: Lang) -> Figure:
    """The rows, 23 px each, on one scale from zero."""
    n = len(chart.rows)
    ends = round_ends([0.0, *(sum(row.parts) for row in chart.rows)])
    return {
        "data": [_points(chart), *(_part(chart, i) for i in range(len(chart.names)))],
        "layout": theme.layout(
            lang,
            height=_ROW * n + _ABOVE + _BELOW,
            margin={"l": _LEFT, "r": 66, "t": _ABOVE, "b": _BELOW},
            xaxis={**value_axis(ends), "nticks": 6},
            yaxis=rows_axis([(row.name, row.chosen) for row in chart.rows]),
            annotations=[*_names(chart), *asides([r.aside for r in chart.rows], chart.aside_head)],
        ),
    }  # fmt: skip


def rows_axis(rows: Sequence[tuple[str, bool]]) -> dict[str, Any]:
    """The axis of rows from the top: names, the chosen ones in their colour."""
    return {
        "range": [len(rows) - 0.4, -0.6], "fixedrange": True, "showgrid": False,
        "zeroline": False, "ticks": "", "ticklabelstandoff": 8,
        "tickvals": list(range(len(rows))), "ticktext": [named(*row) for row in rows],
        "tickfont": {"size": 13, "color": theme.MUTED},
    }  # fmt: skip


def named(name: str, chosen: bool) -> str:
    """A row's name; the chosen one is bold and in its colour."""
    return f'<b><span style="color:{theme.SELECTED}">{name}</span></b>' if chosen else name


def asides(words: Sequence[str], head: str, *, room: int = 66) -> list[dict[str, Any]]:
    """Words at the right end of the rows, with a head over them."""
    at = {"xref": "paper", "xanchor": "right", "xshift": room,
          "font": {"size": 12, "color": theme.MUTED}}  # fmt: skip
    found = [theme.label(one, 1, y, yref="y", **at) for y, one in enumerate(words) if one]
    if not found:
        return []
    return [theme.label(head, 1, 1, yref="paper", yanchor="bottom", yshift=3, **at), *found]


def _points(chart: StackedBars) -> dict[str, Any]:
    """Invisible points that carry what is read."""
    ends = [sum(row.parts) for row in chart.rows]
    points = hover_points(ends, range(len(ends)), [(row.name, row.words) for row in chart.rows])
    return {**points, "zorder": 3}


def _part(chart: StackedBars, place: int) -> dict[str, Any]:
    ends = [list(accumulate(row.parts, initial=0.0))[place : place + 2] for row in chart.rows]
    rows = [(y, *pair) for y, pair in enumerate(ends) if pair[1] > pair[0]]
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "name": chart.names[place],
        "x": [v for _, low, high in rows for v in (round(low, 3), round(high, 3), None)],
        "y": [v for y, *_ in rows for v in (y, y, None)],
        "line": {"color": COLOURS[place], "width": _BAR},
    }  # fmt: skip


def _names(chart: StackedBars) -> list[dict[str, Any]]:
    """The names of the parts over the rows, each after a square in its colour."""
    words = "   ".join(
        f'<span style="color:{colour}">■</span> {name}'
        for colour, name in zip(COLOURS, chart.names, strict=False)
    )
    return [
        theme.label(
            words, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom",
            xshift=-_LEFT + 8, yshift=3, font={"size": 12, "color": theme.MUTED},
        )
    ]  # fmt: skip
