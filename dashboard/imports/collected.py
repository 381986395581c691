"""The figures of a file, each in its one place: memory grows with the months, not with the rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.imports.measures import AVERAGES, COUNTS, KEPT
from dashboard.imports.months import FIRST_YEAR, LAST_YEAR
from dashboard.imports.rows import RegionMonth
from dashboard.reference.periods import days_in, months_between
from dashboard.reference.regions import CODES

CARES: Final = ("somatic", "psychiatric")
STREAMS: Final = ("all", "acute", "planned")
MONTHS: Final = months_between(f"{FIRST_YEAR}-01", f"{LAST_YEAR}-12")
_MONTH_AT: Final = {month: i for i, month in enumerate(MONTHS)}
_SHAPE: Final = (len(KEPT), len(CODES), len(MONTHS), len(CARES), len(STREAMS))

Place = tuple[int, int, int, int, int]
Kept = tuple[str, str, str, str, str, float]


def _values() -> NDArray[np.float64]:
    return np.full(_SHAPE, np.nan)


def _places() -> NDArray[np.int32]:
    return np.zeros(_SHAPE, dtype=np.int32)


@dataclass(slots=True)
class Collected:
    """Measure x region x month x care x stream; averages of a day are kept as counts.

    `rows` and `columns` say where in the file each figure stands, 0 for none; `raw` has them as
    written, `averaged` tells averages of a day, `declared` what a mark said was not reported.
    """

    values: NDArray[np.float64] = field(default_factory=_values)
    rows: NDArray[np.int32] = field(default_factory=_places)
    columns: NDArray[np.int32] = field(default_factory=_places)
    sheets: dict[Place, str] = field(default_factory=dict)
    raw: NDArray[np.float64] = field(default_factory=_values)
    averaged: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(_SHAPE, dtype=np.bool_))
    declared: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(_SHAPE, dtype=np.bool_))

    def add(self, month: RegionMonth, sheet: str, row: int, column: int) -> tuple[int, int] | None:
        """Keep a figure, unless its place is taken: then where in the file the first one stands."""
        place, value = _place(month)
        if self.rows[place]:
            return int(self.rows[place]), int(self.columns[place])
        self.values[place], self.rows[place], self.columns[place] = value, row, column
        self.averaged[place], self.raw[place] = month.measure in AVERAGES, month.value
        if sheet:
            self.sheets[place] = sheet
        return None

    def put(self, place: Place, value: float) -> None:
        """Give a figure another value, in the unit of its column."""
        days = days_in(MONTHS[place[2]]) if self.averaged[place] else 1
        self.values[place] = round(value * days * 16) / 16 if days > 1 else value
        self.raw[place] = value

    def remove(self, month: RegionMonth) -> None:
        """Take a figure back; its place stays taken."""
        self.values[_place(month)[0]] = np.nan

    def figures(self) -> Iterator[Kept]:
        """Region, month, care, stream, measure and value of every figure kept, sorted."""
        where = np.argwhere(np.isfinite(self.values))
        order = np.lexsort((where[:, 0], where[:, 4], where[:, 3], where[:, 2], where[:, 1]))
        for m, r, t, c, s in where[order].tolist():
            value = float(self.values[m, r, t, c, s])
            yield CODES[r], MONTHS[t], CARES[c], STREAMS[s], KEPT[m], value

    @property
    def count(self) -> int:
        """How many figures are kept."""
        return int(np.isfinite(self.values).sum())

    def measure(self, name: str) -> NDArray[np.float64]:
        """A measure as region x month x care x stream."""
        return np.asarray(self.values[KEPT.index(name)])


def place_of(said: Mapping[str, str]) -> Place:
    """Where a figure stands that is of a region, month, care, stream and measure."""
    measure = said["measure"]
    return (
        KEPT.index(AVERAGES.get(measure, measure)),
        CODES.index(said["region"]),
        _MONTH_AT[said["month"]],
        CARES.index(said["care"]),
        STREAMS.index(said["stream"]),
    )


def _place(month: RegionMonth) -> tuple[Place, float]:
    place = place_of(month.model_dump())
    # Sixteenths of a day are exact as floats, so that sums do not depend on their order.
    if month.measure in AVERAGES:
        return place, round(month.value * days_in(month.month) * 16) / 16
    return place, month.value


__all__ = ["CARES", "COUNTS", "MONTHS", "STREAMS", "Collected", "Kept"]
