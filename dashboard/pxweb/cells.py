"""The cells of a selection: the same values as `vardplats values`, laid out by its variables."""

from collections.abc import Mapping
from itertools import product

import numpy as np

from dashboard.frozen import frozen
from dashboard.pxweb.selection import Selection
from dashboard.pxweb.tables import HIGH, LOW, STATUS, STATUSES, VALUE, StatTable, view_of
from dashboard.pxweb.variables import CARE, CONTENTS, REGION, STREAM, TIME, period_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.values import values
from dashboard.values.values import Value

# How PX files mark a cell without a number: it is not available, or it cannot be.
NOT_AVAILABLE, NOT_POSSIBLE = "..", "."
_ORDER = (REGION, CARE, STREAM, CONTENTS, TIME)


@frozen
class Cells:
    """A selection with its numbers: `values` has a number or None for each cell, the last
    variable changing first; `marks` says by the place of the cell why there is none.
    """

    table: StatTable
    selection: Selection
    values: tuple[float | None, ...]
    marks: Mapping[int, str]

    @property
    def codes(self) -> tuple[tuple[str, ...], ...]:
        """The codes of each variable, in the order of the selection's variables."""
        return tuple(tuple(one.values) for one in self.selection.variables)


def cells_of(dataset: Dataset, table: StatTable, selection: Selection) -> Cells:
    """The cells of a selection, at full precision, in the unit of the indicator."""
    shown = dataset.showing(table.data)
    chosen = {one.code: tuple(one.values) for one in selection.variables}
    codes = [chosen.get(name) or (selection.eliminated[name],) for name in _ORDER]
    numbers = np.full([len(one) for one in codes], np.nan)
    possible = np.ones(numbers.shape, dtype=bool)
    regions, cares, streams, contents, times = codes
    rows = [ALL_CODES.index(region) for region in regions]
    for (c, care), (s, stream), (t, time) in product(*map(enumerate, (cares, streams, times))):
        if stream not in table.streams_of(care):
            continue
        at = values.at(shown, view_of(table, care, stream, period_of(time)))
        for r, row in enumerate(rows):
            for k, content in enumerate(contents):
                number = _number(at[row], content)
                if number is None:
                    possible[r, c, s, k, t] = at[row].value is None or content == VALUE
                else:
                    numbers[r, c, s, k, t] = number
    order = _axes(selection)
    return _flat(table, selection, numbers.transpose(order), possible.transpose(order))


def _number(value: Value, content: str) -> float | None:
    if content == STATUS:
        return None if value.value is None else STATUSES[value.status]
    return {VALUE: value.value, LOW: value.low, HIGH: value.high}[content]


def _axes(selection: Selection) -> list[int]:
    """The axes of the variables of the answer, and behind them those left out of it."""
    there = [_ORDER.index(one.code) for one in selection.variables]
    return there + [axis for axis in range(len(_ORDER)) if axis not in there]


def _flat(table: StatTable, selection: Selection, numbers: Array, possible: Array) -> Cells:
    flat, missing = numbers.ravel(), np.flatnonzero(np.isnan(numbers.ravel()))
    can_be = possible.ravel()
    marks = {int(i): NOT_AVAILABLE if can_be[i] else NOT_POSSIBLE for i in missing}
    # Whole numbers as such, so that a count of beds is written without a decimal point.
    found = (None if v != v else int(v) if v == int(v) and abs(v) < 2**53 else v
             for v in flat.tolist())  # fmt: skip
    return Cells(table, selection, tuple(found), marks)
