"""The season is found where there is one, and not claimed where it cannot be known."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.season import season_of

# Shares of the year's mean, overcrowding October 2017 - September 2018, January first
# (docs/methods.md 1.4), rescaled so that their mean is 1.
PROFILE = [1.153, 1.070, 1.153, 0.988, 0.782, 1.029, 1.256, 1.091, 0.844, 0.885, 0.864, 0.885]
SEASON = [share * 12 / sum(PROFILE) for share in PROFILE]


def months(n: int, *, first_month: int = 1, level: float = 4.0) -> list[float | None]:
    """`n` months that are nothing but season."""
    return [level * SEASON[(first_month - 1 + i) % 12] for i in range(n)]


def slow_season(values: list[float], first_month: int) -> list[float]:
    """Methods.md section 3.5 word by word."""
    weights = np.array([0.5, *[1.0] * 11, 0.5]) / 12
    ratios = {
        i: values[i] / float(np.dot(weights, values[i - 6 : i + 7]))
        for i in range(6, len(values) - 6)
    }
    medians = [
        float(np.median([r for i, r in ratios.items() if (first_month - 1 + i) % 12 == month]))
        for month in range(12)
    ]
    return [m / float(np.mean(medians)) for m in medians]


@pytest.mark.parametrize("first_month", range(1, 13))
@pytest.mark.parametrize("n", [24, 31, 48])
def test_a_pure_season_is_found_whatever_month_comes_first(first_month: int, n: int) -> None:
    found = season_of(months(n, first_month=first_month), first_month)
    assert found == pytest.approx(SEASON, abs=1e-12)


@given(st.lists(st.floats(1, 100), min_size=24, max_size=60), st.integers(1, 12))
def test_the_season_agrees_with_the_slow_reading(values: list[float], first_month: int) -> None:
    found = season_of(values, first_month)
    assert found == pytest.approx(slow_season(values, first_month))
    assert found is not None
    assert math.fsum(found) == pytest.approx(12)


@given(st.lists(st.floats(1, 100), min_size=24, max_size=60), st.floats(0.01, 100))
def test_the_season_does_not_depend_on_the_unit(values: list[float], factor: float) -> None:
    assert season_of([v * factor for v in values], 1) == pytest.approx(season_of(values, 1))


@pytest.mark.parametrize(
    "values",
    [
        months(23),
        [*months(23), None],
        [*months(12), None, *months(11)],
        [*months(20), math.nan, *months(10)],
        [0.0 if i % 12 == 6 else v for i, v in enumerate(months(36))],
        [0.0] * 36,
        [],
    ],
    ids=["short", "gap at the end", "gap", "nan", "a month of zeros", "zeros", "empty"],
)
def test_no_season_is_claimed_where_it_cannot_be_known(values: list[float | None]) -> None:
    assert season_of(values, 1) is None


def test_a_gap_costs_its_window_and_no_more() -> None:
    values = months(60)
    values[30] = None
    assert season_of(values, 1) == pytest.approx(SEASON)


@pytest.mark.parametrize("month", [0, 13])
def test_a_thirteenth_month_is_refused(month: int) -> None:
    with pytest.raises(ValueError, match="first month must be"):
        season_of(months(24), month)
