"""Elements are written as the HTML that they are, and words never become anything but words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts import html
from layouts.document.pages import PAGES
from layouts.html import Html, render_html
from tests.layouts.reading import read

LETTERS = "<>&\"'/ =abc"


def test_names_of_properties_are_those_of_html() -> None:
    style = {"--at": "0.5", "--to": "1"}
    span = html.Span([], className="rail", style=style, aria_hidden="true", data_set="x")
    assert (
        span == '<span class="rail" style="--at:0.5;--to:1" aria-hidden="true" data-set="x"></span>'
    )
    assert html.Label("Vård", htmlFor="care") == '<label for="care">Vård</label>'
    assert html.Td(3.5, colSpan=2) == '<td colspan="2">3.5</td>'


def test_what_is_not_so_is_not_said() -> None:
    assert html.P(None, hidden=False, title=None) == "<p></p>"
    assert html.P("x", hidden=True, id="p") == '<p hidden id="p">x</p>'


def test_what_can_hold_nothing_has_no_end() -> None:
    assert html.P(["a", html.Br(), "b"]) == "<p>a<br>b</p>"
    assert html.Img(src="/a.png", alt="") == '<img src="/a.png" alt>'


def test_elements_words_and_numbers_stand_in_each_other() -> None:
    page = html.Ul([html.Li("a"), html.Li([html.Strong("b"), " & c"])], id="list")
    assert render_html([page, 7, None, (html.P("d"),)]) == (
        '<ul id="list"><li>a</li><li><strong>b</strong> &amp; c</li></ul>7<p>d</p>'
    )


@given(st.text(alphabet=LETTERS), st.text(alphabet=LETTERS))
def test_whatever_the_words_are_they_stay_words(words: str, value: str) -> None:
    made = read(render_html([html.P(words, title=value), "end"]))
    assert "".join(made.words) == f"{words}end"
    assert made.found == [("p", {"title": value})]


@given(st.text(alphabet=LETTERS + "!-script"))
def test_no_data_ends_the_element_it_stands_in(words: str) -> None:
    element = html.data({"words": words}, id="told")
    assert isinstance(element, Html)
    assert [tag for tag, _ in read(element).found] == ["script"]
    assert "<" not in element.removeprefix("<script").removesuffix("</script>")


@pytest.mark.parametrize("page", [page.key for page in PAGES if page.interactive])
def test_what_follows_a_view_is_plain_as_it_travels(page: str, dataset: Dataset) -> None:
    interactive = next(one.interactive for one in PAGES if one.key == page and one.interactive)
    shown = interactive.shown(View("overcrowding", "2025-12", "24"), dataset, "sv")
    assert interactive.parts
    for id_, prop in interactive.parts:
        assert is_plain(shown[id_]), id_
        assert prop != "children" or isinstance(shown[id_], str), id_


def is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(is_plain, value.values()))
    if isinstance(value, list | tuple):
        return all(map(is_plain, value))
    return isinstance(value, str | int | float | bool | None)
