"""What chance alone gives, as a heap of outcomes, and where an outcome lies beside it."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang

_HEIGHT, _ABOVE, _BELOW = 190, 40, 30


@frozen
class ChanceHistogram:
    """Outcomes in per cent by bin (left end, share of the outcomes), and the one observed."""

    bins: Sequence[tuple[float, float]]
    width: float
    observed: float | None
    observed_words: str
    chance_words: str
    middle: float


def to_plotly(chart: ChanceHistogram, lang: Lang) -> Figure:
    """The heap as upright bars over a scale of per cent, and a line at the outcome observed."""
    ends = [low for low, _ in chart.bins] + [low + chart.width for low, _ in chart.bins]
    ends += [] if chart.observed is None else [chart.observed]
    top = max((share for _, share in chart.bins), default=1.0)
    return {
        "data": [_heap(chart)],
        "layout": theme.layout(
            lang,
            height=_HEIGHT,
            margin={"l": 8, "r": 8, "t": _ABOVE, "b": _BELOW},
            xaxis={
                "range": [min(ends, default=0) - 4, max(ends, default=100) + 4],
                "fixedrange": True, "showgrid": False, "zeroline": False, "ticksuffix": " %",
                "linecolor": theme.RULE, "tickfont": {"size": 12}, "nticks": 7,
            },
            yaxis=theme.hidden_axis(range=[0, 1.1 * top]),
            shapes=_line(chart),
            annotations=_words(chart),
        ),
    }  # fmt: skip


def _heap(chart: ChanceHistogram) -> dict[str, Any]:
    middles = [low + chart.width / 2 for low, _ in chart.bins]
    return {
        "type": "scatter", "mode": "lines", "fill": "tozeroy", "fillcolor": theme.SEQUENCE[1],
        "line": {"color": theme.SEQUENCE[2], "width": 1.4, "shape": "hvh"},
        "x": middles, "y": [share for _, share in chart.bins],
        "hovertemplate": "%{x:.0f} %<extra></extra>",
    }  # fmt: skip


def _line(chart: ChanceHistogram) -> list[dict[str, Any]]:
    if chart.observed is None:
        return []
    return [
        {
            "type": "line", "x0": chart.observed, "x1": chart.observed, "yref": "paper",
            "y0": 0, "y1": 1, "line": {"color": theme.SELECTED, "width": 2.4},
        }
    ]  # fmt: skip


def _words(chart: ChanceHistogram) -> list[dict[str, Any]]:
    heap = theme.label(
        chart.chance_words, chart.middle, 1, yref="paper", yanchor="bottom", yshift=3,
        font={"size": 12, "color": theme.MUTED},
    )  # fmt: skip
    if chart.observed is None:
        return [heap]
    side = "right" if chart.observed >= chart.middle else "left"
    seen = theme.label(
        f"<b>{chart.observed_words}</b>", chart.observed, 1, yref="paper", yanchor="bottom",
        yshift=20, xanchor=side, font={"size": 12, "color": theme.SELECTED},
    )  # fmt: skip
    return [heap, seen]
