"""Twelve months together are sums first, and all twelve or nothing."""

from dataclasses import replace

import pytest

from dashboard.releases.dataset import Dataset
from dashboard.values.rolling_year import rolling_12
from dashboard.values.values import numbers
from dashboard.view.view import View
from tests.builders import a_dataset, without

LAST = View("overcrowding", "2025-12", "14")


def test_in_december_it_is_the_year(dataset: Dataset) -> None:
    year = numbers(dataset, replace(LAST, period="2025"))[12]
    assert rolling_12(dataset, LAST) == pytest.approx(year)


def test_months_weigh_by_their_beds_and_days() -> None:
    dataset = a_dataset(beds=[100.0] * 30 + [50.0] * 6, over=[4.0] * 36)
    days_before, days_after = 181, 184
    expected = 100 * 4 * 365 / (100 * days_before + 50 * days_after)
    assert rolling_12(dataset, LAST) == pytest.approx(expected)


def test_a_missing_month_leaves_nothing() -> None:
    dataset = without(a_dataset(), ["14"], months=["2025-03"])
    assert rolling_12(dataset, LAST) is None
    assert rolling_12(dataset, replace(LAST, region="01")) is not None


def test_years_published_figures_and_the_first_months_have_none(dataset: Dataset) -> None:
    assert rolling_12(dataset, replace(LAST, period="2025")) is None
    assert rolling_12(dataset, replace(LAST, data="published")) is None
    assert rolling_12(dataset, LAST, dataset.months[10]) is None
    assert rolling_12(dataset, LAST, dataset.months[11]) is not None
