"""The four rules that tell a signal from noise in one segment of an XmR chart."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Literal

SpecialCause = Literal[
    "Common Cause",
    "Above UCL",
    "Below LCL",
    "7 Point Trend (Increasing)",
    "7 Point Trend (Decreasing)",
    "2 in 3 Above CL",
    "2 in 3 Below CL",
    "7 Points Above CL",
    "7 Points Below CL",
]
HIGH: frozenset[SpecialCause] = frozenset(
    {"Above UCL", "7 Point Trend (Increasing)", "2 in 3 Above CL", "7 Points Above CL"}
)

# The first rule that applies names the point: outside > trend > 2 of 3 > shift.
_NAMES: tuple[dict[int, SpecialCause], ...] = (
    {1: "Above UCL", -1: "Below LCL"},
    {1: "7 Point Trend (Increasing)", -1: "7 Point Trend (Decreasing)"},
    {1: "2 in 3 Above CL", -1: "2 in 3 Below CL"},
    {1: "7 Points Above CL", -1: "7 Points Below CL"},
)

RUN = 7
# Differences below this share of the largest value are rounding, not movement: without it
# a series of equal values, divided by a season, would trend.
ROUNDING = 1e-12


def special_causes(
    values: Sequence[float | None], *, mean: float, reach: float
) -> tuple[SpecialCause | None, ...]:
    """What each point of one segment shows; None where the value is missing.

    `mean` is the centre line and `reach` the distance from it to either limit, in the unit
    of the values. A missing value breaks every run. Formula: docs/methods.md 3.2.
    """
    rounding = ROUNDING * max((abs(v) for v in values if v is not None), default=0.0)
    sides = [_sign(v, mean, rounding) for v in values]
    far = [_sign(v, mean, reach + rounding) for v in values]
    near = [
        0 if out else _sign(v, mean, reach * 2 / 3 + rounding)
        for v, out in zip(values, far, strict=True)
    ]
    rules = zip(
        far, _trend(values, rounding), _two_of_three(sides, near), _runs(sides), strict=True
    )
    return tuple(
        None if v is None else _name(signs) for v, signs in zip(values, rules, strict=True)
    )


def _name(signs: tuple[int, ...]) -> SpecialCause:
    found = (names[sign] for names, sign in zip(_NAMES, signs, strict=True) if sign)
    return next(found, "Common Cause")


def _sign(value: float | None, other: float | None, slack: float) -> int:
    """1 or -1 where `value` differs from `other` by more than `slack`; 0 also at a gap."""
    if value is None or other is None:
        return 0
    return (value - other > slack) - (other - value > slack)


def _runs(signs: Sequence[int], length: int = RUN) -> list[int]:
    """The signs that stand in a run of at least `length` equal ones; 0 elsewhere."""
    runs = [list(run) for _, run in groupby(signs)]
    return [sign if len(run) >= length else 0 for run in runs for sign in run]


def _trend(values: Sequence[float | None], rounding: float) -> list[int]:
    ends = pairwise([None, *values, None])
    steps = _runs([_sign(later, earlier, rounding) for earlier, later in ends], RUN - 1)
    # A point where two trends meet takes the direction of the step to its right.
    return [right or left for left, right in pairwise(steps)]


def _two_of_three(sides: Sequence[int], near: Sequence[int]) -> list[int]:
    flags = [0] * len(sides)
    for start in range(len(sides) - 2):
        three = slice(start, start + 3)
        if abs(sum(sides[three])) == 3 and abs(sum(near[three])) >= 2:
            flags[three] = [old or new for old, new in zip(flags[three], near[three], strict=True)]
    return flags
