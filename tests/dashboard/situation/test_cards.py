"""The five cards, word by word."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from dashboard.language.text import Lang
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.cards import Card, cards
from dashboard.view.view import View
from tests.builders import BASELINE, an_example, per_100, without

LAST = View("overcrowding", "2025-12")
MONTHS = 36
OVERCROWDING = ("overcrowding_per_100", "somatic")
WIGGLE = (0.1, -0.1, 0.05, -0.15, 0.12, -0.02, 0.0)


@pytest.fixture(scope="module")
def better() -> Dataset:
    """15 300 beds, 93 per cent full, and fewer overcrowded patients in the last month."""
    rates: Sequence[float] = [*(6 + WIGGLE[i % 7] for i in range(MONTHS - 1)), 3.0]
    return an_example(
        beds=BASELINE,
        over=per_100(rates, BASELINE),
        out=per_100(2, BASELINE),
        patients=per_100(93, BASELINE),
        published={OVERCROWDING: {"00": [4, 5, 6], "14": [1, 2, 3]}},
    )


def said(
    dataset: Dataset, view: View, lang: Lang
) -> dict[str, tuple[str, str, str, tuple[str, ...]]]:
    found = cards(dataset, view, lang)
    assert len(found) == 5
    return {one.name: (one.number, one.unit, one.verdict, one.lines) for one in found}


def test_the_cards_in_swedish(better: Dataset) -> None:
    assert said(better, LAST, "sv") == {
        "Disponibla vårdplatser": (
            "15\u00a0300", "platser", "",
            ("0 mot dec 2024",),
        ),
        "Överbeläggningar": (
            "3,0", "per 100 platser", "Under den egna nivån sedan december 2025",
            (
                "\u22123,0 mot dec 2024", "motsvarar 459 patienter per dygn",
            ),
        ),
        "Utlokaliserade": (
            "2,0", "per 100 platser", "Ingen säker förändring",
            (
                "0,0 mot dec 2024", "motsvarar 306 patienter per dygn",
            ),
        ),
        "Beläggningsgrad": (
            "93,0", "procent", "Når inte målet",
            (
                "0,0 mot dec 2024", "+6,2 procentenheter mot målet 86,8 %",
            ),
        ),
        "Avstånd till riktvärdet": (
            "2\u00a0360", "platser", "",
            (
                "0 mot dec 2024", "medeltal över tolv månader",
                "0 % av vägen (mellan \u22122 och 2)",
            ),
        ),
    }  # fmt: skip


def test_the_cards_in_english(better: Dataset) -> None:
    found = said(better, LAST, "en")
    assert list(found) == [
        "Available beds", "Overcrowding", "Outplaced patients", "Bed occupancy",
        "Distance to guideline",
    ]  # fmt: skip
    assert found["Overcrowding"] == (
        "3.0", "per 100 beds", "Below its own level since December 2025",
        (
            "\u22123.0 against Dec 2024", "equals 459 patients a day",
        ),
    )  # fmt: skip
    assert found["Bed occupancy"][2:] == (
        "Misses the target",
        (
            "0.0 against Dec 2024", "+6.2 points against the target 86.8%",
        ),
    )  # fmt: skip


def test_a_chosen_region_has_a_line_of_its_own(better: Dataset) -> None:
    found = said(better, replace(LAST, region="14"), "sv")
    assert found["Överbeläggningar"][3][2] == "Västra Götaland: 3,0"
    missing = without(better, ["14"], months=("2025-12",))
    found = said(missing, replace(LAST, region="14"), "sv")
    assert found["Överbeläggningar"][3][2:] == (
        "Västra Götaland: –", "20 av 21 regioner",
    )  # fmt: skip


def test_a_stream_has_its_own_target_and_the_guideline_stays_that_of_all(better: Dataset) -> None:
    found = said(better, replace(LAST, stream="planned"), "sv")
    assert found["Beläggningsgrad"][2] == "Klarar målet"
    assert found["Beläggningsgrad"][3][1] == "\u22122,0 procentenheter mot målet 95 %"
    assert found["Avstånd till riktvärdet"][0] == "2\u00a0360"


def test_a_card_names_its_care_where_it_is_not_the_pages(better: Dataset) -> None:
    found = said(better, replace(LAST, care="all"), "sv")
    assert found["Avstånd till riktvärdet"][3][-1] == "somatisk vård"
    assert "all vård" not in found["Disponibla vårdplatser"][3]


def test_before_the_target_nobody_misses_it(better: Dataset) -> None:
    found = said(better, replace(LAST, period="2023-04"), "sv")
    assert found["Beläggningsgrad"][2] == "Målet gäller från maj 2023"
    assert said(better, replace(LAST, period="2023-05"), "sv")["Beläggningsgrad"][2] == (
        "Når inte målet"
    )


def test_a_year_is_compared_with_the_year_before_and_not_judged(better: Dataset) -> None:
    view = View("overcrowding", "2025", region="14", data="published")
    found = said(better, view, "sv")
    assert found["Överbeläggningar"] == (
        "6,0", "per 100 platser", "Kan inte avgöras",
        ("+1,0 mot 2024", "Västra Götaland: 3,0", "1 av 21 regioner"),
    )  # fmt: skip


def test_a_card_without_a_value_has_a_dash_and_the_reason(better: Dataset) -> None:
    psychiatric = said(better, replace(LAST, care="psychiatric"), "sv")
    number, unit, verdict, lines = psychiatric["Utlokaliserade"]
    assert (number, unit, verdict) == ("–", "", "Finns inte")
    assert lines[0].startswith("För psykiatrisk slutenvård modelleras inte utlokaliserade")
    nothing = said(without(better, CODES), LAST, "en")
    assert {verdict for _, _, verdict, _ in nothing.values()} == {"Not available"}
    assert all(lines[0].endswith(".") for *_, lines in nothing.values())


def test_a_card_has_a_line_of_its_last_two_years(better: Dataset) -> None:
    spark = next(one for one in cards(better, LAST, "sv") if one.name == "Överbeläggningar").spark
    assert spark.startswith("<svg")
    assert re.findall(r'd="M([^"]*)"', spark)[0].count(" ") == 2 * 24 - 1
    assert 'cy="27"' in spark
    empty: Card = cards(without(better, CODES), LAST, "sv")[0]
    assert empty.spark == ""
