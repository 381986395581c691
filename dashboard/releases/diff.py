"""What differs between two releases: every figure that is not the same, with both values."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset
from dashboard.statistics.arrays import Array


@frozen
class Change:
    """A figure in two releases; a value is None where there is none.

    `figure` is a measure of a month, as a sum over its days, or a published series. `before`
    and `after` have the figure's own unit, `status_before` and `status_after` say where it
    comes from: published, estimated, imported or missing.
    """

    figure: str
    region: str
    period: str
    care: str
    stream: str
    before: float | None
    after: float | None
    status_before: str
    status_after: str


def figure_changes(old: Dataset, new: Dataset) -> Iterator[Change]:
    """Every figure whose value or status differs: measures by month, then published series."""
    yield from _measures(old, new)
    yield from _series(old, new, "years")
    yield from _series(old, new, "points")


def _measures(old: Dataset, new: Dataset) -> Iterator[Change]:
    months = sorted({*old.months, *new.months})
    a, b = (_on(dataset.cube, dataset.months, months) for dataset in (old, new))
    mine, theirs = (_imported(dataset, months) for dataset in (old, new))
    for place in np.argwhere(_differ(a, b) | (mine != theirs)):
        at = tuple(place)
        measure, region, month, care, stream = place
        yield Change(
            MEASURES[measure], CODES[region], months[month], CARES[care], STREAMS[stream],
            _number(a[at]), _number(b[at]),
            _status(a[at], imported=mine[at]), _status(b[at], imported=theirs[at]),
        )  # fmt: skip


def _series(old: Dataset, new: Dataset, kind: str) -> Iterator[Change]:
    labels = [dataset.year_labels if kind == "years" else dataset.months for dataset in (old, new)]
    periods = sorted({*labels[0], *labels[1]})
    tables = [getattr(dataset, kind) for dataset in (old, new)]
    nothing = np.full((len(ALL_CODES), len(periods)), np.nan)
    for key in dict.fromkeys([*tables[0], *tables[1]]):
        a, b = (
            _on(table[key], own, periods, axis=1) if key in table else nothing
            for table, own in zip(tables, labels, strict=True)
        )
        for region, period in np.argwhere(_differ(a, b)):
            x, y = a[region, period], b[region, period]
            status = ["missing" if np.isnan(value) else "published" for value in (x, y)]
            yield Change(
                key[0], ALL_CODES[region], periods[period], key[1], "all",
                _number(x), _number(y), *status,
            )  # fmt: skip


def _on(array: Array, own: Sequence[str], wanted: Sequence[str], axis: int = 2) -> Array:
    """The array on other periods, NaN where it has none."""
    shape = [*array.shape]
    shape[axis] = len(wanted)
    found = np.full(shape, np.nan)
    where = [wanted.index(period) for period in own]
    np.moveaxis(found, axis, 0)[where] = np.moveaxis(array, axis, 0)
    return found


def _imported(dataset: Dataset, months: Sequence[str]) -> NDArray[np.bool_]:
    if dataset.imported is None:
        shape = (*dataset.cube.shape[:2], len(months), *dataset.cube.shape[3:])
        return np.zeros(shape, dtype=np.bool_)
    return np.equal(_on(dataset.imported.astype(float), dataset.months, months), 1)


def _differ(a: Array, b: Array) -> NDArray[np.bool_]:
    return np.not_equal(a, b) & ~(np.isnan(a) & np.isnan(b))


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _status(value: float, *, imported: bool) -> str:
    if np.isnan(value):
        return "missing"
    return "reported" if imported else "estimated"
