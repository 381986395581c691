"""Several measures over one time axis, one under another, with events through all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.figures.time_axis import Mark, axis, dated, event_lines, event_words
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.formatting import number
from dashboard.lang import Lang

_PANEL, _ABOVE, _BELOW, _GAP = 150, 40, 26, 0.09


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure: its name, decimals, the values of each period and the published rings."""

    name: str
    decimals: int
    values: Sequence[float | None]
    rings: tuple[Sequence[str], Sequence[float]] = ((), ())
    breaks: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PolicyTime:
    """Panels from the top over the same periods; `spans` are stretches of the policy with names."""

    periods: Sequence[str]
    panels: Sequence[Panel]
    marks: Sequence[Mark] = ()
    spans: Sequence[tuple[str, str, str]] = field(default=())


def painted(chart: PolicyTime, lang: Lang) -> Figure:
    """The panels, 150 px each, as one figure: an event is one line through all of them."""
    n = len(chart.panels)
    each = (1 - _GAP * (n - 1)) / n
    found: dict[str, Any] = {}
    words: list[dict[str, Any]] = []
    traces: list[dict[str, Any]] = []
    for i, panel in enumerate(chart.panels):
        name, low = f"y{i + 1 if i else ''}", 1 - each - i * (each + _GAP)
        drawn = [v for v in (*panel.values, *panel.rings[1]) if v is not None]
        ends = round_ends(drawn)
        found[f"yaxis{name[1:]}"] = {
            **value_axis(ends), "nticks": 4, "domain": [max(0.0, low), low + each], "anchor": "x",
        }  # fmt: skip
        traces += _traces(chart, panel, name)
        words += _words(panel, name, ends, lang)
    return {
        "data": traces,
        "layout": theme.layout(
            lang,
            height=_PANEL * n + _ABOVE + _BELOW,
            margin={"l": 42, "r": 74, "t": _ABOVE, "b": _BELOW},
            xaxis={**axis(chart.periods), "anchor": "free", "position": 0},
            **found,
            shapes=[*_spans(chart), *event_lines(chart.marks)],
            annotations=[*event_words(chart.marks, chart.periods), *words],
        ),
    }  # fmt: skip


def _traces(chart: PolicyTime, panel: Panel, y_axis: str) -> list[dict[str, Any]]:
    years = len(chart.periods[0]) == 4
    when = "%Y" if years else "%Y-%m"
    told = f"%{{y:,.{panel.decimals}f}}<br>%{{x|{when}}}<extra>{panel.name}</extra>"
    x, y = [dated(p) for p in chart.periods], list(panel.values)
    for one in reversed([p for p in panel.breaks if p in chart.periods[1:]]):
        place = list(chart.periods).index(one)
        x.insert(place, x[place])
        y.insert(place, None)
    lines = {
        "type": "scatter", "mode": "lines+markers" if years else "lines", "meta": "loud",
        "name": panel.name, "x": x, "y": y, "yaxis": y_axis, "connectgaps": False,
        "marker": {"size": 6, "color": theme.INK},
        "line": {"color": theme.INK, "width": 2.0 if years else 1.4}, "hovertemplate": told,
    }  # fmt: skip
    if not panel.rings[0]:
        return [lines]
    rings = {
        "type": "scatter", "mode": "markers", "x": list(panel.rings[0]), "yaxis": y_axis,
        "y": list(panel.rings[1]), "name": panel.name,
        "marker": {"size": 9, "color": theme.PAPER, "line": {"width": 1.8, "color": theme.INK}},
        "hovertemplate": told,
    }  # fmt: skip
    return [lines, rings]


def _words(
    panel: Panel, y_axis: str, ends: tuple[float, float], lang: Lang
) -> list[dict[str, Any]]:
    name = theme.label(
        f"<b>{panel.name}</b>", 0, 1, xref="paper", yref=f"{y_axis} domain", xanchor="left",
        yanchor="top", font={"size": 12, "color": theme.INK},
    )  # fmt: skip
    last = next((v for v in reversed(panel.values) if v is not None), None)
    if last is None:
        return [name]
    return [
        name,
        theme.label(
            f"<b>{number(last, panel.decimals, lang)}</b>", 1, min(last, ends[1]), xref="paper",
            yref=y_axis, xanchor="left", xshift=8, font={"size": 12, "color": theme.INK},
        ),
    ]  # fmt: skip


def _spans(chart: PolicyTime) -> list[dict[str, Any]]:
    """The stretches of the policy as light fields behind everything."""
    first, last = dated(chart.periods[0]), dated(chart.periods[-1])
    return [
        {
            "type": "rect", "xref": "x", "yref": "paper", "x0": f"{max(start, first)}-01",
            "x1": f"{min(end, last)}-28", "y0": 0, "y1": 1, "layer": "below",
            "fillcolor": "#f4f2ec", "line": {"width": 0},
        }
        for start, end, _ in chart.spans
        if start <= last and end >= first
    ]  # fmt: skip
