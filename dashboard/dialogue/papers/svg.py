"""The lines of a plot as SVG, drawn alike for the page and the report."""

from collections.abc import Callable, Iterator
from html import escape

from dashboard.dialogue.pack import Plot, Series
from dashboard.figures.theme import LIGHT
from dashboard.figures.value_axis import round_ends
from dashboard.language import formatting
from dashboard.language.text import Lang

Colour = Callable[[str], str]

WIDTH, HEIGHT = 680, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 150, 14, 30
# Steps of the value axis, and periods that are named on the other.
STEPS, LABELS, _APART = 4, 8, 15
# Name of the colour, width and dashes of each role.
STYLES = {
    "selected": ("selected", 2.4, ""),
    "sweden": ("ink", 2.0, ""),
    "mean": ("muted", 1.3, ""),
    "limit": ("muted", 1.1, "5 3"),
    "range": ("selected", 0.9, "2 2"),
    "target": ("accent", 1.5, "2 3"),
    "own": ("selected", 2.4, ""),
}


def svg(
    plot: Plot, title: str, lang: Lang, *, font: str = "Libertinus Serif, serif",
    colour: Colour = LIGHT.__getitem__,
) -> str:  # fmt: skip
    """The plot as an SVG element with `title` as its name; lines are named at their end.

    `colour` gives a colour by its name: those of light paper, or a page's tokens.
    """
    low, top = ends(plot)
    parts = [
        *_grid(plot, low, top, lang, colour), *_lines(plot, low, top, colour),
        *_names(plot, low, top, lang, colour),
    ]  # fmt: skip
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" role="img" aria-label="{escape(title)}" font-family="{font}" '
        f'font-size="12">{"".join(parts)}</svg>'
    )


def ends(plot: Plot) -> tuple[float, float]:
    """The round values that the lines lie between."""
    known = [v for one in plot.series for v in one.values if v is not None]
    return round_ends(known)


def _x(place: int, count: int) -> float:
    return _LEFT + (WIDTH - _LEFT - _RIGHT) * (place / max(count - 1, 1))


def _y(value: float, low: float, top: float) -> float:
    return _TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - (value - low) / (top - low))


def _grid(plot: Plot, low: float, top: float, lang: Lang, colour: Colour) -> Iterator[str]:
    decimals = 0 if top - low >= STEPS * 2 else 1
    for step in range(STEPS + 1):
        value = low + (top - low) * step / STEPS
        y = _y(value, low, top)
        yield f'<path d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}" stroke="{LIGHT["rule"]}" fill="none"/>'
        words = formatting.number(value, decimals, lang)
        yield _text(_LEFT - 6, y + 4, words, "end", colour("muted"))
    count = len(plot.periods)
    every = max(1, -(-count // LABELS))
    for place in range(count - 1, -1, -every):
        words = plot.periods[place]
        yield _text(_x(place, count), HEIGHT - 8, words, "middle", colour("muted"))


def _lines(plot: Plot, low: float, top: float, colour: Colour) -> Iterator[str]:
    for one in plot.series:
        name, width, dashes = STYLES.get(one.role, STYLES["own"])
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        path = _path(one, low, top)
        stroke = f'stroke="{colour(name)}" stroke-width="{width}"{dashed}'
        yield f'<path d="{path}" fill="none" {stroke}/>'


def _path(series: Series, low: float, top: float) -> str:
    """The line with a gap where there is no value; a point alone is a short stroke."""
    pieces, pen = [], "M"
    for place, value in enumerate(series.values):
        if value is None:
            pen = "M"
        else:
            x = _x(place, len(series.values))
            pieces.append(f"{pen}{x:.1f} {_y(value, low, top):.1f}{'h.1' if pen == 'M' else ''}")
            pen = "L"
    return "".join(pieces)


def _names(plot: Plot, low: float, top: float, lang: Lang, colour: Colour) -> Iterator[str]:
    """The name and last value of each line, moved apart where they would lie on one another."""
    ends = [(one, value) for one in plot.series if (value := last(one)) is not None]
    placed = HEIGHT + 0.0
    for one, value in sorted(ends, key=lambda end: end[1]):
        y = min(_y(value, low, top) + 4, placed - _APART)
        placed = y
        words = f"{one.name} {formatting.number(value, plot.decimals, lang)}"
        yield _text(WIDTH - _RIGHT + 8, y, words, "start", colour(STYLES[one.role][0]))


def last(series: Series) -> float | None:
    """The last value of a line, None where it has none."""
    return next((v for v in reversed(series.values) if v is not None), None)


def _text(x: float, y: float, words: str, anchor: str, fill: str) -> str:
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}"'
    return f"<text {where}>{escape(words)}</text>"
