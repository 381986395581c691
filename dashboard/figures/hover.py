"""What is read when a place in a picture is pointed at: points that are not seen carry it."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme

# A name in bold, and words under it.
NAMED = "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>"
_WORDS = "%{customdata}<extra></extra>"


def hover_points(
    x: Sequence[float | None], y: Sequence[float], named: Sequence[tuple[str, str]], size: int = 14
) -> dict[str, Any]:
    """A trace of unseen points, `size` px wide, each with a name and its words."""
    return {**_unseen(x, y, size), "customdata": [list(pair) for pair in named],
            "hovertemplate": NAMED}  # fmt: skip


def hover_line(x: Sequence[float | None], words: Sequence[str]) -> dict[str, Any]:
    """A trace of unseen points on the line y = 0, each with its words."""
    points = _unseen(x, [0] * len(x), 14)
    return {**points, "customdata": list(words), "hovertemplate": _WORDS}


def _unseen(x: Sequence[float | None], y: Sequence[float], size: int) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "x": list(x), "y": list(y),
        "marker": {"size": size, "color": theme.CLEAR},
    }  # fmt: skip
