"""The steps of a text lead from what the browser holds to what it should show, and are short."""

from zlib import adler32

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacks.text_steps import check_sum, text_steps
from tests.callbacks.walked import walked

words = st.sampled_from(
    ["<td>", "</td>", "<tr>", "<b class=", "a", " b", "4,3", " -5", "-5", " 16 152", "0.48", "007",
     " ", "<", "2025-11", "1.2.3", "99999999999", "3,14159", "–", "−7", "å", "\n", "P", "~", "#"]
)  # fmt: skip
texts = st.lists(words, max_size=30).map("".join)
rows = st.lists(
    st.tuples(
        st.sampled_from("abcdef"), st.integers(-99, 99), st.floats(0, 9).map(lambda x: f"{x:.1f}")
    ),
    max_size=8,
).map(
    lambda found: "".join(f"<tr><th>{a}</th><td>{b}</td><td>{c} m</td></tr>" for a, b, c in found)
)


def checked(old: str, new: str) -> None:
    sent = text_steps(old, new)
    if sent is not None:
        assert walked(old, orjson.loads(orjson.dumps(sent))) == new


@given(texts, texts)
@settings(deadline=None, max_examples=300)
def test_steps_lead_from_any_text_to_any_other(old: str, new: str) -> None:
    checked(old, new)


@given(rows, rows)
@settings(deadline=None, max_examples=200)
def test_steps_lead_from_one_table_to_another(old: str, new: str) -> None:
    checked("<table>" + old * 3 + "</table>", "<table>" + new + old + "</table>")


def table(values: dict[str, int]) -> str:
    row = '<tr><th scope="row"><button type="button">{}</button></th><td>{}</td></tr>'
    return "".join(row.format(*one) for one in values.items())


def test_a_number_is_a_letter() -> None:
    assert text_steps("<td>4,3 <small>3,9–4,8</small>", "<td>4,4 <small>3,9–4,6</small>") == (
        [], "QPN", "",
    )  # fmt: skip


def test_rows_in_another_order_are_not_sent_again() -> None:
    regions = ["Blekinge", "Dalarna", "Gotland", "Skåne", "Halland"]
    old = table({name: 40 + i for i, name in enumerate(regions)})
    new = table({name: 41 + i for i, name in enumerate(reversed(regions))})
    sent = text_steps(old, new)
    assert sent is not None
    assert not [step for step in sent[0] if isinstance(step, str)]
    assert walked(old, sent) == new


def test_nothing_but_what_is_new_of_a_sentence_is_sent() -> None:
    old = "I november vårdades 4,3 på en plats som inte uppfyller kraven, och 1,5 på fel avdelning."
    new = old.replace("november", "december").replace("4,3", "4,5")
    assert text_steps(old, new) == ([1, " december", 12], "R", "")


@pytest.mark.parametrize(("old", "new"), [("", "a"), ("a", "b"), ("a\0 b" * 20, "a\0 c" * 20)])
def test_what_is_longer_in_steps_is_sent_whole(old: str, new: str) -> None:
    assert text_steps(old, new) is None


@given(st.lists(st.text(max_size=50)))
def test_the_sum_of_texts_is_that_of_all_in_one(texts: list[str]) -> None:
    assert check_sum(texts) == adler32("".join(texts).encode())


def test_the_sum_of_long_texts_is_that_of_all_in_one() -> None:
    texts = ["\N{MINUS SIGN}5 " * 40_000, "", "å" * 70_000]
    assert check_sum(texts) == adler32("".join(texts).encode())
