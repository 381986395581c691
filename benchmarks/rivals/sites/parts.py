"""The parts of the page for the style asked for, by the three things that can be chosen."""

from typing import Any

import content
import documented
import fast
from content import CACHED, counties, kept, months_frame

FRAME = months_frame()
MONTHS = sorted(FRAME["month"].unique())
BORDERS = counties()
# Where a library serves files of its own, the cached style refers to the borders by address.
_drawn: Any = fast if CACHED else documented
_source: Any = fast.Arrays(FRAME) if CACHED else FRAME
BEGINS = (MONTHS[-1], "overcrowding", "all")


@kept
def the_map(period: str, indicator: str, stream: str, borders: str = "") -> Any:
    """The map; `borders` is the address of the GeoJSON, or nothing for the GeoJSON itself."""
    return _drawn.map_figure(_source, borders or BORDERS, (period, indicator, stream))


@kept
def series(shown: str, period: str, indicator: str, stream: str) -> Any:
    """The series of one indicator."""
    return _drawn.series_figure(_source, shown, (period, indicator, stream))


@kept
def bullets(period: str, indicator: str, stream: str) -> Any:
    """Occupancy beside its targets."""
    return _drawn.bullets_figure(_source, (period, indicator, stream))


@kept
def cards(period: str, indicator: str, stream: str) -> list[tuple[str, str]]:
    """Names and values."""
    found: list[tuple[str, str]] = _drawn.card_values(_source, (period, indicator, stream))
    return found


@kept
def table(period: str, indicator: str, stream: str) -> Any:
    """A frame of the regions."""
    return _drawn.table_frame(_source, (period, indicator, stream))


stamp = content.stamp
