"""Lines over time: Sweden in ink, the chosen region in its colour, all others background."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from math import ceil, log10
from typing import Any

from dashboard.figures import theme
from dashboard.figures.range_band import Band, band, values_of
from dashboard.figures.theme import Figure
from dashboard.figures.time_axis import Mark, axis, dated, event_lines, event_words, looked_at
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.formatting import number
from dashboard.language.text import Lang


@frozen
class Line:
    """A named line; `y` has None where there is no value."""

    name: str
    y: Sequence[float | None]
    role: str = "background"


@frozen
class TimeSeries:
    """What a time-series chart says, before anyone paints it.

    `periods` are months or years; `rings` are published annual values as role -> (x, y),
    where x is a month, and `dots` reported months alike; `bands` the ranges of estimates per
    period by role; `levels` a stepped target line per period, empty for none. Lines begin anew
    at the periods in `breaks`.
    """

    periods: Sequence[str]
    lines: Sequence[Line]
    decimals: int
    marks: Sequence[Mark] = ()
    rings: Mapping[str, tuple[Sequence[str], Sequence[float]]] = field(default_factory=dict)
    dots: Mapping[str, tuple[Sequence[str], Sequence[float]]] = field(default_factory=dict)
    bands: Mapping[str, Band] = field(default_factory=dict)
    levels: Sequence[float | None] = ()
    level_name: str = ""
    now: str = ""
    thin: bool = False
    breaks: Sequence[str] = ()
    height: int = theme.SERIES_HEIGHT


_COLOURS = {"background": theme.FAINT, "sweden": theme.INK, "selected": theme.SELECTED}
_WIDTHS = {"background": 0.9, "sweden": 2.0, "selected": 2.4}


def to_plotly(chart: TimeSeries, lang: Lang) -> Figure:
    """The chart as a plotly figure; lines are labelled at their end, there is no legend."""
    highlighted = [line for line in chart.lines if line.role != "background"]
    background = [line for line in chart.lines if line.role == "background"]
    low, top = _ends(chart)
    gaps = [chart.periods.index(p) for p in chart.breaks if p in chart.periods[1:]]
    x = _gapped([dated(p) for p in chart.periods], gaps, repeat=True)
    # As many decimals as are told, or as can be seen.
    places = max(chart.decimals, ceil(log10(chart.height / (top - low))))
    traces = [_together(chart, background, x, gaps, places)] if background else []
    at = [dated(p) for p in chart.periods]
    traces += [band(at, ends, _COLOURS[role]) for role, ends in chart.bands.items()]
    traces += [_trace(chart, line, x, gaps, places) for line in highlighted]
    traces += [_ring(role, *xy, chart, lang) for role, xy in chart.rings.items()]
    traces += [_dot(role, *xy, chart, lang) for role, xy in chart.dots.items()]
    if any(level is not None for level in chart.levels):
        traces.append(_level(chart))
    values = _end_labels(highlighted, chart, (low, top), lang)
    return {
        "data": traces,
        "layout": theme.layout(
            lang,
            height=chart.height,
            margin={"l": 34, "r": 118, "t": 34, "b": 26},
            xaxis=axis(chart.periods),
            yaxis=value_axis((low, top)),
            shapes=event_lines(chart.marks),
            meta=looked_at(chart.now, chart.periods),
            annotations=[*event_words(chart.marks, chart.periods), *values],
            uirevision="series",
        ),
        "narrow": theme.narrow(theme.PHONE, values),
    }  # fmt: skip


_LABEL_HEIGHT = 36


def _ends(chart: TimeSeries) -> tuple[float, float]:
    drawn = [v for line in chart.lines for v in line.y if v is not None]
    drawn += [v for v in chart.levels if v is not None]
    drawn += [v for ends in chart.bands.values() for v in values_of(ends)]
    return round_ends([*drawn, *(v for _, ys in chart.rings.values() for v in ys)])


def _gapped(row: Sequence[Any], gaps: list[int], *, repeat: bool = False) -> list[Any]:
    """A row with an empty place before each index in `gaps`, so that a line begins anew."""
    found = list(row)
    for place in reversed(gaps):
        found.insert(place, found[place] if repeat else None)
    return found


def _together(
    chart: TimeSeries, lines: Sequence[Line], x: list[Any], gaps: list[int], places: int
) -> dict[str, Any]:
    """The background lines as one trace, a gap after each: twenty would take plotly twice as long.

    Each point carries the name of its line.
    """
    one = [*x, x[-1]]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": one * len(lines),
        "y": [y for line in lines for y in (*_gapped(_seen(line.y, places), gaps), None)],
        "text": [line.name for line in lines for _ in one],
        "line": {"color": _COLOURS["background"], "width": _WIDTHS["background"]},
        "connectgaps": False,
        "hovertemplate": _told("%{text}", chart),
    }


def _seen(y: Sequence[float | None], places: int) -> list[float | None]:
    return [None if value is None else round(value, places) for value in y]


def _trace(
    chart: TimeSeries, line: Line, x: list[Any], gaps: list[int], places: int
) -> dict[str, Any]:
    width = _WIDTHS[line.role] * (0.8 if chart.thin else 1)
    return {
        "type": "scatter",
        "mode": "lines+markers" if _is_yearly(chart) else "lines",
        "name": line.name,
        "x": x,
        "y": _gapped(_seen(line.y, places), gaps),
        "line": {"color": _COLOURS[line.role], "width": width},
        "marker": {"size": 7, "color": _COLOURS[line.role]},
        "connectgaps": False,
        "hovertemplate": _told(line.name, chart),
    }


def _is_yearly(chart: TimeSeries) -> bool:
    return len(chart.periods[0]) == 4


def _told(name: str, chart: TimeSeries) -> str:
    when = "%Y" if _is_yearly(chart) else "%Y-%m"
    return f"<b>{name}</b> %{{y:,.{chart.decimals}f}}<br>%{{x|{when}}}<extra></extra>"


def _ring(
    role: str, x: Sequence[str], y: Sequence[float], chart: TimeSeries, lang: Lang
) -> dict[str, Any]:
    words = {"sv": "publicerat årsvärde", "en": "published annual value"}[lang]
    return {
        "type": "scatter", "mode": "markers", "name": words, "x": list(x), "y": list(y),
        "marker": {
            "symbol": "circle", "size": 9, "color": theme.PAPER,
            "line": {"width": 1.8, "color": _COLOURS[role]},
        },
        "hovertemplate": f"<b>%{{x|%Y}}</b> %{{y:,.{chart.decimals}f}}<br>{words}<extra></extra>",
    }  # fmt: skip


def _dot(
    role: str, x: Sequence[str], y: Sequence[float], chart: TimeSeries, lang: Lang
) -> dict[str, Any]:
    words = {"sv": "rapporterad månad", "en": "reported month"}[lang]
    return {
        "type": "scatter", "mode": "markers", "name": words, "x": list(x), "y": list(y),
        "marker": {"symbol": "circle", "size": 7, "color": _COLOURS[role]},
        "hovertemplate": f"<b>%{{x|%Y-%m}}</b> %{{y:,.{chart.decimals}f}}<br>{words}"
        "<extra></extra>",
    }  # fmt: skip


def _level(chart: TimeSeries) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "name": chart.level_name,
        "x": [dated(p) for p in chart.periods], "y": list(chart.levels),
        "line": {"color": theme.ACCENT, "width": 1.4, "dash": "dash", "shape": "hv"},
        "hovertemplate": f"<b>{chart.level_name}</b> %{{y}}<extra></extra>",
    }  # fmt: skip


def _end_labels(
    highlighted: Sequence[Line], chart: TimeSeries, ends: tuple[float, float], lang: Lang
) -> list[dict[str, Any]]:
    """Name and last value at the end of each highlighted line, moved apart where they touch."""
    low, top = ends
    known = []
    for line in highlighted:
        last = next((v for v in reversed(line.y) if v is not None), None)
        if last is not None:
            known.append((last, line))
    known.sort(key=lambda end: end[0])
    least = _LABEL_HEIGHT / (chart.height - 60) * (top - low)
    places: list[float] = []
    for value, _ in known:
        places.append(max(value, places[-1] + least) if places else value)
    return [
        theme.label(
            f"<b>{line.name}</b><br>{number(value, chart.decimals, lang)}",
            1, min(place, top), xref="paper", yref="y", xanchor="left", xshift=8,
            align="left", font={"size": 12, "color": _COLOURS[line.role]},
        )
        for (value, line), place in zip(known, places, strict=True)
    ]  # fmt: skip
