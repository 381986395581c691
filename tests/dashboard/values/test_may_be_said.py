"""What may be said of whom is one table, and estimates bear neither verdict nor rank."""

from dataclasses import replace

import pytest

from dashboard.comparison.comparison import comparison
from dashboard.comparison.estimates import places
from dashboard.indicators.registry import OCCUPANCY, OVERCROWDING
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.values import trends, values
from dashboard.values.may_be_said import TABLE, Statement, basis, may_be_said
from dashboard.view.view import View, parse
from tests.each import each

LAST = View(OVERCROWDING.key, "2025-12", region="14")
KINDS = ("published", "reported", "estimated", "example")


def test_every_statement_has_its_word_for_every_basis_and_a_reason_where_it_is_not_yes() -> None:
    assert {*TABLE} == {(one, kind) for one in Statement for kind in KINDS}
    for found in each(TABLE.values()):
        assert found.outright or (found.reason.sv and found.reason.en)


def test_no_region_has_a_signal_by_estimated_months(dataset: Dataset) -> None:
    for code in each(CODES):
        view = replace(LAST, region=code)
        assert basis(dataset, view) == "estimated"
        assert trends.trend(dataset, view).signal == "cannot_be_decided"
        assert trends.judged(dataset, view) is None


def test_example_months_are_judged_and_ranked(dataset: Dataset) -> None:
    example = dataset.showing("example")
    assert may_be_said(Statement.SIGNAL, example, replace(LAST, data="example")).outright
    assert len(places(example, replace(LAST, data="example"))) == len(CODES)


def test_estimated_months_are_compared_by_their_published_year(dataset: Dataset) -> None:
    by_year = comparison(dataset, replace(LAST, period="2025", data="published"))
    assert comparison(dataset, LAST).regions == by_year.regions
    assert places(dataset, LAST) == ()


def test_what_is_not_published_by_year_has_no_order(dataset: Dataset) -> None:
    found = comparison(dataset, replace(LAST, indicator=OCCUPANCY.key))
    assert [one.region for one in found.regions] == list(CODES)


@pytest.mark.parametrize("data", ["reported", "example"])
def test_a_kind_is_shown_by_the_same_object_and_leads_back(dataset: Dataset, data: str) -> None:
    shown = dataset.showing(data)  # type: ignore[arg-type]
    assert shown is dataset.showing(data)  # type: ignore[arg-type]
    assert shown.kind == data
    assert shown.showing("estimated") is dataset


def test_without_reports_nothing_is_reported_and_the_reason_is_said(dataset: Dataset) -> None:
    view = replace(LAST, data="reported")
    found = values.at(dataset.showing("reported"), view)
    assert {one.status for one in found} == {"missing"}
    assert all(one.reason for one in found)


def test_the_former_name_of_estimates_leads_to_them_with_a_notice(dataset: Dataset) -> None:
    parsed = parse({"data": "modelled"}, dataset)
    assert parsed.view.data == "estimated"
    assert parsed.errors == ()
    assert "data=estimated" in parsed.warnings[0].sv
