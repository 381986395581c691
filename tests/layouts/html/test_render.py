"""Pages become the HTML that they are, and words never become anything but words."""

import dash_bootstrap_components as dbc
import pytest
from dash import html
from hypothesis import given
from hypothesis import strategies as st

from layouts.html import elements
from layouts.html.render import render_html
from tests.layouts.reading import read

LETTERS = "<>&\"'/ =abc"


def test_names_of_properties_are_those_of_html() -> None:
    style = {"--at": "0.5", "--to": "1"}
    span = elements.Span([], className="rail", style=style, **{"aria-hidden": "true"})
    assert (
        render_html(span) == '<span class="rail" style="--at:0.5;--to:1" aria-hidden="true"></span>'
    )
    assert render_html(html.Label("Vård", htmlFor="care")) == '<label for="care">Vård</label>'
    assert render_html(elements.Td(3.5, colSpan=2)) == '<td colspan="2">3.5</td>'


def test_what_is_not_so_is_not_said() -> None:
    assert render_html(html.P(None, hidden=False)) == "<p></p>"
    assert render_html(html.P("x", hidden=True, id="p")) == '<p hidden id="p">x</p>'


def test_components_and_light_elements_stand_in_each_other() -> None:
    page = html.Ul([elements.Li("a"), html.Li([elements.Strong("b"), " & c"])], id="list")
    assert render_html([page, 7]) == (
        '<ul id="list"><li>a</li><li><strong>b</strong> &amp; c</li></ul>7'
    )


@given(st.text(alphabet=LETTERS), st.text(alphabet=LETTERS))
def test_whatever_the_words_are_they_stay_words(words: str, value: str) -> None:
    for made in (elements.P(words, title=value), html.P(words, title=value)):
        found = read(render_html([made, "end"]))
        assert "".join(found.words) == f"{words}end"
        assert found.found == [("p", {"title": value})]


OPTIONS = [{"value": "a", "label": "A & B"}, {"value": "b", "label": "B"}]
CONTROLS = {
    "select": dbc.Select(id="x", value="b", options=OPTIONS, size="sm"),
    "number": dbc.Input(id="x", type="number", min=0, max=9, step=0.5, value=3),
    "range": dbc.Input(id="x", type="range", min=0, max=9, value=3, className="form-range"),
    "radio": dbc.RadioItems(id="x", name="x", value="b", options=OPTIONS, className="segments"),
    "checklist": dbc.Checklist(id="x", value=["b"], options=OPTIONS),
    "checkbox": dbc.Checkbox(id="x", value=True, label="Låst"),
}


@pytest.mark.parametrize("kind", CONTROLS)
def test_a_control_becomes_an_element_that_a_browser_knows(kind: str) -> None:
    found = read(render_html(CONTROLS[kind])).found
    assert "x" in [attributes.get("id") for _, attributes in found]
    tags = [tag for tag, _ in found]
    if kind == "select":
        chosen = [a["value"] for tag, a in found if tag == "option" and "selected" in a]
        assert (tags, chosen) == (["select", "option", "option"], ["b"])
    elif kind in ("number", "range"):
        assert (tags, found[0][1]["value"]) == (["input"], "3")
    else:
        ticked = [a.get("value") for tag, a in found if tag == "input" and "checked" in a]
        assert ticked == [None if kind == "checkbox" else "b"]
        named = {a["for"] for tag, a in found if tag == "label"}
        assert named == {a["id"] for tag, a in found if tag == "input"}


def test_a_control_that_no_page_has_had_is_refused() -> None:
    with pytest.raises(KeyError):
        render_html(dbc.Switch(id="x"))
