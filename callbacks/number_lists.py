"""A list of numbers as a letter for each: how far it is from what is expected of the one before it.

Expected is the growth of another list: of the one that stands there now, as lines that show another
share of the same move alike, or of the line before in the same list.
`assets/scripts/number_lists.js` reads it.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from callbacks.number_letters import SAME, WRITTEN

# The letters, how many decimals, where the growth that is expected is found, what is written out.
Letters = tuple[str, int, int, list[Any]]
# It is found nowhere, in the list that stands there, or so many places before.
_NOWHERE, _THERE = 0, -1
# A shorter list is sent as it is.
FEW = 12
_DECIMALS = range(5)
_ZERO, _REACH = ord(SAME), 45
# Two letters after this one, of which the first counts so much.
_WIDE, _COUNT = "!", 91
_FAR = _REACH * _COUNT + _REACH
_Numbers = npt.NDArray[np.float64]
_Truths = npt.NDArray[np.bool_]


def number_letters(old: Any, new: list[Any]) -> Letters | None:
    """The letters of a list of numbers and gaps (None); None where they do not tell it exactly."""
    if not _is_numbers(new):
        return None
    values = np.array(new, dtype=float)
    gaps = np.isnan(values)
    for decimals in _DECIMALS:
        whole = np.rint(values * 10**decimals)
        if ((whole / 10**decimals == values) | gaps).all():
            break
    else:
        return None
    source, far = min(_ways(old, new, whole), key=lambda way: _weight(way[1]))
    size = np.abs(far)
    # Of what is not a number neither is true.
    is_near, is_told = size <= _REACH, size <= _FAR
    others = [new[i] for i in np.flatnonzero(~is_told).tolist()]
    if 2 * len(others) > len(new):
        return None
    return _letters(far, is_near, is_told), decimals, source, others


def _letters(far: _Numbers, is_near: _Truths, is_told: _Truths) -> str:
    """A letter for each, but two for what is further than near."""
    codes = np.where(is_near, far + _ZERO, ord(WRITTEN)).astype(np.uint8)
    text, found, end = codes.tobytes().decode("ascii"), "", 0
    for i in np.flatnonzero(is_told & ~is_near).tolist():
        high, low = divmod(int(far[i]) + _REACH, _COUNT)
        found += text[end:i] + _WIDE + chr(_ZERO + high) + chr(_ZERO + low - _REACH)
        end = i + 1
    return found + text[end:]


def _ways(old: Any, new: list[Any], whole: _Numbers) -> list[tuple[int, _Numbers]]:
    """How far each number is from what is expected, by where that is found."""
    found = [(_NOWHERE, whole - _moved(whole, 1))]
    if type(old) in (list, tuple) and len(old) == len(new) and _is_numbers(old):
        found.append((_THERE, _beyond(whole, np.array(old, dtype=float))))
    if None in new and (places := new.index(None) + 1) < len(new):
        found.append((places, _beyond(whole, _moved(whole, places))))
    return found


def _beyond(whole: _Numbers, other: _Numbers) -> _Numbers:
    before = _moved(whole, 1)
    with np.errstate(all="ignore"):
        grown = np.floor(before * other / _moved(other, 1) + 0.5)
    return whole - np.where(np.isfinite(grown), grown, before)


def _moved(values: _Numbers, places: int) -> _Numbers:
    return np.concatenate((np.full(places, np.nan), values[:-places]))


def _weight(far: _Numbers) -> float:
    logarithms = np.log1p(np.abs(far))
    return float(logarithms[~np.isnan(logarithms)].sum())


def _is_numbers(values: Any) -> bool:
    return set(map(type, values)) <= {int, float, type(None)}
