"""Each region of the list is told with its three conditions, and each left out with why."""

import re
from dataclasses import replace

import pytest

from dashboard.comparison.exceptions import NOBODY, NOBODY_JUDGED, attention
from dashboard.comparison.exceptions_words import exceptions
from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, OVERCROWDING
from dashboard.language.text import LANGS
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from tests.builders import an_example, without

LAST = View(OVERCROWDING.key, "2025-12")


def test_each_condition_stands_with_its_value(dataset: Dataset) -> None:
    found, judged = exceptions(dataset, LAST, "sv"), attention(dataset, LAST).listed
    assert found.title == "En region behöver uppmärksamhet: Västernorrland"
    assert [row.region for row in found.rows] == [one.region for one in judged]
    first = found.rows[0]
    assert first.name == "Västernorrland"
    assert re.fullmatch(r"(över övre gränsen|länge över den egna nivån) \d,\d", first.cells[1])
    assert found.empty == ""
    assert found.left_out[0] == "Alla 21 regioner är bedömda."


def test_occupancy_is_compared_with_its_target(dataset: Dataset) -> None:
    found = exceptions(dataset, replace(LAST, indicator=OCCUPANCY.key), "sv")
    assert "Sämre än målet" in found.heads
    assert "sämre än målet" in found.measure


def test_an_empty_list_says_so() -> None:
    found = exceptions(an_example(), LAST, "sv")
    assert found.rows == ()
    assert found.empty == NOBODY.sv
    assert found.title == "Ingen region sticker ut åt fel håll"


@pytest.mark.parametrize(
    "view", [replace(LAST, indicator="wait_bup_start", period="2024", data="published"),
             replace(LAST, indicator=AVAILABLE_BEDS.key)],
)  # fmt: skip
def test_what_cannot_be_judged_says_why_once_for_all(dataset: Dataset, view: View) -> None:
    found = exceptions(dataset, view, "sv")
    assert found.empty == NOBODY_JUDGED.sv
    assert len(found.left_out) == 1
    assert found.left_out[0].startswith("Ingen region är bedömd: ")


def test_of_estimated_months_the_published_year_is_listed_and_named(dataset: Dataset) -> None:
    found = exceptions(dataset.showing("estimated"), LAST, "sv")
    assert found.title.startswith("2025: ")
    assert "utanför tratten (95 %)" in found.measure
    assert found.left_out[0].endswith("listan gäller det publicerade året 2025.")
    judged = attention(dataset.showing("estimated"), LAST).judged
    assert judged
    assert all(one.point is None for one in judged)


def test_who_is_left_out_is_named_with_the_reason() -> None:
    gone = without(an_example(), ["03", "09"], months=["2025-12"])
    first, *_ = exceptions(gone, LAST, "sv").left_out
    assert first.startswith("Inte bedömda: Uppsala, Gotland (")


@pytest.mark.parametrize("reporting", [0, 1, 20])
def test_words_are_whole_whoever_reports(reporting: int) -> None:
    dataset = without(an_example(), CODES[reporting:])
    for lang in LANGS:
        found = exceptions(dataset, LAST, lang)
        cells = [cell for row in found.rows for cell in row.cells]
        words = " ".join((found.title, found.measure, found.empty, *found.left_out, *cells))
        assert not re.search(r"[{}]|None|nan", words), words


def test_every_rule_has_words(dataset: Dataset) -> None:
    rules = set()
    for month in dataset.months[-40:]:
        for row in exceptions(dataset, replace(LAST, period=month), "en").rows:
            rules.add(re.sub(r"[\d.,]+", "#", row.cells[1]))
    assert {"above the upper limit #", "for long above its own level #"} <= rules
