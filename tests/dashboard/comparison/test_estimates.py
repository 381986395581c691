"""A place among the regions rests on twelve whole months, with their uncertainty."""

import math
from dataclasses import replace

import pytest

from dashboard.comparison.estimates import estimate, places
from dashboard.indicators.registry import AVAILABLE_BEDS, BEDS_PER_1000, OCCUPANCY, OVERCROWDING
from dashboard.reference.periods import days_in, months_between
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_intervals import block_error
from dashboard.values.values import at
from dashboard.view.view import View
from tests.builders import an_example, without
from tests.each import each

DECEMBER = View(OVERCROWDING.key, "2025-12")
SEASON = (1.0, 1.1, 0.9, 1.0, 1.0, 1.0, 1.4, 0.6, 1.0, 1.0, 1.0, 1.0)


def test_an_estimate_in_december_is_the_value_of_the_year(dataset: Dataset) -> None:
    of_year = at(dataset, replace(DECEMBER, period="2025"))
    for one in each(of_year[:3]):
        found = estimate(dataset, DECEMBER, one.region)
        assert found is not None
        assert found.value == pytest.approx(one.value)
        assert found.error > 0


def test_a_pure_season_is_no_uncertainty() -> None:
    wavy = an_example(over=[4 * SEASON[i % 12] for i in range(36)])
    found = estimate(wavy, DECEMBER, "14")
    assert found is not None
    assert found.error == pytest.approx(0, abs=1e-9)
    beds = [100.0 * days_in(month) for month in months_between("2025-01", "2025-12")]
    over = [0.04 * SEASON[i] * beds[i] for i in range(12)]
    assert found.value == pytest.approx(100 * math.fsum(over) / math.fsum(beds))


def test_with_few_months_the_residuals_are_as_they_come() -> None:
    months = [4 * SEASON[i] for i in range(12)]
    found = estimate(an_example(first="2025-01", over=months), DECEMBER, "14")
    assert found is not None
    assert found.error == pytest.approx(block_error(months))


@pytest.mark.parametrize(
    "view",
    [
        replace(DECEMBER, period="2025"),
        replace(DECEMBER, period="2025", data="published"),
        replace(DECEMBER, period="2023-11"),
        replace(DECEMBER, period="2031-01"),
    ],
)
def test_without_twelve_months_there_is_no_estimate(view: View) -> None:
    assert estimate(an_example(), view, "14") is None
    assert places(an_example(), view) == ()


def test_a_region_that_lacks_a_month_has_no_place_and_the_others_keep_theirs() -> None:
    dataset = without(an_example(over={code: 4.0 + i / 10 for i, code in enumerate(CODES)}), ["14"],
                    months=["2025-03"])  # fmt: skip
    assert estimate(dataset, DECEMBER, "14") is None
    found = [place.estimate.region for place in places(dataset, DECEMBER)]
    assert found == [code for code in CODES if code != "14"]


def test_alike_regions_cannot_be_told_from_sweden_and_an_odd_one_can() -> None:
    noise = [4 + 0.3 * math.sin(i * i) for i in range(120)]
    dataset = an_example(
        first="2016-01", over=dict.fromkeys(CODES, noise) | {"14": [x + 1 for x in noise]}
    )
    told = {place.estimate.region: place.told_from_sweden for place in places(dataset, DECEMBER)}
    assert [code for code, apart in told.items() if apart] == ["14"]
    last = places(dataset, DECEMBER)[-1]
    assert (last.estimate.region, last.rank.low, last.rank.high) == ("14", 21, 21)


def test_counts_and_what_is_neutral_are_not_ranked(dataset: Dataset) -> None:
    for indicator in (AVAILABLE_BEDS, BEDS_PER_1000):
        view = View(indicator.key, "2025-12", care=indicator.default_care)
        assert places(dataset, view) == ()
    assert len(places(dataset, View(OCCUPANCY.key, "2025-12"))) == 21
    assert estimate(dataset, DECEMBER, SWEDEN) is not None
