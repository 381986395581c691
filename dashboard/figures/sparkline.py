"""A word-sized line as SVG; its colours are those of the style sheet."""

from collections.abc import Sequence
from functools import lru_cache

_WIDTH, _HEIGHT, _PAD = 160, 30, 3
_HEAD = f'<svg class="spark" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true"><path d="'


def sparkline(values: Sequence[float | None]) -> str:
    """`<svg …>` of a line with a dot at its last value; gaps break the line.

    Empty where there are not two values.
    """
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
    return f'{_HEAD}{_path(points)}"></path><circle cx="{x}" cy="{y}" r="3"></circle></svg>'


def _path(points: Sequence[tuple[int, int] | None]) -> str:
    """Places in whole units, finer than the screen can show; each from M on is a line."""
    drawn, before = [], None
    for point in points:
        if point is not None:
            drawn.append(f"{'M' if before is None else ' '}{point[0]} {point[1]}")
        before = point
    return "".join(drawn)
