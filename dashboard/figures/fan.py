"""A fan: a monthly series, the months expected after it, and the bands they may lie in."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.range_band import band
from dashboard.figures.theme import Figure
from dashboard.figures.time_axis import axis
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang

Ends = tuple[float, float]


@frozen
class Fan:
    """Months and values so far; the months ahead with their value and inner and outer ends.

    `key` says what the dashed line and the two bands are.
    """

    months: Sequence[str]
    values: Sequence[float]
    coming: Sequence[str]
    middle: Sequence[float]
    inner: Sequence[Ends]
    outer: Sequence[Ends]
    key: str


def to_plotly(chart: Fan, lang: Lang) -> Figure:
    """The series in ink, the months ahead dashed, the bands behind them."""
    now, x = chart.values[-1], [chart.months[-1], *chart.coming]
    drawn = [*chart.values, *(end for ends in chart.outer for end in ends)]
    return {
        "data": [
            *(band(x, [(now, now), *ends], theme.ACCENT) for ends in (chart.outer, chart.inner)),
            _line(chart.months, chart.values, theme.INK, "solid"),
            _line(x, [now, *chart.middle], theme.ACCENT, "dash"),
        ],
        "layout": theme.layout(
            lang,
            height=theme.SERIES_HEIGHT,
            margin={"l": 34, "r": 14, "t": 34, "b": 26},
            xaxis=axis([*chart.months, *chart.coming]),
            yaxis=value_axis(round_ends(drawn)),
            annotations=[_key(chart)],
        ),
    }  # fmt: skip


def _line(months: Sequence[str], values: Sequence[float], colour: str, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": list(months),
        "y": [round(one, 2) for one in values], "line": {"color": colour, "width": 2, "dash": dash},
        "hovertemplate": "%{x|%Y-%m}: %{y}<extra></extra>",
    }  # fmt: skip


def _key(chart: Fan) -> dict[str, Any]:
    words = f'<span style="color:{theme.ACCENT}">- -</span> {chart.key}'
    return theme.label(
        words, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", yshift=6,
        font={"size": 12, "color": theme.MUTED},
    )  # fmt: skip
