"""The pictures of Data och kvalitet: titles that say the finding, and tables with the reasons."""

from dataclasses import replace

import pytest

from dashboard.language.text import LANGS
from dashboard.quality.change_picture import change_parts_picture
from dashboard.quality.reporting_picture import reporting_picture
from dashboard.quality.rows import split_rows
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from tests.builders import a_dataset, without

LAST = View("overcrowding", "2024-12")
CALM = [4 + 0.01 * i for i in range(36)]


def calm() -> Dataset:
    return a_dataset(first="2022-01", last="2024-12", over=CALM, out=CALM)


def test_a_whole_calendar_says_so_and_a_missing_month_is_counted() -> None:
    assert reporting_picture(calm(), LAST, "sv").title == "Alla 21 regioner har 24 månader utan fel"
    dataset = without(calm(), ["03"], months=["2024-03", "2024-04"])
    found = reporting_picture(dataset, LAST, "en")
    assert found.title == "2 of 504 monthly values are missing or wrong"
    own = reporting_picture(dataset, View("overcrowding", "2024-12", region="03"), "en")
    assert own.title == "Uppsala: 2 of 24 monthly values are missing or wrong"
    rows = found.table.rows
    (uppsala,) = [row for row in rows if row[0] == "Uppsala"]
    assert uppsala.count("missing: Missing period") == 2
    assert uppsala.count("✓") == 22


def test_the_years_say_why_one_is_missing(dataset: Dataset) -> None:
    view = View("beds_per_1000", "2025", care="all", data="published")
    found = reporting_picture(dataset, view, "sv")
    assert found.title == "2 av 210 årsvärden saknas eller är fel"
    rows = found.table.rows
    (own,) = [row for row in rows if row[0] == "Gävleborg"]
    assert own[-1] == "saknas: Kolada visar inget värde för regionen 2025."


@pytest.mark.parametrize("lang", LANGS)
def test_a_change_is_told_by_its_parts(lang) -> None:
    beds = {"03": [100.0] * 24 + [80.0] * 12}
    dataset = a_dataset(first="2022-01", last="2024-12", beds={**dict.fromkeys(
        ("01", "04", "12"), 100.0), **beds})  # fmt: skip
    view = View("overcrowding", "2024-12", region="03", data="example")
    example = dataset.showing("example")
    found = change_parts_picture(example, view, lang)
    assert found.title in ("Uppsala: förändringen beror mest på platserna",
                           "Uppsala: the change is mostly due to the beds")  # fmt: skip
    assert "20,0" in found.sentence or "20.0" in found.sentence
    whole = change_parts_picture(example, replace(view, region="00"), lang)
    assert "1 " in whole.title
    assert change_parts_picture(calm(), LAST, lang).title


@pytest.mark.parametrize("region", ["00", "14"])
def test_what_an_estimated_change_is_due_to_is_not_decided(dataset: Dataset, region: str) -> None:
    view = View("overcrowding", "2025-12", region=region)
    found = change_parts_picture(dataset, view, "sv")
    expected = "Vad förändringen beror på kan inte avgöras, månaderna är skattade"
    assert found.title == expected
    names = [row[0] for row in found.table.rows]
    assert names == [name_of(code).sv for code in ALL_CODES]
    assert {cell for row in found.table.rows for cell in row[-4:]} == {"–"}
    # Both months stand with their ranges, and nothing is drawn of a change that has none.
    assert all("–" in cell for row in found.table.rows for cell in row[1:3])
    assert found.chart.rows == []  # type: ignore[union-attr]
    assert "ändrades 0" not in found.sentence
    for row in split_rows(dataset, view):
        assert {row[f"{part}_change"] for part in ("ratio", "numerator", "denominator")} == {None}
        assert row["low"] <= row["value"] <= row["high"]
    assert {row["by_denominator"] for row in split_rows(dataset, view)} == {None}


def test_published_rates_come_without_their_parts() -> None:
    found = change_parts_picture(calm(), View("overcrowding", "2024", data="published"), "sv")
    assert "inte publicerade var för sig" in found.title
    assert found.table.rows == ()
