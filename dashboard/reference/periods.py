"""Months and years as the strings `"2025-10"` and `"2025"`, and arithmetic on them."""

import re
from calendar import monthrange
from functools import lru_cache
from typing import Literal

Grain = Literal["month", "year"]

FIRST_YEAR, LAST_YEAR = 1990, 2100
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"[0-9]{4}")


@lru_cache(maxsize=1024)
def grain_of(period: str) -> Grain:
    """`"month"` or `"year"`.

    Raises:
        ValueError: `period` is neither `"2025-10"` nor `"2025"`, or outside 1990-2100.
    """
    grain: Grain | None = None
    if _MONTH.fullmatch(period):
        grain = "month"
    elif _YEAR.fullmatch(period):
        grain = "year"
    if grain is None or not FIRST_YEAR <= int(period[:4]) <= LAST_YEAR:
        raise ValueError(f"not a month like 2025-10 or a year like 2025: {period!r}")
    return grain


def ordinal(month: str) -> int:
    """Months since year 0, so that neighbours differ by one."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month_at(number: int) -> str:
    """The month whose `ordinal` is `number`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Every month from `first` to `last`, both included."""
    return tuple(month_at(n) for n in range(ordinal(first), ordinal(last) + 1))


def days_in(month: str) -> int:
    """Days in a month, leap years included."""
    return monthrange(int(month[:4]), int(month[5:7]))[1]


@lru_cache(maxsize=1024)
def months_of(period: str) -> tuple[str, ...]:
    """The months a period covers: itself, or the twelve of a year."""
    if grain_of(period) == "month":
        return (period,)
    return months_between(f"{period}-01", f"{period}-12")


def same_period_last_year(period: str) -> str:
    """The month or year twelve months earlier."""
    if grain_of(period) == "month":
        return month_at(ordinal(period) - 12)
    return f"{int(period) - 1:04d}"
