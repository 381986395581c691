"""The sentences a reader meets first, word by word."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dashboard.language.formatting import number
from dashboard.language.text import LANGS
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.national_sentences import heading, sentences
from dashboard.values import values
from dashboard.view.view import View, default_view
from tests.builders import BASELINE, an_example, per_100, without
from tests.each import each

# Seven values, so that they do not fall in step with the months and pass for a season.
WIGGLE = (0.1, -0.1, 0.05, -0.15, 0.12, -0.02, 0.0)
OVERCROWDING = ("overcrowding_per_100", "somatic")
LAST = View("overcrowding", "2025-12")
YEAR = View("overcrowding", "2025", data="published")


def ending_in(last: float, *, level: float = 6, beds: dict[str, float] | None = None) -> Dataset:
    """Three years of overcrowding around a level, and one last month."""
    rates = [level + WIGGLE[i % 7] for i in range(35)]
    held = beds or BASELINE
    return an_example(
        beds=held,
        patients=per_100(90, held),
        over=per_100([*rates, last], held),
        out=per_100(2, held),
    )


def published(values: Sequence[float | None]) -> Dataset:
    return an_example(published={OVERCROWDING: {"00": values, "14": [1.0, 2.0, 3.0]}})


def test_an_improvement() -> None:
    assert sentences(ending_in(3), LAST, "sv") == (
        "I december 2025 vårdades i genomsnitt 3,0 patienter per 100 disponibla vårdplatser i "
        "somatisk vård på en plats som inte uppfyller kraven, och 2,0 på fel avdelning.",
        "Det är under den egna nivån sedan december 2025. Ett år tidigare, i december 2024, var "
        "det 6,0.",
        "Avståndet till riktvärdet 17\u00a0660 är i medeltal över tolv månader 2\u00a0360 platser.",
    )
    assert sentences(ending_in(3), LAST, "en") == (
        "In December 2025 an average of 3.0 patients per 100 available beds in somatic care were "
        "cared for in a bed that does not meet the requirements, and 2.0 on the wrong ward.",
        "That is below its own level since December 2025. A year before, in December 2024, it was "
        "6.0.",
        "The distance to the guideline of 17,660 is on average over twelve months 2,360 beds.",
    )


@pytest.mark.parametrize(
    ("last", "sv", "en"),
    [
        (
            9.0,
            "Det är över den egna nivån sedan december 2025. Ett år tidigare, i december 2024, var "
            "det 6,0.",
            "That is above its own level since December 2025. A year before, in December 2024, it "
            "was 6.0.",
        ),
        (
            6.0,
            "Det är ingen säker skillnad mot den egna nivån. Ett år tidigare, i december 2024, var "
            "det 6,0.",
            "That is no certain difference from its own level. A year before, in December 2024, it "
            "was 6.0.",
        ),
    ],
)
def test_the_second_sentence_says_what_can_be_said(last: float, sv: str, en: str) -> None:
    dataset = ending_in(last)
    assert (sentences(dataset, LAST, "sv")[1], sentences(dataset, LAST, "en")[1]) == (sv, en)


def test_a_lower_value_than_last_year_is_not_called_an_improvement_by_itself() -> None:
    lower = ending_in(5.85)
    assert "6,0" in sentences(lower, LAST, "sv")[1]
    assert sentences(lower, LAST, "sv")[1].startswith("Det är ingen säker skillnad")


def test_few_months_are_too_few_to_decide() -> None:
    dataset = an_example(first="2024-01", over=[4.0] * 13 + [4.1] + [4.0] * 10)
    gaps = without(dataset, CODES, months=dataset.months[1:13])
    found = sentences(gaps, replace(LAST, period="2025-03"), "sv")
    assert not any("2024" in sentence for sentence in found)
    view = replace(LAST, period="2025-01")
    short = without(dataset, CODES, months=dataset.months[1:12])
    assert sentences(short, view, "sv")[1] == (
        "Om det är en säker skillnad mot den egna nivån kan inte avgöras. Ett år tidigare, i "
        "januari 2024, var det 4,0."
    )
    assert sentences(short, view, "en")[1] == (
        "Whether that is a certain difference from its own level cannot be decided. A year before, "
        "in January 2024, it was 4.0."
    )


def test_a_chosen_region_stands_beside_the_country() -> None:
    dataset = ending_in(6)
    view = replace(LAST, region="14")
    assert sentences(dataset, view, "sv")[2] == "I Västra Götaland var det 6,0 per 100."
    assert sentences(dataset, view, "en")[2] == "In Västra Götaland it was 6.0 per 100."
    missing = without(dataset, ["14"], months=("2025-12",))
    # Neither the region nor, without it, the distance to the guideline is said.
    assert len(sentences(missing, view, "sv")) == 2


@pytest.mark.parametrize(
    ("values", "sv", "en"),
    [
        ([4, 5, 6], "Det är högre än 2024 (5,0)", "That is higher than in 2024 (5.0)"),
        ([4, 5, 4.5], "Det är lägre än 2024 (5,0)", "That is lower than in 2024 (5.0)"),
        ([4, 5, 5], "Det är lika mycket som 2024 (5,0)", "That is the same as in 2024 (5.0)"),
    ],
)
def test_years_are_compared_and_not_judged(values: list[float], sv: str, en: str) -> None:
    dataset = published(values)
    assert sentences(dataset, YEAR, "sv")[1] == (
        f"{sv}, men årsvärdena är för få för att skilja signal från slump."
    )
    assert sentences(dataset, YEAR, "en")[1] == (
        f"{en}, but the annual values are too few to tell signal from chance."
    )


def test_a_year_without_outplaced_patients_or_beds_says_only_what_is_known() -> None:
    dataset = published([4, 5, 6])
    assert sentences(dataset, replace(YEAR, region="14"), "sv") == (
        "Under 2025 vårdades i genomsnitt 6,0 patienter per 100 disponibla vårdplatser i somatisk "
        "vård på en plats som inte uppfyller kraven.",
        "Det är högre än 2024 (5,0), men årsvärdena är för få för att skilja signal från slump.",
        "I Västra Götaland var det 3,0 per 100.",
    )
    assert sentences(dataset, YEAR, "en")[0] == (
        "In 2025 an average of 6.0 patients per 100 available beds in somatic care were cared for "
        "in a bed that does not meet the requirements."
    )


def test_the_first_year_has_nothing_to_compare_with() -> None:
    assert len(sentences(published([4, 5, 6]), replace(YEAR, period="2023"), "sv")) == 1


def test_what_is_missing_is_said_with_its_reason() -> None:
    for view, sv, en in (
        (
            replace(LAST, period="2030-01"),
            "Perioden ligger utanför de perioder som uppgifterna gäller.",
            "The period lies outside the periods the figures cover.",
        ),
        (
            YEAR,
            "Källan har inget värde för den valda regionen och perioden.",
            "The source has no value for the chosen region and period.",
        ),
    ):
        dataset = an_example(published={OVERCROWDING: {"14": [1.0, 2.0, 3.0]}})
        assert sentences(dataset, view, "sv") == (f"Uppgift om överbeläggningar saknas. {sv}",)
        assert sentences(dataset, view, "en") == (f"There is no figure for overcrowding. {en}",)


def test_the_guideline_is_reached_when_no_bed_is_missing() -> None:
    beds = {**BASELINE, "01": 15_660.0}
    dataset = ending_in(6, beds=beds)
    assert sentences(dataset, LAST, "sv")[-1] == (
        "Riktvärdet 17\u00a0660 platser är nått i medeltal över tolv månader."
    )
    assert sentences(dataset, LAST, "en")[-1] == (
        "The guideline of 17,660 beds has been reached on average over twelve months."
    )
    almost = ending_in(6, beds={**BASELINE, "01": 15_659.7})
    assert sentences(almost, LAST, "sv")[-1] == (
        "Riktvärdet 17\u00a0660 platser är nått i medeltal över tolv månader."
    )


def test_before_the_guideline_nothing_is_said_of_it() -> None:
    found = sentences(ending_in(6), replace(LAST, period="2023-04"), "sv")
    assert not any("riktvärdet" in sentence for sentence in found)


def test_a_stream_is_named_and_the_guideline_stays_that_of_all_somatic_care() -> None:
    found = sentences(ending_in(6), replace(LAST, stream="acute"), "sv")
    assert "i akut vård på en plats" in found[0]
    assert found[-1] == (
        "Somatisk vård: Avståndet till riktvärdet 17\u00a0660 är i medeltal över tolv månader "
        "2\u00a0360 platser."
    )


def test_the_heading_names_the_period() -> None:
    assert heading(LAST, "sv") == "Läget i landet, december 2025"
    assert heading(replace(LAST, period="2025"), "en") == "The national picture, 2025"


def test_every_sentence_of_the_release_is_whole(dataset: Dataset) -> None:
    for period in (*dataset.months[::7], *dataset.year_labels, "2030-01"):
        for data in ("estimated", "published"):
            for care in ("somatic", "psychiatric", "all"):
                view = replace(
                    default_view(dataset), period=period, data=data, care=care, region="14"
                )
                for lang in LANGS:
                    for sentence in each(sentences(dataset, view, lang)):
                        assert sentence[0].isupper() or sentence[0].isdigit(), sentence
                        assert sentence.endswith("."), sentence
                        assert not {"{", "}", "–"} & set(sentence.replace("2017–", "")), sentence
                        assert "  " not in sentence


@pytest.mark.parametrize("period", ["2025-12", "2025"])
def test_of_estimated_months_the_distance_is_a_range_and_a_year_is_no_month(
    dataset: Dataset, period: str
) -> None:
    dataset, view = dataset.showing("estimated"), View("overcrowding", period)
    distance = values.at(dataset, View("distance_to_guideline", period))[0]
    told = (distance.value or 0, distance.low or 0, distance.high or 0)
    away, low, high = (number(one, 0, "sv") for one in told)
    found = sentences(dataset, view, "sv")
    assert found[-1] == (
        "Avståndet till riktvärdet 17\u00a0660 är i medeltal över tolv månader skattat "
        f"{away} platser ({low} till {high}, 80 %)."
    )
    estimated = {"2025-12": "Månaden är skattad:", "2025": "Årets månader är skattade:"}
    assert estimated[period] in found[0]
