"""Seasonal XmR: monthly values freed from their season before the rules judge them."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import fmean

from dashboard.frozen import frozen
from dashboard.statistics.season import YEAR, Season, check_month, season_of
from dashboard.statistics.xmr import Chart, Point, xmr
from dashboard.statistics.xmr_limits import Assurance, assurance
from dashboard.statistics.xmr_rules import ROUNDING

TOO_ALIKE = 0.3


@frozen
class SeasonalChart:
    """A chart in the unit of the values, and how far its limits can be trusted.

    `season` is None when it is not adjusted for. `autocorrelation` of neighbouring
    residuals is None where it has no value.
    """

    chart: Chart
    season: Season | None
    autocorrelation: float | None

    @property
    def limits_too_narrow(self) -> bool:
        """Whether neighbours are more alike (above 0.3) than the limits assume."""
        return self.autocorrelation is not None and self.autocorrelation > TOO_ALIKE


def seasonal_xmr(
    values: Sequence[float | None],
    first_month: int,
    *,
    direction: int,
    rebase: Sequence[int] = (),
    fix_after: int | None = None,
    screen: bool = True,
    target: float | None = None,
    season: Season | None = None,
) -> SeasonalChart:
    """XmR on value / season, with the lines multiplied by the season again.

    `values` are consecutive months, the first of calendar month `first_month` (1-12); the
    other arguments are those of `xmr`. `season` is one frozen earlier; without it, it is
    estimated from the first `fix_after` values (all when None), and where there is none
    the chart is a plain XmR. A target is met consistently only when it lies beyond the
    limits of every calendar month. Formula: docs/methods.md 3.5.

    Raises:
        ValueError: as `xmr`; a first month outside 1-12; a season not of 12 positive factors.
    """
    check_month(first_month)
    found = season_of(values[:fix_after], first_month) if season is None else season
    factors = found or (1.0,) * YEAR
    if len(factors) != YEAR or not all(0 < factor < math.inf for factor in factors):
        raise ValueError("a season has 12 finite factors above 0")
    monthly = [factors[(first_month - 1 + i) % YEAR] for i in range(len(values))]
    levels = [None if v is None else v / s for v, s in zip(values, monthly, strict=True)]
    level = xmr(
        levels,
        direction=direction,
        rebase=rebase,
        fix_after=fix_after,
        screen=screen,
        target=target,
    )
    rows = zip(level.points, values, monthly, strict=True)
    chart = replace(
        level,
        points=tuple(multiplied(point, value, factor) for point, value, factor in rows),
        assurance=seasonal_assurance(level, factors, target=target, direction=direction),
    )
    return SeasonalChart(chart, found, lag_1_autocorrelation(residuals(level)))


def residuals(chart: Chart) -> tuple[float | None, ...]:
    """Each value less the average of its segment; None at a gap.

    The average, not the centre line: limits fixed early leave later values off their line.
    """
    found: list[float | None] = []
    for _, segment in groupby(chart.points, key=lambda point: point.segment):
        ys = [point.y for point in segment]
        present = [y for y in ys if y is not None]
        average = fmean(present or [0.0])
        rounding = ROUNDING * max(map(abs, present), default=0.0)
        found += [
            None if y is None else 0.0 if abs(y - average) <= rounding else y - average for y in ys
        ]
    return tuple(found)


def lag_1_autocorrelation(series: Sequence[float | None]) -> float | None:
    """Sum of products of neighbours / sum of squares; None when every value is 0.

    `series` has mean 0; a gap has no neighbours. Formula: docs/methods.md 3.5 (r1).
    """
    squares = math.fsum(x * x for x in series if x is not None)
    if squares == 0:
        return None
    pairs = pairwise(series)
    return math.fsum(a * b for a, b in pairs if a is not None and b is not None) / squares


def multiplied(point: Point, value: float | None, factor: float) -> Point:
    """A point freed from its season, with its lines times the factor and the value as it came."""

    def up(line: float | None) -> float | None:
        return None if line is None else line * factor

    # The value as it came: dividing and multiplying again could move its last digit.
    y = None if point.y is None or value is None else float(value)
    return Point(
        point.i, y, point.segment, up(point.mean), up(point.lpl), up(point.upl),
        point.special_cause, point.point_type, point.short_group,
    )  # fmt: skip


def seasonal_assurance(
    level: Chart, factors: Season, *, target: float | None, direction: int
) -> Assurance | None:
    """Whether the target lies beyond the limits of every calendar month (docs/methods.md 3.5)."""
    last = level.points[-1] if level.points else None
    if last is None or last.lpl is None or last.upl is None:
        return None
    lowest = min(last.lpl * factor for factor in factors)
    highest = max(last.upl * factor for factor in factors)
    return assurance(target, direction=direction, lpl=lowest, upl=highest)
