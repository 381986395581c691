"""A number instead of another as one letter: by how much its last digit is more or less."""

import re
from functools import lru_cache

NUMBER = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,4})?")
# Letters from # to }; the one after them says that the number is written out.
SAME, WRITTEN = "P", "~"
_REACH = 45


@lru_cache(maxsize=4096)
def letter(old: str, new: str) -> str:
    """The letter that makes the new number of the old one, or `WRITTEN` where none does."""
    if old == new:
        return SAME
    value, decimals, mark = _read(old)
    now, *_ = _read(new)
    is_told = abs(now - value) <= _REACH and _written(now, decimals, mark) == new
    return chr(ord(SAME) + now - value) if is_told else WRITTEN


def _read(number: str) -> tuple[int, int, str]:
    """A number without its mark, how many decimals it has, and the mark."""
    for mark in ",.":
        if mark in number:
            whole, _, part = number.partition(mark)
            return int(whole + part), len(part), mark
    return int(number), 0, ""


def _written(value: int, decimals: int, mark: str) -> str:
    digits = str(abs(value)).rjust(decimals + 1, "0")
    end = len(digits) - decimals
    return ("-" if value < 0 else "") + digits[:end] + mark + digits[end:]
