"""The verdict on a region in tested words."""

import re
from dataclasses import replace

import pytest

from dashboard.language.formatting import number
from dashboard.language.text import LANGS
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation import region_sentences
from dashboard.values.values import numbers
from dashboard.view.view import View
from tests.builders import an_example, without

LAST = View("overcrowding", "2025-12", "24", peers="22,23,25")


def test_a_calm_region_is_said_to_be_calm() -> None:
    wiggle = [4 + (0.1, -0.1, 0.05, -0.05)[i % 4] for i in range(36)]
    dataset = an_example(over=wiggle)
    sv, en = (region_sentences.sentences(dataset, LAST, lang) for lang in LANGS)
    assert sv[0].startswith("Västerbotten hade ")
    assert sv[1].startswith("Det är ingen säker skillnad mot den egna nivån. Ett år tidigare, i ")
    assert en[1].startswith("That is no certain difference from its own level. A year before, in ")
    assert any("De jämförda regionerna har tillsammans" in one for one in sv)
    assert any("mixed target" in one for one in en)


def test_a_leap_is_told_as_above_the_own_level() -> None:
    dataset = an_example(over=[4.0 + 0.05 * (i % 3) for i in range(28)] + [9.0] * 8)
    assert "över den egna nivån sedan" in region_sentences.sentences(dataset, LAST, "sv")[1]


def test_beds_missing_and_beds_beyond_are_told_apart() -> None:
    few, many = an_example(beds=100), an_example(beds=2000)
    assert any(
        "Avståndet till riktvärdet är" in one for one in region_sentences.sentences(few, LAST, "sv")
    )
    assert any(
        "över riktvärdets nivå" in one for one in region_sentences.sentences(many, LAST, "sv")
    )


def test_a_region_without_a_value_says_why() -> None:
    dataset = without(an_example(), ["24"])
    (only,) = region_sentences.sentences(dataset, LAST, "sv")
    assert only.endswith(".")


def test_years_are_not_judged(dataset: Dataset) -> None:
    view = replace(LAST, period="2024", data="published")
    assert "kan inte avgöras" in region_sentences.sentences(dataset, view, "sv")[1]
    assert region_sentences.heading(view, "en") == "Västerbotten, 2024"


@pytest.mark.parametrize("code", ["14", "09"])
def test_of_estimates_the_published_year_comes_first_and_all_else_has_its_range(
    dataset: Dataset, code: str
) -> None:
    dataset, view = dataset.showing("estimated"), replace(LAST, region=code)
    said = region_sentences.sentences(dataset, view, "sv")
    year = number(numbers(dataset, replace(view, period="2025", data="published"))[
        ALL_CODES.index(code)], 1, "sv")  # fmt: skip
    assert said[0].startswith(f"2025: {year} överbelagda per 100 platser, ")
    assert said[0].endswith("; publicerat.")
    assert re.search(r"hade skattat \d+,\d överbelagda .* \(\d+,\d till \d+,\d, 80 %\)", said[1])
    occupied = next(one for one in said if "Beläggningen" in one)
    assert "publiceras inte: antagen är den" in occupied
    assert "80 %" in occupied
    # An example is no estimate, and has neither.
    shown = region_sentences.sentences(
        dataset.showing("example"), replace(view, data="example"), "sv"
    )
    assert not any("80 %" in one or "publicerat" in one for one in shown)
