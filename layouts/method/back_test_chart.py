"""The back-test as a small chart: each figure left out, its estimate and its range."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

from dashboard.language.formatting import number
from dashboard.language.text import Lang
from layouts.html import Html

Figures = Sequence[Mapping[str, Any]]
# As wide whatever it holds, so that two charts under each other have letters of one size.
_LEFT, _TOP, _HEIGHT, _WIDTH = 24, 8, 150, 420


def chart(figures: Figures, name: str, lang: Lang) -> Html:
    """`<svg …>`: figures by what was published, per 100 beds; `name` is told for it.

    A line is the range, a bar across it the estimate, a dot what was published: filled where the
    range holds it, a ring where it does not.
    """
    ordered = sorted(figures, key=lambda one: (one["published"], one["first"]))
    top = max(max(one["high"], one["published"]) for one in ordered)
    step = (_WIDTH - _LEFT) / (len(ordered) + 1)
    parts = [_level(value, top, lang) for value in _levels(top)]
    placed = [(one, round(_LEFT + step * place)) for place, one in enumerate(ordered, start=1)]
    # One path and two groups: what is said once is not sent for each of them.
    ranges = "".join(_range(one, x, top) for one, x in placed)
    parts.append(f'<path class="range" d="{ranges}"></path>')
    for kind, inside in (("held", True), ("missed", False)):
        dots = "".join(_dot(one, x, top) for one, x in placed if bool(one["inside"]) is inside)
        parts.append(f'<g class="{kind}">{dots}</g>')
    view = f"0 0 {_WIDTH} {_TOP * 2 + _HEIGHT}"
    return Html(
        f'<svg class="back-test" viewBox="{view}" role="img" aria-label="{escape(name)}">'
        f"{''.join(parts)}</svg>"
    )


_MOST_LEVELS: Final = 5


def _levels(top: float) -> range:
    step = max(1, round(top / _MOST_LEVELS))
    return range(0, int(top) + 1, step)


def _level(value: int, top: float, lang: Lang) -> str:
    y = _y(value, top)
    return (
        f'<path class="level" d="M{_LEFT} {y}H{_WIDTH}"></path>'
        f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{number(value, 0, lang)}</text>'
    )


def _range(entry: Mapping[str, Any], x: int, top: float) -> str:
    low, middle, high = (_y(entry[key], top) for key in ("low", "estimate", "high"))
    return f"M{x} {low}V{high}M{x - 3} {middle}h6"


def _dot(entry: Mapping[str, Any], x: int, top: float) -> str:
    return f'<circle cx="{x}" cy="{_y(entry["published"], top)}" r="2.6"/>'


def _y(value: float, top: float) -> int:
    return round(_TOP + _HEIGHT * (1 - value / top))
