"""A value, the same period last year, and what its series says up to then."""

from dataclasses import replace

import pytest

from dashboard.indicators.registry import INDICATORS
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.values import trends, values
from dashboard.values.trends import Trend, history, of_indicator, trend
from dashboard.view.view import View
from tests.builders import a_dataset, an_example, without

LAST = View("overcrowding", "2025-12")
WIGGLE = (0.1, -0.1, 0.05, -0.15, 0.12, -0.02, 0.0)
QUIET = [6 + WIGGLE[i % 7] for i in range(36)]


def test_the_year_before_is_twelve_months_earlier() -> None:
    dataset = a_dataset(over=[4.0] * 23 + [5.0] + [6.0] * 12)
    found = trend(dataset, LAST)
    assert (found.value, found.year_before) == (pytest.approx(6), pytest.approx(5))
    assert found.change == pytest.approx(1) == trends.change(dataset, LAST)
    assert trends.value(dataset, LAST) == found.value


def test_without_a_year_before_there_is_no_change() -> None:
    dataset = a_dataset(over=QUIET)
    for period in ("2023-12", "2030-01"):
        assert trends.change(dataset, replace(LAST, period=period)) is None
    gap = without(dataset, CODES, months=("2024-12",))
    assert (trend(gap, LAST).year_before, trend(gap, LAST).change) == (None, None)


def test_a_verdict_knows_nothing_of_later_months() -> None:
    """What was said of a month is said of it for ever."""
    early = an_example(over=QUIET)
    later = an_example(over=[*QUIET[:30], *[9.0] * 6])
    view = replace(LAST, period=early.months[29])
    assert trend(early, view) == trend(later, view)
    assert trend(later, LAST).signal == "deterioration"


def test_good_is_what_the_indicator_says() -> None:
    up, down = an_example(beds=[*[100.0] * 35, 130.0]), [*QUIET[:35], 3.0]
    assert trend(an_example(over=down), LAST).signal == "improvement"
    assert trend(up, replace(LAST, indicator="available_beds")).signal == "changed"


def test_years_and_gaps_are_not_judged() -> None:
    dataset = a_dataset(over=QUIET)
    for view in (
        replace(LAST, period="2025"),
        replace(LAST, period="2030-01"),
        View("overcrowding", "2025", data="published"),
    ):
        assert trend(dataset, view).signal == "cannot_be_decided"
    gap = without(dataset, CODES, months=("2025-12",))
    assert trend(gap, LAST) == Trend(None, trend(dataset, LAST).year_before, "cannot_be_decided")


def test_the_span_and_the_peers_change_no_verdict(dataset: Dataset) -> None:
    view = replace(LAST, region="14")
    assert trend(dataset, view) == trend(dataset, replace(view, span=24, peers="14,12"))


def test_history_ends_with_the_period_and_is_no_longer_than_asked(dataset: Dataset) -> None:
    view = replace(LAST, period="2024-06")
    found = history(dataset, view, "14", 24)
    row = values.series(dataset, view)[ALL_CODES.index("14")]
    end = dataset.months.index("2024-06") + 1
    assert found == pytest.approx(row[end - 24 : end].tolist(), abs=0.0015)
    assert len(history(dataset, replace(LAST, period="2016-03"), "14", 24)) == 3
    assert set(history(without(dataset, ["14"]), view, "14", 24)) == {None}


def test_another_indicator_is_seen_in_a_care_where_it_exists() -> None:
    psychiatric = replace(LAST, care="psychiatric")
    for one in INDICATORS:
        found = of_indicator(psychiatric, one.key)
        cares = one.cares("estimated")
        assert found.care == ("psychiatric" if "psychiatric" in cares or not cares else cares[0])


def test_a_declared_break_hides_the_comparison_across_it(dataset: Dataset) -> None:
    view = View("discharge_ready_share", "2018", "00", "somatic", data="published")
    assert trends.trend(dataset, view).year_before is None
    assert trends.trend(dataset, replace(view, period="2019")).year_before is not None
