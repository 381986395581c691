"""The contract with Dash: how its callback is asked and how it answers, as our script does it."""

import json
import re
from typing import Any

import dash
import pytest
from dash import Dash

from dashboard.paths import ASSETS
from dashboard.web.protection.guard import PATH
from layouts.document.pages import PAGES
from tests.callbacks.reader import Reader, body

SEEN = f"Dash {dash.__version__}"
SCRIPT = (ASSETS / "scripts" / "question.js").read_text("utf-8")
INTERACTIVE = [page.interactive for page in PAGES if page.interactive]


def test_the_script_asks_at_the_address_and_with_the_parts_that_are_tested() -> None:
    assert re.findall(r'const ADDRESS = "(.*)";', SCRIPT) == [PATH]
    words = re.search(r"const body = .*?\(\{(.*?)\}\);", SCRIPT, re.DOTALL)
    assert words is not None
    script = re.sub(r"`\$\{prefix\}(\w+)(\.data)?`", r'"p-\1\2"', words[1]).rstrip(", \n")
    script = re.sub(r"(\w+):", r'"\1":', script.replace("value: asked", "value: null"))
    said = json.loads("{" + re.sub(r",\s*([\]}])", r"\1", script) + "}")
    assert said == body("p-", None)


@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_dash_names_each_page_s_question_and_answer(app: Dash, page: Any) -> None:
    calls = app.server.test_client().get("/_dash-dependencies").get_json()
    question = body(page.prefix, None)
    found = [call for call in calls if call["output"] == question["output"]]
    assert len(found) == 1, f"{SEEN} does not name the output {question['output']}"
    asked = [(part["id"], part["property"]) for part in found[0]["inputs"]]
    assert asked == [(part["id"], part["property"]) for part in question["inputs"]]
    assert found[0]["prevent_initial_call"]
    assert not found[0]["clientside_function"]


def test_dash_answers_with_the_value_of_the_output(app: Dash) -> None:
    reader = Reader(app)
    answer = reader.client.post(PATH, json=body(reader.prefix, reader.asked()))
    assert answer.status_code == 200
    said = answer.get_json()
    assert set(said["response"]) == {f"{reader.prefix}change"}, f"{SEEN} answers otherwise"
    assert said["response"][f"{reader.prefix}change"]["data"]["state"] == {}
