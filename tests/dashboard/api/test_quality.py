"""How far a figure can be trusted, as the API says it, is what the pages say."""

from pathlib import Path

import pytest

from dashboard.api.declared import Ground, Result
from dashboard.api.observed import value_rows
from dashboard.api.quality import quality_rows
from dashboard.api.request import read_request
from dashboard.api.resources import BY_KEY
from dashboard.language.text import Text
from dashboard.quality.grades import grades
from dashboard.quality.ranking_gate import gate
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from tests.builders import a_dataset, without

YEAR = (("indicator", "psychiatric_overcrowding"), ("period", "2025"), ("data", "published"))


def found(dataset: Dataset, *pairs: tuple[str, str]) -> Result:
    query = read_request(BY_KEY["quality"], list(pairs), dataset).query
    return quality_rows(Ground(dataset, Path()), query)


def test_each_region_has_the_grade_of_the_pages(dataset: Dataset) -> None:
    view = View("psychiatric_overcrowding", "2025", care="psychiatric", data="published")
    rows = found(dataset, *YEAR).rows
    assert [row["region"] for row in rows] == list(CODES)
    assert {row["region"]: row["grade"] for row in rows} == {
        code: one.grade for code, one in grades(dataset, view).items()
    }
    assert {row["region"] for row in rows if row["gated"]} == set(gate(dataset, view))


def test_an_open_question_is_a_caveat_with_its_words(dataset: Dataset) -> None:
    answer = found(dataset, *YEAR, ("region", "21"))
    (row,) = answer.rows
    assert row["caveats"] == ["question-jump-21-2025"]
    (asked,) = answer.caveats
    assert asked.text.sv.startswith("Gävleborg: ")
    assert asked.text.sv.rstrip().endswith("?")


def test_a_missing_month_is_said_by_dot_rule_and_grade() -> None:
    dataset = without(a_dataset(), ["14"], months=["2025-10"])
    rows = {row["region"]: row for row in found(dataset, ("period", "2025-10")).rows}
    assert (rows["14"]["complete"], rows["14"]["gated"]) == (False, True)
    assert "R11" in rows["14"]["rules"]
    assert all(isinstance(one, Text) for one in rows["14"]["reasons"])
    assert (rows["01"]["complete"], rows["01"]["gated"]) == (True, False)
    assert "R11" not in rows["01"]["rules"]


def test_a_span_gives_every_period_region_by_region(dataset: Dataset) -> None:
    rows = found(dataset, ("region", "14,01"), ("span", "24")).rows
    assert [row["region"] for row in rows] == ["14"] * 24 + ["01"] * 24
    assert len({row["period"] for row in rows}) == 24


def test_the_country_has_no_grade(dataset: Dataset) -> None:
    assert found(dataset, ("region", "00")).rows == []


@pytest.mark.parametrize("region", ["12", "21"])
def test_a_value_of_low_trust_says_so_where_it_is_fetched(dataset: Dataset, region: str) -> None:
    query = read_request(BY_KEY["values"], [*YEAR, ("region", region)], dataset).query
    answer = value_rows(Ground(dataset, Path()), query)
    (row,) = answer.rows
    key = f"trust-{region}-2025"
    assert key in row["caveats"]
    assert key in [one.id for one in answer.caveats]
