"""A strip per measure: the region among its peers, the peers' own value, their reach."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class Strip:
    """One measure: values by name, the region's own, the benchmark; words for both sides."""

    name: str
    own: float | None
    own_words: str
    benchmark: float | None
    benchmark_words: str
    peers: Sequence[tuple[str, float, str]]


@frozen
class StripPlot:
    """The strips, from the top."""

    strips: Sequence[Strip]


_ROW = 74


def to_plotly(chart: StripPlot, lang: Lang) -> Figure:
    """A row of dots per measure, each on its own scale from zero or from near its least."""
    strips, n = chart.strips, len(chart.strips)
    dots: list[tuple[float, float, str, str]] = []
    shapes: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    for place, strip in enumerate(strips):
        y = float(n - 1 - place)
        at = _scale(strip)
        shapes += _shapes(strip, y, at)
        texts += _texts(strip, y)
        dots += [(at(value), y, name, words) for name, value, words in strip.peers]
        if strip.own is not None:
            dots.append((at(strip.own), y, strip.own_words, ""))
    shown = [i for i, dot in enumerate(dots) if not dot[3]]
    return {
        "data": [
            {
                "type": "scatter", "mode": "markers", "x": [d[0] for d in dots],
                "y": [d[1] for d in dots], "customdata": [[d[2], d[3]] for d in dots],
                "marker": {
                    "size": [13 if i in shown else 9 for i in range(len(dots))],
                    # Where sizes differ plotly would let the band shine through.
                    "opacity": 1,
                    "color": [theme.SELECTED if i in shown else theme.MUTED
                              for i in range(len(dots))],
                    "line": {"width": 1, "color": theme.PAPER},
                },
                "hovertemplate": "<b>%{customdata[0]}</b> %{customdata[1]}<extra></extra>",
            }
        ],
        "layout": theme.layout(
            lang,
            height=_ROW * n + 8,
            margin={"l": 8, "r": 8},
            xaxis=theme.hidden_axis(range=[-0.02, 1.02]),
            yaxis=theme.hidden_axis(range=[-0.5, n - 0.4]),
            shapes=shapes,
            annotations=texts,
        ),
        "narrow": theme.narrow(theme.SMALL_PHONE, _narrow(texts)),
    }  # fmt: skip


def _scale(strip: Strip) -> Any:
    drawn = [value for _, value, _ in strip.peers]
    drawn += [v for v in (strip.own, strip.benchmark) if v is not None]
    least, largest = min(drawn, default=0.0), max(drawn, default=1.0)
    low = least - 0.1 * (largest - least) if least > 0.5 * largest else 0.0
    reach = (largest - low) * 1.05 or 1.0
    return lambda value: round((value - low) / reach, 4)


def _shapes(strip: Strip, y: float, at: Any) -> list[dict[str, Any]]:
    drawn = [_rail(0, 1, y, theme.RULE, 1)]
    if strip.peers:
        ends = [at(value) for _, value, _ in strip.peers]
        drawn.append(_rail(min(ends), max(ends), y, theme.SEQUENCE[1], 7))
    if strip.benchmark is not None:
        x = at(strip.benchmark)
        drawn.append(
            {
                "type": "line", "x0": x, "x1": x, "y0": y - 0.14, "y1": y + 0.14,
                "line": {"color": theme.INK, "width": 2.5}, "layer": "below",
            }
        )  # fmt: skip
    return drawn


def _rail(x0: float, x1: float, y: float, colour: str, width: int) -> dict[str, Any]:
    return {
        "type": "line", "x0": x0, "x1": x1, "y0": y, "y1": y, "layer": "below",
        "line": {"color": colour, "width": width},
    }  # fmt: skip


def _narrow(texts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Beside its name a value would collide: it stands below the strip."""
    return [*texts[::2], *({**value, "yshift": -42} for value in texts[1::2])]


def _texts(strip: Strip, y: float) -> list[dict[str, Any]]:
    place = {"xref": "paper", "yref": "y", "yanchor": "bottom"}
    muted = {"size": 13, "color": theme.MUTED}
    return [
        theme.label(f"<b>{strip.name}</b>", 0, y + 0.17, xanchor="left", **place),
        theme.label(f"<b>{strip.own_words}</b>  {strip.benchmark_words}", 1, y + 0.17,
                    xanchor="right", **{**place, "font": muted}),
    ]  # fmt: skip
