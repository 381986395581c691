"""An interval of an effect is held to dates at which nothing began."""

import numpy as np
import pytest

from dashboard.effects.evaluation import effect, fitted
from dashboard.effects.model import DECLARED
from dashboard.effects.placebo import (
    COVERAGE,
    Calibration,
    calibration,
    calibration_words,
    widened,
)
from dashboard.effects.series import Series
from dashboard.effects.verdict import INTERVALS, Effect
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.text import Text
from dashboard.statistics.arrays import Array

MONTHS = tuple(f"{year}-{month:02d}" for year in range(2016, 2026) for month in range(1, 13))
NAME = Text("", "")


def unchanged(kind: str, draw: np.random.Generator) -> Array:
    """Ten years of a rate without any effect."""
    noise = 0.12 * draw.standard_normal(180)
    if kind == "following":
        for month in range(1, 180):
            noise[month] = 0.6 * noise[month - 1] + 0.8 * noise[month]
    if kind == "steps":
        noise[60:] = noise[60:] / 2 + np.repeat(0.12 * draw.standard_normal(10), 12)
    return np.asarray(5 * np.exp(noise[60:]))


def a_series(rate: Array, labels: tuple[str, ...] = MONTHS) -> Series:
    return Series("over", "00", OVERCROWDING, labels, rate, None, None, "published", ())


def main_effect(series: Series) -> Effect:
    fit, design = fitted(series, DECLARED)
    return effect("main", NAME, series, fit, design, DECLARED)


def covers(one: Effect) -> bool:
    assert one.low is not None
    assert one.high is not None
    return one.low <= 0 <= one.high


@pytest.mark.parametrize("kind", COVERAGE)
def test_the_widened_interval_covers_as_stated_and_more_than_the_models_own(kind: str) -> None:
    draw, series = np.random.default_rng(3), 24
    own = held = 0
    for _ in range(series):
        one = a_series(unchanged(kind, draw))
        stated = main_effect(one)
        own += covers(stated)
        held += covers(widened(stated, calibration(one, DECLARED)))
    assert held > own
    assert held / series == pytest.approx(COVERAGE[kind] / 100, abs=0.15)


def test_a_placebo_date_is_every_month_that_the_model_can_be_fitted_at() -> None:
    found = calibration(a_series(unchanged("following", np.random.default_rng(1))), DECLARED)
    assert found is not None
    # February 2022 is the 74th month: 24 before and 8 after leave 42 dates, and at one of them,
    # March 2020, the pandemic has a level of its own.
    assert found.dates == 41
    assert 0 <= found.false_share <= 1
    assert found.factor >= 1


def test_years_and_short_series_have_no_calibration_and_say_so() -> None:
    years = tuple(str(year) for year in range(2016, 2026))
    assert calibration(a_series(np.full(10, 5.0), years), DECLARED) is None
    rate = unchanged("following", np.random.default_rng(1))
    rate[:40] = np.nan
    assert calibration(a_series(rate), DECLARED) is None
    (words,) = calibration_words(None)
    assert "kallas inte 95 procent" in words.sv


def test_an_interval_is_widened_around_its_effect_on_the_scale_of_the_model() -> None:
    held = Calibration(dates=42, false_share=0.3, factor=2.0)
    one = Effect("main", NAME, "2024-12", 0.0, 100 * np.expm1(-0.1), 100 * np.expm1(0.1), None)
    found = widened(one, held)
    assert (found.low, found.high) == pytest.approx((100 * np.expm1(-0.2), 100 * np.expm1(0.2)))
    assert (one.calibrated, found.calibrated) == (False, True)
    straight = Effect("linear", NAME, "2024-12", -10.0, -15.0, -5.0, None)
    wide = widened(straight, held, linear=True)
    assert (wide.low, wide.high) == pytest.approx((-20.0, 0.0))
    assert widened(one, None) == one
    assert "2,0 gånger efter 42 placebodatum" in calibration_words(held)[0].sv
    assert "95" not in INTERVALS[False].sv
