"""How often a verdict is false: series without any change, judged as a region's months are."""

import numpy as np

from dashboard.statistics.arrays import Array
from dashboard.statistics.monthly_xmr import monthly_xmr

# A month's relative noise in a region of about 500 beds, and a published season's shape.
NOISE, LEVEL = 0.15, 5.0
SEASON = (0.9, 0.95, 1.0, 1.0, 0.97, 1.02, 1.35, 1.15, 0.95, 0.92, 0.93, 0.86)
SEED, _WARM = 2026, 60


def false_share(months: int, rho: float, *, season: bool, series: int, seed: int = SEED) -> float:
    """The share (0-1) of series without a change whose last month gets a signal.

    `series` are drawn with log-normal noise that follows itself by `rho` from month to month, with
    or without a season. About 2 ms each. Method: docs/methods.md 3.8.
    """
    drawn = unchanged(months, rho, season=season, series=series, seed=seed)
    signals = [monthly_xmr(row, 1, direction=-1).verdict.signal for row in drawn.tolist()]
    return sum(one in ("improvement", "deterioration") for one in signals) / series


def unchanged(months: int, rho: float, *, season: bool, series: int, seed: int = SEED) -> Array:
    """Series x months of rates whose level never changes, the same for the same seed."""
    draw = np.random.default_rng(seed)
    noise = draw.standard_normal((series, months + _WARM))
    for month in range(1, months + _WARM):
        fresh = np.sqrt(1 - rho**2) * noise[:, month]
        noise[:, month] = rho * noise[:, month - 1] + fresh
    rates = LEVEL * np.exp(NOISE * noise[:, _WARM:])
    factors = np.resize(SEASON, months) if season else np.ones(months)
    return np.asarray(rates * factors)
