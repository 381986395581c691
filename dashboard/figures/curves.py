"""Lines over a scale of numbers, named at their end: how something falls as something grows."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang

_HEIGHT, _APART, _LEAST = 250, 17, 0.12
_COLOURS = (theme.INK, theme.ACCENT, theme.MUTED, theme.SEQUENCE[3])
_DASHES = ("solid", "solid", "dash", "dot")


@frozen
class Curve:
    """A named line; `y` in per cent, one for each place on the scale."""

    name: str
    y: Sequence[float]


@frozen
class Curves:
    """The curves over the places `x`; `head` says what that scale is, below it."""

    x: Sequence[float]
    curves: Sequence[Curve]
    head: str


def to_plotly(chart: Curves, lang: Lang) -> Figure:
    """The curves from 0 to 100 per cent."""
    x, curves = chart.x, chart.curves
    return {
        "data": [_line(x, curve, i) for i, curve in enumerate(curves)],
        "layout": theme.layout(
            lang,
            height=_HEIGHT,
            margin={"l": 46, "r": 170, "t": 10, "b": 46},
            xaxis={
                "range": [min(x) - 0.6, max(x)], "fixedrange": True, "tickvals": _apart(x),
                "ticktext": [f"{v:g} %" for v in _apart(x)], "showgrid": False, "zeroline": False,
                "linecolor": theme.RULE, "tickfont": {"size": 12},
                "title": {"text": chart.head, "font": {"size": 12, "color": theme.MUTED}},
            },
            yaxis={
                "range": [0, 100], "fixedrange": True, "tickvals": [0, 25, 50, 75, 100],
                "ticksuffix": " %", "gridcolor": theme.RULE, "zerolinecolor": theme.RULE,
                "tickfont": {"size": 12},
            },
            annotations=_names(curves),
        ),
    }  # fmt: skip


def _apart(x: Sequence[float]) -> list[float]:
    """Those of the places whose words do not touch."""
    found: list[float] = []
    for place in x:
        if not found or place - found[-1] >= _LEAST * (max(x) - min(x)):
            found.append(place)
    return found


def _line(x: Sequence[float], curve: Curve, place: int) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines+markers", "name": curve.name, "x": list(x),
        "y": list(curve.y), "marker": {"size": 6, "color": _COLOURS[place]},
        "line": {"color": _COLOURS[place], "width": 2, "dash": _DASHES[place]},
        "hovertemplate": f"<b>{curve.name}</b><br>%{{x:g}} %: %{{y:.0f}} %<extra></extra>",
    }  # fmt: skip


def _names(curves: Sequence[Curve]) -> list[dict[str, Any]]:
    """Names at the ends, moved apart where they would touch."""
    ends = sorted((curve.y[-1], place) for place, curve in enumerate(curves))
    least = 100 * _APART / (_HEIGHT - 56)
    found, above = [], -least
    for y, place in ends:
        at = max(y, above + least)
        above = at
        found.append(
            theme.label(
                curves[place].name, 1, at, xref="paper", yref="y", xanchor="left", xshift=8,
                font={"size": 12, "color": _COLOURS[place]},
            )
        )  # fmt: skip
    return found
