"""Every indicator is declared whole, and what follows from a declaration holds for all."""

import re
from dataclasses import fields
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.indicators import registry
from dashboard.indicators.registry import INDICATORS, Care, Data, Good, Indicator, Measure, Stream
from dashboard.ingest import csv_tables
from dashboard.language.text import Text
from tests.each import each

SENTENCES = ("definition", "rationale", "method", "caveats", "measured_at")
KINDS: tuple[Data, ...] = get_args(Data)
PUBLISHED = [
    pytest.param(indicator, series, id=f"{indicator.key}-{series.care}")
    for indicator in INDICATORS
    for series in indicator.published
]
every_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.key)


def texts(indicator: Indicator) -> dict[str, Text]:
    own = {f.name: getattr(indicator, f.name) for f in fields(indicator)}
    own |= {"unit.long": indicator.unit.long, "unit.short": indicator.unit.short}
    return {name: value for name, value in own.items() if isinstance(value, Text)}


def published_values(series: registry.Published) -> dict[str, list[float]]:
    values: dict[str, list[float]] = {}
    for row in csv_tables.rows("published_figures"):
        if (row["indicator"], row["care_area"], row["source_id"]) == (
            series.series, series.care, series.source,
        ):  # fmt: skip
            values.setdefault(row["region_code"], []).append(float(row["value"]))
    return values


@every_indicator
def test_every_text_is_said_in_both_languages(indicator: Indicator) -> None:
    for name, text in each(texts(indicator).items()):
        for said in each(text):
            assert said, name
            assert said == " ".join(re.split(r"[ \n\t]+", said.strip())), name


@every_indicator
def test_sentences_differ_between_the_languages_and_end_with_a_stop(indicator: Indicator) -> None:
    for name in SENTENCES:
        text = getattr(indicator, name)
        assert text.sv != text.en, name
        assert all(said.endswith(".") for said in text), name


@every_indicator
def test_swedish_numbers_do_not_break_and_english_ones_have_commas(indicator: Indicator) -> None:
    for name, text in each(texts(indicator).items()):
        assert not re.search(r"\d \d{3}(?!\d)", text.sv), (name, text.sv)
        assert not re.search(r"\d[ \u00a0]\d{3}(?!\d)", text.en), (name, text.en)
        assert not re.search(r"\d,\d{3}(?!\d)", text.sv), (name, text.sv)


@every_indicator
def test_short_names_fit_a_card(indicator: Indicator) -> None:
    assert max(map(len, indicator.short_name)) <= 24


def test_keys_and_names_are_unique_and_keys_are_snake_case() -> None:
    keys = [indicator.key for indicator in INDICATORS]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", key) for key in keys)
    for lang in ("sv", "en"):
        for field in ("name", "short_name"):
            words = [getattr(indicator, field).in_(lang) for indicator in INDICATORS]
            assert len(set(words)) == len(words), (lang, field)


@every_indicator
def test_the_constant_has_the_name_of_the_key(indicator: Indicator) -> None:
    assert getattr(registry, indicator.key.upper()) is indicator
    assert registry.indicator(indicator.key) is indicator


def test_overcrowding_comes_first_as_the_default() -> None:
    assert INDICATORS[0] is registry.OVERCROWDING


@every_indicator
def test_something_says_how_every_indicator_gets_its_values(indicator: Indicator) -> None:
    assert not (indicator.ratio and indicator.derived)
    assert any(indicator.cares(data) for data in KINDS)


@pytest.mark.parametrize(("indicator", "series"), PUBLISHED)
def test_every_published_series_stands_in_the_facts(
    indicator: Indicator, series: registry.Published
) -> None:
    assert len(published_values(series)) >= 21
    assert series.source in {row["source_id"] for row in csv_tables.rows("sources")}


def test_a_series_and_care_has_one_source() -> None:
    pairs = {(p.series, p.care, p.source) for i in INDICATORS for p in i.published}
    assert len({pair[:2] for pair in pairs}) == len(pairs)


def test_every_annual_series_of_the_main_source_is_declared() -> None:
    declared = {(p.series, p.care) for i in INDICATORS for p in i.published}
    found = {
        (row["indicator"], row["care_area"])
        for row in csv_tables.rows("published_figures")
        if row["source_id"].startswith("kolada-")
    }
    assert declared == found


@every_indicator
def test_ratios_use_known_measures_and_the_factor_of_the_unit(indicator: Indicator) -> None:
    if indicator.ratio is None:
        return
    assert set(indicator.ratio.measures) <= set(get_args(Measure))
    assert indicator.ratio.factor == indicator.unit.per
    assert indicator.denominator_words is not None


def test_the_formulas_are_those_of_the_method() -> None:
    ratios = {i.key: i.ratio for i in INDICATORS if i.ratio}
    assert {
        key: (ratio.numerator, ratio.denominator, ratio.factor) for key, ratio in ratios.items()
    } == {
        "overcrowding": (("over_days",), "bed_days", 100),
        "psychiatric_overcrowding": (("over_days",), "bed_days", 100),
        "outplacement": (("out_days",), "bed_days", 100),
        "occupancy": (("patient_days",), "bed_days", 100),
        "occupancy_excl_overcrowded": (("patient_days", "-over_days"), "bed_days", 100),
        "available_beds": (("bed_days",), "calendar_days", 1),
        "beds_per_1000": (("bed_days",), "population_days", 1000),
    }


@every_indicator
def test_cuts_increase_and_straddle_zero_when_they_diverge(indicator: Indicator) -> None:
    cuts = indicator.cuts
    assert all(low < high for low, high in pairwise(cuts))
    if indicator.diverges:
        assert cuts == tuple(-cut for cut in reversed(cuts))
    elif cuts:
        assert len(cuts) == 4


@pytest.mark.parametrize(("indicator", "series"), PUBLISHED)
def test_no_class_of_a_map_is_empty_over_the_published_years(
    indicator: Indicator, series: registry.Published
) -> None:
    if not indicator.cuts:
        return
    regions = published_values(series)
    values = [value for code, found in regions.items() if code != "00" for value in found]
    edges = (float("-inf"), *indicator.cuts, float("inf"))
    for low, high in each(pairwise(edges)):
        assert any(low <= value < high for value in values), (low, high)


@every_indicator
def test_neutral_indicators_and_counts_are_never_ranked_or_drawn(indicator: Indicator) -> None:
    if indicator.good is Good.NEUTRAL or indicator.unit.counts or indicator.national_only:
        assert not indicator.ranked
        assert not indicator.drawable
        assert indicator.cuts == ()
    else:
        assert indicator.ranked
        assert indicator.drawable


def test_the_directions_are_those_declared() -> None:
    by_direction = {good: {i.key for i in INDICATORS if i.good is good} for good in Good}
    assert {key for key in by_direction[Good.HIGHER] if not key.startswith("wait_")} == {
        "progress_to_guideline"
    }
    assert by_direction[Good.NEUTRAL] == {
        "available_beds", "beds_per_1000", "inpatient_episodes", "ed_visits_80plus",
    }  # fmt: skip
    assert len([key for key in by_direction[Good.HIGHER] if key.startswith("wait_")]) == 6


@every_indicator
def test_the_default_care_exists_in_every_kind_of_data_it_has(indicator: Indicator) -> None:
    for data in KINDS:
        cares = indicator.cares(data)
        assert not cares or indicator.default_care in cares


@pytest.mark.parametrize(
    ("key", "published", "estimated", "default"),
    [
        ("overcrowding", "somatic psychiatric", "somatic psychiatric all", "somatic"),
        ("psychiatric_overcrowding", "psychiatric", "psychiatric", "psychiatric"),
        ("outplacement", "somatic", "somatic", "somatic"),
        ("occupancy", "", "somatic", "somatic"),
        ("available_beds", "", "somatic", "somatic"),
        ("beds_per_1000", "all", "all", "all"),
        ("distance_to_guideline", "", "somatic", "somatic"),
        ("wait_bup_start", "psychiatric", "", "psychiatric"),
    ],
)
def test_care_areas_follow_from_series_and_measures(
    key: str, published: str, estimated: str, default: str
) -> None:
    indicator = registry.indicator(key)
    assert indicator.cares("published") == tuple(published.split())
    assert indicator.cares("estimated") == tuple(estimated.split())
    assert indicator.default_care == default


@every_indicator
def test_only_monthly_somatic_ratios_are_split_by_stream(indicator: Indicator) -> None:
    for data in KINDS:
        for care in each(get_args(Care)):
            streams = indicator.streams(data, care)
            split = data != "published" and care == "somatic" and indicator.ratio is not None
            if care not in indicator.cares(data):
                assert streams == ()
            else:
                assert streams == (get_args(Stream) if split else ("all",))


def test_an_unknown_key_names_its_neighbours() -> None:
    with pytest.raises(ValueError, match=r"'overcrowdin'.*there is overcrowding"):
        registry.indicator("overcrowdin")


@given(st.text(max_size=300))
def test_any_other_key_is_a_value_error_of_bounded_length(key: str) -> None:
    if key in registry.BY_KEY:
        return
    with pytest.raises(ValueError, match="no indicator") as caught:
        registry.indicator(key)
    assert len(str(caught.value)) < 1500


def test_the_regional_distance_says_it_is_an_estimate() -> None:
    caveats = registry.DISTANCE_TO_GUIDELINE.caveats
    assert caveats.sv.startswith("SKATTNING – inte Socialstyrelsens regionala riktvärde")
    assert caveats.en.startswith("ESTIMATE")


def test_the_terms_are_quoted_as_socialstyrelsen_defines_them() -> None:
    assert (
        "händelse när en inskriven patient vårdas på vårdplats som inte uppfyller kraven på "
        "disponibel vårdplats" in registry.OVERCROWDING.definition.sv
    )
    assert (
        "vårdplats i sluten vård med fysisk utformning, utrustning och bemanning som säkerställer "
        "patientsäkerhet och arbetsmiljö" in registry.AVAILABLE_BEDS.definition.sv
    )
    assert (
        "patient som är inskriven och vårdas på annan vårdenhet än den som har specifik kompetens "
        "och medicinskt ansvar för patienten" in registry.OUTPLACEMENT.definition.sv
    )
