"""Whether what a model leaves over is noise, and what errors that depend on each other change."""

import math

import numpy as np

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array
from dashboard.statistics.regression import Fit, inverted

_WIDEST, _STEPS, _CLOSE, _EXACT = 0.99, 50, 1e-7, 1e-24


@frozen
class Checks:
    """Durbin-Watson (2 is none), and Ljung-Box over 12 lags with its p-value."""

    durbin_watson: float
    ljung_box: float
    p_value: float


@frozen(eq=False)
class AutoFit:
    """The same model with first-order autoregressive errors, by exact maximum likelihood.

    `at_edge` is true where the correlation lies at the edge of what is tried (0.99), so that
    the fit cannot be relied on.
    """

    phi: float
    estimates: Array
    covariance: Array
    log_likelihood: float
    at_edge: bool


def checks(fit: Fit, lags: int = 12) -> Checks | None:
    """The residuals of a least-squares fit, tested (docs/methods.md 6.2).

    None with too few, and where nothing is left over.

    The p-value is the chi-squared tail of an even number of lags, a finite sum.
    """
    left = fit.residuals
    n = len(left)
    square = float(left @ left)
    if n <= 2 * lags or lags % 2 or square <= _EXACT * n:
        return None
    durbin_watson = float((np.diff(left) ** 2).sum()) / square
    centred = left - left.mean()
    each = [
        float(centred[k:] @ centred[:-k]) / float(centred @ centred) for k in range(1, lags + 1)
    ]
    box = n * (n + 2) * sum(r * r / (n - k) for k, r in enumerate(each, start=1))
    tail = math.exp(-box / 2) * sum((box / 2) ** k / math.factorial(k) for k in range(lags // 2))
    return Checks(durbin_watson, box, tail)


def with_ar1(fit: Fit, outcome: Array) -> AutoFit | None:
    """A least-squares model fitted anew with AR(1) errors (docs/methods.md 6.2); None where exact.

    The likelihood is exact, the first observation included, and a gap in time weakens the
    correlation by its length; the correlation is found by a search over -0.99 to 0.99.
    """

    if float(fit.residuals @ fit.residuals) <= _EXACT * len(outcome):
        return None

    def minus(phi: float) -> float:
        return -_given(phi, fit, outcome)[2]

    grid = np.linspace(-_WIDEST, _WIDEST, _STEPS)
    best = int(np.argmin([minus(float(phi)) for phi in grid]))
    low, high = float(grid[max(0, best - 1)]), float(grid[min(_STEPS - 1, best + 1)])
    golden = (math.sqrt(5) - 1) / 2
    while high - low > _CLOSE:
        left, right = high - golden * (high - low), low + golden * (high - low)
        low, high = (low, right) if minus(left) < minus(right) else (left, high)
    phi = (low + high) / 2
    estimates, covariance, likelihood = _given(phi, fit, outcome)
    return AutoFit(phi, estimates, covariance, likelihood, abs(phi) > _WIDEST - 1e-3)


def _given(phi: float, fit: Fit, outcome: Array) -> tuple[Array, Array, float]:
    """Generalised least squares and the log-likelihood at a given correlation."""
    gaps = np.diff(fit.places).round()
    # A zero correlation to a power is zero, and its sign alternates where it is negative.
    passed = np.sign(phi) ** gaps * np.abs(phi) ** gaps
    variance = np.concatenate([[1.0], 1 - passed**2]) / (1 - phi**2)
    design, aimed = fit.design.copy(), outcome.copy()
    design[1:] -= passed[:, None] * fit.design[:-1]
    aimed[1:] -= passed * outcome[:-1]
    design /= np.sqrt(variance)[:, None]
    aimed /= np.sqrt(variance)
    inverse = inverted(design.T @ design)
    estimates: Array = inverse @ (design.T @ aimed)
    left = aimed - design @ estimates
    n = len(left)
    sigma2 = float(left @ left) / n
    likelihood = -n / 2 * (math.log(2 * math.pi * sigma2) + 1) - float(np.log(variance).sum()) / 2
    return estimates, sigma2 * inverse, likelihood
