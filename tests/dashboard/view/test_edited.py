"""What an editor says becomes the shortest words of the address, and nothing else passes."""

import pytest

from dashboard.view.assumptions import SCALES
from dashboard.view.edited import edited
from dashboard.view.payment_rule import OF_2024, rule_choice, rule_text
from dashboard.view.peer_choice import FEATURES

EVEN = dict.fromkeys(FEATURES, "1")


@pytest.mark.parametrize(
    ("key", "words", "fields", "written"),
    [
        ("peers", "all", {"count": "4", **EVEN}, "similar"),
        ("peers", "all", {"count": "6", **EVEN, "density": "0.5"}, "similar:k=6,density=0.5"),
        ("peers", "similar", {"regions": "01,03"}, "01,03"),
        ("peers", "01,03", {"regions": ""}, "similar"),
        ("rule", "than=limits,top=0", {"than": "month", "top": "5", "decimals": ""}, "2024"),
        ("rule", "2024", {"threshold": "2.5", "bonus": "per-requirement", "decimals": "1"},
         "threshold=2.5,bonus=per-requirement,decimals=1"),
        ("assumptions", "usual", {"size": "30"}, "size=30"),
        ("assumptions", "size=30,risk=3", {"size": "24"}, "risk=3"),
        ("assumptions", "size=30,risk=3", {"size": "40"}, "size=40,risk=3"),
        ("assumptions", "size=30", {"size": "24"}, "usual"),
        ("assumptions", "usual", {"locked": "1", "stay": "2.5"}, "locked=1,stay=2.5"),
    ],
)  # fmt: skip
def test_an_editor_writes_what_is_not_usual(
    key: str, words: str, fields: dict[str, str], written: str
) -> None:
    assert edited(key, words, fields) == written


@pytest.mark.parametrize("text", ["2024", "than=limits,top=0", "threshold=2,ties=strict,smooth=3"])
def test_a_rule_said_part_by_part_is_the_same_rule(text: str) -> None:
    rule = rule_choice(text)
    fields = {name: getattr(rule, name) for name in OF_2024.__slots__}
    said = {name: "" if value is None else str(value) for name, value in fields.items()}
    said = {name: value.removesuffix(".0") for name, value in said.items()}
    assert edited("rule", "2024", said) == rule_text(rule) == text


@pytest.mark.parametrize("name", [name for name, scale in SCALES.items() if scale.usual is None])
def test_an_assumption_that_follows_the_view_is_said_once_it_is_set(name: str) -> None:
    low = f"{SCALES[name].low:g}"
    assert edited("assumptions", "usual", {name: low}) == f"{name}={low}"


@pytest.mark.parametrize(
    ("key", "fields", "reason"),
    [
        ("region", {"x": "1"}, "no editor"),
        ("peers", {"count": "0"}, "from 1"), ("peers", {"weight": "1"}, "no feature"),
        ("peers", {"population": "1e3"}, "weight from 0"),
        ("peers", dict.fromkeys(FEATURES, "0"), "more than 0"),
        ("peers", {"count": "4,k=5"}, "twice"),
        ("rule", {"cells": "1"}, "no parameter"), ("rule", {"top": "1.5"}, "whole number"),
        ("assumptions", {"size": "200"}, "from 4 to 120"),
        ("assumptions", {"beds,size": "20"}, "no assumption"),
    ],
)  # fmt: skip
def test_what_a_field_cannot_say_is_refused(key: str, fields: dict[str, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        edited(key, {"assumptions": "usual"}.get(key, "2024"), fields)
