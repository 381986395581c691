"""The rates of false verdicts measured, by length of series, likeness of months, and season."""

from dashboard.frozen import frozen

SERIES = 2000


@frozen
class FalseRate:
    """The share (0-1) of `SERIES` series without a change whose last month gets a signal.

    `rho` is how much of a month's noise the next one keeps.
    """

    months: int
    rho: float
    season: bool
    share: float


# Made with `false_verdicts.false_share(months, rho, season=season, series=2000)`, seed 2026; a
# test measures six of them anew (docs/methods.md 3.8). Columns: months, rho, season, per cent.
RATES = tuple(
    FalseRate(months, rho, season, percent / 100)
    for months, rho, season, percent in (
        (36, 0.0, False, 1.25),
        (36, 0.0, True, 1.25),
        (36, 0.3, False, 1.7),
        (36, 0.3, True, 1.7),
        (36, 0.6, False, 2.75),
        (36, 0.6, True, 2.85),
        (48, 0.0, False, 0.75),
        (48, 0.0, True, 0.85),
        (48, 0.3, False, 1.25),
        (48, 0.3, True, 1.3),
        (48, 0.6, False, 3.7),
        (48, 0.6, True, 3.5),
        (120, 0.0, False, 0.1),
        (120, 0.0, True, 0.1),
        (120, 0.3, False, 0.25),
        (120, 0.3, True, 0.3),
        (120, 0.6, False, 1.4),
        (120, 0.6, True, 1.4),
    )
)


def highest(rho: float) -> float:
    """The highest share (0-1) at this `rho`, over lengths, with and without season.

    Raises:
        ValueError: no rate was measured at it.
    """
    return max(one.share for one in RATES if one.rho == rho)
