"""The words of a rule lead back to the rule, and what cannot be read is refused by name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.funding.rule_names import PARAMETERS, PRESETS, WORDS, rule_name, said
from dashboard.language.text import LANGS
from dashboard.view.payment_rule import EXAMPLES, NAMES, OF_2024, RuleChoice, rule_choice, rule_text

halves = st.integers(0, 100).map(lambda n: n / 2)
rules = st.builds(
    RuleChoice,
    threshold=halves,
    than=st.sampled_from(("month", "year", "limits")),
    top=st.integers(0, 21),
    ties=st.sampled_from(("inclusive", "strict")),
    bonus=st.sampled_from(("pooled", "per-requirement")),
    smooth=st.integers(1, 12),
    decimals=st.none() | st.integers(0, 4),
    base=st.integers(0, 1990).map(float),
    least=halves,
    over=st.integers(0, 1990).map(float),
    out=st.integers(0, 1990).map(float),
)


@given(rules)
def test_the_words_of_a_rule_lead_back_to_it(rule: RuleChoice) -> None:
    # The decision has no decimals, so that they can only be stated and not taken away.
    assert rule_choice(rule_text(rule)) == rule


def test_the_shortest_words_name_only_what_departs() -> None:
    assert rule_text(OF_2024) == "2024"
    assert rule_text(replace(OF_2024, threshold=2.5, top=3)) == "threshold=2.5,top=3"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", "no parameter"), ("threshold", "threshold must be from 0 to 50"),
        ("threshold=51", "0 to 50"), ("threshold=1e1", "0 to 50"), ("threshold=nan", "0 to 50"),
        ("threshold=٢", "0 to 50"), ("smooth=0", "1 to 12"), ("top=2.5", "whole number"),
        ("than=week", "month, year, limits"), ("colour=red", "no parameter 'colour'"),
        ("top=1,top=2", "stands twice"), ("x" * 201, "200 characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_name(text: str, names: str) -> None:
    with pytest.raises(ValueError, match=names):
        rule_choice(text)


@given(st.text(max_size=300))
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    try:
        rule = rule_choice(text)
    except ValueError:
        return
    assert isinstance(rule, RuleChoice)


def test_every_rule_that_can_be_chosen_is_read_and_named() -> None:
    for text in (*PRESETS, *EXAMPLES):
        assert rule_text(rule_choice(text)) == text
    assert set(PARAMETERS) == set(NAMES)
    assert rule_name("threshold=7") != rule_name("2024")


@pytest.mark.parametrize("lang", LANGS)
def test_a_rule_is_said_by_what_departs(lang: str) -> None:
    assert said(OF_2024, lang) == ""  # type: ignore[arg-type]
    words = said(rule_choice("threshold=2.5,than=limits,decimals=1"), lang)  # type: ignore[arg-type]
    assert {"sv": "2,5", "en": "2.5"}[lang] in words
    assert WORDS["than"]["limits"].in_(lang) in words  # type: ignore[arg-type]
    assert words.count(": ") == 3
