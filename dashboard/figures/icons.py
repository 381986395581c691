"""Icons of variation and assurance as SVG data addresses; the words always stand beside."""

from urllib.parse import quote

from dashboard.figures import theme
from dashboard.statistics.xmr import Signal
from dashboard.statistics.xmr_limits import Assurance

_GOOD, _BAD, _OTHER, _PLAIN = theme.ACCENT, theme.SELECTED, theme.DIVERGING[0], theme.MUTED
# What is drawn inside the circle, 24 by 24: the shape of the points on the chart, or a letter.
_DRAWN: dict[str, tuple[str, str]] = {
    "improvement": (_GOOD, '<path d="M12 17 7 9h10z"/>'),
    "deterioration": (_BAD, '<path d="M12 6l6 6-6 6-6-6z"/>'),
    "changed": (_OTHER, '<path d="M8 8h8v8H8z"/>'),
    "no_certain_change": (
        _PLAIN, '<circle cx="7" cy="13" r="2"/><circle cx="12" cy="10" r="2"/>'
        '<circle cx="17" cy="13" r="2"/>',
    ),
    "cannot_be_decided": (_PLAIN, '<path d="M6 11h12v2H6z"/>'),
    "consistent_pass": (_GOOD, '<path d="M6 12l2-2 3 3 6-6 2 2-8 8z"/>'),
    "consistent_fail": (
        _BAD, '<path d="M7 9l2-2 3 3 3-3 2 2-3 3 3 3-2 2-3-3-3 3-2-2 3-3z"/>',
    ),
    "inconsistent": (
        _PLAIN, '<path d="M5 13c2-6 5-6 7 0s5 6 7 0" fill="none" stroke-width="2.4"/>',
    ),
}  # fmt: skip


def icon(kind: Signal | Assurance) -> str:
    """`data:image/svg+xml,…` of a signal or an assurance."""
    colour, inside = _DRAWN[kind]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<g fill="{colour}" stroke="{colour}" stroke-width="0">'
        f'<circle cx="12" cy="12" r="11" fill="{theme.PAPER}" stroke-width="1.6"/>'
        f"{inside}</g></svg>"
    )
    return "data:image/svg+xml," + quote(theme.in_light(svg), safe=" =:/,'()<>")
