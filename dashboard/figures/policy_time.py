"""Several measures over one time axis, one under another, with events through all of them."""

from collections.abc import Sequence
from dataclasses import field
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.figures.time_axis import Mark, axis, dated, event_lines
from dashboard.figures.value_axis import axis as value_axis
from dashboard.figures.value_axis import round_ends
from dashboard.frozen import frozen
from dashboard.language.formatting import number
from dashboard.language.text import Lang
from dashboard.reference.periods import ordinal

_PANEL, _ROW, _BELOW, _GAP, _LEFT = 150, 15, 26, 0.11, 42
# The words of events: px of a letter, and of the plot where it is narrowest with them, on paper.
_LETTER, _PLOT = 5.7, 564


@frozen
class Panel:
    """One measure: its name, decimals, the values of each period and the published rings.

    `fitted` is what a model makes of them, `expected` what it expects without the policy.
    """

    name: str
    decimals: int
    values: Sequence[float | None]
    rings: tuple[Sequence[str], Sequence[float]] = ((), ())
    breaks: Sequence[str] = ()
    fitted: Sequence[float | None] = ()
    expected: Sequence[float | None] = ()


@frozen
class PolicyTime:
    """Panels from the top over the same periods; `spans` are stretches of the policy with names."""

    periods: Sequence[str]
    panels: Sequence[Panel]
    marks: Sequence[Mark] = ()
    spans: Sequence[tuple[str, str, str]] = field(default=())


def to_plotly(chart: PolicyTime, lang: Lang) -> Figure:
    """The panels, 150 px each, as one figure: an event is one line through all of them."""
    n = len(chart.panels)
    each = (1 - _GAP * n) / n
    events, rows = _events(chart)
    above = 8 + _ROW * rows
    found: dict[str, Any] = {}
    words: list[dict[str, Any]] = []
    traces: list[dict[str, Any]] = []
    for i, panel in enumerate(chart.panels):
        name, low = f"y{i + 1 if i else ''}", 1 - (i + 1) * (each + _GAP)
        lines = (panel.values, panel.rings[1], panel.fitted, panel.expected)
        drawn = [v for line in lines for v in line if v is not None]
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
            height=_PANEL * n + above + _BELOW,
            margin={"l": _LEFT, "r": 74, "t": above, "b": _BELOW},
            xaxis={**axis(chart.periods), "anchor": "free", "position": 0},
            **found,
            shapes=[*_spans(chart), *event_lines(chart.marks)],
            annotations=[*events, *words],
        ),
        "narrow": theme.narrow(theme.PHONE, words),
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
        "type": "scatter", "mode": "lines+markers" if years else "lines",
        "name": panel.name, "x": x, "y": y, "yaxis": y_axis, "connectgaps": False,
        "marker": {"size": 6, "color": theme.INK},
        "line": {"color": theme.INK, "width": 2.0 if years else 1.4}, "hovertemplate": told,
    }  # fmt: skip
    modelled = [
        _model(chart, panel, y_axis, row, dash)
        for row, dash in ((panel.expected, "dash"), (panel.fitted, "solid"))
        if row
    ]
    if modelled:
        # What is observed stands back behind what is made of it.
        lines["line"] = {"color": theme.QUIET, "width": 1.4}
        lines["marker"] = {"size": 6, "color": theme.QUIET}
    if not panel.rings[0]:
        return [lines, *modelled]
    rings = {
        "type": "scatter", "mode": "markers", "x": list(panel.rings[0]), "yaxis": y_axis,
        "y": list(panel.rings[1]), "name": panel.name,
        "marker": {"size": 9, "color": theme.PAPER, "line": {"width": 1.8, "color": theme.INK}},
        "hovertemplate": told,
    }  # fmt: skip
    return [lines, *modelled, rings]


def _model(
    chart: PolicyTime, panel: Panel, y_axis: str, row: Sequence[float | None], dash: str
) -> dict[str, Any]:
    colour = theme.ACCENT if dash == "solid" else theme.SELECTED
    return {
        "type": "scatter", "mode": "lines", "x": [dated(p) for p in chart.periods],
        "y": list(row), "yaxis": y_axis, "connectgaps": False, "name": panel.name,
        "line": {"color": colour, "width": 2, "dash": dash}, "hoverinfo": "skip",
    }  # fmt: skip


def _words(
    panel: Panel, y_axis: str, ends: tuple[float, float], lang: Lang
) -> list[dict[str, Any]]:
    name = theme.label(
        f"<b>{panel.name}</b>", 0, 1, xref="paper", yref=f"{y_axis} domain", xanchor="left",
        yanchor="bottom", xshift=-_LEFT, yshift=8, font={"size": 12, "color": theme.INK},
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


def _events(chart: PolicyTime) -> tuple[list[dict[str, Any]], int]:
    """The events' words over the plot, each on the lowest row with room, and the rows there are."""
    first, last = (ordinal(dated(chart.periods[place])) for place in (0, -1))
    taken: list[float] = []
    found = []
    for mark in chart.marks:
        wide = len(mark.words) * _LETTER + 8
        at = (ordinal(mark.month) - first) / max(1, last - first) * _PLOT
        turned = at + wide > _PLOT + 60
        start = at - wide if turned else at
        row = next((i for i, end in enumerate(taken) if end <= start), len(taken))
        taken[row : row + 1] = [start + wide]
        found.append(
            theme.label(
                mark.words, mark.month, 1, xref="x", yref="paper", yanchor="bottom",
                xanchor="right" if turned else "left", yshift=2 + _ROW * row,
                font={"size": 11, "color": theme.INK},
            )
        )  # fmt: skip
    return found, len(taken)


def _spans(chart: PolicyTime) -> list[dict[str, Any]]:
    """The stretches of the policy as light fields behind everything."""
    first, last = dated(chart.periods[0]), dated(chart.periods[-1])
    return [
        {
            "type": "rect", "xref": "x", "yref": "paper", "x0": f"{max(start, first)}-01",
            "x1": f"{min(end, last)}-28", "y0": 0, "y1": 1, "layer": "below",
            "fillcolor": theme.PLAIN, "line": {"width": 0},
        }
        for start, end, _ in chart.spans
        if start <= last and end >= first
    ]  # fmt: skip
