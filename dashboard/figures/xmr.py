"""An XmR chart: points, mean and limits, with signals in their own shape and colour."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.range_band import Band, band, values_of
from dashboard.figures.theme import Figure
from dashboard.figures.time_axis import Mark, axis, dated, event_lines, event_words, looked_at
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.figure_table import Table, table
from dashboard.language.formatting import number, span
from dashboard.language.text import Lang, Text
from dashboard.statistics.signal_words import POINT_WORDS, WITHOUT_LIMITS
from dashboard.statistics.xmr import Point, PointType


@frozen
class XmrChart:
    """What the chart shows: a point per period, the events, published annual rings, a target.

    `rings` are (months, values); `preliminary` the months that may still change, hollow and
    outside the limits. `clipped`: values that cannot be below zero, so neither is a limit drawn.
    `band` are the ranges of estimates, a pair or None for each period.
    """

    periods: Sequence[str]
    points: Sequence[Point]
    decimals: int
    marks: Sequence[Mark] = ()
    rings: tuple[Sequence[str], Sequence[float]] = ((), ())
    target: float | None = None
    now: str = ""
    preliminary: Sequence[tuple[str, float]] = ()
    clipped: bool = True
    band: Band = ()


_IMPROVEMENT, _CONCERN, _NEUTRAL = theme.ACCENT, theme.SELECTED, theme.DIVERGING[0]
# Shape and colour of each kind of point; the grey circle is common cause.
KINDS: dict[PointType | None, tuple[str, str]] = {
    "special_cause_improvement": ("triangle-down", _IMPROVEMENT),
    "special_cause_concern": ("diamond", _CONCERN),
    "special_cause_neutral_high": ("square", _NEUTRAL),
    "special_cause_neutral_low": ("square", _NEUTRAL),
    "common_cause": ("circle", theme.MUTED),
    None: ("circle", theme.MUTED),
}
_HEIGHT = 280
_MEAN = Text("medelnivå", "mean")
_UPPER, _LOWER = Text("övre gräns", "upper limit"), Text("nedre gräns", "lower limit")
_TARGET = Text("mål", "target")
_RANGE = Text("80 procents spann", "80% range")
_VALUE, _PERIOD = Text("värde", "value"), Text("Period", "Period")


def to_plotly(chart: XmrChart, lang: Lang) -> Figure:
    """The chart as a plotly figure."""
    x = [dated(period) for period in chart.periods]
    lines = [
        _line(x, [p.mean for p in chart.points], _MEAN.in_(lang), theme.QUIET, "solid"),
        _line(x, [p.upl for p in chart.points], _UPPER.in_(lang), theme.QUIET, "dash"),
        _line(x, [_lower(chart, p) for p in chart.points], _LOWER.in_(lang), theme.QUIET, "dash"),
    ]
    if chart.target is not None:
        lines.append(_line(x, [chart.target] * len(x), _TARGET.in_(lang), theme.INK, "dot"))
    named = _line_words(chart, lang)
    behind = [band(x, chart.band, theme.SELECTED)] if chart.band else []
    return {
        "data": [
            *behind, *(one for one in lines if any(y is not None for y in one["y"])),
            _values(chart, x, lang), _rings(chart, lang),
            _preliminary(chart, lang),
        ],
        "layout": theme.layout(
            lang,
            height=_HEIGHT,
            margin={"l": 34, "r": 104, "t": 34, "b": 26},
            xaxis=axis(chart.periods),
            yaxis=value_axis(_ends(chart)),
            shapes=event_lines(chart.marks),
            meta=looked_at(chart.now, chart.periods),
            annotations=[*event_words(chart.marks, chart.periods), *named],
        ),
        "narrow": theme.narrow(theme.PHONE, named),
    }  # fmt: skip


def table_of(chart: XmrChart, lang: Lang) -> Table:
    """A row per period, the latest first: mean, limits, target where there is one, and value."""
    goal = () if chart.target is None else (chart.target,)
    ranged = (_RANGE,) if chart.band else ()
    heads = (_PERIOD, _MEAN, _UPPER, _LOWER, *((_TARGET,) if goal else ()), _VALUE, *ranged)
    rows = (
        [
            period,
            *(
                number(value, chart.decimals, lang)
                for value in (point.mean, point.upl, _lower(chart, point), *goal, point.y)
            ),
            *([span(*ends, chart.decimals, lang) if ends else ""] if chart.band else []),
        ]
        for period, point, ends in zip(
            chart.periods, chart.points, chart.band or [None] * len(chart.points), strict=True
        )
    )
    return table(heads, reversed([*rows]), lang)


def _lower(chart: XmrChart, point: Point) -> float | None:
    return max(0.0, point.lpl) if chart.clipped and point.lpl is not None else point.lpl


def _line(x: list[str], y: list[float | None], name: str, colour: str, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "name": name, "x": x,
        "y": [None if v is None else round(v, 2) for v in y],
        "line": {"color": colour, "width": 1.3, "dash": dash}, "hoverinfo": "skip",
        "connectgaps": False,
    }  # fmt: skip


def _values(chart: XmrChart, x: list[str], lang: Lang) -> dict[str, Any]:
    kinds = [KINDS[p.point_type] for p in chart.points]
    return {
        "type": "scatter", "mode": "lines+markers",
        "name": _VALUE.in_(lang), "x": x,
        "y": [None if p.y is None else round(p.y, chart.decimals) for p in chart.points],
        "customdata": [_kind_words(p).in_(lang) for p in chart.points],
        "line": {"color": theme.MUTED, "width": 1.2},
        "marker": {
            "symbol": [shape for shape, _ in kinds],
            "color": [colour for _, colour in kinds],
            "size": [6 if colour == theme.MUTED else 9 for _, colour in kinds],
        },
        "connectgaps": False,
        "hovertemplate": f"<b>%{{y:,.{chart.decimals}f}}</b> %{{x|%Y-%m}}<br>%{{customdata}}"
        "<extra></extra>",
    }  # fmt: skip


def _kind_words(point: Point) -> Text:
    return POINT_WORDS[point.point_type] if point.point_type else WITHOUT_LIMITS


def _rings(chart: XmrChart, lang: Lang) -> dict[str, Any]:
    words = {"sv": "publicerat årsvärde", "en": "published annual value"}[lang]
    return {
        "type": "scatter", "mode": "markers", "name": words,
        "x": list(chart.rings[0]), "y": list(chart.rings[1]),
        "marker": {"symbol": "circle", "size": 10, "color": theme.CLEAR,
                   "line": {"width": 1.6, "color": theme.INK}},
        "hovertemplate": f"<b>%{{y:,.{chart.decimals}f}}</b> %{{x|%Y}}<br>{words}<extra></extra>",
    }  # fmt: skip


def _preliminary(chart: XmrChart, lang: Lang) -> dict[str, Any]:
    words = {"sv": "preliminärt", "en": "preliminary"}[lang]
    return {
        "type": "scatter", "mode": "markers", "name": words,
        "x": [dated(month) for month, _ in chart.preliminary],
        "y": [round(value, chart.decimals) for _, value in chart.preliminary],
        "marker": {"symbol": "circle-open", "size": 8, "color": theme.MUTED},
        "hovertemplate": f"<b>%{{y:,.{chart.decimals}f}}</b> %{{x|%Y-%m}}<br>{words}"
        "<extra></extra>",
    }  # fmt: skip


def _line_words(chart: XmrChart, lang: Lang) -> list[dict[str, Any]]:
    """The lines named at their end with their last value, where they do not touch."""
    last = next((p for p in reversed(chart.points) if p.mean is not None), None)
    if last is None or last.mean is None or last.upl is None:
        return []
    low, top = _ends(chart)
    least = 17 / (_HEIGHT - 60) * (top - low)
    named = [(last.mean, _MEAN)]
    named += [(last.upl, _UPPER)] if last.upl - last.mean > least else []
    lower = _lower(chart, last) or 0.0
    named += [(lower, _LOWER)] if last.mean - lower > least else []
    return [
        theme.label(
            f"{words.in_(lang)} {number(value, chart.decimals, lang)}", 1, value,
            xref="paper", yref="y", xanchor="left", xshift=8,
            font={"size": 11, "color": theme.MUTED},
        )
        for value, words in named
    ]  # fmt: skip


def _ends(chart: XmrChart) -> tuple[float, float]:
    drawn = [v for p in chart.points for v in (p.y, p.upl, p.lpl) if v is not None]
    drawn += [value for _, value in chart.preliminary]
    drawn += values_of(chart.band)
    drawn += [*chart.rings[1], *([] if chart.target is None else [chart.target])]
    return round_ends(drawn)
