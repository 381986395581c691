"""A scatter: a dot per region by two indicators, with Sweden's values as a cross, and no line."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.dot_plot import Role
from dashboard.figures.labels import Place, labels
from dashboard.figures.region_dots import region_dots
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class ScatterDot:
    """A region by its two values."""

    name: str
    x: float
    y: float
    role: Role
    words: str


@frozen
class Scatter:
    """The dots, Sweden's two values, and the words of the axes and the four corners.

    `corners` go from top left to top right, then bottom left to bottom right.
    """

    dots: Sequence[ScatterDot]
    country: tuple[float | None, float | None]
    country_words: str
    x_title: str
    corners: tuple[str, str, str, str]


HEIGHT, _WIDE = 500, 430
_PAD = 0.06


def to_plotly(plot: Scatter, lang: Lang) -> Figure:
    """The dots with as many names as find room, those of the region and its peers first."""
    x_ends, y_ends = _x_ends(plot), (0.0, round_ends([*_known(plot, 1)])[1])
    order = sorted(plot.dots, key=lambda dot: (dot.role != "selected", dot.role != "peer", -dot.y))
    chosen = any(dot.role == "selected" for dot in plot.dots)
    wanted = [Place(d.name, d.x, d.y, d.role) for d in order if d.role != "other" or not chosen]
    around = [(dot.x, dot.y) for dot in plot.dots]
    return {
        "data": [_points(plot)],
        "layout": theme.layout(
            lang,
            height=HEIGHT,
            margin={"l": 34, "r": 8, "t": 40, "b": 84},
            xaxis={
                "range": list(x_ends), "fixedrange": True, "showgrid": False, "nticks": 6,
                "zeroline": False, "tickfont": {"size": 12}, "ticks": "outside", "ticklen": 4,
                "tickcolor": theme.RULE, "linecolor": theme.RULE,
                "title": {"text": plot.x_title, "font": {"size": 12}, "standoff": 6},
            },
            yaxis=value_axis(y_ends),
            shapes=_cross(plot),
            annotations=[
                *labels(wanted, around, x_ends, y_ends, (_WIDE, HEIGHT - 124)),
                *_corners(plot),
                *_country(plot),
            ],
        ),
    }  # fmt: skip


def _known(plot: Scatter, axis: int) -> list[float]:
    found = [(dot.x, dot.y)[axis] for dot in plot.dots]
    country = plot.country[axis]
    return [*found, *([] if country is None else [country])]


def _x_ends(plot: Scatter) -> tuple[float, float]:
    found = _known(plot, 0) or [0.0, 1.0]
    pad = _PAD * ((max(found) - min(found)) or 1.0)
    return round(min(found) - pad, 3), round(max(found) + pad, 3)


def _points(plot: Scatter) -> dict[str, Any]:
    places = [(round(dot.x, 3), round(dot.y, 3)) for dot in plot.dots]
    return region_dots(plot.dots, [x for x, _ in places], [y for _, y in places])


def _cross(plot: Scatter) -> list[dict[str, Any]]:
    x, y = plot.country
    line = {"type": "line", "layer": "below", "line": {"color": theme.QUIET, "width": 1}}
    upright = {**line, "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1}
    level = {**line, "y0": y, "y1": y, "xref": "paper", "x0": 0, "x1": 1}
    return [*([] if x is None else [upright]), *([] if y is None else [level])]


def _country(plot: Scatter) -> list[dict[str, Any]]:
    x, y = plot.country
    if x is None or y is None:
        return []
    return [theme.label(f"<b>{plot.country_words}</b>", x, 1, yref="paper", yanchor="bottom",
                        yshift=2, font={"size": 12, "color": theme.INK})]  # fmt: skip


def _corners(plot: Scatter) -> list[dict[str, Any]]:
    if None in plot.country:
        return []
    places = ((0, 1), (1, 1), (0, 0), (1, 0))
    return [
        theme.label(
            words, x, y, xref="paper", yref="paper", xanchor="right" if x else "left",
            yanchor="bottom" if y else "top", yshift=2 if y else -48,
            align="right" if x else "left",
            xshift=-4 if x else 4, font={"size": 11, "color": theme.MUTED},
        )
        for words, (x, y) in zip(plot.corners, places, strict=True)
    ]  # fmt: skip
