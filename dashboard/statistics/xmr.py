"""XmR charts: a series, its limits, and whether its last point is a signal."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from dashboard.frozen import frozen
from dashboard.statistics.xmr_limits import (
    FEWEST_FOR_LIMITS,
    Assurance,
    Limits,
    assurance,
    limits,
)
from dashboard.statistics.xmr_rules import HIGH, RUN, SpecialCause, special_causes

PointType = Literal[
    "common_cause",
    "special_cause_improvement",
    "special_cause_concern",
    "special_cause_neutral_high",
    "special_cause_neutral_low",
]
Signal = Literal[
    "improvement", "deterioration", "changed", "no_certain_change", "cannot_be_decided"
]

FEWEST_TO_DECIDE = 12
FEWEST_FOR_SETTLED_LIMITS = 13


@frozen
class Point:
    """A value (None where missing) with the lines of its segment and what it shows.

    `i` counts from 1, `segment` from 0. Limits, cause and type are None in a segment too
    short for limits, cause and type also where the value is missing; the mean is None only
    without values. `short_group`: fewer than 13 values in the segment, so that the limits are
    preliminary.
    """

    i: int
    y: float | None
    segment: int
    mean: float | None
    lpl: float | None
    upl: float | None
    special_cause: SpecialCause | None
    point_type: PointType | None
    short_group: bool


@frozen
class Chart:
    """Every point of a series; assurance and last type are None when nothing can be said."""

    points: tuple[Point, ...]
    assurance: Assurance | None
    last_point_type: PointType | None


def xmr(
    values: Sequence[float | None],
    *,
    direction: int,
    rebase: Sequence[int] = (),
    fix_after: int | None = None,
    screen: bool = True,
    target: float | None = None,
    fewest: int = FEWEST_FOR_LIMITS,
) -> Chart:
    """An XmR chart of equally spaced values; None or NaN is a gap and breaks every run.

    `direction`: 1 higher is better, -1 lower is better, 0 neutral. `rebase`: for each new
    segment the number of its first point, counted from 1. `fix_after`: limits from this
    many first points of each segment. `screen`, `fewest`: see `limits`. Limits are
    not clipped at 0. Formula: docs/methods.md 3.1-3.4 (NHS "Making Data Count", as the package
    NHSRplotthedots 0.2.2).

    Raises:
        ValueError: a direction not named above, a segment starting outside 2 to the last
            point, `fix_after` below 12, an infinite value, or a target that is not finite.
    """
    _check(values, direction=direction, rebase=rebase, fix_after=fix_after, target=target)
    clean = [None if v is None or math.isnan(v) else float(v) for v in values]
    bounds = [0, *(first - 1 for first in sorted(set(rebase))), len(clean)]
    points: list[Point] = []
    for segment, (start, end) in enumerate(pairwise(bounds)):
        found = limits(clean[start:end][:fix_after], screen=screen, fewest=fewest)
        points += _points(clean[start:end], found, segment, first=start + 1, direction=direction)
    if not points:
        return Chart((), None, None)
    last = points[-1]
    assured = assurance(target, direction=direction, lpl=last.lpl, upl=last.upl)
    return Chart(tuple(points), assured, last.point_type)


def signal(chart: Chart) -> Signal:
    """The verdict on the last point, in one word.

    `"changed"` is a signal where no direction is good. `"cannot_be_decided"`: the last
    value is missing, or its segment has no limits or fewer than 12 values.
    """
    if _values_in_last_segment(chart) < FEWEST_TO_DECIDE:
        return "cannot_be_decided"
    match chart.last_point_type:
        case None:
            return "cannot_be_decided"
        case "common_cause":
            return "no_certain_change"
        case "special_cause_improvement":
            return "improvement"
        case "special_cause_concern":
            return "deterioration"
        case _:
            return "changed"


def persisting_shift(chart: Chart) -> int | None:
    """The point (from 1) that the last segment's values have since lain on one side of the mean.

    None with fewer than 7 such values: then nothing suggests a new level. A suggestion only, as
    a rebase needs a reason that no number holds. Rule: docs/methods.md 3.4.
    """
    last, run = chart.points[-1] if chart.points else None, 0
    if last is None or last.y is None or last.mean is None or last.lpl is None:
        return None
    above = last.y > last.mean
    for point in reversed(chart.points):
        if point.segment != last.segment or point.y is None or point.mean is None:
            break
        if point.y == point.mean or (point.y > point.mean) != above:
            break
        run += 1
    return len(chart.points) - run + 1 if run >= RUN else None


def _values_in_last_segment(chart: Chart) -> int:
    return sum(p.segment == chart.points[-1].segment and p.y is not None for p in chart.points)


def _points(
    values: Sequence[float | None],
    limits: Limits | None,
    segment: int,
    *,
    first: int,
    direction: int,
) -> Iterator[Point]:
    lines: tuple[float | None, float | None, float | None] = (None, None, None)
    causes: tuple[SpecialCause | None, ...] = (None,) * len(values)
    if limits:
        lines = (limits.mean, limits.lpl, limits.upl)
    if limits and limits.reach is not None:
        causes = special_causes(values, mean=limits.mean, reach=limits.reach)
    short = sum(value is not None for value in values) < FEWEST_FOR_SETTLED_LIMITS
    for i, (y, cause) in enumerate(zip(values, causes, strict=True), start=first):
        yield Point(i, y, segment, *lines, cause, point_type(cause, direction), short)


def point_type(cause: SpecialCause | None, direction: int) -> PointType | None:
    """What a cause means where higher is better (1), lower is better (-1) or neither (0)."""
    if cause is None:
        return None
    if cause == "Common Cause":
        return "common_cause"
    high = cause in HIGH
    if direction == 0:
        return "special_cause_neutral_high" if high else "special_cause_neutral_low"
    return "special_cause_improvement" if high == (direction > 0) else "special_cause_concern"


def _check(
    values: Sequence[float | None],
    *,
    direction: int,
    rebase: Sequence[int],
    fix_after: int | None,
    target: float | None,
) -> None:
    if direction not in (-1, 0, 1):
        raise ValueError(f"direction must be -1, 0 or 1, not {direction!r}")
    if not all(1 < first <= len(values) for first in rebase):
        raise ValueError(f"a segment starts at a point from 2 to {len(values)}: {list(rebase)}")
    if fix_after is not None and fix_after < FEWEST_TO_DECIDE:
        raise ValueError(f"limits can be fixed after 12 points or more, not {fix_after}")
    if any(value is not None and math.isinf(value) for value in values):
        raise ValueError("a value is infinite: every value must be finite or missing")
    if target is not None and not math.isfinite(target):
        raise ValueError(f"the target must be a finite number, not {target}")
