"""The handbook says everything an indicator declares, alike for all and in both languages."""

import pytest

from dashboard.indicators import handbook, registry
from dashboard.indicators.handbook import formula
from dashboard.indicators.registry import INDICATORS, Indicator
from dashboard.ingest.embedded import reference
from dashboard.language.text import LANGS, Lang
from tests.each import each

every_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.key)
every_language = pytest.mark.parametrize("lang", LANGS)


def described_in(indicator: Indicator, lang: Lang) -> list[tuple[str, str]]:
    return handbook.describe(indicator, lang, reference().sources)


@every_language
def test_headings_are_the_same_in_the_same_order_for_all(lang: Lang) -> None:
    orders = {tuple(heading for heading, _ in described_in(i, lang)) for i in INDICATORS}
    (headings,) = orders
    assert len(set(headings)) == len(headings)


@every_language
@every_indicator
def test_nothing_is_left_empty_or_unfilled(indicator: Indicator, lang: Lang) -> None:
    for heading, text in each(described_in(indicator, lang)):
        assert heading.strip()
        assert text.strip(), heading
        assert not {"{", "None"} & set(text.replace("{", " { ").split()), text


@every_indicator
def test_the_languages_differ_under_every_heading(indicator: Indicator) -> None:
    sv, en = described_in(indicator, "sv"), described_in(indicator, "en")
    assert [heading for heading, _ in sv] != [heading for heading, _ in en]
    same = {h for (h, in_sv), (_, in_en) in zip(sv, en, strict=True) if in_sv == in_en}
    assert same <= {"Källa", "Nyckel i adress och API"}


@every_language
@every_indicator
def test_everything_declared_is_described(indicator: Indicator, lang: Lang) -> None:
    written = " ".join(text for _, text in described_in(indicator, lang))
    for text in (
        indicator.definition, indicator.rationale, indicator.method, indicator.caveats,
        indicator.measured_at,
    ):  # fmt: skip
        assert text.in_(lang) in written
    assert indicator.key in written


def test_the_formula_is_said_in_words() -> None:
    assert formula(registry.OVERCROWDING, "sv").startswith("100 × (överbelagda patienter")
    assert ") / (disponibla vårdplatser" in formula(registry.OVERCROWDING, "sv")
    assert formula(registry.INPATIENT_EPISODES, "en").startswith("100,000 × (inpatient")
    assert formula(registry.AVAILABLE_BEDS, "en").startswith("(available beds")
    assert formula(registry.DISTANCE_TO_GUIDELINE, "en") == (
        "The guideline number of beds minus the average number of available beds over twelve months"
    )


def test_limits_are_written_as_people_write_numbers() -> None:
    classes = dict(described_in(registry.OCCUPANCY, "sv"))["Klasser på kartan"]
    assert "−5,0; −2,5; 0,0; +2,5; +5,0 procentenheter" in classes
    classes = dict(described_in(registry.OVERCROWDING, "en"))["Classes on the map"]
    assert classes.endswith(": 2; 4; 6; 8.")


def test_a_neutral_indicator_says_that_it_is_not_coloured() -> None:
    described = dict(described_in(registry.AVAILABLE_BEDS, "en"))
    assert described["Classes on the map"].startswith("Neither coloured nor ranked")
    assert described["Direction"].startswith("Neutral")


def test_what_there_is_names_care_areas_streams_and_gaps() -> None:
    outplacement = dict(described_in(registry.OUTPLACEMENT, "sv"))["Vad som finns"]
    assert "Skattade månadsvärden: somatisk vård (även akut" in outplacement
    assert "psykiatrisk" not in outplacement
    waits = dict(described_in(registry.WAIT_BUP_START, "en"))["What there is"]
    assert "Estimated monthly values: not available." in waits
    progress = dict(described_in(registry.PROGRESS_TO_GUIDELINE, "sv"))["Vad som finns"]
    assert progress.endswith("Endast för riket.")


def test_sources_are_named_with_title_publisher_and_date() -> None:
    source = dict(described_in(registry.OVERCROWDING, "en"))["Source"]
    for part in ("Kolada U70425", "Kolada U79149", "RKA/Kolada", "2026-08-19"):
        assert part in source
