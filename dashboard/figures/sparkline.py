"""A word-sized line as an SVG data address, so that it needs no request and no script."""

from collections.abc import Sequence
from urllib.parse import quote

_WIDTH, _HEIGHT, _PAD = 160, 30, 3


def sparkline(values: Sequence[float | None]) -> str:
    """`data:image/svg+xml,…` of a line with a dot at its last value; gaps break the line."""
    known = [v for v in values if v is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    reach = (high - low) or 1.0
    step = (_WIDTH - 2 * _PAD) / (len(values) - 1)

    def place(index: int, value: float) -> tuple[float, float]:
        y = _HEIGHT - _PAD - (value - low) / reach * (_HEIGHT - 2 * _PAD)
        return round(_PAD + index * step, 1), round(y, 1)

    points = [None if v is None else place(i, v) for i, v in enumerate(values)]
    last = next(point for point in reversed(points) if point)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        "<style>path{stroke:#0b4f6c}circle{fill:#0b4f6c}"
        "@media(prefers-color-scheme:dark){path{stroke:#7cc4e0}circle{fill:#7cc4e0}}</style>"
        f'<path fill="none" stroke-width="1.6" d="{_path(points)}"/>'
        f'<circle cx="{last[0]}" cy="{last[1]}" r="3"/></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/,.'\"()<>@{}#".replace("#", ""))


def _path(points: Sequence[tuple[float, float] | None]) -> str:
    drawn, pen = [], "M"
    for point in points:
        if point is None:
            pen = "M"
            continue
        drawn.append(f"{pen}{point[0]} {point[1]}")
        pen = "L"
    return "".join(drawn)
