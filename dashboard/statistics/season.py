"""The season of a monthly series: how each calendar month differs from its year."""

import math
from collections.abc import Iterator, Sequence
from statistics import fmean, median

YEAR = 12
FEWEST_FOR_SEASON = 24

# One factor for each calendar month, January first; their mean is 1.
Season = tuple[float, ...]


def season_of(values: Sequence[float | None], first_month: int) -> Season | None:
    """The factor of each calendar month: median ratio to the centred 12-month average.

    `values` are consecutive months, None or NaN where missing, the first of calendar month
    `first_month`. None with fewer than 24 values, when gaps leave a calendar month without
    a ratio, or when a factor would not be above 0. Formula: docs/methods.md 3.5.

    Raises:
        ValueError: `first_month` is not 1 to 12.
    """
    check_month(first_month)
    clean = [None if v is None or math.isnan(v) else v for v in values]
    if sum(v is not None for v in clean) < FEWEST_FOR_SEASON:
        return None
    ratios: list[list[float]] = [[] for _ in range(YEAR)]
    for i, ratio in _ratios(clean):
        ratios[(first_month - 1 + i) % YEAR].append(ratio)
    medians = [median(month or [0.0]) for month in ratios]
    return tuple(m / fmean(medians) for m in medians) if min(medians) > 0 else None


def check_month(first_month: int) -> None:
    """Raises ValueError unless `first_month` is a calendar month, 1 to 12."""
    if first_month not in range(1, YEAR + 1):
        raise ValueError(f"the first month must be 1 to 12, not {first_month!r}")


def _ratios(values: Sequence[float | None]) -> Iterator[tuple[int, float]]:
    half = YEAR // 2
    for i in range(half, len(values) - half):
        around = [v for v in values[i - half : i + half + 1] if v is not None]
        # The same calendar month stands at both ends, so each counts by half.
        if len(around) == YEAR + 1:
            average = (math.fsum(around) - (around[0] + around[-1]) / 2) / YEAR
            if average > 0:
                yield i, around[half] / average
