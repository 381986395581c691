"""The verdict on a month: whether it lies off the series' own level by more than chance allows."""

import math
from collections.abc import Sequence
from statistics import fmean
from typing import Literal

from dashboard.frozen import frozen
from dashboard.statistics.seasonal_xmr import lag_1_autocorrelation
from dashboard.statistics.xmr import Signal
from dashboard.statistics.xmr_limits import Limits, limits
from dashboard.statistics.xmr_rules import ROUNDING

Doubt = Literal["too_short", "no_season", "missing", "limits_do_not_fit", "screening"]

# The level is that of the 24 months before the last 12, or since a declared rebase.
REFERENCE, LATEST = 24, 12
FEWEST_MONTHS, FEWEST_KNOWN = REFERENCE + LATEST, 20
# What neighbouring months are taken to share before the series is looked at, and the number of
# months that this counts for; both assumptions (docs/methods.md 3.8).
PRIOR, PRIOR_MONTHS, MOST_ALIKE = 0.6, 48, 0.9
MOST_OUTSIDE = 0.25
# A run off the level: as many months on one side, and their mean as many standard errors off.
RUN, STANDARD_ERRORS = 8, 3.3


@frozen
class Reference:
    """The months [start, end) that make the level, counted from 0, with their widened limits.

    `alike` is the lag-1 autocorrelation after shrinkage, `widening` what the limits are
    multiplied by; `narrow` the limits with outlying moving ranges left out. `reach` is in the
    unit of the levels.
    """

    start: int
    end: int
    known: int
    mean: float
    reach: float
    narrow: float
    alike: float
    widening: float


@frozen
class LevelVerdict:
    """What is said of the last month, and from where it holds.

    `since` is the first month (from 0) of those that lie off the level, with `above`; both None
    without a signal. `doubt` says why nothing, or nothing certain, is said. `reference` is None
    where the series is too short.
    """

    signal: Signal
    reference: Reference | None = None
    since: int | None = None
    above: bool | None = None
    doubt: Doubt | None = None


def verdict(
    levels: Sequence[float | None], *, direction: int, rebase: Sequence[int] = ()
) -> LevelVerdict:
    """The verdict on the last of consecutive months that are freed from their season.

    `direction` and `rebase` are those of `xmr`. A signal is a month outside the widened limits,
    or the last of at least 8 on one side whose mean lies far enough off; it holds only if it is
    the same with and without screening of the moving ranges (docs/methods.md 3.8).
    """
    found = reference_of(levels, rebase)
    if found is None:
        return LevelVerdict("cannot_be_decided", doubt="too_short")
    if levels[-1] is None:
        return LevelVerdict("cannot_be_decided", found, doubt="missing")
    if _misfits(levels, found):
        return LevelVerdict("cannot_be_decided", found, doubt="limits_do_not_fit")
    plain, screened = (_off_since(levels, found, reach) for reach in (found.reach, found.narrow))
    if plain is None or screened is None:
        doubt: Doubt | None = None if plain == screened else "screening"
        return LevelVerdict("no_certain_change", found, doubt=doubt)
    above = levels[-1] > found.mean
    return LevelVerdict(_signal(direction, above=above), found, max(plain, screened), above)


def reference_of(levels: Sequence[float | None], rebase: Sequence[int] = ()) -> Reference | None:
    """The months that a verdict is held against, with limits widened for months that are alike.

    None below 36 months, below 24 since a new level, or with fewer than 20 of 24 known. The
    limits are times sqrt((1 + r) / (1 - r)), and sqrt(1 + that^2 / n) as the level is itself
    estimated. Formula: docs/methods.md 3.8.
    """
    length = len(levels)
    start = max(length - FEWEST_MONTHS, 0, *(first - 1 for first in rebase))
    end = max(length - LATEST, min(length - 1, start + REFERENCE))
    months = levels[start:end]
    known = sum(level is not None for level in months)
    plain, screened = (limits(months, screen=one) for one in (False, True))
    if length < FEWEST_MONTHS or end - start < REFERENCE or known < FEWEST_KNOWN:
        return None
    if plain is None or screened is None or plain.reach is None or screened.reach is None:
        return None
    alike = _alike(months, plain)
    widening = math.sqrt((1 + alike) / (1 - alike))
    widening *= math.sqrt(1 + widening**2 / known)
    return Reference(start, end, known, plain.mean, plain.reach * widening,
                     screened.reach * widening, alike, widening)  # fmt: skip


def _alike(months: Sequence[float | None], plain: Limits) -> float:
    """The lag-1 autocorrelation drawn towards what months usually share."""
    left = [None if level is None else level - plain.mean for level in months]
    slack = ROUNDING * max((abs(level) for level in months if level is not None), default=0.0)
    own = lag_1_autocorrelation([None if x is None or abs(x) <= slack else x for x in left])
    if own is None:
        return PRIOR
    count = sum(x is not None for x in left)
    shrunk = (count * own + PRIOR_MONTHS * PRIOR) / (count + PRIOR_MONTHS)
    return min(max(shrunk, 0.0), MOST_ALIKE)


def _misfits(levels: Sequence[float | None], reference: Reference) -> bool:
    """Whether more than a quarter of the reference months lie outside their own limits."""
    months = [level for level in levels[reference.start : reference.end] if level is not None]
    outside = sum(_outside(level, reference, reference.reach) for level in months)
    return outside > MOST_OUTSIDE * len(months)


def _outside(level: float, reference: Reference, reach: float) -> bool:
    return abs(level - reference.mean) > reach + ROUNDING * max(abs(level), abs(reference.mean))


def _off_since(levels: Sequence[float | None], reference: Reference, reach: float) -> int | None:
    """The first month of those up to the last that lie off the level; None where it does not."""
    run = _last_run(levels, reference)
    if not run:
        return None
    off = [abs(level - reference.mean) for level in run]
    if len(run) >= RUN and fmean(off) > STANDARD_ERRORS * _error(reference, reach, len(run)):
        return len(levels) - len(run)
    count = 0
    for level in reversed(run):
        if not _outside(level, reference, reach):
            break
        count += 1
    return len(levels) - count if count else None


def _last_run(levels: Sequence[float | None], reference: Reference) -> list[float]:
    """The last months after the reference, without a gap, on the side of the last one."""
    run: list[float] = []
    side = 0.0
    for level in reversed(levels[reference.end :]):
        if level is None or level == reference.mean:
            break
        own = math.copysign(1.0, level - reference.mean)
        if run and own != side:
            break
        side = own
        run.append(level)
    return run[::-1]


def _error(reference: Reference, reach: float, count: int) -> float:
    """The standard error of the difference between a run's mean and the level.

    Moving ranges of months that are alike are too small by sqrt(1 - r) for the months' own
    spread, so the error is divided by it.
    """
    deviation = reach / reference.widening / 3
    spread = deviation * math.sqrt(1 + reference.alike) / (1 - reference.alike)
    return spread * math.sqrt(1 / count + 1 / reference.known)


def _signal(direction: int, *, above: bool) -> Signal:
    if direction == 0:
        return "changed"
    return "improvement" if above == (direction > 0) else "deterioration"
