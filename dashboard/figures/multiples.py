"""Small multiples: a line per region in its tile on the map, all on one scale."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

import numpy as np

from dashboard.figures import theme
from dashboard.figures.dot_plot import COLOURS, Role
from dashboard.figures.hover import NAMED
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.formatting import number
from dashboard.language.text import Lang

Line = Sequence[float | None]


@frozen
class Panel:
    """A region's panel at its column and row of the tiles (`Region.tile`).

    `value` stands beside the name and is that of the period looked at; `target` is None where
    there is none.
    """

    name: str
    at: tuple[int, int]
    line: Line
    role: Role
    value: str
    words: str
    target: float | None = None


@frozen
class Multiples:
    """The panels, and Sweden's line, which stands grey in each and in a panel of its own.

    `now` is the place of the period looked at in the lines, None where it is not shown; lines
    begin anew at the places in `breaks`.
    `first` and `last` are the words of the ends of the time.
    """

    panels: Sequence[Panel]
    country: Line
    country_name: str
    country_value: str
    now: int | None
    breaks: Sequence[int]
    first: str
    last: str


COLUMNS, ROWS = 4, 8
HEIGHT = 96 * ROWS + 4
# Within a tile of 1 x 1: the sides, and the floor and ceiling of the line below the words.
_LEFT, _WIDE, _FLOOR, _HIGH = 0.03, 0.9, 0.1, 0.5
_KEY = (1, 0)


def to_plotly(chart: Multiples, lang: Lang) -> Figure:
    """All panels in one plot of four tiles by eight, so that they are drawn as fast as one."""
    scale = scale_of(chart)
    at = [panel.at for panel in chart.panels]
    return {
        "data": [
            _now(chart, scale),
            _floors([*at, _KEY]),
            *(_line(chart, chart.country, place, scale, theme.QUIET) for place in at),
            _line(chart, chart.country, _KEY, scale, theme.INK),
            *(_line(chart, p.line, p.at, scale, COLOURS[p.role]) for p in chart.panels),
            _targets(chart, scale),
            _names(chart),
        ],
        "layout": theme.layout(
            lang,
            height=HEIGHT,
            margin={},
            xaxis=theme.hidden_axis(range=[0, COLUMNS]),
            yaxis=theme.hidden_axis(range=[-ROWS, 0]),
            shapes=[],
            annotations=_key(chart, scale, lang),
        ),
    }  # fmt: skip


def scale_of(chart: Multiples) -> tuple[float, float]:
    """From zero, or from near the least, to just above the largest: only the ends are named."""
    lines = (chart.country, *(panel.line for panel in chart.panels))
    drawn = [v for line in lines for v in line if v is not None]
    drawn += [panel.target for panel in chart.panels if panel.target is not None]
    low, high = round_ends(drawn)
    step = 10.0 ** floor(log10(max(high - low, 1.0)) - 1) if drawn else 1.0
    return low, max(step * ceil(max(drawn, default=high) / step), low + step)


def _x(column: int, share: float) -> float:
    return round(column - 1 + _LEFT + _WIDE * share, 4)


def _y(row: int, values: Line, scale: tuple[float, float]) -> list[float | None]:
    """Heights in the plot of values in the panels of a row, None where there is none."""
    share = (np.array(values, dtype=float) - scale[0]) / (scale[1] - scale[0])
    heights = np.round(_FLOOR - 1 - row + _HIGH * share, 3).tolist()
    return [height if height == height else None for height in heights]


def _line(
    chart: Multiples, line: Line, at: tuple[int, int], scale: tuple[float, float], colour: str
) -> dict[str, Any]:
    column, row = at
    steps = max(1, len(line) - 1)
    y = _y(row, line, scale)
    # A start and a step stand for the places of all points, unless the line begins anew.
    places: dict[str, Any] = {"x0": _x(column, 0), "dx": round(_WIDE / steps, 6)}
    if chart.breaks:
        x = [_x(column, i / steps) for i in range(len(line))]
        for place in sorted(chart.breaks, reverse=True):
            x.insert(place, x[place])
            y.insert(place, None)
        places = {"x": x}
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", **places, "y": y,
        "connectgaps": False,
        "line": {"color": colour, "width": 1.4 if colour == theme.QUIET else 1.8},
    }  # fmt: skip


def _floors(places: Sequence[tuple[int, int]]) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip",
        "x": [v for column, _ in places for v in (_x(column, 0), _x(column, 1), None)],
        "y": [v for _, row in places
              for v in (_FLOOR - 1 - row, _FLOOR - 1 - row, None)],
        "line": {"color": theme.RULE, "width": 1},
    }  # fmt: skip


def _targets(chart: Multiples, scale: tuple[float, float]) -> dict[str, Any]:
    drawn = [p for p in chart.panels if p.target is not None]
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip",
        "x": [v for p in drawn for v in (_x(p.at[0], 0), _x(p.at[0], 1), None)],
        "y": [v for p in drawn for v in _y(p.at[1], (p.target, p.target, None), scale)],
        "line": {"color": theme.INK, "width": 1.2, "dash": "dot"},
    }  # fmt: skip


def _now(chart: Multiples, scale: tuple[float, float]) -> dict[str, Any]:
    """The period looked at, on every line that has a value then."""
    now, n = chart.now, len(chart.country)
    shown = [p for p in chart.panels if now is not None and p.line[now] is not None]
    share = 0.0 if now is None else now / max(1, n - 1)
    return {
        "type": "scatter", "mode": "markers", "zorder": 2,
        "x": [_x(p.at[0], share) for p in shown],
        "y": [y for p in shown for y in _y(p.at[1], (p.line[now or 0],), scale)],
        "customdata": [[p.name, p.words] for p in shown],
        "marker": {"size": 7, "color": [COLOURS[p.role] for p in shown],
                   "line": {"width": 1, "color": theme.PAPER}},
        "hovertemplate": NAMED,
    }  # fmt: skip


def _names(chart: Multiples) -> dict[str, Any]:
    """Name and value at the top of each panel, from its left edge whatever the letters' size."""
    country = (chart.country_name, chart.country_value, _KEY, theme.INK)
    heads = [country, *((p.name, p.value, p.at, _ink(p)) for p in chart.panels)]
    return {
        "type": "scatter", "mode": "text", "hoverinfo": "skip", "cliponaxis": False,
        "x": [_x(column, 0) - 0.015 for _, _, (column, _), _ in heads],
        "y": [-row - 0.02 for _, _, (_, row), _ in heads],
        "text": [f"{name}<br><b>{value}</b>" for name, value, _, _ in heads],
        "textposition": "bottom right",
        "textfont": {"size": 12, "color": [colour for *_, colour in heads]},
    }  # fmt: skip


def _ink(panel: Panel) -> str:
    return theme.SELECTED if panel.role == "selected" else theme.INK


def _key(chart: Multiples, scale: tuple[float, float], lang: Lang) -> list[dict[str, Any]]:
    """The ends of the scale and of the time, at Sweden's own panel."""
    column, row = _KEY
    muted = {"size": 11, "color": theme.MUTED}
    ends = [
        theme.label(
            number(end, 1 if end % 1 else 0, lang),
            _x(column, 1),
            height,
            xanchor="left",
            xshift=4,
            font=muted,
        )
        for end, height in zip(scale, _y(row, scale, scale), strict=True)
    ]
    times = [
        theme.label(words, _x(column, share), _FLOOR - 1 - row, xanchor=anchor, yanchor="top",
                    font=muted)
        for words, share, anchor in ((chart.first, 0, "left"), (chart.last, 1, "right"))
    ]  # fmt: skip
    return [*ends, *times]
