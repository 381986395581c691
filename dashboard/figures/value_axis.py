"""The value axis: round ends, few lines."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures import theme

_STEPS = (0.5, 1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000)


def round_ends(values: Sequence[float]) -> tuple[float, float]:
    """Round ends: from zero, or from near the least where all values lie high."""
    least, largest = min(values, default=0.0), max(values, default=1.0)
    start = least if least > 0.5 * largest else min(0.0, least)
    step = next((s for s in _STEPS if largest - start <= 5 * s), largest)
    return float(step * (start // step)), float(step * -(-(largest + 0.02 * step) // step))


def axis(ends: tuple[float, float]) -> dict[str, Any]:
    """The axis between two ends, with at most five lines."""
    return {
        "range": list(ends), "fixedrange": True, "gridcolor": theme.RULE,
        "zerolinecolor": theme.RULE, "nticks": 5, "tickfont": {"size": 12},
        "exponentformat": "none", "separatethousands": True,
    }  # fmt: skip
