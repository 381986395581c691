"""A scenario in an address: what can be read, what is refused, and that it names its model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.quasi_points import Spread
from dashboard.view.scenario_choice import (
    DIALS,
    EXAMPLES,
    MODEL,
    NOW,
    Scenario,
    scenario_choice,
    scenario_edited,
    scenario_text,
)
from tests.each import each


def test_nothing_is_changed_now() -> None:
    assert scenario_choice(NOW) == Scenario()
    assert scenario_choice(NOW).is_now
    assert scenario_text(Scenario()) == NOW
    for example in each(EXAMPLES[1:]):
        assert not scenario_choice(example).is_now


def test_an_interval_not_given_is_a_quarter_to_both_sides() -> None:
    found = scenario_choice("beds=20,stay=0.2~0.1~0.4")
    assert (found.of("beds"), found.of("stay")) == (Spread(20, 15, 25), Spread(0.2, 0.1, 0.4))
    assert scenario_choice("beds=-20").of("beds") == Spread(-20, -25, -15)
    assert scenario_choice("cost=9300").of("cost") == DIALS["cost"].usual
    assert scenario_choice("ahead=3").of("ahead") == Spread(3, 3, 3)


@given(st.sampled_from(list(DIALS)), st.floats(0, 1))
def test_what_is_written_is_read_as_the_same(name: str, part: float) -> None:
    dial = DIALS[name]
    number = round(dial.low + part * (dial.high - dial.low), 2)
    one = scenario_choice(f"{name}={number:g}")
    assert scenario_choice(scenario_text(one)).of(name) == one.of(name)


def test_the_words_name_the_model() -> None:
    assert scenario_edited(NOW, {"beds": "20"}) == f"model={MODEL},beds=20"
    assert scenario_choice(f"model={MODEL},beds=20").model == MODEL


def test_an_edit_keeps_the_others_and_an_empty_field_takes_back() -> None:
    words = scenario_edited("beds=20~10~30,stay=0.2", {"ready": "50"})
    assert words == f"model={MODEL},beds=20~10~30,stay=0.2,ready=50"
    assert scenario_edited(words, {"beds": "", "stay": "", "ready": "0"}) == NOW


@pytest.mark.parametrize(
    ("words", "problem"),
    [("beds", "beds must be"), ("beds=1e3", "beds must be"), ("beds=9999", "from -1000 to 5000"),
     ("bed=2", "no control"), ("beds=2,beds=3", "stands twice"), ("beds=2~3~4", "must hold"),
     ("beds=2~1", "value~low~high"), ("ahead=2~1~3", "one number"), ("model=9,beds=1", "no model"),
     ("model=x", "no model"), ("latent=101", "from 0 to 100"), ("a" * 201, "200 characters")],
)  # fmt: skip
def test_what_cannot_be_is_refused(words: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        scenario_choice(words)
