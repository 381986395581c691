"""The ranges of estimated months as a release carries them."""

import io
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array

Key: TypeAlias = tuple[str, str, str]
Kind = Literal["month", "rolling_year", "month_change", "rolling_year_change"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


class Anchor(IntEnum):
    """How firmly a month is known; stored as the number, 0 where there is no estimate."""

    NONE = 0
    PUBLISHED = 1
    BENCHMARKED = 2
    ASSUMED = 3


@frozen(eq=False)
class Ranges:
    """The 80 % range and the anchor of every estimate (docs/methods.md 9.6).

    `low` and `high` are key x region (22, Sweden first) x kind (`KINDS`) x month, in the unit of
    the indicator, NaN where there is no estimate or something reported stands instead; `anchors`
    is key x region x month. A key is (indicator, care, stream).
    """

    keys: tuple[Key, ...]
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    anchors: NDArray[np.uint8]

    def of(self, key: Key, kind: Kind = "month") -> tuple[Array, Array] | None:
        """Low and high of one figure, region (22) x month; None where it has no range.

        A rolling year stands in the last of its twelve months, so a year stands in December; a
        change is that on the same month, or rolling year, twelve months before.
        """
        return _of(self, key, kind)

    def anchor(self, key: Key) -> NDArray[np.uint8] | None:
        """`Anchor` of one figure, region (22) x month; None where it is no estimate."""
        return self.anchors[self.keys.index(key)] if key in self.keys else None


@lru_cache(maxsize=48)
def _of(ranges: Ranges, key: Key, kind: Kind) -> tuple[Array, Array] | None:
    if key not in ranges.keys:
        return None
    at = ranges.keys.index(key), slice(None), KINDS.index(kind)
    return _thousandths(ranges.low[at]), _thousandths(ranges.high[at])


def _thousandths(kept: NDArray[np.float32]) -> Array:
    """As they were rounded when they were made; single precision has a tail of digits."""
    found: Array = np.asarray(np.round(kept.astype(np.float64), 3))
    found.setflags(write=False)
    return found


def packed(ranges: Ranges) -> bytes:
    """The ranges as the file of a release."""
    out = io.BytesIO()
    keys = np.array(ranges.keys)
    np.savez(out, keys=keys, low=ranges.low, high=ranges.high, anchors=ranges.anchors)
    return out.getvalue()


def unpacked(content: bytes) -> Ranges:
    """The ranges in the file of a release; nothing may change them.

    Raises:
        KeyError, ValueError: the file is not one of ranges.
    """
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        arrays: Mapping[str, NDArray[Any]] = dict(file)
    for array in arrays.values():
        array.setflags(write=False)
    keys = tuple((str(a), str(b), str(c)) for a, b, c in arrays["keys"])
    shape = (len(keys), 22, len(KINDS), arrays["low"].shape[-1])
    if arrays["low"].shape != shape or arrays["high"].shape != shape:
        raise ValueError("the ranges have not one place for every region and month")
    return Ranges(keys, arrays["low"], arrays["high"], arrays["anchors"])
