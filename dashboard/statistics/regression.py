"""Regressions for interrupted time series: least squares with HAC errors, and quasi-Poisson."""

import math
from collections.abc import Sequence
from dataclasses import field
from statistics import NormalDist
from typing import Literal

import numpy as np

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array

Family = Literal["ols", "quasipoisson"]

Z95 = NormalDist().inv_cdf(0.975)
# Student's t for 1 to 20 degrees of freedom, 97.5 per cent, as every textbook prints it.
_T95 = (12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
        2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860)  # fmt: skip
_MOST_ROUNDS, _CLOSE, _NOTHING = 100, 1e-12, 1e-10


class FitError(ValueError):
    """The model cannot be fitted to the data; the message says why, in English."""


@frozen
class Term:
    """A coefficient with its 95 % interval (normal quantile).

    In a quasi-Poisson fit `ratio` is the rate ratio and the interval that of the ratio; in
    least squares `ratio` is None and the interval that of the estimate.
    """

    name: str
    estimate: float
    se: float
    ratio: float | None
    low: float
    high: float


@frozen(eq=False)
class Fit:
    """A fitted model: coefficients with covariance, and what is left over.

    `fitted` is on the scale of the outcome, `linear` that of the coefficients; `dispersion` is
    Pearson's chi2 over the degrees of freedom, or the residual variance of least squares.
    """

    family: Family
    names: tuple[str, ...]
    design: Array
    estimates: Array
    covariance: Array
    linear: Array
    fitted: Array
    residuals: Array
    dispersion: float
    places: Array = field(repr=False)

    @property
    def freedom(self) -> int:
        return len(self.residuals) - len(self.names)

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(self.term(name) for name in self.names)

    def term(self, name: str) -> Term:
        """The coefficient of this name.

        Raises:
            ValueError: the model has none.
        """
        place = self.names.index(name)
        estimate, se = float(self.estimates[place]), math.sqrt(self.covariance[place, place])
        low, high = estimate - Z95 * se, estimate + Z95 * se
        if self.family == "ols":
            return Term(name, estimate, se, None, low, high)
        return Term(name, estimate, se, math.exp(estimate), math.exp(low), math.exp(high))

    def combined(self, weights: Array) -> tuple[float, float]:
        """A weighted sum of the coefficients and its standard error (the delta method)."""
        se = math.sqrt(max(0.0, float(weights @ self.covariance @ weights)))
        return float(weights @ self.estimates), se


def least_squares(
    design: Array, outcome: Array, names: Sequence[str], *, lags: int | None = 12,
    places: Array | None = None,
) -> Fit:  # fmt: skip
    """Ordinary least squares with Newey-West errors, Bartlett weights and n/(n-k).

    `design` is observation x term; `places` are the observations' whole numbers on the time
    axis, so that a gap counts as time. `lags=None` gives the classical errors. Formula:
    docs/methods.md 6.2.

    Raises:
        FitError: too few observations, or terms that cannot be told apart.
    """
    places = np.arange(len(outcome), dtype=float) if places is None else places
    _check(design, outcome, names)
    inverse = inverted(design.T @ design)
    estimates: Array = inverse @ (design.T @ outcome)
    linear = design @ estimates
    residuals = outcome - linear
    freedom = len(outcome) - len(names)
    variance = float(residuals @ residuals) / freedom
    if lags is None:
        covariance = variance * inverse
    else:
        spread = _long_run(design * residuals[:, None], places, lags)
        covariance = inverse @ spread @ inverse * len(outcome) / freedom
    return Fit("ols", tuple(names), design, estimates, covariance, linear, linear, residuals,
               variance, places)  # fmt: skip


def quasi_poisson(
    design: Array, outcome: Array, names: Sequence[str], *, offset: Array | None = None,
    places: Array | None = None,
) -> Fit:  # fmt: skip
    """Counts with a log link, and errors that allow for over-dispersion (Pearson's chi2).

    `offset` is added to the linear part, as the log of the population at risk. Formula:
    docs/methods.md 6.2; iteratively reweighted least squares.

    Raises:
        FitError: negative counts, nothing but zeros, too few observations, terms that cannot be
            told apart, or no convergence.
    """
    _check(design, outcome, names)
    if outcome.min() < 0 or not outcome.any():
        raise FitError("counts must be 0 or more, and not all 0")
    shift = np.zeros(len(outcome)) if offset is None else offset
    # What grows beyond all bounds on the way is told as no convergence, not as a warning.
    with np.errstate(all="ignore"):
        estimates = _weighted_again(design, outcome, shift)
    linear = design @ estimates + shift
    mean = np.exp(linear)
    dispersion = float(((outcome - mean) ** 2 / mean).sum()) / (len(outcome) - len(names))
    covariance = dispersion * inverted((design.T * mean) @ design)
    places = np.arange(len(outcome), dtype=float) if places is None else places
    return Fit("quasipoisson", tuple(names), design, estimates, covariance, linear, mean,
               outcome - mean, dispersion, places)  # fmt: skip


def _check(design: Array, outcome: Array, names: Sequence[str]) -> None:
    rows, columns = design.shape
    if rows <= columns:
        raise FitError(f"{rows} observations are too few for {columns} terms")
    if not (np.isfinite(design).all() and np.isfinite(outcome).all()):
        raise FitError("the data hold a value that is not finite")
    if np.linalg.matrix_rank(design) < columns:
        raise FitError(f"the terms {', '.join(names)} cannot be told apart")


def _weighted_again(design: Array, outcome: Array, shift: Array) -> Array:
    """The estimates by weighted least squares, again and again until the deviance stays."""
    linear = np.log((outcome + outcome.mean()) / 2)
    before = math.inf
    for _ in range(_MOST_ROUNDS):
        mean = np.exp(linear)
        working = linear - shift + (outcome - mean) / mean
        weighted = design.T * mean
        estimates: Array = inverted(weighted @ design) @ (weighted @ working)
        linear = design @ estimates + shift
        now = _deviance(outcome, linear)
        if not math.isfinite(now):
            break
        if abs(now - before) <= _CLOSE * (abs(now) + 0.1):
            if np.exp(linear).min() < _NOTHING * outcome.mean():
                raise FitError("a term alone tells the counts of 0, and has no finite estimate")
            return estimates
        before = now
    raise FitError("the fit does not converge")


def _deviance(outcome: Array, linear: Array) -> float:
    logs = np.where(outcome > 0, outcome * (np.log(outcome) - linear), 0.0)
    return 2 * float((logs - (outcome - np.exp(linear))).sum())


def _long_run(scores: Array, places: Array, lags: int) -> Array:
    """The sum of autocovariances with Bartlett weights; a missing time has no score."""
    steps = (places - places[0]).round().astype(int)
    whole = np.zeros((steps[-1] + 1, scores.shape[1]))
    whole[steps] = scores
    total = whole.T @ whole
    for lag in range(1, min(lags, len(whole) - 1) + 1):
        one = whole[lag:].T @ whole[:-lag]
        total = total + (1 - lag / (lags + 1)) * (one + one.T)
    return np.asarray(total)


def t95(freedom: int) -> float:
    """Student's t at 97.5 per cent; beyond 20 degrees of freedom by its expansion, to 0.001.

    Raises:
        ValueError: fewer than one degree of freedom.
    """
    if freedom < 1:
        raise ValueError(f"no degrees of freedom: {freedom}")
    if freedom <= len(_T95):
        return _T95[freedom - 1]
    cube, fifth = Z95**3, Z95**5
    first, second = (cube + Z95) / 4, (5 * fifth + 16 * cube + 3 * Z95) / 96
    return Z95 + first / freedom + second / freedom**2


def inverted(matrix: Array) -> Array:
    """The inverse of a square matrix.

    Raises:
        FitError: there is none.
    """
    try:
        return np.asarray(np.linalg.inv(matrix), dtype=np.float64)
    except np.linalg.LinAlgError as error:
        raise FitError("the terms cannot be told apart") from error


def rule_of_thumb(n: int) -> int:
    """Lags by the usual rule, floor(4 (n/100)^(2/9)): 3 for 60 rows (docs/methods.md 6.2)."""
    return math.floor(4.0 * math.pow(n / 100, 2 / 9))
