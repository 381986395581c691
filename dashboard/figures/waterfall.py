"""A waterfall on its side: from one amount to another, step by step, each step named."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from dashboard.figures import theme
from dashboard.figures.hover import hover_points
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class Step:
    """A step, in beds; `whole` stands from zero and is where the steps have come to."""

    name: str
    value: float
    said: str
    whole: bool = False


@frozen
class Waterfall:
    """The steps, in the order they are taken."""

    steps: Sequence[Step]


_ROW = 46


def to_plotly(chart: Waterfall, lang: Lang) -> Figure:
    """A row of 46 px per step: its name above its bar, its amount at the bar's end."""
    steps, n = chart.steps, len(chart.steps)
    spans = _spans(steps)
    ends = round_ends([v for span in spans for v in span])
    return {
        "data": [_points(steps, spans)],
        "layout": theme.layout(
            lang,
            height=_ROW * n + 34,
            margin={"l": 4, "r": 64, "b": 26, "t": 8},
            xaxis={**value_axis(ends), "nticks": 5},
            yaxis=theme.hidden_axis(range=[n - 0.5, -0.62]),
            shapes=[*_bars(steps, spans), *_joints(spans)],
            annotations=[a for y, step in enumerate(steps) for a in _words(step, spans[y], y)],
        ),
    }  # fmt: skip


def _spans(steps: Sequence[Step]) -> list[tuple[float, float]]:
    """Where each bar begins and ends."""
    moves = [0.0 if step.whole and place else step.value for place, step in enumerate(steps)]
    sums = list(accumulate(moves))
    return [
        (0.0, step.value) if step.whole else (sums[place - 1], sums[place])
        for place, step in enumerate(steps)
    ]


def _points(steps: Sequence[Step], spans: Sequence[tuple[float, float]]) -> dict[str, Any]:
    ends = [round(end, 1) for _, end in spans]
    named = [(step.name, step.said) for step in steps]
    return hover_points(ends, range(len(steps)), named, size=16)


def _bars(steps: Sequence[Step], spans: Sequence[tuple[float, float]]) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect", "x0": round(start, 1), "x1": round(end, 1), "y0": y - 0.08,
            "y1": y + 0.3, "fillcolor": _colour(step), "line": {"width": 0}, "layer": "below",
        }
        for y, (step, (start, end)) in enumerate(zip(steps, spans, strict=True))
    ]  # fmt: skip


def _colour(step: Step) -> str:
    if step.whole:
        return theme.ACCENT
    return theme.DIVERGING[4] if step.value > 0 else theme.SEQUENCE[2]


def _joints(spans: Sequence[tuple[float, float]]) -> list[dict[str, Any]]:
    """A thin line from the end of each bar down to the next."""
    return [
        {
            "type": "line", "x0": round(end, 1), "x1": round(end, 1), "y0": y + 0.3,
            "y1": y + 0.92, "line": {"color": theme.QUIET, "width": 1, "dash": "dot"},
        }
        for y, (_, end) in enumerate(spans[:-1])
    ]  # fmt: skip


def _words(step: Step, span: tuple[float, float], y: int) -> list[dict[str, Any]]:
    weight = f"<b>{step.name}</b>" if step.whole else step.name
    return [
        theme.label(weight, 0, y - 0.12, xref="paper", xanchor="left", yanchor="bottom"),
        theme.label(f"<b>{step.said}</b>", max(span), y + 0.11, xanchor="left", xshift=6),
    ]
