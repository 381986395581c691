"""What is sent leads from what the browser holds to what it should show, and is small."""

import copy
import json
from typing import Any

import orjson
from dash import dcc, html, no_update
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacks.difference import difference, plain
from tests.callbacks.reader import applied

MARK = "__dash_patch_update"

leaves = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | st.text(max_size=3)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def nested_pairs(draw: st.DrawFn) -> tuple[Any, Any]:
    """A value and the same with some of it changed, as two answers to one page are."""
    old = draw(values)

    def changed(value: Any) -> Any:
        if draw(st.integers(0, 5)) == 0:
            return draw(values)
        if isinstance(value, dict):
            found = {key: changed(one) for key, one in value.items() if draw(st.integers(0, 5))}
            return found | draw(st.dictionaries(st.sampled_from("xyz"), leaves, max_size=1))
        if isinstance(value, list):
            kept = [changed(one) for one in value]
            return [*kept[: draw(st.integers(0, len(kept)))], *draw(st.lists(values, max_size=2))]
        return value

    return old, changed(old)


def browser(old: Any, sent: Any) -> Any:
    """What the browser holds after an answer."""
    return old if sent is no_update else applied(old, sent)


@given(nested_pairs())
@settings(deadline=None)
def test_what_is_sent_leads_from_the_old_to_the_new(pair: tuple[Any, Any]) -> None:
    old, new = pair
    assert browser(old, difference(old, new)) == new


@given(values, values)
@settings(deadline=None)
def test_it_does_so_between_any_two_values(old: Any, new: Any) -> None:
    assert browser(old, difference(old, new)) == new


@given(values)
@settings(deadline=None)
def test_nothing_is_sent_for_equals(value: Any) -> None:
    assert difference(value, copy.deepcopy(value)) is no_update


@given(nested_pairs())
@settings(deadline=None)
def test_a_patch_is_never_longer_than_the_value(pair: tuple[Any, Any]) -> None:
    old, new = pair
    sent = difference(old, new)
    if sent is not no_update:
        assert len(orjson.dumps(sent)) <= len(orjson.dumps(new)) + 100


@given(nested_pairs())
@settings(deadline=None)
def test_neither_value_is_changed(pair: tuple[Any, Any]) -> None:
    before = copy.deepcopy(pair)
    difference(*pair)
    assert pair == before


def test_one_changed_leaf_is_one_operation() -> None:
    old = {"data": [{"x": [1, 2], "y": list(range(100))}, {"y": list(range(100))}], "layout": {}}
    new = copy.deepcopy(old)
    new["data"][1]["y"][0] = 7
    sent = difference(old, new)
    assert sent[MARK]
    assert [one["location"] for one in sent["operations"]] == [("data", 1, "y")]


def a_page(words: str, value: float) -> list[Any]:
    figure = {"data": [{"y": [value, *range(50)], "x": list(range(51))}], "layout": {"height": 3}}
    return [html.P(words, id="p"), html.Div([dcc.Graph(figure=figure), html.B("b")])]


def test_components_travel_as_what_they_become() -> None:
    old, new = a_page("one", 1), a_page("two", 2)
    sent = difference(old, new)
    told = json.loads(json.dumps(plain(sent), default=list))
    assert applied(plain(old), told) == plain(new)
    assert len(json.dumps(told)) < len(json.dumps(plain(new)))
    assert difference(new, a_page("two", 2)) is no_update


def test_a_component_becomes_what_dash_makes_of_it() -> None:
    from plotly.utils import PlotlyJSONEncoder

    for part in a_page("one", 1):
        assert plain(part) == json.loads(json.dumps(part, cls=PlotlyJSONEncoder))


def test_a_part_the_browser_does_not_hold_is_sent_whole() -> None:
    assert difference(None, a_page("one", 1)) == plain(a_page("one", 1))
    assert difference(None, "words") == "words"
