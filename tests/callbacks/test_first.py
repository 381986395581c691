"""A document brings what Dash asks for first, with the page in its place."""

import json
import re
from typing import Any

import pytest
from dash import Dash, dcc, html

from callbacks.difference import plain
from callbacks.first import first_answers
from layouts.shell import CONTENT
from tests.callbacks.reader import walked


def answers(app: Dash, page: html.Div) -> dict[str, Any]:
    found = re.findall(
        r'<script id="first([^"]+)" type="application/json">(.*?)</script>',
        first_answers(app, page), re.S,
    )  # fmt: skip
    return {name: json.loads(text) for name, text in found}


def test_the_layout_is_dashs_own_with_the_page_in_its_place(app: Dash) -> None:
    page = html.Div([html.H1("Läget"), dcc.Store(id="state", data={"query": ""})])
    layout = answers(app, page)["_dash-layout"]
    own = app.server.test_client().get("/_dash-layout").json
    place = next(one for one in walked(layout) if one["props"].get("id") == CONTENT)
    assert place["props"].pop("children") == json.loads(json.dumps(plain(page)))
    empty = next(one for one in walked(own) if one["props"].get("id") == CONTENT)
    empty["props"].pop("children", None)
    assert layout == own


def test_the_callbacks_are_those_that_dash_would_answer(app: Dash) -> None:
    own = app.server.test_client().get("/_dash-dependencies").json
    assert answers(app, html.Div())["_dash-dependencies"] == own


def test_no_text_of_a_page_can_end_the_element_it_travels_in(app: Dash) -> None:
    words = "</script><script>alert(1)</script><!--"
    layout = answers(app, html.Div(words))["_dash-layout"]
    assert words in json.dumps(layout, ensure_ascii=False)
    assert first_answers(app, html.Div(words)).count("<script") == 2


@pytest.mark.parametrize("address", ["/", "/en/?region=14", "/metod", "/en/about?x=<b>"])
def test_every_document_has_them(app: Dash, address: str) -> None:
    text = app.server.test_client().get(address).get_data(as_text=True)
    assert re.findall(r'id="first([^"]+)"', text) == ["_dash-layout", "_dash-dependencies"]
    assert '"H1"' in text
