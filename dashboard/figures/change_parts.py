"""A change taken apart: a row per region, a dot for the numerator, a ring for the denominator."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.hover import NAMED
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.formatting import number
from dashboard.language.text import Lang


@frozen
class PartsRow:
    """A row: changes in per cent of numerator (`above`), denominator (`below`) and their ratio."""

    name: str
    above: float | None
    below: float | None
    ratio: float | None
    words: str
    selected: bool


@frozen
class ChangeParts:
    """The rows; `heads` name dot and ring, `aside` the ratio at the end of a row."""

    rows: Sequence[PartsRow]
    heads: tuple[str, str]
    aside: str


_ROW, _ABOVE, _BELOW = 22, 30, 34
_MOST = 100.0


def to_plotly(chart: ChangeParts, lang: Lang) -> Figure:
    """The rows on one scale around no change."""
    rows = chart.rows
    far = _far(rows)
    return {
        "data": [_joined(rows, far), _dots(rows, far), _rings(rows, far)],
        "layout": theme.layout(
            lang,
            height=_ROW * max(1, len(rows)) + _ABOVE + _BELOW,
            margin={"l": 112, "r": 62, "t": _ABOVE, "b": _BELOW},
            xaxis={
                "range": [-far * 1.06, far * 1.06], "fixedrange": True, "gridcolor": theme.RULE,
                "zerolinecolor": theme.INK, "zerolinewidth": 1.4, "nticks": 5, "ticksuffix": " %",
                "tickfont": {"size": 12},
            },
            yaxis={
                "range": [len(rows) - 0.4, -0.6], "fixedrange": True, "showgrid": False,
                "zeroline": False, "ticks": "", "ticklabelstandoff": 6,
                "tickvals": list(range(len(rows))), "ticktext": [_named(row) for row in rows],
                "tickfont": {"size": 13, "color": theme.MUTED},
            },
            annotations=_notes(chart, lang),
        ),
    }  # fmt: skip


def _far(rows: Sequence[PartsRow]) -> float:
    """Half the axis: what is farther stands at its end, and says so when pointed at."""
    known = [abs(v) for row in rows for v in (row.above, row.below) if v is not None]
    return min(_MOST, max([10.0, *known]))


def _held(value: float | None, far: float) -> float | None:
    return None if value is None else round(max(-far, min(far, value)), 2)


def _named(row: PartsRow) -> str:
    if not row.selected:
        return row.name
    return f'<b><span style="color:{theme.SELECTED}">{row.name}</span></b>'


def _dots(rows: Sequence[PartsRow], far: float) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "zorder": 3,
        "x": [_held(row.above, far) for row in rows], "y": list(range(len(rows))),
        "customdata": [[row.name, row.words] for row in rows],
        "marker": {"size": 10, "opacity": 1,
                   "color": [theme.SELECTED if row.selected else theme.ACCENT for row in rows]},
        "hovertemplate": NAMED,
    }  # fmt: skip


def _rings(rows: Sequence[PartsRow], far: float) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "zorder": 2,
        "x": [_held(row.below, far) for row in rows], "y": list(range(len(rows))),
        "customdata": [[row.name, row.words] for row in rows],
        "marker": {"size": 10, "opacity": 1, "color": theme.PAPER,
                   "line": {"width": 2, "color": theme.MUTED}},
        "hovertemplate": NAMED,
    }  # fmt: skip


def _joined(rows: Sequence[PartsRow], far: float) -> dict[str, Any]:
    drawn = [(y, row) for y, row in enumerate(rows)
             if row.above is not None and row.below is not None]  # fmt: skip
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "zorder": 1,
        "x": [v for _, row in drawn for v in (_held(row.above, far), _held(row.below, far), None)],
        "y": [v for y, _ in drawn for v in (y, y, None)],
        "line": {"color": theme.FAINT, "width": 4},
    }  # fmt: skip


def _notes(chart: ChangeParts, lang: Lang) -> list[dict[str, Any]]:
    heads = chart.heads
    small = {"size": 12, "color": theme.MUTED}
    at = {"xref": "paper", "xanchor": "right", "xshift": 62, "font": small}
    top = {"yref": "paper", "yanchor": "bottom", "yshift": 4}
    found = [theme.label(f"● {heads[0]}  ○ {heads[1]}", 0, 1, xref="paper", xanchor="left",
                         font=small, **top)]  # fmt: skip
    found.append(theme.label(chart.aside, 1, 1, **at, **top))
    return [*found, *(theme.label(f"{number(row.ratio, 0, lang, signed=True)} %", 1, y, yref="y",
                                  **at)
                      for y, row in enumerate(chart.rows) if row.ratio is not None)]  # fmt: skip
