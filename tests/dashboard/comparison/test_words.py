"""The comparison is said fairly: a place with its doubt, and chance called chance."""

import re
from dataclasses import replace

import pytest

from dashboard.comparison.comparison import comparison
from dashboard.comparison.words import heading, interval, sentences
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    BEDS_PER_1000,
    OVERCROWDING,
    PROGRESS_TO_GUIDELINE,
)
from dashboard.language.text import LANGS
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_intervals import RankInterval
from dashboard.view.view import View
from tests.builders import an_example, without

LAST = View(OVERCROWDING.key, "2025-12", "14")


def test_a_region_is_said_with_value_country_place_and_peers(dataset: Dataset) -> None:
    assert sentences(dataset, LAST, "sv") == (
        "Överbeläggningar i Västra Götaland: 8,4 per 100 platser, tolv månader till och med "
        "december 2025.",
        "Det är högre än i riket, som har 4,9, och skillnaden är större än slumpen ger.",
        "Platsen bland 21 regioner är 18–20, där 1 är lägst (90 procents intervall).",
        "Av de jämförda ligger Skåne, Halland, Jönköping och Uppsala säkert lägre.",
    )
    assert sentences(dataset, LAST, "en")[3] == (
        "Of those compared, certainly lower: Skåne, Halland, Jönköping and Uppsala."
    )
    assert heading(LAST, "sv") == "Jämför, Västra Götaland, december 2025"


def test_what_is_not_told_from_sweden_is_said_to_be_so(dataset: Dataset) -> None:
    found = sentences(dataset, replace(LAST, region="25"), "sv")
    assert found[1] == "Det kan inte skiljas från riket, som har 4,9."
    english = sentences(dataset, replace(LAST, region="25"), "en")
    assert english[1] == "That cannot be told from Sweden, which has 4.9."


def test_without_a_region_the_spread_is_counted(dataset: Dataset) -> None:
    first, second = sentences(dataset, replace(LAST, region="00"), "sv")
    counts = [int(one) for one in re.findall(r"(\d+) (?:av|säkert|kan)", first)]
    assert sum(counts) == 21
    told = [one.told for one in comparison(dataset, LAST).regions]
    assert f"och {told.count(False)} kan inte skiljas från det." in first
    assert second.startswith("Välj en region")


def test_years_say_that_chance_cannot_be_decided(dataset: Dataset) -> None:
    view = replace(LAST, period="2024", data="published")
    assert "kan inte avgöras av årsvärden" in sentences(dataset, view, "sv")[1]
    assert "publicerade utan osäkerhet" in sentences(dataset, replace(view, region="00"), "sv")[0]
    early = replace(LAST, period="2016-05")
    assert "färre än tolv månader" in sentences(dataset, early, "sv")[1]


def test_what_is_not_ranked_has_no_place(dataset: Dataset) -> None:
    counts = sentences(dataset, replace(LAST, indicator=AVAILABLE_BEDS.key), "sv")
    assert counts[1].startswith("Antal växer med regionens storlek")
    assert len(counts) == 2
    neutral = replace(LAST, indicator=BEDS_PER_1000.key, care="all")
    assert "varken bra eller dåligt" in sentences(dataset, neutral, "sv")[1]


def test_a_missing_value_is_said_with_its_reason(dataset: Dataset) -> None:
    national = replace(LAST, indicator=PROGRESS_TO_GUIDELINE.key)
    for region in ("14", "00"):
        first = sentences(dataset, replace(national, region=region), "sv")[0]
        assert first.endswith("uppgift saknas. Uppgiften finns bara för riket.")
    gap = without(an_example(), ["14"], months=["2025-03"])
    assert sentences(gap, LAST, "sv")[0].endswith("Någon av de tolv månaderna saknas.")


@pytest.mark.parametrize("reporting", [0, 1, 20, 21])
@pytest.mark.parametrize("region", ["00", "01", "25"])
def test_there_are_whole_words_whoever_reports(reporting: int, region: str) -> None:
    dataset = without(an_example(), CODES[reporting:])
    for lang in LANGS:
        for peers in ("similar", "healthcare", "all", "01,03"):
            found = sentences(dataset, replace(LAST, region=region, peers=peers), lang)
            assert found
            assert not re.search(r"[{}]|None|nan|  ", " ".join(found)), found


def test_an_interval_of_one_place_is_one_number() -> None:
    assert interval(RankInterval(4.0, 4, 4, 1.0)) == "4"
    assert interval(RankInterval(4.4, 3, 6, 1.0)) == "3–6"
