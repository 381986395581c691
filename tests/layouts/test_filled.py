"""Elements that hold their content as text: the same content, and never a way in for others'."""

from hypothesis import given
from hypothesis import strategies as st

from layouts import light
from layouts.filled import HELD, filled, text
from tests.layouts.reading import read


def test_an_element_keeps_its_properties_and_holds_its_content_as_text() -> None:
    row = light.Tr([light.Th("Skåne", scope="row"), light.Td(3.5), light.Td(None)], className="x")
    found = filled(row)["props"]
    assert found == {"className": "x", HELD: '<th scope="row">Skåne</th><td>3.5</td><td></td>'}
    assert "children" in row["props"]


def test_names_of_properties_are_those_of_html() -> None:
    style = {"--at": "0.5", "--to": "1"}
    span = light.Span([], className="rail", style=style, **{"aria-hidden": "true"})
    assert text(span) == '<span class="rail" style="--at:0.5;--to:1" aria-hidden="true"></span>'
    assert text(light.Img(src="data:image/svg+xml,<svg>", alt="")) == (
        '<img src="data:image/svg+xml,&lt;svg&gt;" alt="">'
    )


@given(st.text(alphabet="<>&\"'/ =abc"), st.text(alphabet="<>&\"'/ =abc"))
def test_whatever_the_words_are_they_stay_words(words: str, value: str) -> None:
    found = read(text([light.P(words, title=value), "end"]))
    assert "".join(found.words) == f"{words}end"
    assert found.found == [("p", {"title": value})]
