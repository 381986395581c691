"""Whether beds, overcrowding and outplacement changed with the policy, and what cannot be said."""

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np

from dashboard.effects.judged import Evaluation
from dashboard.effects.model import (
    DECLARED,
    DECLARED_YEARS,
    EFFECT_AT,
    SENSITIVITIES,
    SENSITIVITIES_YEARS,
    Declared,
    Design,
    design_of,
)
from dashboard.effects.panel_regression import panel_effect
from dashboard.effects.placebo import calibration, calibration_words, widened
from dashboard.effects.series import Outcome, Series, series_of
from dashboard.effects.verdict import Effect, verdict
from dashboard.effects.withheld import withheld
from dashboard.effects.words import remarks
from dashboard.language.text import Text
from dashboard.reference.periods import Grain
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.statistics.regression import (
    Z95,
    Fit,
    FitError,
    least_squares,
    quasi_poisson,
    rule_of_thumb,
    t95,
)
from dashboard.statistics.residual_checks import AutoFit, checks, with_ar1

MAIN = Text("Huvudmodellen", "The main model")
_AR1 = Text("Fel som beror av varandra, AR(1)", "Errors that depend on each other, AR(1)")
_SHORT = Text("Fönster på {n} månader för felen", "A window of {n} months for the errors")
_NO_FIT = Text("Modellen går inte att anpassa till serien.", "The model cannot be fitted.")
_AT_EDGE = Text(
    "AR(1)-modellen gav inget pålitligt svar, så HAC-felen gäller.",
    "The AR(1) model gave no reliable answer, so the HAC errors stand.",
)


def evaluation(
    dataset: Dataset, outcome: Outcome, region: str = SWEDEN, grain: Grain = "month"
) -> Evaluation:
    """The interrupted time series of a region, months or published years (docs/methods.md 6.1-6.2).

    Least squares on the log rate with Newey-West errors over 12 months (for years, the rule of
    thumb), an AR(1) check, and the mandatory sensitivities, of which one is quasi-Poisson with
    the beds as offset. About 10 ms; kept by release. Of a region whose months are estimated
    nothing is given but that it cannot be decided.

    Raises:
        KeyError: no such outcome.
        ValueError: no such region.
    """
    found = _evaluation(dataset, outcome, region, grain)
    return withheld(found) if _only_estimated(found) else found


def _only_estimated(evaluation: Evaluation) -> bool:
    return evaluation.series.region != SWEDEN and evaluation.series.status == "estimated"


@lru_cache(maxsize=256)
def _evaluation(dataset: Dataset, outcome: Outcome, region: str, grain: Grain) -> Evaluation:
    series = series_of(dataset, outcome, region, grain)
    declared = replace(DECLARED if grain == "month" else DECLARED_YEARS, breaks=series.breaks)
    fit, design = fitted(series, declared)
    held = calibration(series, declared)
    main = widened(effect("main", MAIN, series, fit, design, declared), held)
    others = _sensitivities(series, grain, fit, design)
    auto = with_ar1(fit, fit.linear + fit.residuals) if fit and grain == "month" else None
    if auto and fit:
        others = (_by_ar1(series, fit, auto, design), *others)
    others = tuple(widened(one, held, linear=one.key == "linear") for one in others)
    if region == SWEDEN and grain == "month":
        others += tuple(panel_effect(dataset, outcome, weighted=one) for one in (False, True))
    return Evaluation(
        series=series,
        declared=declared,
        design=design,
        fitted=_drawn(series, fit, design, policy=True),
        counterfactual=_drawn(series, fit, design, policy=False),
        terms=fit.terms if fit else (),
        checks=checks(fit) if fit else None,
        auto=auto,
        main=main,
        at_ends=tuple(widened(one, held) for one in _at_ends(series, fit, design, declared)),
        sensitivities=others,
        verdict=verdict(series, main, others),
        remarks=(*calibration_words(held), *remarks(dataset, series, design)),
    )


def fitted(series: Series, declared: Declared) -> tuple[Fit | None, Design]:
    """The declared model fitted to a series; None where the design says why, or nothing fits."""
    usable = series.usable(logs=declared.scale == "log")
    design = design_of(series.labels, usable, declared)
    if design.problem:
        return None, design
    used = list(design.used)
    places = np.array(used, dtype=float)
    rate = series.rate[used]
    lags = 12 if len(series.labels[0]) == 7 else rule_of_thumb(len(used))
    try:
        if declared.scale == "counts":
            if series.numerator is None or series.denominator is None:
                raise FitError("published rates come without counts")
            return quasi_poisson(
                design.matrix, series.numerator[used], design.names,
                offset=np.log(series.denominator[used]), places=places,
            ), design  # fmt: skip
        outcome = rate if declared.scale == "linear" else np.log(rate)
        return least_squares(
            design.matrix, outcome, design.names, lags=lags, places=places
        ), design  # fmt: skip
    except FitError:
        return None, replace(design, problem=_NO_FIT)


def effect(
    key: str, name: Text, series: Series, fit: Fit | None, design: Design, declared: Declared,
    at: str = "",
) -> Effect:  # fmt: skip
    """The difference from the counterfactual at a point, per cent with the model's interval.

    The interval is nominally of 95 per cent, and not called so before it is calibrated.

    On a log scale 100 (e^d - 1); on a linear one relative to the counterfactual.
    Formula: docs/methods.md 6.2.
    """
    wanted = at or (EFFECT_AT if len(series.labels[0]) == 7 else EFFECT_AT[:4])
    last = [p for p in design.used if series.labels[p] <= wanted]
    if fit is None or not last:
        return Effect(key, name, wanted, None, None, None, design.problem or _NO_FIT)
    row = design.matrix[design.used.index(last[-1])]
    weights = np.where(design.policy, row, 0.0)
    moved, se = fit.combined(weights)
    without = float((row - weights) @ fit.estimates)
    # Ten years are too few for the normal quantile.
    wide = se * (t95(fit.freedom) if len(wanted) == 4 else Z95)
    return _stated(key, name, series.labels[last[-1]], (moved, wide, without), declared)


def _stated(
    key: str, name: Text, at: str, estimate: tuple[float, float, float], declared: Declared
) -> Effect:
    moved, wide, without = estimate
    low, high = moved - wide, moved + wide
    if declared.scale == "linear":
        if without <= 0:
            return Effect(key, name, at, None, None, None, _NO_FIT)
        point, low, high = (100 * one / without for one in (moved, low, high))
    else:
        point, low, high = (100 * math.expm1(one) for one in (moved, low, high))
    return Effect(key, name, at, point, low, high, None)


def _sensitivities(
    series: Series, grain: Grain, main: Fit | None, design: Design
) -> tuple[Effect, ...]:
    each = SENSITIVITIES if grain == "month" else SENSITIVITIES_YEARS
    found = []
    for key, name, declared in each:
        own = replace(declared, breaks=series.breaks)
        fit, own_design = fitted(series, own)
        found.append(effect(key, name, series, fit, own_design, own))
    if main is not None and grain == "month":
        lags = rule_of_thumb(len(design.used))
        outcome = main.linear + main.residuals
        other = least_squares(design.matrix, outcome, design.names, lags=lags, places=main.places)
        name = _SHORT.format(n=lags)
        found.append(effect("short-window", name, series, other, design, DECLARED))
    return tuple(found)


def _by_ar1(series: Series, fit: Fit, auto: AutoFit, design: Design) -> Effect:
    if auto.at_edge:
        at = EFFECT_AT
        return Effect("ar1", _AR1, at, None, None, None, _AT_EDGE)
    other = replace(fit, estimates=auto.estimates, covariance=auto.covariance)
    return effect("ar1", _AR1, series, other, design, DECLARED)


def _at_ends(
    series: Series, fit: Fit | None, design: Design, declared: Declared
) -> tuple[Effect, ...]:
    found = []
    for number, period in enumerate(declared.periods):
        later = declared.periods[number + 1 :]
        before = [one for one in series.labels if not later or one < later[0].first]
        if period.key not in design.left_out and not design.problem:
            found.append(effect(period.key, period.name, series, fit, design, declared, before[-1]))
    return tuple(found)


def _drawn(
    series: Series, fit: Fit | None, design: Design, *, policy: bool
) -> tuple[float | None, ...]:
    line: list[float | None] = [None] * len(series.labels)
    if fit is None:
        return tuple(line)
    matrix = design.matrix if policy else np.where(design.policy, 0.0, design.matrix)
    drawn: Array = np.exp(matrix @ fit.estimates)
    for place, value in zip(design.used, drawn.tolist(), strict=True):
        line[place] = value
    return tuple(line)
