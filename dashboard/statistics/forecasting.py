"""A monthly series a year ahead: seasonal naive or exponential smoothing, by their past errors."""

import warnings
from collections.abc import Callable, Sequence
from statistics import NormalDist
from typing import Literal

import numpy as np

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array

SEASON = 12
# Shorter series are not forecast, or by the seasonal naive model alone (docs/methods.md 7.5).
FEWEST_MONTHS, FEWEST_FOR_SMOOTHING = 24, 36
# The first origin of the back-test and the months between two of them.
FIRST_ORIGIN, STEP = 60, 6
# Smoothing is chosen where its error is this much smaller.
_BETTER = 0.95
# A rate of nothing has no logarithm; the unit is per 100 beds, shown with one decimal.
_LEAST_RATE = 0.1
MOST_HORIZON = 36

Model = Literal["seasonal_naive", "ets_ana", "ets_aada"]
LEVELS = (0.80, 0.95)


@frozen
class Point:
    """A month ahead: the expected value and the limits of 80 and 95 per cent."""

    value: float
    low80: float
    high80: float
    low95: float
    high95: float


@frozen
class Forecast:
    """The points ahead and the model behind; `errors` are the back-test's MASE by model.

    `errors` is empty where the series is too short to try the models on its past.
    """

    model: Model
    points: tuple[Point, ...]
    errors: dict[Model, float]
    origins: int


def forecast(
    values: Sequence[float],
    horizon: int = SEASON,
    *,
    floor: float = -np.inf,
    ceiling: float = np.inf,
    rate: bool = False,
) -> Forecast:
    """The months after `values`, which are monthly and without a gap (docs/methods.md 7.5).

    No value lies below `floor` or above `ceiling`, as 0 for a rate; limits stop there too. A
    `rate` is forecast by its logarithm, as its season and its errors are shares of it.

    Raises:
        ValueError: fewer than 24 months, a value that is not finite, or an impossible horizon.
    """
    series = _checked(values, horizon)
    errors, origins = back_test(series, rate=rate)
    return _forecast(series, horizon, _best(errors), (floor, ceiling), (errors, origins), rate)


def seasonal_naive(
    values: Sequence[float], horizon: int = SEASON, *, floor: float = -np.inf, rate: bool = False
) -> Forecast:
    """`forecast` by the seasonal naive model alone, which takes no time to try.

    Raises:
        ValueError: as of `forecast`.
    """
    series = _checked(values, horizon)
    return _forecast(series, horizon, "seasonal_naive", (floor, np.inf), ({}, 0), rate)


def _checked(values: Sequence[float], horizon: int) -> Array:
    series = np.asarray(values, float)
    if series.size < FEWEST_MONTHS:
        raise ValueError(f"a forecast takes {FEWEST_MONTHS} months, and there are {series.size}")
    if not np.isfinite(series).all():
        raise ValueError("every month must have a finite value; fill the gap first")
    if not 1 <= horizon <= MOST_HORIZON:
        raise ValueError(f"the horizon is 1 to {MOST_HORIZON} months")
    return series


def _forecast(
    series: Array, horizon: int, model: Model, ends: tuple[float, float],
    tried: tuple[dict[Model, float], int], rate: bool,
) -> Forecast:  # fmt: skip
    known = _MODELS_OF_RATES if rate else _MODELS
    middle, halves = known[model](_logs(series) if rate else series, horizon)
    limits = [part for half in halves for part in (middle - half, middle + half)]
    columns = np.array([middle, *limits])
    columns = np.exp(columns) if rate else columns
    columns = np.clip(columns, *ends)
    return Forecast(model, tuple(Point(*map(float, one)) for one in columns.T), *tried)


def _logs(series: Array) -> Array:
    return np.asarray(np.log(np.maximum(series, _LEAST_RATE)))


def back_test(
    series: Array, horizon: int = SEASON, *, rate: bool = False
) -> tuple[dict[Model, float], int]:
    """The mean absolute scaled error of each model by rolling origin, and the number of origins.

    The scale is the mean absolute change on a year before the origin. A series whose past does
    not vary has no scale and no errors.
    """
    origins = range(FIRST_ORIGIN, series.size - horizon + 1, STEP)
    if series.size < FEWEST_FOR_SMOOTHING or not len(origins):
        return {}, 0
    found: dict[Model, float] = {}
    for name, model in _MODELS.items():
        scaled = [_scaled(model, series[:origin], series[origin : origin + horizon], rate)
                  for origin in origins]  # fmt: skip
        if not np.isfinite(scaled).all():
            return {}, 0
        found[name] = float(np.mean(scaled))
    return found, len(origins)


def _scaled(model: "_Model", past: Array, future: Array, rate: bool) -> float:
    scale = np.abs(past[SEASON:] - past[:-SEASON]).mean()
    middle, _ = model(_logs(past) if rate else past, future.size)
    middle = np.exp(middle) if rate else middle
    return float(np.abs(future - middle).mean() / scale) if scale else float("nan")


def _best(errors: dict[Model, float]) -> Model:
    if not errors:
        return "seasonal_naive"
    best = min(errors, key=errors.__getitem__)
    return best if errors[best] <= _BETTER * errors["seasonal_naive"] else "seasonal_naive"


_Model = Callable[[Array, int], tuple[Array, tuple[Array, Array]]]


def _seasonal_naive(past: Array, horizon: int) -> tuple[Array, tuple[Array, Array]]:
    """The value of a year before; the error grows with the root of the years ahead."""
    ahead = np.arange(horizon)
    sigma = seasonal_naive_sigma(past)
    spread = sigma * np.sqrt(1 + ahead // SEASON)
    return past[past.size - SEASON + ahead % SEASON], _halves(spread)


def _of_rates(model: "_Model") -> "_Model":
    """The model with the quantiles of Student's t by the years behind.

    A region's changes on a year come from its level as a whole, so a year of twelve such changes
    is nearly one: there are as many to learn from as there are whole years, less the first.
    """

    def widened(past: Array, horizon: int) -> tuple[Array, tuple[Array, Array]]:
        # Only who forecasts needs it.
        from scipy.special import stdtrit

        middle, halves = model(past, horizon)
        freedom = past.size // SEASON - 1
        quantiles = [(1 + level) / 2 for level in LEVELS]
        low, high = (
            float(stdtrit(freedom, one)) / NormalDist().inv_cdf(one) * half
            for one, half in zip(quantiles, halves, strict=True)
        )
        return middle, (low, high)

    return widened


def seasonal_naive_sigma(past: Array) -> float:
    """The root mean square of the changes on a year."""
    return float(np.sqrt(np.mean((past[SEASON:] - past[:-SEASON]) ** 2)))


def _smoothing(trend: bool) -> "_Model":
    def fitted(past: Array, horizon: int) -> tuple[Array, tuple[Array, Array]]:
        # It takes two seconds to import, and only this needs it.
        from statsmodels.tsa.exponential_smoothing.ets import ETSModel

        # The default start, "estimated", stops at a worse likelihood (docs/methods.md 7.5).
        model = ETSModel(
            past, trend="add" if trend else None, damped_trend=trend, seasonal="add",
            seasonal_periods=SEASON, initialization_method="heuristic",
        )  # fmt: skip
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = model.fit(disp=False)
            middle = np.asarray(result.forecast(horizon), float)
        growth = result.smoothing_trend if trend else 0.0
        damping = result.damping_trend if trend else 0.0
        weights = _weights(result.smoothing_level, growth, damping, result.smoothing_seasonal)
        variance = result.mse * (1 + np.concatenate([[0.0], np.cumsum(weights(horizon) ** 2)]))
        return middle, _halves(np.sqrt(variance))

    return fitted


def _weights(
    level: float, growth: float, damping: float, seasonal: float
) -> Callable[[int], Array]:
    """What an error of a month adds to those after it: Hyndman et al. (2008), table 6.2."""

    def weights(horizon: int) -> Array:
        ahead = np.arange(1, horizon)
        trend = growth * np.cumsum(damping**ahead)
        return np.asarray(level + trend + seasonal * (ahead % SEASON == 0))

    return weights


def _halves(spread: Array) -> tuple[Array, Array]:
    low, high = (NormalDist().inv_cdf((1 + level) / 2) * spread for level in LEVELS)
    return low, high


_MODELS: dict[Model, _Model] = {
    "seasonal_naive": _seasonal_naive, "ets_ana": _smoothing(False), "ets_aada": _smoothing(True),
}  # fmt: skip
_MODELS_OF_RATES: dict[Model, _Model] = {name: _of_rates(one) for name, one in _MODELS.items()}
