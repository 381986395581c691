"""Names beside dots, as many as find room without covering each other."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.dot_plot import COLOURS, Role
from dashboard.frozen import frozen

# Left, right, bottom and top, in px.
Box = tuple[float, float, float, float]


@frozen
class Place:
    """A name and where its dot is, in the units of the axes."""

    name: str
    x: float
    y: float
    role: Role


# A letter of the labels is about this wide, and a line this high, in px.
_LETTER, _LINE, _GAP = 6.6, 14.0, 8.0


def labels(
    wanted: Sequence[Place],
    dots: Sequence[tuple[float, float]],
    x_ends: tuple[float, float],
    y_ends: tuple[float, float],
    size: tuple[float, float],
) -> list[dict[str, Any]]:
    """A label for each of `wanted` that finds room right or left of its dot, the first first.

    `dots` are all that must not be covered; `size` is the plot's width and height in px, of
    which the width is a guess. Those without room are named when they are pointed at.
    """
    scale_x, scale_y = (size[i] / ((e[1] - e[0]) or 1.0) for i, e in enumerate((x_ends, y_ends)))
    taken: list[Box] = [
        (px - 5, px + 5, py - 5, py + 5)
        for px, py in (((x - x_ends[0]) * scale_x, (y - y_ends[0]) * scale_y) for x, y in dots)
    ]
    found = []
    for one in wanted:
        px, py = (one.x - x_ends[0]) * scale_x, (one.y - y_ends[0]) * scale_y
        for side in (1, -1):
            box = _box(px, py, len(one.name) * _LETTER, side)
            if box[0] >= 0 and box[1] <= size[0] and not any(_touch(box, t) for t in taken):
                taken.append(box)
                found.append(_label(one, side))
                break
    return found


def _box(px: float, py: float, width: float, side: int) -> Box:
    start = px + side * _GAP
    far = start + side * width
    return min(start, far), max(start, far), py - _LINE / 2, py + _LINE / 2


def _touch(box: Box, other: Box) -> bool:
    apart_x = box[1] <= other[0] or other[1] <= box[0]
    return not (apart_x or box[3] <= other[2] or other[3] <= box[2])


def _label(place: Place, side: int) -> dict[str, Any]:
    words = f"<b>{place.name}</b>" if place.role == "selected" else place.name
    return theme.label(
        words, place.x, place.y, xanchor="left" if side > 0 else "right", xshift=side * _GAP,
        font={"size": 12, "color": COLOURS[place.role]},
    )  # fmt: skip
