"""Rows hold the published figures exactly, the modelled ones closely, and never a NaN."""

import csv
import math
from dataclasses import replace
from itertools import product

import pytest

from dashboard.indicators.registry import INDICATORS
from dashboard.paths import DATA
from dashboard.reference.periods import days_in
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values.rows import rows, series_rows
from dashboard.view.view import View, default_view
from tests.each import each

KEYS = [
    "indicator", "region", "period", "care", "stream", "value", "low", "high",
    "numerator", "denominator", "unit", "status", "coverage", "source", "release",
]  # fmt: skip
SERIES = {"overcrowding": "overcrowding_per_100", "outplacement": "outplacement_per_100"}
SOURCES = {"overcrowding": "kolada-u70425", "outplacement": "kolada-u79134"}


def figures(key: str) -> list[dict[str, str]]:
    """The published somatic figures of whole regions, read without the project's own readers."""
    with (DATA / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if (row["indicator"], row["care_area"]) == (SERIES[key], "somatic")
            and not row["hospital"]
        ]


def values_of(dataset: Dataset, view: View) -> dict[str, float | str | None]:
    return {str(row["region"]): row["value"] for row in rows(dataset, view, ALL_CODES)}


def test_rows_have_the_promised_keys_in_order_for_the_regions_asked(dataset: Dataset) -> None:
    found = rows(dataset, default_view(dataset), ["14", "00", "03"])
    assert [list(row) for row in found] == [KEYS] * 3
    assert [row["region"] for row in found] == ["14", "00", "03"]
    assert {row["release"] for row in found} == {dataset.release}
    assert {row["unit"] for row in found} == {"per 100 available beds"}


def test_an_unknown_region_is_an_error(dataset: Dataset) -> None:
    with pytest.raises(KeyError):
        rows(dataset, default_view(dataset), ["02"])


def test_a_value_is_its_numerator_over_its_denominator(dataset: Dataset) -> None:
    for row in each(rows(dataset, default_view(dataset), ALL_CODES)):
        assert row["value"] == pytest.approx(100 * row["numerator"] / row["denominator"])


def test_nothing_is_ever_nan_and_what_is_missing_has_no_parts(dataset: Dataset) -> None:
    with (DATA / "sources.csv").open(encoding="utf-8", newline="") as file:
        known = {row["source_id"] for row in csv.DictReader(file)}
    for one, data, period in product(
        INDICATORS, ("published", "estimated"), ("2016", "2024", "2025-10", "2031-01")
    ):
        view = View(one.key, period, care=one.default_care, data=data)
        for row in each(rows(dataset, view, ALL_CODES)):
            numbers = [cell for cell in row.values() if isinstance(cell, float)]
            assert all(map(math.isfinite, numbers)), row
            missing = row["value"] is None
            assert missing == (row["status"] == "missing") == (row["source"] is None), row
            assert missing or row["source"] in known, row
            if missing or data == "published":
                assert row["numerator"] is None is row["denominator"], row


def test_a_series_is_told_region_by_region(dataset: Dataset) -> None:
    view = default_view(dataset)
    found = series_rows(dataset, view, ["00", "14"], ["2025-11", "2025-12"])
    assert [(row["region"], row["period"]) for row in found] == [
        ("00", "2025-11"), ("00", "2025-12"), ("14", "2025-11"), ("14", "2025-12"),
    ]  # fmt: skip
    assert found[3] == rows(dataset, replace(view, period="2025-12"), ["14"])[0]


@pytest.mark.parametrize("key", SERIES)
def test_modelled_region_years_lie_within_five_hundredths_of_the_published(
    dataset: Dataset, key: str
) -> None:
    compared = 0
    for row in figures(key):
        year = row["period_start"][:4]
        if row["region_code"] == SWEDEN or row["source_id"] != SOURCES[key] or year < "2016":
            continue
        modelled = values_of(dataset, View(key, year))[row["region_code"]]
        published = values_of(dataset, View(key, year, data="published"))[row["region_code"]]
        if published is not None:
            assert published == float(row["value"])
            assert modelled == pytest.approx(published, abs=0.05), row
            compared += 1
    assert compared > 0.9 * 10 * len(CODES)


@pytest.mark.parametrize("key", SERIES)
def test_modelled_months_of_sweden_lie_within_five_hundredths_of_the_published(
    dataset: Dataset, key: str
) -> None:
    compared = 0
    for row in figures(key):
        month = row["period_start"][:7]
        whole = (f"{month}-01", f"{month}-{days_in(month):02d}")
        if row["region_code"] != SWEDEN or (row["period_start"], row["period_end"]) != whole:
            continue
        if month >= "2016":
            modelled = values_of(dataset, View(key, month))[SWEDEN]
            assert modelled == pytest.approx(float(row["value"]), abs=0.05), row
            compared += 1
    assert compared >= 12
