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
_NEAR = {far: chr(_ZERO + far) for far in range(-_REACH, _REACH + 1)}
_Numbers = npt.NDArray[np.float64]


def number_letters(old: Any, new: list[Any]) -> Letters | None:
    """The letters of a list of numbers and gaps (None); None where they do not tell it exactly."""
    if not _is_numbers(new):
        return None
    values = np.array(new, dtype=float)
    for decimals in _DECIMALS:
        whole = np.rint(values * 10**decimals)
        if np.array_equal(whole / 10**decimals, values, equal_nan=True):
            break
    else:
        return None
    source, far = min(_ways(old, new, whole), key=lambda way: _weight(way[1]))
    told = np.where(np.isfinite(far) & (np.abs(far) <= _FAR), far, _FAR + 1).astype(int).tolist()
    letters = "".join([_NEAR[one] if one in _NEAR else _letter(one) for one in told])
    others = [value for value, one in zip(new, told, strict=True) if one > _FAR]
    return None if 2 * len(others) > len(new) else (letters, decimals, source, others)


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
    return float(np.nansum(np.log1p(np.abs(far))))


def _is_numbers(values: Any) -> bool:
    return set(map(type, values)) <= {int, float, type(None)}


def _letter(far: int) -> str:
    if far > _FAR:
        return WRITTEN
    high, low = divmod(far + _REACH, _COUNT)
    return _WIDE + chr(_ZERO + high) + chr(_ZERO + low - _REACH)
