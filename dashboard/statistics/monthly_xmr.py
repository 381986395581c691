"""The chart of a monthly series: freed from its season, else its change from a year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.statistics.season import YEAR
from dashboard.statistics.seasonal_xmr import (
    TOO_ALIKE,
    lag_1_autocorrelation,
    residuals,
    seasonal_xmr,
)
from dashboard.statistics.xmr import Chart, xmr

Method = Literal["seasonal", "same_month_change", "raw"]


@dataclass(frozen=True, slots=True)
class MonthlyChart:
    """A chart and how it deals with the season.

    `"seasonal"` and `"raw"` charts are in the unit of the values; a `"raw"` one takes no account
    of the season and must say so. Of a `"same_month_change"` chart each point is the difference
    to the same month the year before. `autocorrelation` is that of neighbouring residuals.
    """

    chart: Chart
    method: Method
    autocorrelation: float | None

    @property
    def limits_too_narrow(self) -> bool:
        """Whether neighbours are more alike (above 0.3) than the limits assume."""
        return self.autocorrelation is not None and self.autocorrelation > TOO_ALIKE


def monthly_xmr(
    values: Sequence[float | None],
    first_month: int,
    *,
    direction: int,
    rebase: Sequence[int] = (),
    fix_after: int | None = None,
    screen: bool = True,
    target: float | None = None,
) -> MonthlyChart:
    """The first of three charts that the series is long enough for (docs/methods.md 3.5).

    Seasonal with 24 baseline months, else the same-month change where that has limits, else
    raw. The arguments are those of `seasonal_xmr`.

    Raises:
        ValueError: as `seasonal_xmr`.
    """
    found = seasonal_xmr(
        values, first_month, direction=direction, rebase=rebase, fix_after=fix_after,
        screen=screen, target=target,
    )  # fmt: skip
    if found.season is not None:
        return MonthlyChart(found.chart, "seasonal", found.autocorrelation)
    change = same_month_xmr(
        values, direction=direction, rebase=rebase, fix_after=fix_after, screen=screen
    )
    if change.points and change.points[-1].mean is not None:
        alike = lag_1_autocorrelation(residuals(change))
        return MonthlyChart(change, "same_month_change", alike)
    return MonthlyChart(found.chart, "raw", found.autocorrelation)


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
