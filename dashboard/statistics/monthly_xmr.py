"""The chart of a monthly series: freed from its season, else its change from a year before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from dashboard.frozen import frozen
from dashboard.statistics.level_chart import level_chart
from dashboard.statistics.own_level import LevelVerdict, verdict
from dashboard.statistics.season import YEAR, Season, season_of
from dashboard.statistics.seasonal_xmr import (
    TOO_ALIKE,
    lag_1_autocorrelation,
    multiplied,
    residuals,
    seasonal_assurance,
    seasonal_xmr,
)
from dashboard.statistics.xmr import Chart, xmr

Method = Literal["seasonal", "same_month_change", "raw"]


@frozen
class MonthlyChart:
    """A chart and how it deals with the season.

    `"seasonal"` and `"raw"` charts are in the unit of the values; a `"raw"` one takes no account
    of the season and must say so. Of a `"same_month_change"` chart each point is the difference
    to the same month the year before. `autocorrelation` is that of neighbouring residuals.
    `verdict` is what may be said of the last month; where it has a reference, lines begin there.
    """

    chart: Chart
    method: Method
    autocorrelation: float | None
    verdict: LevelVerdict

    @property
    def limits_too_narrow(self) -> bool:
        """Whether neighbours are more alike (above 0.3) than the limits allow for."""
        if self.verdict.reference is not None:
            return False
        return self.autocorrelation is not None and self.autocorrelation > TOO_ALIKE


def monthly_xmr(
    values: Sequence[float | None],
    first_month: int,
    *,
    direction: int,
    rebase: Sequence[int] = (),
    target: float | None = None,
) -> MonthlyChart:
    """The chart of a monthly series up to its last month, and the verdict on that month.

    With a level to judge by (36 months) its lines are that level and its widened limits, and a
    point stands out only as the verdict says (docs/methods.md 3.8). Else the first of three that
    the series is long enough for: freed from its season (24 months), the same-month change, raw
    (docs/methods.md 3.5). The arguments are those of `seasonal_xmr`.

    Raises:
        ValueError: as `seasonal_xmr`.
    """
    season = season_of(values, first_month)
    factors = _monthly(season, first_month, len(values))
    levels = [None if v is None or v != v else v / s for v, s in zip(values, factors, strict=True)]
    judged = verdict(levels, direction=direction, rebase=rebase)
    if judged.reference is not None and season is not None:
        chart = level_chart(levels, judged, direction=direction, rebase=rebase)
        rows = zip(chart.points, values, factors, strict=True)
        assured = seasonal_assurance(chart, season, target=target, direction=direction)
        points = tuple(multiplied(point, value, factor) for point, value, factor in rows)
        return MonthlyChart(
            replace(chart, points=points, assurance=assured),
            "seasonal", judged.reference.alike, judged,
        )  # fmt: skip
    found = seasonal_xmr(
        values, first_month, direction=direction, rebase=rebase, target=target, season=season
    )
    # Without a season there is no level of a month to judge by.
    unjudged = judged if judged.reference is None else _UNSEASONED
    if found.season is not None:
        return MonthlyChart(found.chart, "seasonal", found.autocorrelation, unjudged)
    change = same_month_xmr(values, direction=direction, rebase=rebase)
    if change.points and change.points[-1].lpl is not None:
        alike = lag_1_autocorrelation(residuals(change))
        return MonthlyChart(change, "same_month_change", alike, unjudged)
    return MonthlyChart(found.chart, "raw", found.autocorrelation, unjudged)


_UNSEASONED = LevelVerdict("cannot_be_decided", doubt="no_season")


def _monthly(season: Season | None, first_month: int, length: int) -> list[float]:
    factors = season or (1.0,) * YEAR
    return [factors[(first_month - 1 + i) % YEAR] for i in range(length)]


def same_month_xmr(
    values: Sequence[float | None],
    *,
    direction: int,
    rebase: Sequence[int] = (),
    fix_after: int | None = None,
    screen: bool = True,
) -> Chart:
    """XmR on the differences to the same month the year before, in the unit of the values.

    `values` are consecutive months; a point keeps the number of its month, so the first twelve
    are gaps. There is no difference across the first month of a segment, so the twelve months
    from it are gaps too. A target for the values is none for their changes. Formula:
    docs/methods.md 3.5.

    Raises:
        ValueError: as `xmr`.
    """
    breaks = {first - 1 for first in rebase}
    changes = [_change(values, i, breaks) for i in range(len(values))]
    return xmr(changes, direction=direction, rebase=rebase, fix_after=fix_after, screen=screen)


def _change(values: Sequence[float | None], i: int, breaks: set[int]) -> float | None:
    before = values[i - YEAR] if i >= YEAR else None
    now = values[i]
    crossed = any(i - YEAR < first <= i for first in breaks)
    return None if now is None or before is None or crossed else now - before
