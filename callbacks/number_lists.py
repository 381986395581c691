"""A list of numbers as a letter for each: how far it is from what is expected of the one before it.

Where the browser holds another list of the same length, its growth from each number to the next is
expected, as lines of a chart that show another share of the same move alike. `assets/scripts/
number_lists.js` reads it.
"""

from typing import Any

import numpy as np

from callbacks.number_letters import SAME, WRITTEN

# The letters, how many decimals, whether growth is expected, and what is written out.
Letters = tuple[str, int, bool, list[Any]]
_ZERO, _REACH = ord(SAME), 45
# Two letters after this one, of which the first counts so much.
_WIDE, _COUNT = "!", 91
_FAR = _REACH * _COUNT + _REACH
# A shorter list is sent as it is.
FEW = 12
_DECIMALS = range(5)


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
    before = np.concatenate(([np.nan], whole[:-1]))
    far, is_growth = whole - before, False
    if type(old) in (list, tuple) and len(old) == len(new) and _is_numbers(old):
        held = np.array(old, dtype=float)
        with np.errstate(all="ignore"):
            grown = np.floor(before * held / np.concatenate(([np.nan], held[:-1])) + 0.5)
        distance = np.where(np.isfinite(grown), whole - grown, far)
        if np.nansum(np.abs(distance)) < np.nansum(np.abs(far)):
            far, is_growth = distance, True
    told = np.where(np.isfinite(far) & (np.abs(far) <= _FAR), far, _FAR + 1).astype(int).tolist()
    letters = "".join(map(_letter, told))
    others = [value for value, one in zip(new, told, strict=True) if one > _FAR]
    return None if 2 * len(others) > len(new) else (letters, decimals, is_growth, others)


def _is_numbers(values: Any) -> bool:
    return {type(value) for value in values} <= {int, float, type(None)}


def _letter(far: int) -> str:
    if -_REACH <= far <= _REACH:
        return chr(_ZERO + far)
    if far > _FAR:
        return WRITTEN
    high, low = divmod(far + _REACH, _COUNT)
    return _WIDE + chr(_ZERO + high) + chr(_ZERO + low - _REACH)
