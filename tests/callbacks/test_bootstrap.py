"""A document brings what Dash asks for first."""

import json
from typing import Any

import pytest
from dash import Dash

from callbacks.bootstrap import first_answers
from layouts.compare import page as compare
from layouts.document.pages import PAGES
from layouts.html import data, render_html
from layouts.overview import page as overview
from tests.callbacks.document import Document


def answers(app: Dash, page: Any) -> dict[str, Any]:
    found = Document(render_html(first_answers(app, page)))
    return {name.removeprefix("first"): found.data(name) for name in found.ids}


def test_the_callbacks_are_those_that_dash_would_answer(app: Dash) -> None:
    own = app.server.test_client().get("/_dash-dependencies").json
    assert answers(app, overview.INTERACTIVE)["_dash-dependencies"] == own


def test_the_layout_is_the_question_and_the_answer_of_the_page(app: Dash) -> None:
    layout = answers(app, compare.INTERACTIVE)["_dash-layout"]
    assert [one["props"]["id"] for one in layout] == ["cmp-asked", "cmp-change"]
    assert {one["type"] for one in layout} == {"Store"}


def test_every_store_of_every_callback_is_on_its_page(app: Dash) -> None:
    known = {
        one["props"]["id"]
        for page in PAGES
        if page.interactive
        for one in answers(app, page.interactive)["_dash-layout"]
    }
    asked = {part["id"] for entry in app._callback_list for part in entry["inputs"]}
    assert asked == known


def test_no_text_can_end_the_element_it_travels_in() -> None:
    words = "</script><script>alert(1)</script><!--"
    element = render_html(data({"said": words}, id="told"))
    assert element.count("<script") == 1
    assert Document(element).data("told") == {"said": words}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_document_of_a_page_that_answers_touches_has_them(app: Dash, page: Any) -> None:
    text_ = app.server.test_client().get(page.path.en + "?region=14").get_data(as_text=True)
    found = [id_ for id_ in Document(text_).ids if id_.startswith("first")]
    assert found == (["first_dash-layout", "first_dash-dependencies"] if page.interactive else [])
    assert ("plotly.js" in text_) == bool(page.interactive)


def test_everything_said_is_in_the_document_before_any_script(app: Dash) -> None:
    text_ = app.server.test_client().get("/en/?region=14").get_data(as_text=True)
    found = Document(text_)
    assert "Blekinge" in found.prop("map-sentence", "children")
    assert found.prop("tiles", "children").count("tile-value") == 21
    assert json.loads(json.dumps(found.prop("map-figure", "figure")))["data"]
