"""What was reported, laid over a cube of months: it stands instead of what is there."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.imports.measures import COUNTS, RATES
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, STREAMS
from dashboard.statistics.arrays import Array

Mask = NDArray[np.bool_]
# Region, month, care, stream, measure and value.
Row = tuple[str, str, str, str, str, float]


def laid_over(cube: Array, months: Sequence[str], rows: Iterable[Row]) -> tuple[Array, Mask]:
    """The cube with what was imported in place, and a mask of the same shape that says where.

    Where a region delivered its beds for a month and care, all that was modelled of it there is
    gone. Where any region delivered a measure, the regions that did not are missing: what is
    reported and what is modelled are never added up (docs/methods.md 0.10, 1.5). Of rates alone the
    count is rate x bed-days / 100 (docs/methods.md 1.1).
    """
    counts, given = _given(cube, months, rows)
    new, mask = cube.copy(), np.zeros(cube.shape, dtype=np.bool_)
    own = np.asarray(np.any(given, axis=-1))
    somebody = np.asarray(np.any(own, axis=1))
    gone = own[:1] | somebody[:, None]
    four = new[: len(COUNTS)]
    four[gone] = np.nan
    four[given] = counts[given]
    mask[: len(COUNTS)] = given
    return new, mask


def _given(cube: Array, months: Sequence[str], rows: Iterable[Row]) -> tuple[Array, Mask]:
    """The four counts as delivered, or as they follow from what was, and where there are any."""
    shape = (len(COUNTS), *cube.shape[1:])
    counts, rates = np.full(shape, np.nan), np.full(shape, np.nan)
    _fill({name: (counts, name) for name in COUNTS} | {
        rate: (rates, name) for rate, name in RATES.items()
    }, months, rows)  # fmt: skip
    whole, parts = counts[..., 0], counts[..., 1] + counts[..., 2]
    counts[..., 0] = np.where(np.isfinite(whole), whole, parts)
    # Only where a region delivered no beds at all do those of the model carry its rates.
    without = ~np.any(np.isfinite(counts[0]), axis=-1, keepdims=True)
    beds = np.where(without, cube[0], counts[0])
    counts = np.where(np.isfinite(counts), counts, rates * beds / 100)
    return counts, np.isfinite(counts)


def _fill(
    into: Mapping[str, tuple[Array, str]], months: Sequence[str], rows: Iterable[Row]
) -> None:
    axes = [{label: i for i, label in enumerate(axis)} for axis in (CODES, months, CARES, STREAMS)]
    count = {name: i for i, name in enumerate(COUNTS)}
    for *labels, measure, value in rows:
        place = [axis.get(label) for axis, label in zip(axes, labels, strict=True)]
        if measure in into and None not in place:
            array, name = into[measure]
            array[(count[name], *place)] = value
