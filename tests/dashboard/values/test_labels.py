"""The words that follow a view everywhere."""

from dataclasses import replace

import pytest

from dashboard.indicators.registry import INDICATORS, OVERCROWDING, Indicator
from dashboard.language.text import LANGS
from dashboard.values import labels
from dashboard.view.view import View
from tests.builders import a_dataset

STORE = a_dataset()
LAST = View("overcrowding", "2025-12")


@pytest.mark.parametrize(
    ("key", "sv", "en"),
    [
        (
            "overcrowding",
            "Överbeläggningar per 100 disponibla vårdplatser, somatisk vård, december 2025",
            "Overcrowding per 100 available beds, somatic care, December 2025",
        ),
        (
            "occupancy",
            "Beläggningsgrad, procent, somatisk vård, december 2025",
            "Bed occupancy, per cent, somatic care, December 2025",
        ),
        (
            "available_beds",
            "Disponibla vårdplatser, somatisk vård, december 2025",
            "Available beds, somatic care, December 2025",
        ),
        (
            "distance_to_guideline",
            "Avstånd till riktvärdet (vårdplatser), somatisk vård, december 2025",
            "Distance to the guideline (beds), somatic care, December 2025",
        ),
    ],
)
def test_what_is_measured(key: str, sv: str, en: str) -> None:
    view = replace(LAST, indicator=key)
    assert (labels.measure(view, "sv"), labels.measure(view, "en")) == (sv, en)


@pytest.mark.parametrize("one", INDICATORS, ids=lambda one: one.key)
def test_a_measure_never_says_its_unit_twice(one: Indicator) -> None:
    for lang in LANGS:
        found = labels.measure(View(one.key, "2025", care=one.default_care), lang)
        assert " ," not in found
        assert "  " not in found
        for word in ("per 1 000 invånare", "per 1,000 inhabitants", "per 100 000", "per 100,000"):
            assert found.count(word) <= 1, found


def test_a_stream_is_said_instead_of_the_care() -> None:
    assert labels.care(LAST, "sv") == "somatisk vård"
    assert labels.care(replace(LAST, stream="acute"), "sv") == "akut vård"
    assert labels.care(replace(LAST, care="psychiatric"), "en") == "psychiatric care"


def test_every_source_names_its_release_and_status() -> None:
    assert labels.source(STORE, LAST, "sv") == (
        "Källa: Vårdplatsläget (skattat ur Kolada). Utgåva 012345. Skattade månadsvärden."
    )
    published = View("overcrowding", "2025", data="published")
    assert labels.source(STORE, published, "en") == (
        "Source: Kolada U70425 (SKR). Release 012345. Published annual values."
    )


def test_the_status_sentence_says_what_is_estimated() -> None:
    assert labels.status(STORE, LAST, "en") == "Estimated monthly values"
    assert "skattade" in labels.status_sentence(STORE, LAST, "sv")
    published = replace(LAST, data="published")
    assert labels.status_sentence(STORE, published, "sv").startswith("Alla siffror är publicerade")


def test_a_number_has_the_decimals_of_its_indicator() -> None:
    assert labels.number(4.449, OVERCROWDING, "sv") == "4,4"
    assert labels.number(None, OVERCROWDING, "en") == "–"


def test_the_name_of_a_file_says_what_it_holds() -> None:
    assert labels.stem(replace(LAST, region="14"), "karta") == (
        "vardplatslaget_karta_overcrowding_2025-12_14_somatic_all_estimated"
    )
    assert "_riket_" in labels.stem(LAST, "map")


def test_the_country_is_small_in_a_swedish_sentence_only() -> None:
    assert [labels.place(LAST, lang) for lang in LANGS] == ["riket", "Sweden"]
    assert labels.place(replace(LAST, region="01"), "sv") == "Stockholm"
