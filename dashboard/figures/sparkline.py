"""A word-sized line as an SVG data address, so that it needs no request and no script."""

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

_WIDTH, _HEIGHT, _PAD = 160, 30, 3


def _quoted(svg: str) -> str:
    return quote(svg, safe=" =:/,.'\"()<>@{}")


# Only these pieces hold what must be quoted in an address: numbers and letters stand as they are.
_HEAD = "data:image/svg+xml," + _quoted(
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
    "<style>path{stroke:#0b4f6c}circle{fill:#0b4f6c}"
    "@media(prefers-color-scheme:dark){path{stroke:#7cc4e0}circle{fill:#7cc4e0}}</style>"
    '<path fill="none" stroke-width="1.6" d="'
)


def sparkline(values: Sequence[float | None]) -> str:
    """`data:image/svg+xml,…` of a line with a dot at its last value; gaps break the line."""
    return _drawn(tuple(values))


# A touch changes few of the lines on a page.
@lru_cache(maxsize=4096)
def _drawn(values: tuple[float | None, ...]) -> str:
    known = [v for v in values if v is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    across = (_WIDTH - 2 * _PAD) / (len(values) - 1)
    up = (_HEIGHT - 2 * _PAD) / ((high - low) or 1.0)
    points = [
        None if v is None else (_PAD + round(i * across), _HEIGHT - _PAD - round((v - low) * up))
        for i, v in enumerate(values)
    ]
    x, y = next(point for point in reversed(points) if point)
    return f'{_HEAD}{_path(points)}"/><circle cx="{x}" cy="{y}" r="3"/></svg>'


def _path(points: Sequence[tuple[int, int] | None]) -> str:
    """Steps in whole units, finer than the screen can show and half as long as places."""
    drawn, before = [], None
    for point in points:
        if point is not None:
            x, y = point
            step = f"M{x} {y}" if before is None else f"l{x - before[0]} {y - before[1]}"
            drawn.append(step.replace(" -", "-"))
        before = point
    return "".join(drawn)
