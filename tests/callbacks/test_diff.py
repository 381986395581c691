"""What is sent leads from what the browser holds to what it should show, and is small."""

import copy
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacks.diff import UNCHANGED, difference
from tests.callbacks.reader import applied

leaves = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | st.text(max_size=3)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=4)
    ),
    max_leaves=12,
)


figures = st.dictionaries(st.sampled_from("abcde"), values, max_size=4)


@st.composite
def nested_pairs(draw: st.DrawFn) -> tuple[Any, Any]:
    """A figure and the same with some of it changed, as two answers to one page are."""
    old = draw(figures)

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

    return old, {key: changed(one) for key, one in old.items() if draw(st.integers(0, 5))}


def browser(old: Any, sent: Any) -> Any:
    """What the browser holds after an answer."""
    if sent is UNCHANGED:
        return old
    return applied(old, sent) if isinstance(sent, list) else sent


@given(nested_pairs())
@settings(deadline=None)
def test_what_is_sent_leads_from_the_old_to_the_new(pair: tuple[Any, Any]) -> None:
    old, new = pair
    assert browser(old, difference(old, new)) == new


@given(figures, figures)
@settings(deadline=None)
def test_it_does_so_between_any_two_figures(old: Any, new: Any) -> None:
    assert browser(old, difference(old, new)) == new


@given(values, values)
def test_what_is_no_figure_is_sent_whole(old: Any, new: Any) -> None:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        assert difference(old, new) is (UNCHANGED if old == new else new)


@given(values)
@settings(deadline=None)
def test_nothing_is_sent_for_equals(value: Any) -> None:
    assert difference(value, copy.deepcopy(value)) is UNCHANGED


@given(nested_pairs())
@settings(deadline=None)
def test_the_steps_are_never_longer_than_the_value(pair: tuple[Any, Any]) -> None:
    old, new = pair
    sent = difference(old, new)
    if sent is not UNCHANGED:
        assert len(orjson.dumps(sent)) <= len(orjson.dumps(new))


@given(nested_pairs())
@settings(deadline=None)
def test_neither_value_is_changed(pair: tuple[Any, Any]) -> None:
    before = copy.deepcopy(pair)
    difference(*pair)
    assert pair == before


def test_one_changed_leaf_is_one_step() -> None:
    old = {"data": [{"x": [1, 2], "y": list(range(100))}, {"y": list(range(100))}], "layout": {}}
    new = copy.deepcopy(old)
    new["data"][1]["y"][0] = 7
    sent = difference(old, new)
    assert [place for place, *_ in sent] == [("data", 1, "y")]


long_lists = st.lists(
    st.none() | st.integers(-(10**6), 10**6).map(lambda n: n / 100) | st.integers(-9, 9),
    min_size=12, max_size=40,
)  # fmt: skip


@given(long_lists, long_lists, st.integers(12, 40))
@settings(deadline=None)
def test_letters_of_numbers_are_the_numbers(old: Any, new: Any, size: int) -> None:
    for before, now in ((old, new), (old[:size], new[:size]), (None, new), ("words", new)):
        sent = difference({"y": before}, {"y": now})
        assert browser({"y": before}, sent) == {"y": now}


def test_lines_that_move_alike_are_a_letter_for_each_number() -> None:
    old = {"y": [10 + i % 5 for i in range(60)]}
    new = {"y": [round(0.5 * value + 0.01 * (i % 2), 2) for i, value in enumerate(old["y"])]}
    (place, letters, decimals, source, others), *more = difference(old, new)
    assert (place, decimals, source, others, more) == (("y",), 2, -1, [5.0], [])
    assert len(letters) == 60
    assert set(letters[1:]) <= set("NOPQR")


def test_a_line_is_expected_to_move_as_the_one_before_it() -> None:
    line = [10 + 3 * (i % 5) for i in range(30)]
    new = {"y": [*line, None, *(2 * value for value in line), None]}
    ((_, letters, decimals, source, others),) = difference({"y": []}, new)
    assert (decimals, source, others) == (0, 31, [10, None, 20, None])
    assert letters[32:] == "P" * 29 + "~"
    assert browser({"y": []}, difference({"y": []}, new)) == new


def test_words_in_a_figure_are_sent_as_what_changes_of_them() -> None:
    old = {"file": "vardplatslaget_serie_2025-11_riket", "at": [["3,4", "Uppsala"]] * 12}
    new = {"file": "vardplatslaget_serie_2025-12_riket", "at": [["3,5", "Uppsala"]] * 12}
    assert difference(old, new) == [(("file",), [], "PO", ""), (("at",), [], "Q" * 12, "")]
