"""Intervals held to placebo dates: how often the model finds an effect where no policy began."""

import math
from dataclasses import replace

import numpy as np

from dashboard.effects.model import (
    EFFECT_AT,
    FEWEST_BEFORE,
    FEWEST_FOR_SLOPE,
    Declared,
    Period,
    design_of,
)
from dashboard.effects.series import Series
from dashboard.effects.verdict import Effect
from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.text import LANGS, Text
from dashboard.statistics.arrays import Array
from dashboard.statistics.regression import Z95, FitError, least_squares

# Coverage of the calibrated interval on simulated series without an effect, per cent: independent
# months, months that follow one another by 0.6, and year steps (docs/methods.md 6.5).
COVERAGE = {"independent": 95, "following": 97, "steps": 97}
# Fewer placebo dates are too few to hold an interval to.
FEWEST_DATES = 24
_LAGS = 12


@frozen
class Calibration:
    """What placebo dates before the policy show of a series.

    `false_share` is the share (0-1) of the `dates` whose stated interval leaves out zero; `factor`
    is what every interval of the series is widened by, the largest |t| over 1.96, at least 1.
    """

    dates: int
    false_share: float
    factor: float


def calibration(series: Series, declared: Declared) -> Calibration | None:
    """The intervals of a monthly series held to every placebo date (docs/methods.md 6.5).

    The declared level, slope and season with one period at each month from 24 after the start to 8
    before the policy, on the months before it alone; the effect is taken as long after the date as
    it is after the policy's start, or at the last month. None for years, and below 24 dates.
    """
    if len(series.labels[0]) != 7:
        return None
    begins, at = declared.periods[0].first, EFFECT_AT
    if begins not in series.labels or at not in series.labels:
        return None
    end = series.labels.index(begins)
    after = series.labels.index(at) - end
    logs = _logs(series)[:end]
    found = (
        _t(series.labels[:end], logs, date, min(date + after, end - 1), declared)
        for date in range(FEWEST_BEFORE, end - FEWEST_FOR_SLOPE + 1)
    )
    sizes = np.array([abs(one) for one in found if one is not None])
    if len(sizes) < FEWEST_DATES:
        return None
    return Calibration(
        dates=len(sizes),
        false_share=float((sizes > Z95).mean()),
        factor=max(1.0, float(sizes.max()) / Z95),
    )


def _logs(series: Series) -> Array:
    usable = np.array(series.usable(), dtype=bool)
    return np.where(usable, np.log(np.where(usable, series.rate, 1.0)), np.nan)


def _t(
    labels: tuple[str, ...], logs: Array, date: int, at: int, declared: Declared
) -> float | None:
    """Effect over its standard error at a placebo date; None where nothing can be fitted."""
    placebo = replace(declared, periods=(Period("placebo", labels[date], Text("", "")),))
    known = [bool(one) for one in np.isfinite(logs)]
    design = design_of(labels, known, placebo)
    if design.problem or at not in design.used:
        return None
    used = list(design.used)
    try:
        fit = least_squares(
            design.matrix, logs[used], design.names, lags=_LAGS, places=np.array(used, dtype=float)
        )
    except FitError:
        return None
    row = design.matrix[used.index(at)]
    moved, se = fit.combined(np.where(design.policy, row, 0.0))
    return moved / se if se > 0 else None


def widened(effect: Effect, held: Calibration | None, *, linear: bool = False) -> Effect:
    """The effect with its interval widened by the factor; as it is without a calibration."""
    if held is None or effect.percent is None or effect.low is None or effect.high is None:
        return effect

    def out(percent: float) -> float:
        return percent / 100 if linear else math.log1p(percent / 100)

    point, low, high = (out(each) for each in (effect.percent, effect.low, effect.high))
    ends = (point + held.factor * (end - point) for end in (low, high))
    low, high = (100 * end if linear else 100 * math.expm1(end) for end in ends)
    return replace(effect, low=low, high=high, calibrated=True)


_HELD = Text(
    "Intervallet är vidgat {} gånger efter {} placebodatum före satsningen, där modellens eget "
    "intervall gav falskt utslag vid {} procent. I simulerade serier utan effekt täckte det "
    "vidgade {} till {} procent.",
    "The interval is widened {} times after {} placebo dates before the effort, at {} per cent of "
    "which the model's own gave a false positive. In simulated series without an effect the "
    "widened one covered {} to {} per cent.",
)
_NOT_HELD = Text(
    "Intervallet är modellens eget: placebodatumen är för få för att kalibrera det, så det kallas "
    "inte 95 procent.",
    "The interval is the model's own: the placebo dates are too few to calibrate it, so it is not "
    "called 95 per cent.",
)


def calibration_words(held: Calibration | None) -> tuple[Text, ...]:
    """How the interval was calibrated and what it covers, or that it is not."""
    if held is None:
        return (_NOT_HELD,)
    ends = min(COVERAGE.values()), max(COVERAGE.values())
    return (
        Text(
            *(
                _HELD.in_(lang).format(
                    formatting.number(held.factor, 1, lang), held.dates,
                    formatting.number(100 * held.false_share, 0, lang), *ends,
                )
                for lang in LANGS
            )
        ),
    )  # fmt: skip
