"""What a browser makes of the steps of a text, and of the letters of numbers."""

import re
from math import floor, isfinite
from typing import Any

_NUMBER = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,4})?")
_WORD = re.compile(r"(?!^)(?=<| (?!-?[0-9]))")


def walked(old: str, sent: Any) -> str:
    """The text that the steps lead to from the old one."""
    steps, letters, written = sent
    words, following, numbers = _WORD.split(old), iter(letters), iter(written.split(" "))

    def other(found: re.Match[str]) -> str:
        letter = next(following, "P")
        return next(numbers) if letter == "~" else _moved(found[0], ord(letter) - ord("P"))

    text, here = "", 0
    for step in steps or [len(words)]:
        if isinstance(step, str):
            text += step
            here += 1
        elif isinstance(step, int):
            assert here + step <= len(words)
            for word in words[here : here + step]:
                text += _NUMBER.sub(other, word)
            here += step
        else:
            here += step[0]
    return text


def _moved(number: str, by: int) -> str:
    if not by:
        return number
    mark = next((one for one in ",." if one in number), "")
    decimals = len(number.partition(mark)[2]) if mark else 0
    value = int(number.replace(mark, "") if mark else number) + by
    text = f"{abs(value) / 10**decimals:.{decimals}f}".replace(".", mark or ".")
    return f"-{text}" if value < 0 else text


def numbers(old: Any, sent: Any) -> list[Any]:
    """The list that the letters tell, where an old one stood."""
    letters, decimals, is_growth, others = sent
    following, written = iter(letters), iter(others)
    found: list[Any] = []
    whole: int | None = None
    for letter in following:
        if letter == "~":
            value = next(written)
            whole = None if value is None else floor(value * 10**decimals + 0.5)
        else:
            far = ord(letter) - ord("P")
            if letter == "!":
                high, low = (ord(next(following)) - ord("P") for _ in range(2))
                far = 91 * high + low
            assert whole is not None
            whole = _expected(whole, old, len(found), is_growth) + far
            value = whole / 10**decimals
        found.append(value)
    return found


def _expected(before: int, old: Any, i: int, is_growth: bool) -> int:
    if not is_growth or old[i] is None or not old[i - 1]:
        return before
    expected = before * old[i] / old[i - 1] + 0.5
    return floor(expected) if isfinite(expected) else before
