"""Dots that stand for regions: the chosen one larger, each with name and words to point at."""

from collections.abc import Sequence
from typing import Any, Protocol

from dashboard.figures import theme
from dashboard.figures.dot_plot import COLOURS, Role
from dashboard.figures.hover import NAMED


class RegionDot(Protocol):
    """What a dot says: the name of its region, its part in the picture, and words."""

    @property
    def name(self) -> str: ...
    @property
    def role(self) -> Role: ...
    @property
    def words(self) -> str: ...


def region_dots(
    dots: Sequence[RegionDot], x: Sequence[float], y: Sequence[float]
) -> dict[str, Any]:
    """One trace of dots at these places, in the units of the axes."""
    return {
        "type": "scatter", "mode": "markers", "zorder": 2, "x": list(x), "y": list(y),
        "customdata": [[dot.name, dot.words] for dot in dots],
        "marker": {
            "size": [12 if dot.role == "selected" else 9 for dot in dots],
            "color": [COLOURS[dot.role] for dot in dots],
            "opacity": 1, "line": {"width": 1, "color": theme.PAPER},
        },
        "hovertemplate": NAMED,
    }  # fmt: skip
