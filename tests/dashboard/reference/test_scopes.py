"""When and where a row of a fact table applies."""

import pytest

from dashboard.reference.scopes import Scope, in_force, scope_of

ROW = {"series": "a b", "care": "", "region": "01 12", "first_period": "2018", "last_period": ""}


def test_an_empty_scope_covers_everything():
    assert Scope().covers("anything", "somatic", "01", "2020-02")
    assert Scope().covers("", "", "", "")


def test_a_row_may_name_several_series_and_regions():
    scope = scope_of(ROW)
    assert scope.covers("b", "somatic", "12", "2018-01")
    assert not scope.covers("c", "somatic", "12", "2018-01")
    assert not scope.covers("b", "somatic", "00", "2018-01")


@pytest.mark.parametrize(
    ("period", "covered"),
    [("2017", False), ("2017-12", False), ("2018", True), ("2018-12", True), ("2019-01", False)],
)
def test_a_year_spans_its_months_and_no_others(period, covered):
    scope = Scope(first_period="2018", last_period="2018")
    assert scope.covers("a", "somatic", "01", period) is covered


def test_a_span_of_months_touches_its_year():
    scope = Scope(first_period="2023-07", last_period="2023-11")
    assert scope.covers("a", "all", "03", "2023")
    assert not scope.covers("a", "all", "03", "2023-12")


def test_no_period_is_outside_every_span():
    assert not Scope(last_period="2020").covers("a", "all", "03", "")


def test_nonsense_for_a_period_is_refused():
    with pytest.raises(ValueError, match="2018Q1"):
        Scope(first_period="2018").covers("a", "all", "03", "2018Q1")


@pytest.mark.parametrize(
    ("month", "holds"),
    [("2023-04", False), ("2023-05", True), ("2024-04", True), ("2024-05", False)],
)
def test_a_dated_row_holds_on_the_last_day_of_the_month(month, holds):
    assert in_force("2023-05-31", "2024-05-30", month) is holds
