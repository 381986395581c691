"""A row per region: its dot with its interval, a ring for the year before, a line for Sweden."""

from collections.abc import Sequence
from typing import Any, Literal

from dashboard.figures import theme
from dashboard.figures.hover import NAMED
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang

Role = Literal["selected", "peer", "other"]

COLOURS: dict[Role, str] = {
    "selected": theme.SELECTED,
    "peer": theme.ACCENT,
    "other": theme.MUTED,
}


@frozen
class Dot:
    """A region's row; `hollow` says that it is not told apart from Sweden.

    `words` are read when pointed at, `aside` stands at the end of the row.
    """

    name: str
    value: float | None
    before: float | None
    interval: tuple[float, float] | None
    role: Role
    hollow: bool
    words: str
    aside: str


@frozen
class DotPlot:
    """The rows from the top, Sweden's value with its words, and what stands over the asides."""

    rows: Sequence[Dot]
    country: float | None
    country_words: str
    aside_head: str


_ROW, _ABOVE, _BELOW = 23, 30, 30
ROWS = 21


def to_plotly(chart: DotPlot, lang: Lang) -> Figure:
    """The rows, 23 px each, on one scale from zero or from near the least."""
    n = len(chart.rows)
    return {
        "data": [
            _dots(chart),
            _joined(chart),
            *(_intervals(chart, role) for role in COLOURS),
            _rings(chart),
        ],
        "layout": theme.layout(
            lang,
            height=_ROW * ROWS + _ABOVE + _BELOW,
            margin={"l": 120, "r": 58, "t": _ABOVE, "b": _BELOW},
            xaxis={**value_axis(_ends(chart)), "nticks": 6},
            yaxis={
                "range": [n - 0.4, -0.6], "fixedrange": True, "showgrid": False,
                "zeroline": False, "ticks": "", "ticklabelstandoff": 8, "tickvals": list(range(n)),
                "ticktext": [_named(row) for row in chart.rows],
                "tickfont": {"size": 13, "color": theme.MUTED},
            },
            shapes=_country(chart),
            annotations=[*_asides(chart), *_country_words(chart)],
        ),
    }  # fmt: skip


def _ends(chart: DotPlot) -> tuple[float, float]:
    drawn = [v for row in chart.rows for v in (row.value, row.before) if v is not None]
    drawn += [max(0.0, v) if row.value and row.value >= 0 else v
              for row in chart.rows for v in row.interval or ()]  # fmt: skip
    return round_ends([*drawn, *([] if chart.country is None else [chart.country])])


def _named(row: Dot) -> str:
    if row.role == "other":
        return row.name
    colour = theme.SELECTED if row.role == "selected" else theme.INK
    name = f'<span style="color:{colour}">{row.name}</span>'
    return f"<b>{name}</b>" if row.role == "selected" else name


def _dots(chart: DotPlot) -> dict[str, Any]:
    colours = [COLOURS[row.role] for row in chart.rows]
    return {
        "type": "scatter", "mode": "markers", "x": [row.value for row in chart.rows],
        "y": list(range(len(chart.rows))), "zorder": 4,
        "customdata": [[row.name, row.words] for row in chart.rows],
        "marker": {
            "size": [12 if row.role == "selected" else 10 for row in chart.rows],
            "color": [theme.PAPER if row.hollow else c
                      for row, c in zip(chart.rows, colours, strict=True)],
            # Where sizes differ plotly would let what is behind shine through.
            "opacity": 1, "line": {"width": 2, "color": colours},
        },
        "hovertemplate": NAMED,
    }  # fmt: skip


def _intervals(chart: DotPlot, role: Role) -> dict[str, Any]:
    rows = [(y, row.interval) for y, row in enumerate(chart.rows)
            if row.interval and row.role == role]  # fmt: skip
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "zorder": 3,
        "x": [v for _, (low, high) in rows for v in (round(low, 3), round(high, 3), None)],
        "y": [v for y, _ in rows for v in (y, y, None)],
        "line": {"color": COLOURS[role], "width": 2},
    }  # fmt: skip


def _joined(chart: DotPlot) -> dict[str, Any]:
    """A pale line from the year before to now."""
    rows = [(y, row) for y, row in enumerate(chart.rows)
            if row.value is not None and row.before is not None]  # fmt: skip
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "zorder": 1,
        "x": [v for _, row in rows for v in (row.before, row.value, None)],
        "y": [v for y, _ in rows for v in (y, y, None)],
        "line": {"color": theme.FAINT, "width": 5},
    }  # fmt: skip


def _rings(chart: DotPlot) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "hoverinfo": "skip", "zorder": 2,
        "x": [row.before for row in chart.rows], "y": list(range(len(chart.rows))),
        "marker": {"size": 7, "color": theme.PAPER,
                   "line": {"width": 1.4, "color": theme.QUIET}},
    }  # fmt: skip


def _country(chart: DotPlot) -> list[dict[str, Any]]:
    if chart.country is None:
        return []
    return [
        {
            "type": "line", "x0": chart.country, "x1": chart.country, "yref": "paper",
            "y0": 0, "y1": 1, "layer": "below", "line": {"color": theme.INK, "width": 1.4},
        }
    ]  # fmt: skip


def _country_words(chart: DotPlot) -> list[dict[str, Any]]:
    if chart.country is None:
        return []
    return [
        theme.label(chart.country_words, chart.country, 1, yref="paper", yanchor="bottom",
                    yshift=3)
    ]  # fmt: skip


def _asides(chart: DotPlot) -> list[dict[str, Any]]:
    muted = {"size": 12, "color": theme.MUTED}
    at = {"xref": "paper", "xanchor": "right", "xshift": 58, "font": muted}
    found = [theme.label(row.aside, 1, y, yref="y", **at)
             for y, row in enumerate(chart.rows) if row.aside]  # fmt: skip
    if not found:
        return []
    head = theme.label(chart.aside_head, 1, 1, yref="paper", yanchor="bottom", yshift=3, **at)
    return [head, *found]
