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
    letters, decimals, source, others = sent
    following, written = iter(letters), iter(others)
    found: list[Any] = []
    wholes: list[int | None] = []
    for letter in following:
        if letter == "~":
            found.append(next(written))
            wholes.append(None if found[-1] is None else floor(found[-1] * 10**decimals + 0.5))
            continue
        far = ord(letter) - ord("P")
        if letter == "!":
            high, low = (ord(next(following)) - ord("P") for _ in range(2))
            far = 91 * high + low
        i, before = len(wholes), wholes[-1]
        assert before is not None
        other = [None] * source + wholes if source > 0 else old
        expected = before
        if source and i and other[i - 1] and other[i] is not None:
            grown = before * other[i] / other[i - 1] + 0.5
            expected = floor(grown) if isfinite(grown) else before
        wholes.append(expected + far)
        found.append((expected + far) / 10**decimals)
    return found
