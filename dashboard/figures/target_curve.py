"""The target over the size of the unit: a line per stream, the guideline, and where one looks."""

from collections.abc import Sequence
from functools import lru_cache
from math import log10
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.figures.value_axis import axis as value_axis
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class StreamLine:
    """A stream's targets in per cent at each size, as computed and as kept in their limits.

    `official` is the guideline; `words` name the line, `official_words` the guideline and
    `at_words` the target at the size looked at.
    """

    targets: Sequence[float]
    unclipped: Sequence[float]
    official: float
    words: str
    official_words: str
    at_words: str


@frozen
class TargetCurve:
    """Both streams over `sizes` in beds; `at` is the size looked at."""

    sizes: Sequence[int]
    acute: StreamLine
    planned: StreamLine
    at: int
    title: str
    at_words: str


HEIGHT = 420
_ROOM = 7
_ANCHORS = {1: ("left", "top"), -1: ("right", "bottom")}
LOW, HIGH = 65.0, 102.0
_TICKS = (4, 8, 12, 16, 24, 40, 60, 100)
# The trace that a browser fills with the units of a list it was given; it stays empty here.


def to_plotly(curve: TargetCurve, lang: Lang) -> Figure:
    """The curve, sizes on a logarithmic scale, 420 px high."""
    acute, planned = curve.acute, curve.planned
    ends = [round(log10(curve.sizes[0]) - 0.02, 3), round(log10(curve.sizes[-1]) + 0.01, 3)]
    return {
        "data": [
            _units(),
            _line(curve, acute, theme.ACCENT, "solid"),
            _line(curve, planned, theme.DIVERGING[0], "solid"),
            _line(curve, acute, theme.ACCENT, "dot", unclipped=True),
            _line(curve, planned, theme.DIVERGING[0], "dot", unclipped=True),
            _marks(curve),
        ],
        "layout": theme.layout(
            lang,
            height=HEIGHT,
            margin={"l": 40, "r": 92, "t": 14, "b": 44},
            xaxis={
                "type": "log", "range": ends, "fixedrange": True, "showgrid": False,
                "tickvals": list(_TICKS), "ticktext": [str(tick) for tick in _TICKS],
                "tickfont": {"size": 12}, "ticks": "outside", "ticklen": 4,
                "tickcolor": theme.RULE, "linecolor": theme.RULE, "zeroline": False,
                "title": {"text": curve.title, "font": {"size": 12}, "standoff": 6},
            },
            yaxis={**value_axis((LOW, HIGH)), "ticksuffix": " %", "tickvals": [70, 80, 90, 100]},
            shapes=[_official(acute), _official(planned), _here(curve)],
            annotations=_words(curve),
        ),
    }  # fmt: skip


def _units() -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "x": [], "y": [], "customdata": [],
        "marker": {"symbol": "line-ns-open", "size": 13, "color": theme.SELECTED,
                   "line": {"width": 2, "color": theme.SELECTED}},
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _line(
    curve: TargetCurve, stream: StreamLine, colour: str, dash: str, *, unclipped: bool = False
) -> dict[str, Any]:
    """The targets; or, dotted, what they would be without their limits, where that differs."""
    kept = tuple(stream.targets)
    y = _beyond(tuple(stream.unclipped), kept) if unclipped else _rounded(kept)
    return {
        "type": "scatter", "mode": "lines", "x": list(curve.sizes), "y": y,
        "line": {"color": colour, "width": 1.4 if unclipped else 2.6, "dash": dash},
        "hovertemplate": f"<b>{stream.words}</b> %{{y:.1f}} %<br>%{{x}}<extra></extra>",
    }  # fmt: skip


@lru_cache(maxsize=16)
def _rounded(targets: tuple[float, ...]) -> list[float]:
    return [round(target, 2) for target in targets]


@lru_cache(maxsize=16)
def _beyond(unclipped: tuple[float, ...], targets: tuple[float, ...]) -> list[float | None]:
    pairs = zip(unclipped, targets, strict=True)
    return [round(free, 2) if free != kept else None for free, kept in pairs]


def _marks(curve: TargetCurve) -> dict[str, Any]:
    """The targets at the size looked at."""
    place = curve.sizes.index(curve.at)
    return {
        "type": "scatter", "mode": "markers", "x": [curve.at, curve.at],
        "y": [round(line.targets[place], 2) for line in (curve.acute, curve.planned)],
        "marker": {"size": 11, "color": [theme.ACCENT, theme.DIVERGING[0]],
                   "line": {"width": 2, "color": theme.PAPER}},
        "customdata": [curve.acute.at_words, curve.planned.at_words],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _official(stream: StreamLine) -> dict[str, Any]:
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": stream.official,
        "y1": stream.official, "layer": "below",
        "line": {"color": theme.INK, "width": 1.2, "dash": "dash"},
    }  # fmt: skip


def _here(curve: TargetCurve) -> dict[str, Any]:
    return {
        "type": "line", "x0": curve.at, "x1": curve.at, "yref": "paper", "y0": 0, "y1": 1,
        "layer": "below", "line": {"color": theme.QUIET, "width": 1.2},
    }  # fmt: skip


def _words(curve: TargetCurve) -> list[dict[str, Any]]:
    """The lines named at their right ends, the guidelines beside them, the targets at the size."""
    place, x = curve.sizes.index(curve.at), log10(curve.at)
    # Above the rising line and left of the place; at the left edge there is room only right of it.
    side = 1 if curve.at < _ROOM else -1
    found = []
    for stream, colour in ((curve.acute, theme.ACCENT), (curve.planned, theme.DIVERGING[0])):
        end, here = stream.targets[-1], stream.targets[place]
        beside = {"xref": "paper", "xanchor": "left", "xshift": 6}
        found += [
            theme.label(f"<b>{stream.words}</b>", 1, end, yshift=8, **beside,
                        font={"size": 12, "color": colour}),
            theme.label(stream.official_words, 1, stream.official, yshift=-6, **beside,
                        font={"size": 11, "color": theme.MUTED}),
            theme.label(f"<b>{stream.at_words}</b>", x, here, xanchor=_ANCHORS[side][0],
                        yanchor=_ANCHORS[side][1], xshift=8 * side, yshift=-6 * side,
                        bgcolor=theme.PAPER, font={"size": 13, "color": colour}),
        ]  # fmt: skip
    return [
        *found,
        theme.label(curve.at_words, x, 0, yref="paper", xanchor="left", yanchor="bottom",
                    xshift=6, yshift=4, font={"size": 12, "color": theme.MUTED}),
    ]  # fmt: skip
