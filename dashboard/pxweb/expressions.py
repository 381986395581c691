"""How values of a variable are selected: a code, a wildcard, or an expression as `top(3)`."""

import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase

from dashboard.pxweb.variables import TIME, Variable, period_of, time_code

_CALL = re.compile(r"(top|bottom|range|from|to)\((.*)\)", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,6}", re.ASCII)
# What fnmatch would read as a set of characters, and PxWeb reads as itself.
_SET = re.compile(r"([\[\]])")


def codes_of(variable: Variable, expression: str) -> tuple[str, ...] | None:
    """The codes that an expression selects, in the variable's order; None where it is unknown.

    A code is found whatever its case, and of time also as the period it stands for. `*` is any
    characters and `?` one; `top(n, skipped)` are the first values, of time the last ones, and
    `bottom` the opposite; `range(a,b)`, `from(a)` and `to(b)` hold the values they name.
    """
    known = list(variable.values)
    found = _code(variable, expression)
    if found is not None:
        return (found,)
    called = _CALL.fullmatch(expression.strip())
    if called:
        function, arguments = called[1].lower(), [one.strip() for one in called[2].split(",")]
        return _CALLED[function](variable, known, arguments)
    if "*" in expression or "?" in expression:
        return _matching(known, expression)
    return None


def _code(variable: Variable, asked: str) -> str | None:
    by_case = {code.casefold(): code for code in variable.values}
    wanted = asked.strip().casefold()
    if variable.code == TIME and wanted not in by_case:
        wanted = time_code(period_of(wanted)).casefold()
    return by_case.get(wanted)


def _matching(known: Sequence[str], pattern: str) -> tuple[str, ...] | None:
    """The codes that a wildcard matches; a star stands first, last or both."""
    inner = pattern.strip()[1:-1]
    if "*" in inner or pattern.count("*") > 2:
        return None
    plain = _SET.sub(r"[\1]", pattern.strip().casefold())
    return tuple(code for code in known if fnmatchcase(code.casefold(), plain))


def _ends(
    variable: Variable, known: Sequence[str], arguments: Sequence[str], *, last: bool
) -> tuple[str, ...] | None:
    if len(arguments) > 2 or not all(_NUMBER.fullmatch(one) for one in arguments):
        return None
    count, skipped = (*map(int, arguments), 0)[:2]
    # Of time, the first values are the latest ones.
    if (variable.code == TIME) is not last:
        end = len(known) - skipped
        return tuple(known[max(0, end - count) : max(0, end)])
    return tuple(known[skipped : skipped + count])


def _top(variable: Variable, known: Sequence[str], words: Sequence[str]) -> tuple[str, ...] | None:
    return _ends(variable, known, words, last=False)


def _bottom(
    variable: Variable, known: Sequence[str], words: Sequence[str]
) -> tuple[str, ...] | None:
    return _ends(variable, known, words, last=True)


def _range(
    variable: Variable, known: Sequence[str], words: Sequence[str]
) -> tuple[str, ...] | None:
    codes = [_code(variable, one) for one in words]
    if len(codes) != 2 or None in codes:
        return None
    first, last = sorted(known.index(one) for one in codes if one is not None)
    return tuple(known[first : last + 1])


def _from(variable: Variable, known: Sequence[str], words: Sequence[str]) -> tuple[str, ...] | None:
    return _range(variable, known, [*words, known[-1]])


def _to(variable: Variable, known: Sequence[str], words: Sequence[str]) -> tuple[str, ...] | None:
    code = _code(variable, words[0]) if len(words) == 1 else None
    return None if code is None else tuple(known[: known.index(code) + 1])


_CALLED: dict[str, Callable[[Variable, Sequence[str], Sequence[str]], tuple[str, ...] | None]] = {
    "top": _top, "bottom": _bottom, "range": _range, "from": _from, "to": _to,
}  # fmt: skip
