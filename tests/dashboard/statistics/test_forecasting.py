"""A year ahead: what R and statsmodels give, the choice of model, and series too short for one."""

import math
from itertools import pairwise

import numpy as np
import pytest

from dashboard.statistics.forecasting import (
    SEASON,
    _smoothing,
    back_test,
    forecast,
    seasonal_naive,
    seasonal_naive_sigma,
)

# Accidental deaths in the United States by month, 1973-1978: the data set USAccDeaths of R.
DEATHS = np.array([
    9007, 8106, 8928, 9137, 10017, 10826, 11317, 10744, 9713, 9938, 9161, 8927,
    7750, 6981, 8038, 8422, 8714, 9512, 10120, 9823, 8743, 9129, 8710, 8680,
    8162, 7306, 8124, 7870, 9387, 9556, 10093, 9620, 8285, 8466, 8160, 8034,
    7717, 7461, 7767, 7925, 8623, 8945, 10078, 9179, 8037, 8488, 7874, 8647,
    7792, 6957, 7726, 8106, 8890, 9299, 10625, 9302, 8314, 8850, 8265, 8796,
    7836, 6892, 7791, 8192, 9115, 9434, 10484, 9827, 9110, 9070, 8633, 9240,
], float)  # fmt: skip


def test_the_errors_on_the_past_are_those_of_r() -> None:
    errors, origins = back_test(DEATHS)
    assert origins == 1
    assert seasonal_naive_sigma(DEATHS[:60]) == pytest.approx(601.7223, abs=5e-5)
    assert errors["seasonal_naive"] == pytest.approx(0.538731, abs=5e-7)
    # R's `forecast` has .384 with its own start; statsmodels' heuristic start gives .398.
    assert errors["ets_ana"] == pytest.approx(0.398, abs=5e-4)
    assert errors["ets_aada"] == pytest.approx(0.421, abs=5e-4)


@pytest.mark.parametrize("trend", [False, True])
def test_the_limits_are_those_of_statsmodels(trend: bool) -> None:
    import pandas as pd
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    middle, (low, high) = _smoothing(trend)(DEATHS[:60], 24)
    model = ETSModel(
        pd.Series(DEATHS[:60]), trend="add" if trend else None, damped_trend=trend,
        seasonal="add", seasonal_periods=SEASON, initialization_method="heuristic",
    )  # fmt: skip
    known = model.fit(disp=False).get_prediction(60, 83)
    assert middle == pytest.approx(known.predicted_mean.to_numpy())
    spread = np.sqrt(np.asarray(known.forecast_variance))
    assert low == pytest.approx(1.2815515655 * spread)
    assert high == pytest.approx(1.9599639845 * spread)


def test_smoothing_is_chosen_where_it_is_better() -> None:
    found = forecast(DEATHS, 12)
    assert found.model == "ets_ana"
    assert len(found.points) == 12
    for point in found.points:
        limits = point.low95, point.low80, point.value, point.high80, point.high95
        assert list(limits) == sorted(limits)


def test_a_series_that_repeats_itself_is_forecast_as_it_was() -> None:
    year = [3.0, 4, 5, 6, 5, 4, 3, 2, 1, 2, 3, 2]
    found = forecast(year * 7, 14)
    assert found.model == "seasonal_naive"
    assert [point.value for point in found.points] == [*year, 3.0, 4]


def test_two_to_three_years_are_forecast_by_the_year_before() -> None:
    values = [float(10 + i % 12 + i // 12) for i in range(30)]
    found = forecast(values, 24)
    assert (found.model, found.errors, found.origins) == ("seasonal_naive", {}, 0)
    assert [point.value for point in found.points[:12]] == values[-12:]
    first, last = found.points[0], found.points[-1]
    half = 1.2815515655 * seasonal_naive_sigma(np.array(values))
    assert first.high80 - first.value == pytest.approx(half)
    assert last.high80 - last.value == pytest.approx(math.sqrt(2) * half)


def test_limits_stop_where_values_do() -> None:
    values = [0.1 + 3 * (i % 5 == 0) for i in range(36)]
    assert min(point.low95 for point in forecast(values, floor=0).points) == 0
    assert min(point.low95 for point in forecast(values).points) < 0
    shares = forecast([100 - one for one in values], ceiling=100)
    assert max(point.high95 for point in shares.points) == 100


def test_a_rate_is_forecast_by_its_logarithm_and_its_years() -> None:
    season = [1, 1.2, 1.1, 0.9, 0.8, 1, 1.3, 1.1, 0.9, 0.9, 0.9, 0.9]
    level = [4.0, 5.0, 4.5, 6.0]
    values = [round(a * b, 9) for a in level for b in season]
    found = seasonal_naive(values, floor=0.0, rate=True)
    assert [one.value for one in found.points] == pytest.approx(values[-12:])
    steps = [math.log(b / a) for a, b in pairwise(level)]
    sigma = math.sqrt(sum(one**2 for one in steps) / 3)
    # Student's t at 90 per cent with 3 degrees of freedom, as tables have it.
    assert math.log(found.points[0].high80 / values[-12]) == pytest.approx(1.6377 * sigma, rel=1e-4)
    assert found.points[0].low80 * found.points[0].high80 == pytest.approx(values[-12] ** 2)
    assert seasonal_naive([0.0] * 24, rate=True).points[0].value == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("values", "horizon", "problem"),
    [([1.0] * 23, 12, "takes 24 months"), ([1.0] * 23 + [float("nan")], 12, "finite value"),
     ([1.0] * 24, 0, "horizon"), ([1.0] * 24, 37, "horizon")],
)  # fmt: skip
def test_the_impossible_is_refused(values: list[float], horizon: int, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        forecast(values, horizon)
