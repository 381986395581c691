"""A number with its reach on one line, zero marked: an estimate and how sure it is."""

from dashboard.figures import theme
from dashboard.figures.hover import hover_line
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class Interval:
    """The estimate `at` between `low` and `high`, all in one unit, and its words."""

    at: float
    low: float
    high: float
    words: str
    low_words: str
    high_words: str
    zero_words: str


def to_plotly(reach: Interval, lang: Lang) -> Figure:
    """A band from low to high with a tick at the estimate, 130 px high."""
    ends = [min(0.0, reach.low), max(0.0, reach.high)]
    pad = 0.12 * ((ends[1] - ends[0]) or 1.0)
    words = [
        theme.label(f"<b>{reach.words}</b>", reach.at, 0.42, yanchor="bottom"),
        theme.label(reach.zero_words, 0, -0.72, yanchor="top",
                    font={"size": 12, "color": theme.MUTED}),
    ]  # fmt: skip
    if reach.high > reach.low:
        words += [
            theme.label(reach.low_words, reach.low, -0.3, yanchor="top", xanchor="right"),
            theme.label(reach.high_words, reach.high, -0.3, yanchor="top", xanchor="left"),
        ]
    return {
        "data": [
            hover_line(
                [reach.low, reach.at, reach.high],
                [reach.low_words, reach.words, reach.high_words],
            )
        ],
        "layout": theme.layout(
            lang,
            height=130,
            margin={"l": 8, "r": 8},
            xaxis=theme.hidden_axis(range=[ends[0] - pad, ends[1] + pad]),
            yaxis=theme.hidden_axis(range=[-1.2, 1.1]),
            shapes=[
                _line(ends[0] - pad, ends[1] + pad, theme.RULE, 1),
                _line(reach.low, reach.high, theme.SEQUENCE[1], 14),
                _tick(0.0, theme.MUTED, 1.0),
                _tick(reach.at, theme.SELECTED, 3.0),
            ],
            annotations=words,
        ),
    }  # fmt: skip


def _line(x0: float, x1: float, colour: str, width: float) -> dict[str, object]:
    return {
        "type": "line", "x0": x0, "x1": x1, "y0": 0, "y1": 0, "layer": "below",
        "line": {"color": colour, "width": width},
    }  # fmt: skip


def _tick(x: float, colour: str, width: float) -> dict[str, object]:
    return {
        "type": "line", "x0": x, "x1": x, "y0": -0.34, "y1": 0.34,
        "line": {"color": colour, "width": width},
    }  # fmt: skip
