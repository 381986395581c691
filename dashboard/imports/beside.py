"""The figures of a month beside what is known of it, and how much the file itself varies."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.imports.collected import MONTHS, Collected
from dashboard.imports.levels import Known, Levels
from dashboard.imports.measures import COUNTS, KEPT, RATES
from dashboard.reference.periods import days_in

# As many regions tell how much a file varies by itself.
_TELLING = 8
# What the logarithms of the measures vary at least, and where too few regions can tell it: in a
# month that the release has, and in one that it has not.
_LEAST: Final = {"bed_days": 0.03, "patient_days": 0.03, "over_days": 0.06, "out_days": 0.06}
_USUAL: Final = {"bed_days": 0.05, "patient_days": 0.05, "over_days": 0.25, "out_days": 0.3}
_AHEAD: Final = {"bed_days": 0.05, "patient_days": 0.05, "over_days": 0.2, "out_days": 0.3}
# Of a normal spread, by the median of the distances from the median.
_OF_MEDIAN = 1.4826
# A figure of one decimal is off by this much, as a rule, and keeps logarithms from zero.
_ROUNDED, _OFFSET = 0.03, 0.02
# Beyond so many spreads, and at least so many times off, a figure is not of its region's size.
_STRANGE = 6.0
_TIMES: Final = {"bed_days": 1.4, "patient_days": 1.4, "over_days": 1.7, "out_days": 1.7}

Logs = NDArray[np.float64]


@frozen
class Beside:
    """Logarithms of a month, care and stream, measure (of `KEPT`) x region, NaN where unknown.

    `usual` is what is expected, `spread` the standard deviation of each; `told` says of a measure
    that the regions of the file tell what is strange.
    """

    own: Logs
    usual: Logs
    spread: Logs
    told: NDArray[np.bool_]

    def squares(self, most: float) -> Logs:
        """Squares of spreads from the figures of a region (second axis) to another's (third)."""
        apart = self.own[:, :, None] - self.usual[:, None, :]
        return np.asarray(np.minimum((apart / self.spread[:, None, :]) ** 2, most))

    def strange(self) -> NDArray[np.bool_]:
        """Whether a figure lies outside what the other regions of the file vary."""
        away = self.own - self.usual
        with np.errstate(all="ignore"):
            off = np.abs(away - _middle(away)[:, None])
            times = np.log([_TIMES[RATES.get(name, name)] for name in KEPT])[:, None]
            far = (off > _STRANGE * self.spread) & (off > times) & (np.abs(away) > times)
        return np.asarray(far & self.told[:, None])


def beside(collected: Collected, known: Known, at: tuple[int, int, int]) -> Beside:
    """What a file says of a month, care and stream beside what is known of them."""
    t, c, s = at
    own = collected.values[:, :, t, c, s].copy()
    own[: len(COUNTS)] /= days_in(MONTHS[t])
    logs, usual = _log(own), _log(_with_rates(known.expected(t)[:, :, c, s]))
    away = logs - usual
    least, other = (_LEAST, _USUAL) if known.has(t) else (_AHEAD, _AHEAD)
    single = np.array([RATES.get(name, name) in ("over_days", "out_days") for name in KEPT])
    # Single patients come and go from one year to the next: only their own month tells.
    there = np.isfinite(away).sum(axis=1) >= _TELLING
    spread = np.array([
        _spread(away[m], (least if there[m] else other)[RATES.get(name, name)], told=bool(there[m]))
        for m, name in enumerate(KEPT)
    ])  # fmt: skip
    with np.errstate(all="ignore"):
        size = np.exp(-usual)
        # Counts of single patients vary more in a small region than in one of the middle.
        small = np.maximum(1, np.sqrt(size * _middle(np.exp(usual))[:, None]))
        wide = spread[:, None] * np.where(single[:, None] & np.isfinite(small), small, 1)
        rounding = np.nan_to_num(_ROUNDED * size)
    return Beside(logs, usual, np.hypot(wide, rounding), there & (~single | known.has(t)))


def _with_rates(days: Levels) -> Levels:
    with np.errstate(all="ignore"):
        rates = [100 * days[COUNTS.index(count)] / days[0] for count in RATES.values()]
    return np.array([*days, *rates])


def _log(values: Levels) -> Logs:
    with np.errstate(all="ignore"):
        return np.asarray(np.log(np.where(np.isfinite(values), values, np.nan) + _OFFSET))


def _middle(away: Logs) -> Logs:
    """The median of each row; NaN where it holds nothing."""
    return np.array([np.nanmedian(row) if np.isfinite(row).any() else np.nan for row in away])


def _spread(away: Logs, least: float, *, told: bool) -> float:
    """What the file itself tells, and at least so much."""
    if not told:
        return least
    off = np.abs(away - np.nanmedian(away))
    return max(least, _OF_MEDIAN * float(np.nanmedian(off)))
