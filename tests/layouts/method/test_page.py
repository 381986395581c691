"""Metod is written by the declarations: nothing declared is left out, no number is invented."""

import re

import pytest

from dashboard.gaps import implied_gap
from dashboard.indicators import handbook
from dashboard.indicators.registry import INDICATORS, STREAM_NAMES
from dashboard.ingest import bed_days
from dashboard.ingest.embedded import reference
from dashboard.ingest.estimates import assumptions
from dashboard.language.formatting import number
from dashboard.language.text import LANGS
from dashboard.statistics.funnel import FEWEST_GROUPS
from dashboard.statistics.signal_words import SIGNAL_WORDS
from dashboard.targets import shortfall
from dashboard.targets.guidelines import GUIDELINES
from dashboard.targets.occupancy_targets import TARGETS
from dashboard.unit_targets import model as target_model
from dashboard.values.years_apart import years_apart
from dashboard.view.addresses import SOURCES
from layouts.method import page as method
from layouts.method.back_test_texts import FACT_WORDS
from tests.each import each
from tests.layouts.tree import vars_of

every_language = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture
def page(dataset, lang):
    return method.layout(dataset, lang, {})


@pytest.fixture
def said(tree, page):
    return tree.words(page)


@every_language
@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
def test_every_indicator_has_an_anchor_and_all_it_declares(tree, page, said, lang, indicator):
    anchors = {one.id: tree.words(one) for one in tree.of_type(page, "H3") if hasattr(one, "id")}
    assert anchors[indicator.key] == indicator.name.in_(lang)
    for heading, text in handbook.describe(indicator, lang, reference().sources):
        assert text in said, heading


@every_language
def test_every_part_is_a_door_with_an_address_of_its_own(tree, page):
    headings = tree.of_type(page, "H2")
    assert len(headings) > 10
    assert [one.id for one in headings if not one.id] == []
    doors = [one for one in tree.of_type(page, "Details") if vars_of(one).get("class") == "door"]
    assert len(doors) == len(headings)


@every_language
def test_every_target_and_guideline_is_there(tree, page, lang):
    rows = [tree.words(row) for row in tree.of_type(page, "Tr")]
    for target in TARGETS:
        assert any(
            STREAM_NAMES[target.stream].in_(lang) in row and target.note.in_(lang) in row
            for row in rows
        )
    for guideline in GUIDELINES:
        gap = number(guideline.gap, 0, lang)
        assert any(gap in row and guideline.note.in_(lang) in row for row in rows)


@every_language
def test_every_event_is_there(said, lang):
    for event in each(reference().events):
        assert event.text.in_(lang) in said


@every_language
def test_old_addresses_of_sources_and_errors_lead_to_where_they_stand(tree, page, lang):
    anchors = {one.id for one in tree.of_type(page, "H2")}
    for anchor in each(("sources", "known-traps")):
        assert anchor in anchors
        assert f"{SOURCES.in_(lang)}#{anchor}" in tree.hrefs(page)


@every_language
def test_the_regional_distance_carries_its_stamp_and_every_variant(said, lang):
    for words in (shortfall.STAMP, shortfall.LEFT_OUT, *shortfall.VARIANTS.values()):
        assert words.in_(lang) in said


@every_language
def test_the_residuals_of_every_year_are_those_of_the_release(tree, page, dataset, lang):
    rows = {tree.words(row)[:4]: tree.words(row) for row in tree.of_type(page, "Tr")}
    found = dataset.manifest["residuals"]
    for year in each(dataset.year_labels):
        for series in ("over", "out"):
            assert number(found[series]["national_years"][year], 2, lang, signed=True) in rows[year]


@every_language
def test_the_assumptions_stated_are_those_of_the_model(tree, page, lang):
    steps = [tree.words(one) for one in tree.of_type(tree.of_type(page, "Ol")[0], "Li")]
    beds, _, occupancy, split, _, _ = steps
    july_of_april = bed_days.SEASON[6] / bed_days.SEASON[3]
    for share, decimals, step in (
        (assumptions.SOMATIC_SHARE, 2, beds),
        (july_of_april, 0, beds),
        (assumptions.ACUTE_SHARE, 0, split),
        (assumptions.ACUTE_EXTRA, 0, split),
        (assumptions.PLANNED_OCCUPANCY, 0, split),
    ):
        assert f"{number(100 * share, decimals, lang)} p" in step
    assert f" {assumptions.WARD_BEDS:.0f} " in occupancy


@every_language
def test_every_word_for_a_signal_is_explained(said, lang):
    for word in SIGNAL_WORDS.values():
        assert word.in_(lang)[1:] in said


@every_language
def test_the_rule_of_size_states_what_the_engine_uses(said, lang):
    assert target_model.STAMP.in_(lang) in said
    for low, high in target_model.LIMITS.values():
        assert f"{number(100 * low, 0, lang)}–{number(100 * high, 0, lang)}" in said
    assert implied_gap.NEVER_MIXED.in_(lang) in said


@every_language
def test_the_back_test_shows_every_figure_left_out_and_the_coverage(tree, page, dataset, lang):
    told = dataset.back_test
    markup = str(page)
    inside = sum(one["inside"] for one in told["figures"])
    dots = {
        kind: sum(
            one.count("<circle") for one in re.findall(f'<g class="{kind}">(.*?)</g>', markup)
        )
        for kind in ("held", "missed")
    }
    assert dots == {"held": inside, "missed": len(told["figures"]) - inside}
    assert dots["missed"] > 0
    words = tree.words(page)
    assert f"({number(100 * told['coverage'], 0, lang)} p" in words
    for share in each([*told["crossed"]["regions"], *told["crossed"]["years"]]):
        assert number(100 * share, 0, lang) in words
    assert {"sv": "inget oberoende prov", "en": "no independent test"}[lang] in words


@every_language
def test_what_the_estimates_miss_of_what_is_published_stands_in_metod(said, dataset, lang):
    apart = years_apart(dataset)
    assert ("overcrowding", "2024") in {(one.indicator.key, one.year) for one in apart}
    assert all(one.said(lang) in said for one in apart)
    # 5.1 may be anything from 5.05, which no rounding of the regions' figures reaches.
    (last,) = [one for one in apart if (one.indicator.key, one.year) == ("overcrowding", "2025")]
    assert last.is_conflict
    assert last.estimate < last.reach < 5.05
    assert {(one.indicator.key, one.year) for one in apart if one.is_conflict} == {
        ("overcrowding", "2024"), ("overcrowding", "2025"), ("outplacement", "2021"),
    }  # fmt: skip
    for fact in each(FACT_WORDS.values()):
        assert fact.in_(lang) in said


@every_language
def test_the_funnel_is_explained_where_its_note_says(said, lang):
    assert f" {FEWEST_GROUPS} region" in said
    assert {"sv": "winsoriserad", "en": "winsorised"}[lang] in said
