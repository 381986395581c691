"""The lines of a plot as SVG, drawn alike for the page and the report."""

from collections.abc import Iterator
from html import escape

from dashboard.dialogue.pack import Plot, Series
from dashboard.figures.theme import LIGHT
from dashboard.figures.value_axis import round_ends
from dashboard.language import formatting
from dashboard.language.text import Lang

WIDTH, HEIGHT = 680, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 150, 14, 30
_STEPS, _LABELS, _APART = 4, 8, 15
# Line, width and dashes of each role; the colours are those of the pages on light paper.
STYLES = {
    "selected": (LIGHT["selected"], 2.4, ""),
    "sweden": (LIGHT["ink"], 2.0, ""),
    "mean": (LIGHT["muted"], 1.3, ""),
    "limit": (LIGHT["muted"], 1.1, "5 3"),
    "range": (LIGHT["selected"], 0.9, "2 2"),
    "target": (LIGHT["accent"], 1.5, "2 3"),
    "own": (LIGHT["selected"], 2.4, ""),
}


def svg(plot: Plot, title: str, lang: Lang, *, font: str = "Libertinus Serif, serif") -> str:
    """The plot as an SVG element with `title` as its name; lines are named at their end."""
    low, top = _ends(plot)
    parts = [*_grid(plot, low, top, lang), *_lines(plot, low, top), *_names(plot, low, top, lang)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" role="img" aria-label="{escape(title)}" font-family="{font}" '
        f'font-size="12">{"".join(parts)}</svg>'
    )


def _ends(plot: Plot) -> tuple[float, float]:
    known = [v for one in plot.series for v in one.values if v is not None]
    return round_ends(known)


def _x(place: int, count: int) -> float:
    return _LEFT + (WIDTH - _LEFT - _RIGHT) * (place / max(count - 1, 1))


def _y(value: float, low: float, top: float) -> float:
    return _TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - (value - low) / (top - low))


def _grid(plot: Plot, low: float, top: float, lang: Lang) -> Iterator[str]:
    decimals = 0 if top - low >= _STEPS * 2 else 1
    for step in range(_STEPS + 1):
        value = low + (top - low) * step / _STEPS
        y = _y(value, low, top)
        yield f'<path d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}" stroke="{LIGHT["rule"]}" fill="none"/>'
        words = formatting.number(value, decimals, lang)
        yield _text(_LEFT - 6, y + 4, words, "end", LIGHT["muted"])
    count = len(plot.periods)
    every = max(1, -(-count // _LABELS))
    for place in range(count - 1, -1, -every):
        words = plot.periods[place]
        yield _text(_x(place, count), HEIGHT - 8, words, "middle", LIGHT["muted"])


def _lines(plot: Plot, low: float, top: float) -> Iterator[str]:
    for one in plot.series:
        colour, width, dashes = STYLES.get(one.role, STYLES["own"])
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        path = _path(one, low, top)
        yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def _path(one: Series, low: float, top: float) -> str:
    """The line with a gap where there is no value; a point alone is a short stroke."""
    pieces, pen = [], "M"
    for place, value in enumerate(one.values):
        if value is None:
            pen = "M"
        else:
            x = _x(place, len(one.values))
            pieces.append(f"{pen}{x:.1f} {_y(value, low, top):.1f}{'h.1' if pen == 'M' else ''}")
            pen = "L"
    return "".join(pieces)


def _names(plot: Plot, low: float, top: float, lang: Lang) -> Iterator[str]:
    """The name and last value of each line, moved apart where they would lie on one another."""
    ends = [(one, value) for one in plot.series if (value := last(one)) is not None]
    placed = HEIGHT + 0.0
    for one, value in sorted(ends, key=lambda end: end[1]):
        y = min(_y(value, low, top) + 4, placed - _APART)
        placed = y
        words = f"{one.name} {formatting.number(value, plot.decimals, lang)}"
        yield _text(WIDTH - _RIGHT + 8, y, words, "start", STYLES[one.role][0])


def last(one: Series) -> float | None:
    """The last value of a line, None where it has none."""
    return next((v for v in reversed(one.values) if v is not None), None)


def _text(x: float, y: float, words: str, anchor: str, colour: str) -> str:
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"'
    return f"<text {where}>{escape(words)}</text>"
