"""What Dash asks for first: the stores of every page, and the callbacks between them."""

from typing import Any

import pytest
from dash import Dash

from layouts.document.pages import PAGES
from tests.callbacks.document import Document


def asked(app: Dash, path: str) -> Any:
    return app.server.test_client().get(path).json


def test_the_layout_is_the_question_and_the_answer_of_each_page(app: Dash) -> None:
    layout = asked(app, "/_dash-layout")
    ids = [store["props"]["id"] for store in layout]
    assert {"cmp-asked", "cmp-change", "asked", "change"} <= set(ids)
    assert len(ids) == len(set(ids)) == 2 * sum(page.interactive is not None for page in PAGES)
    assert {store["type"] for store in layout} == {"Store"}


def test_every_store_is_a_question_or_its_answer(app: Dash) -> None:
    ids = {store["props"]["id"] for store in asked(app, "/_dash-layout")}
    calls = asked(app, "/_dash-dependencies")
    questions = {part["id"] for call in calls for part in call["inputs"]}
    answers = {call["output"].removesuffix(".data") for call in calls}
    assert questions | answers == ids
    assert not questions & answers


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_only_a_page_that_answers_touches_loads_what_draws(app: Dash, page: Any) -> None:
    text = app.server.test_client().get(page.path.en + "?region=14").get_data(as_text=True)
    assert ("config" in Document(text).ids) == bool(page.interactive)
    assert "dash-renderer" not in text
    assert ("plotly.js" in text) == bool(page.interactive)


def test_everything_said_is_in_the_document_before_any_script(app: Dash) -> None:
    text = app.server.test_client().get("/en/?region=14&data=example").get_data(as_text=True)
    document = Document(text)
    assert "Blekinge" in document.prop("map-sentence", "children")
    assert document.prop("tiles", "children").count("tile-value") == 21
    assert document.prop("map-figure", "figure")["data"]
