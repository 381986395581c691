"""Bullets: a value against its target, as a thin bar over a track with a tick."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.hover import hover_points
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class Bullet:
    """A row: its name, value and target in per cent, and the words beside and below.

    `ends` is the range of a value that is an estimate, drawn as a whisker.
    """

    name: str
    value: float | None
    target: float
    said: str
    below: str
    highlighted: bool = True
    ends: tuple[float, float] | None = None


@frozen
class Bullets:
    """The rows, from the top."""

    rows: Sequence[Bullet]


LOW, HIGH = 70.0, 110.0
_ROW = 92


def to_plotly(chart: Bullets, lang: Lang) -> Figure:
    """One row per bullet, 92 px high, on a common scale from 70 to 110 per cent."""
    rows, n = chart.rows, len(chart.rows)
    shapes: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    for place, row in enumerate(rows):
        y = n - 1 - place
        shapes += _shapes(row, y)
        texts += _texts(row, y)
    return {
        "data": [_invisible(rows)],
        "layout": theme.layout(
            lang,
            height=_ROW * n + 24,
            margin={"l": 2, "r": 2, "b": 24},
            xaxis={
                "range": [LOW, HIGH], "fixedrange": True, "showgrid": False, "zeroline": False,
                "tickvals": [80, 90, 100], "ticktext": ["80 %", "90 %", "100 %"],
                "tickfont": {"size": 12}, "ticks": "",
            },
            yaxis=theme.hidden_axis(range=[-0.5, n - 0.5]),
            shapes=shapes,
            annotations=texts,
        ),
        "narrow": theme.narrow(theme.SMALL_PHONE, _narrow(texts)),
    }  # fmt: skip


def _shapes(row: Bullet, y: float) -> list[dict[str, Any]]:
    def bar(x0: float, x1: float, half: float, colour: str) -> dict[str, Any]:
        return {
            "type": "rect", "x0": _within(x0), "x1": _within(x1), "y0": y - half,
            "y1": y + half, "fillcolor": colour, "line": {"width": 0}, "layer": "below",
        }  # fmt: skip

    drawn = [bar(LOW, row.target, 0.1, theme.TRACK), bar(row.target, HIGH, 0.1, theme.BEYOND)]
    if row.value is not None:
        drawn.append(bar(LOW, row.value, 0.045, theme.ACCENT if row.highlighted else theme.QUIET))
    drawn += _whisker(row.ends, y) if row.ends else []
    drawn.append(
        {
            "type": "line", "x0": row.target, "x1": row.target, "y0": y - 0.17, "y1": y + 0.17,
            "line": {"color": theme.INK, "width": 2.5},
        }
    )  # fmt: skip
    return drawn


def _whisker(ends: tuple[float, float], y: float) -> list[dict[str, Any]]:
    """A line over the range, closed at both ends that lie on the scale."""
    low, high = (_within(end) for end in ends)
    line = {"color": theme.INK, "width": 1.5}
    inside = [_within(end) for end in ends if LOW <= end <= HIGH]
    return [
        {"type": "line", "x0": low, "x1": high, "y0": y, "y1": y, "line": line},
        *({"type": "line", "x0": x, "x1": x, "y0": y - 0.08, "y1": y + 0.08, "line": line}
          for x in inside),
    ]  # fmt: skip


def _within(x: float) -> float:
    """The place on the scale, as near as can be seen."""
    return round(min(max(x, LOW), HIGH), 2)


def _texts(row: Bullet, y: float) -> list[dict[str, Any]]:
    place = {"xref": "paper", "yref": "y"}
    return [
        theme.label(f"<b>{row.name}</b>", 0, y + 0.2, xanchor="left", yanchor="bottom", **place),
        theme.label(row.said, 1, y + 0.2, xanchor="right", yanchor="bottom", **place),
        theme.label(
            row.below, 0, y - 0.16, xanchor="left", yanchor="top",
            font={"size": 13, "color": theme.MUTED}, **place,
        ),
    ]  # fmt: skip


def _narrow(texts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Beside its name a value would collide: it takes the place of the line below.

    That line the sentence under the picture repeats.
    """
    names, values = texts[::3], texts[1::3]
    return [*names, *({**value, "yshift": -50} for value in values)]


def _invisible(rows: Sequence[Bullet]) -> dict[str, Any]:
    """The values as points that carry the hover text and the table."""
    places = range(len(rows) - 1, -1, -1)
    return hover_points([row.value for row in rows], places, [(r.name, r.said) for r in rows])
