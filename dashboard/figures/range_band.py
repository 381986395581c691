"""The range around a line of estimates, as a band behind it."""

from collections.abc import Sequence
from typing import Any

# Low and high of each period, None where there is no range.
Band = Sequence[tuple[float, float] | None]
_OPACITY = 0.16
_MANY = 5


def band(x: Sequence[Any], ends: Band, colour: str) -> dict[str, Any]:
    """A trace with an area for each run of periods that have a range."""
    xs: list[Any] = []
    ys: list[float | None] = []
    known = values_of(ends)
    # One decimal is less than a pixel where the band spans more than a few units.
    places = 1 if known and max(known) - min(known) > _MANY else 2
    for run in _runs(ends):
        xs += [*(x[i] for i in run), *(x[i] for i in reversed(run)), x[run[-1]]]
        pairs = [one for i in run if (one := ends[i])]
        edge = [*(high for _, high in pairs), *(low for low, _ in reversed(pairs))]
        ys += [*(round(one, places) for one in edge), None]
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": xs, "y": ys,
        "fill": "toself", "fillcolor": colour, "opacity": _OPACITY, "line": {"width": 0},
        "connectgaps": False,
    }  # fmt: skip


def values_of(ends: Band) -> list[float]:
    """Every low and high, for the ends of an axis."""
    return [value for one in ends if one for value in one]


def _runs(ends: Band) -> list[list[int]]:
    runs: list[list[int]] = []
    for i, one in enumerate(ends):
        if one is None:
            continue
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs
