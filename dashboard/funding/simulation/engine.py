"""Who qualifies under any rule of payment, for many simulated years at once."""

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.funding.rules import RULES_2024
from dashboard.statistics.arrays import Array
from dashboard.view.payment_rule import RuleChoice

Yes = NDArray[np.bool_]

YEARS, MONTHS = 3, 12
PAID = np.array(RULES_2024.months)
_FIRST = (YEARS - 1) * MONTHS
# Floating point must not fail who reaches the threshold exactly (docs/methods.md 5.3).
_CLOSE = 1e-12
_LIMIT = 2.66


@frozen(eq=False)
class Won:
    """Which cells qualify by improvement, and which by being among the lowest alone.

    Both are ... x requirement (2) x region x paid month (9).
    """

    improved: Yes
    lowest: Yes

    @property
    def either(self) -> Yes:
        return self.improved | self.lowest


def won(rates: Array, season: Array, rule: RuleChoice, smooth: Array | None = None) -> Won:
    """The cells that qualify in the last of three years of months, by a rule (docs/methods.md 5.2).

    `rates` are ... x requirement x region x month (36), NaN where missing; `season` is
    requirement x calendar month (12), used where a month is held to the region's own limits.
    `smooth` are the same rates averaged over the rule's months, else the plain mean of rates.
    """
    level = smoothed(rates, rule.smooth) if smooth is None else smooth
    now = level[..., _FIRST + PAID - 1]
    with np.errstate(invalid="ignore"):
        improved = _improved(rates, level, now, season, rule)
    return Won(improved, lowest(level, rule) & ~improved)


def lowest(level: Array, rule: RuleChoice) -> Yes:
    """The cells among the lowest of their month by a rule, whether or not they improved.

    `level` are rates as `won` takes them, averaged over the rule's months.
    """
    now = level[..., _FIRST + PAID - 1]
    with np.errstate(invalid="ignore"):
        return _lowest(rounded(now, rule.decimals), rule)


def smoothed(rates: Array, months: int) -> Array:
    """The mean of the last months up to each, NaN where one is missing or before the first."""
    if months == 1:
        return rates
    total = np.cumsum(rates, axis=-1)
    mean = np.full_like(rates, np.nan)
    mean[..., months - 1] = total[..., months - 1]
    mean[..., months:] = total[..., months:] - total[..., :-months]
    return np.asarray(mean / months)


def rounded(rates: Array, decimals: int | None) -> Array:
    """Rounded half up, as published figures are."""
    if decimals is None:
        return rates
    return np.asarray(np.floor(rates * 10.0**decimals + 0.5 + 1e-9) / 10.0**decimals)


def _improved(
    rates: Array, level: Array, now: Array, season: Array, rule: RuleChoice
) -> Yes:  # fmt: skip
    if rule.than == "limits":
        return _below_own_limit(rates, now, season)
    if rule.than == "year":
        year = rates[..., _FIRST - MONTHS : _FIRST]
        before = np.broadcast_to(year.mean(axis=-1, keepdims=True), now.shape)
    else:
        before = level[..., _FIRST - MONTHS + PAID - 1]
    before, now = rounded(before, rule.decimals), rounded(now, rule.decimals)
    bound = before * (1 - rule.threshold / 100) * (1 + _CLOSE)
    return np.asarray((before > 0) & (now <= bound))


def _below_own_limit(rates: Array, now: Array, season: Array) -> Yes:
    """Below the lower process limit of the 24 months before, the season taken out (XmR)."""
    plain = rates[..., :_FIRST] / np.tile(season, YEARS - 1)[:, None, :]
    limit = plain.mean(axis=-1) - _LIMIT * np.abs(np.diff(plain, axis=-1)).mean(axis=-1)
    return np.asarray(now / season[:, None, PAID - 1] < limit[..., None])


def _lowest(now: Array, rule: RuleChoice) -> Yes:
    """The lowest of the month: all who share the last place, or none of them where strict."""
    regions = now.shape[-2]
    if rule.top == 0:
        return np.zeros(now.shape, dtype=bool)
    if rule.top >= regions:
        return np.isfinite(now)
    ranked = np.partition(
        np.where(np.isfinite(now), now, np.inf), [rule.top - 1, rule.top], axis=-2
    )
    last, next_after = ranked[..., rule.top - 1, :], ranked[..., rule.top, :]
    below = now < last[..., None, :]
    if rule.ties == "inclusive":
        return np.asarray(np.isfinite(now) & (below | (now == last[..., None, :])))
    fits = (last < next_after)[..., None, :]
    return np.asarray(below | ((now == last[..., None, :]) & fits))
