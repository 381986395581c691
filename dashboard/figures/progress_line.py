"""The way to the guideline: where it began, where we are, where it ends, on one line."""

from typing import Any

from dashboard.figures import theme
from dashboard.figures.hover import hover_line
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class ProgressLine:
    """Beds at the start, now and needed; `margin` is the start's uncertainty, +- beds."""

    start: float
    now: float | None
    need: float
    margin: float
    start_words: str
    now_words: str
    need_words: str


def to_plotly(way: ProgressLine, lang: Lang) -> Figure:
    """One horizontal line, 130 px high, with the three places named."""
    now = way.start if way.now is None else way.now
    span = way.need - way.start
    low = min(way.start - way.margin, now) - 0.05 * span
    high = max(way.need, now) + 0.01 * span
    shapes = [
        _bar(way.start, way.need, 0.16, theme.TRACK),
        _bar(way.start - way.margin, way.start + way.margin, 0.26, theme.SEQUENCE[1]),
        _bar(way.start, now, 0.16, theme.ACCENT),
        *(_tick(x) for x in (way.start, way.need)),
    ]
    words = [
        _words(way.start_words, way.start, "bottom", "left"),
        _words(way.need_words, way.need, "bottom", "right"),
    ]
    if way.now is not None:
        shapes.append(_tick(now))
        words.append(_words(way.now_words, now, "top", _anchor(now, low, high)))
    return {
        "data": [
            hover_line(
                [way.start, way.now, way.need], [way.start_words, way.now_words, way.need_words]
            )
        ],
        "layout": theme.layout(
            lang,
            height=130,
            margin={"l": 2, "r": 4},
            xaxis=theme.hidden_axis(range=[low, high]),
            yaxis=theme.hidden_axis(range=[-1, 1]),
            shapes=shapes,
            annotations=words,
        ),
    }  # fmt: skip


def _bar(x0: float, x1: float, half: float, colour: str) -> dict[str, Any]:
    return {
        "type": "rect", "x0": x0, "x1": x1, "y0": -half, "y1": half,
        "fillcolor": colour, "line": {"width": 0},
    }  # fmt: skip


def _tick(x: float) -> dict[str, Any]:
    return {
        "type": "line", "x0": x, "x1": x, "y0": -0.34, "y1": 0.34,
        "line": {"color": theme.INK, "width": 2},
    }  # fmt: skip


def _words(text: str, x: float, side: str, anchor: str) -> dict[str, Any]:
    below = side == "bottom"
    return theme.label(
        text, x, -0.42 if below else 0.42, xanchor=anchor, yanchor="top" if below else "bottom"
    )


def _anchor(x: float, low: float, high: float) -> str:
    place = (x - low) / (high - low)
    return "left" if place < 0.3 else "right" if place > 0.7 else "center"
