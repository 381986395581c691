"""Changes over the regions that have values in both periods, and figures with regions missing."""

from dataclasses import replace

import pytest

from dashboard.reference.regions import CODES, SWEDEN
from dashboard.situation.cards import cards
from dashboard.values import trends, values
from dashboard.values.matched_panel import matched
from dashboard.view.view import View
from tests.builders import a_dataset, per_100, without

LAST = View("overcrowding", "2025-12")
BEFORE = "2024-12"
# One large region with a rate of its own.
BEDS = {code: 1000.0 if code == "01" else 100.0 for code in CODES}
OVER = {**per_100(4, BEDS), "01": 100.0, "14": 2.0}
WHOLE = a_dataset(beds=BEDS, patients=per_100(90, BEDS), over=OVER, out=per_100(2, BEDS))


def test_with_the_same_regions_both_times_there_is_nothing_to_match() -> None:
    assert matched(WHOLE, LAST, BEFORE) is None
    both = without(WHOLE, ["14"], months=("2025-12", BEFORE))
    assert matched(both, LAST, BEFORE) is None
    assert trends.trend(WHOLE, LAST).panel is None


@pytest.mark.parametrize("gone", ["2025-12", BEFORE])
def test_a_region_that_is_there_once_counts_in_neither(gone: str) -> None:
    dataset = without(WHOLE, ["14"], months=(gone,))
    found = matched(dataset, LAST, BEFORE)
    assert found is not None
    assert found.regions == 20
    # 100 of 1 000 in one region and 4 of 100 in each of 19.
    assert found.now == found.before == pytest.approx(100 * (100 + 19 * 4) / (1000 + 19 * 100))
    trend = trends.trend(dataset, LAST)
    assert trend.change == pytest.approx(0)
    assert trends.change(dataset, LAST) == pytest.approx(0)
    # What is shown as the country's value is that of all who reported.
    assert trend.value == values.at(dataset, LAST)[0].value


def test_beds_of_the_country_are_counted_over_the_same_regions() -> None:
    dataset = without(WHOLE, ["01"], months=("2025-12",))
    beds = View("available_beds", "2025-12")
    # Without the large region the others hold two thirds of the beds.
    assert values.at(dataset, beds)[0].value is None
    found = matched(without(WHOLE, ["14"], months=("2025-12",)), beds, BEFORE)
    assert found is not None
    assert (found.now, found.before) == (2900, 2900)


def test_regions_years_without_values_and_published_figures_have_no_panel() -> None:
    dataset = without(WHOLE, ["14"], months=("2025-12",))
    assert matched(dataset, replace(LAST, region="12"), BEFORE) is None
    assert matched(dataset, replace(LAST, data="published"), BEFORE) is None
    assert matched(dataset, LAST, "1999-12") is None
    assert matched(dataset, View("distance_to_guideline", "2025-12"), BEFORE) is None


def test_between_80_and_95_per_cent_of_the_beds_a_figure_is_preliminary() -> None:
    dataset = without(WHOLE, ["14", "12", "13"], months=("2025-12",))
    country = values.at(dataset, LAST)[0]
    assert country.coverage == pytest.approx(1 - 300 / 3000)
    over = cards(dataset, LAST, "sv")[1]
    assert over.lines[-1] == "18 av 21 regioner · 90 % av platserna: preliminärt"
    whole = cards(WHOLE, LAST, "sv")[1]
    assert "preliminärt" not in whole.lines[-1]


@pytest.mark.parametrize(("left_out", "is_shown"), [(6, True), (7, False)])
def test_below_80_per_cent_the_country_is_hidden_and_the_regions_are_not(
    left_out: int, is_shown: bool
) -> None:
    gone = [code for code in CODES if code != "01"][:left_out]
    found = values.at(without(WHOLE, gone, months=("2025-12",)), LAST)
    assert (found[0].value is not None) is is_shown
    assert sum(one.value is not None for one in found[1:]) == 21 - left_out
    if not is_shown:
        assert found[0].reason is not None
        assert "80 procent" in found[0].reason.sv
    assert found[0].region == SWEDEN
