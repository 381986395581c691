"""Assumptions in an address: what can be read, what is refused, and what is left out."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.view.assumptions import EXAMPLES, SCALES, USUAL, Assumptions, assumptions


def test_the_usual_assumptions_are_those_of_the_scales() -> None:
    usual = asdict(Assumptions())
    assert usual == {name: scale.usual for name, scale in SCALES.items()}
    assert assumptions(USUAL) == Assumptions()


def test_what_differs_is_read_and_the_rest_is_usual() -> None:
    assert assumptions("size=30,risk=3") == Assumptions(size=30, risk=3)
    for example in EXAMPLES:
        assumptions(example)


@given(st.sampled_from(list(SCALES)), st.floats(0, 1))
def test_every_number_on_a_scale_can_be_read(name: str, part: float) -> None:
    scale = SCALES[name]
    number = round(scale.low + part * (scale.high - scale.low), 2)
    assert getattr(assumptions(f"{name}={number:g}"), name) == float(f"{number:g}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("size=121", "from 4 to 120"), ("size=-5", "from 4"), ("size=1e2", "from 4"),
        ("size=٢٤", "from 4"), ("sizes=24", "no assumption"), ("size=24,size=25", "twice"),
        ("", "no assumption"), ("size", "from 4"), ("x" * 300, "200 characters"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        assumptions(text)
