"""Estimates with their intervals around nothing: a row each, hollow where nothing is possible."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.hover import NAMED
from dashboard.figures.stacked_bars import rows_axis
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang

_ROW, _ABOVE, _BELOW = 22, 12, 30
_AIR = 1.7


@frozen
class Estimate:
    """A row: the estimate with its 95 per cent interval, or None where there is none.

    `head` is a row of words alone over its group, `main` the row that the others are held to.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    words: str
    main: bool = False
    head: bool = False

    @property
    def told(self) -> bool:
        """Whether the interval leaves out nothing at all, zero."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high


@frozen
class Forest:
    """The rows from the top; `names` is the room for their names, in px."""

    rows: Sequence[Estimate]
    names: int


def to_plotly(chart: Forest, lang: Lang) -> Figure:
    """The rows, 22 px each, with a line at zero."""
    rows = chart.rows
    drawn = [v for row in rows for v in (row.value, row.low, row.high, 0.0) if v is not None]
    low, high = min(drawn, default=-1.0), max(drawn, default=1.0)
    start, end = round_ends([low, high])
    places = _places(rows)
    return {
        "data": [_dots(rows, places), _intervals(rows, places)],
        "layout": theme.layout(
            lang,
            height=round(_ROW * (places[-1] + 1 if places else 1)) + _ABOVE + _BELOW,
            margin={"l": chart.names, "r": 12, "t": _ABOVE, "b": _BELOW},
            xaxis={**value_axis((min(start, low), end)), "nticks": 6, "ticksuffix": " %"},
            yaxis={
                **rows_axis([(_named(row), False) for row in rows]),
                "range": [places[-1] + 0.6 if places else 0.6, -0.6],
                "tickvals": places,
            },
            shapes=[{
                "type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1,
                "layer": "below", "line": {"color": theme.INK, "width": 1.4},
            }],
        ),
    }  # fmt: skip


def _places(rows: Sequence[Estimate]) -> list[float]:
    """Where the rows lie: a group begins with its head, with air above it."""
    found: list[float] = []
    for row in rows:
        step = _AIR if row.head else 1.0
        found.append(found[-1] + step if found else 0.0)
    return found


def _named(row: Estimate) -> str:
    name = (
        f'<span style="color:{theme.INK}">{row.name}</span>' if row.head or row.main else row.name
    )
    return f"<b>{name}</b>" if row.head else name


def _colour(row: Estimate) -> str:
    return theme.INK if row.main else theme.ACCENT


def _dots(rows: Sequence[Estimate], places: Sequence[float]) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "x": [row.value for row in rows],
        "y": list(places), "zorder": 3,
        "customdata": [[row.name, row.words] for row in rows],
        "marker": {
            "size": 10, "opacity": 1,
            "color": [_colour(row) if row.told else theme.PAPER for row in rows],
            "line": {"width": 2, "color": [_colour(row) for row in rows]},
        },
        "hovertemplate": NAMED,
    }  # fmt: skip


def _intervals(rows: Sequence[Estimate], places: Sequence[float]) -> dict[str, Any]:
    known = [(y, row.low, row.high) for y, row in zip(places, rows, strict=True)
             if row.low is not None and row.high is not None]  # fmt: skip
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "zorder": 1,
        "x": [v for _, low, high in known for v in (low, high, None)],
        "y": [v for y, *_ in known for v in (y, y, None)],
        "line": {"color": theme.ACCENT, "width": 2},
    }  # fmt: skip
