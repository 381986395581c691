"""The regressions give what R and statsmodels give, on the published data of Sicily."""

import csv
import math
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.paths import ROOT
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
from dashboard.statistics.residual_checks import checks, with_ar1

# Lopez Bernal, Cummins and Gasparrini 2017; the values are those of docs/methods.md 6.3.
FILE = ROOT / "tests" / "data" / "checks" / "sicily_lopezbernal2017.csv"
with FILE.open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file))
ACES = np.array([float(row["aces"]) for row in ROWS])
AT_RISK = np.array([float(row["stdpop"]) for row in ROWS])
TIME = np.arange(1.0, len(ROWS) + 1)
STEP = [np.ones(len(ROWS)), TIME, (TIME >= 37).astype(float)]
SLOPE = [np.maximum(0, TIME - 36)]
SEASON = [wave(2 * np.pi * k * TIME / 12) for k in (1, 2) for wave in (np.sin, np.cos)]


def counted(*columns: list[Array]) -> Fit:
    matrix = np.column_stack([one for group in columns for one in group])
    names = ["intercept", "time", "level", *map(str, range(matrix.shape[1] - 3))]
    return quasi_poisson(matrix, ACES, names, offset=np.log(AT_RISK))


def of_rate(lags: int | None) -> Fit:
    matrix = np.column_stack([*STEP, *SLOPE, *SEASON])
    names = ["intercept", "time", "level", "slope", "s1", "c1", "s2", "c2"]
    return least_squares(matrix, 1e5 * ACES / AT_RISK, names, lags=lags)


def test_the_step_alone_is_that_of_the_published_paper() -> None:
    fit = counted(STEP)
    level = fit.term("level")
    assert level.ratio == pytest.approx(0.894377, abs=1e-6)
    assert level.se == pytest.approx(0.0324960, abs=1e-6)
    assert fit.dispersion == pytest.approx(3.559195, rel=1e-5)
    # The Poisson interval, without over-dispersion.
    plain = level.se / math.sqrt(fit.dispersion)
    ends = [math.exp(level.estimate + sign * Z95 * plain) for sign in (-1, 1)]
    assert ends == pytest.approx([0.864686, 0.925086], abs=2e-6)


def test_with_the_season_the_step_is_the_checked_one() -> None:
    fit = counted(STEP, SEASON)
    level = fit.term("level")
    assert (level.ratio, level.low, level.high) == pytest.approx(
        (0.885072, 0.839401, 0.933227), abs=1e-6
    )
    assert fit.dispersion == pytest.approx(2.262186, rel=1e-5)
    assert math.exp(12 * fit.term("time").estimate) == pytest.approx(1.066808, abs=1e-6)


def test_with_a_slope_too_it_is_the_checked_one() -> None:
    from scipy import stats

    fit, less = counted(STEP, SLOPE, SEASON), counted(STEP, SEASON)
    assert fit.term("level").estimate == pytest.approx(-0.131859, abs=1e-6)
    assert fit.term("0").estimate == pytest.approx(0.001482, abs=1e-6)
    gained = deviance(less) - deviance(fit)
    assert stats.f.sf(gained / fit.dispersion, 1, fit.freedom) == pytest.approx(0.427856, abs=1e-5)


def deviance(fit: Fit) -> float:
    return float(2 * (ACES * np.log(ACES / fit.fitted) - (ACES - fit.fitted)).sum())


@pytest.mark.parametrize(("lags", "se"), [(None, 6.495052), (3, 4.102681), (12, 3.071495)])
def test_least_squares_and_its_errors_are_the_checked_ones(lags: int | None, se: float) -> None:
    fit = of_rate(lags)
    found = [fit.term(name).estimate for name in ("time", "level", "slope")]
    assert found == pytest.approx([1.090822, -28.649146, 0.351473], abs=1e-6)
    level = fit.term("level")
    assert level.se == pytest.approx(se, abs=2e-6)
    assert level.ratio is None
    assert (level.low, level.high) == pytest.approx(
        (level.estimate - Z95 * se, level.estimate + Z95 * se), abs=1e-5
    )


def test_without_the_correction_for_few_points_the_errors_are_the_checked_ones_too() -> None:
    small = math.sqrt((len(ROWS) - 8) / len(ROWS))
    found = [of_rate(lags).term("level").se * small for lags in (3, 12)]
    assert found == pytest.approx([3.814405, 2.855676], abs=2e-6)


def test_what_is_left_over_is_tested_as_in_r() -> None:
    found = checks(of_rate(12))
    assert found is not None
    assert found.durbin_watson == pytest.approx(2.449915, abs=1e-6)
    assert found.ljung_box == pytest.approx(30.4449, abs=1e-4)
    assert found.p_value == pytest.approx(0.00239, abs=1e-5)
    short = least_squares(np.ones((9, 1)), np.arange(9.0), ["intercept"])
    assert checks(short) is None


def test_errors_that_depend_on_each_other_give_the_fit_of_r() -> None:
    found = with_ar1(of_rate(12), 1e5 * ACES / AT_RISK)
    assert found is not None
    assert found.phi == pytest.approx(-0.2578, abs=5e-5)
    assert found.estimates[2] == pytest.approx(-29.388, abs=5e-4)
    assert found.log_likelihood == pytest.approx(-220.937759, abs=1e-5)
    assert not found.at_edge


def test_a_series_that_never_returns_lies_at_the_edge() -> None:
    walk = np.concatenate([np.zeros(30), np.linspace(0, 1000, 30)])
    fit = least_squares(np.ones((60, 1)), walk, ["intercept"])
    found = with_ar1(fit, walk)
    assert found is not None
    assert found.at_edge


def test_nothing_left_over_is_neither_tested_nor_fitted_anew() -> None:
    line = np.arange(60.0)
    exact = least_squares(np.column_stack([np.ones(60), line]), 0 * line, ["intercept", "time"])
    assert checks(exact) is None
    assert with_ar1(exact, 0 * line) is None


def test_statsmodels_gives_the_same() -> None:
    """The same model in a library that is too slow and heavy to import where pages are served."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import statsmodels.api as sm

        matrix = np.column_stack([*STEP, *SLOPE, *SEASON])
        poisson = sm.GLM(ACES, matrix, family=sm.families.Poisson(), offset=np.log(AT_RISK))
        counts = poisson.fit(scale="X2", tol=1e-12)
        rate = 1e5 * ACES / AT_RISK
        wide = {"maxlags": 12, "use_correction": True}
        robust = sm.OLS(rate, matrix).fit(cov_type="HAC", cov_kwds=wide)
    ours = counted(STEP, SLOPE, SEASON)
    assert ours.estimates == pytest.approx(np.asarray(counts.params), rel=1e-7)
    assert [one.se for one in ours.terms] == pytest.approx(list(counts.bse), rel=1e-7)
    assert of_rate(12).covariance == pytest.approx(np.asarray(robust.cov_params()), rel=1e-7)


def test_a_gap_counts_as_time() -> None:
    """Leaving out every second point is the same as taking twice the step in lags."""
    draw = np.random.default_rng(3)
    outcome = draw.standard_normal(60).cumsum()
    matrix = np.column_stack([np.ones(30), np.arange(30.0)])
    apart = np.arange(0.0, 60, 2)
    gaps = least_squares(matrix, outcome[::2], ["intercept", "time"], lags=1, places=apart)
    white = least_squares(matrix, outcome[::2], ["intercept", "time"], lags=0)
    close = least_squares(matrix, outcome[::2], ["intercept", "time"], lags=1)
    assert gaps.covariance == pytest.approx(white.covariance)
    assert close.covariance[1, 1] != pytest.approx(white.covariance[1, 1])
    near, far = (with_ar1(one, outcome[::2]) for one in (close, gaps))
    assert near is not None
    assert far is not None
    assert far.phi**2 == pytest.approx(near.phi, abs=1e-4)


@pytest.mark.parametrize(
    ("outcome", "columns", "words"),
    [
        ([1.0, 2.0], 2, "2 observations are too few for 2 terms"),
        ([1.0, -2.0, 3.0], 1, "counts must be 0 or more"),
        ([0.0, 0.0, 0.0], 1, "not all 0"),
        ([1.0, math.nan, 3.0], 1, "not finite"),
        ([1.0, 2.0, 3.0], 2, "cannot be told apart"),
    ],
)
def test_what_cannot_be_fitted_is_refused(outcome: Any, columns: int, words: str) -> None:
    with pytest.raises(FitError, match=words):
        quasi_poisson(np.ones((len(outcome), columns)), np.array(outcome), ["x"] * columns)


@settings(max_examples=25, deadline=None)
@given(scale=st.floats(0.01, 1000), shift=st.floats(-50, 50))
def test_least_squares_follows_the_unit_of_the_outcome(scale: float, shift: float) -> None:
    matrix = np.column_stack([*STEP, *SLOPE])
    names = ["intercept", "time", "level", "slope"]
    one = least_squares(matrix, ACES, names)
    other = least_squares(matrix, scale * ACES + shift, names)
    assert other.term("level").estimate == pytest.approx(scale * one.term("level").estimate)
    assert other.term("level").se == pytest.approx(scale * one.term("level").se)


def test_quantiles_are_those_of_student() -> None:
    from scipy import stats

    for freedom in (1, 5, 20, 21, 60, 500):
        assert t95(freedom) == pytest.approx(float(stats.t.ppf(0.975, freedom)), abs=1e-3)
    assert t95(20) == pytest.approx(2.0860)
    with pytest.raises(ValueError, match="no degrees"):
        t95(0)


def test_the_rule_of_thumb_for_sixty_points_is_three() -> None:
    assert [rule_of_thumb(n) for n in (10, 60, 120)] == [2, 3, 4]
