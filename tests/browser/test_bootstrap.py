"""Our controls are the elements that dash-bootstrap-components makes of its own in a browser."""

from collections.abc import Iterator
from threading import Thread
from typing import Any

import dash_bootstrap_components as dbc
import pytest
from dash import Dash, html
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from layouts.parts import controls

OPTIONS = [{"value": "a", "label": "First"}, {"value": "b", "label": "Second"}]
NUMBER: dict[str, Any] = {"type": "number", "min": 0, "max": 9, "step": 1, "value": 3}
THEIRS: dict[str, Any] = {
    "select": dbc.Select(id="select", value="b", options=OPTIONS, size="sm"),
    "number": dbc.Input(id="number", size="sm", **NUMBER),
    "checkbox": dbc.Checkbox(id="checkbox", value=True, label="Locked"),
    "checklist": dbc.Checklist(id="checklist", value=["b"], options=OPTIONS),
    "radio": dbc.RadioItems(
        id="radio", name="radio", value="b", options=OPTIONS, className="segments"
    ),
}
OURS = {
    "select": controls.Select(id="select", value="b", options=OPTIONS, size="sm"),
    "number": controls.Input(id="number", size="sm", **NUMBER),
    "checkbox": controls.Checkbox(id="checkbox", value=True, label="Locked"),
    "checklist": controls.Checklist(id="checklist", value=["b"], options=OPTIONS),
    "radio": controls.RadioItems(
        id="radio", name="radio", value="b", options=OPTIONS, className="segments"
    ),
}
# Of each element in a place: its tag, classes, what it says, and its state. Two things of theirs
# are not ours: the empty option that stands for no choice, as one is always made here, and the
# class that gives the label of a single box the margin of a label above a field.
READ = """place => [...place.querySelectorAll("*:not(option:empty)")].map((element) => ({
  tag: element.localName,
  classes: [...element.classList].filter((name) => name !== "form-label").sort(),
  type: element.type || "", value: element.matches("div, label") ? "" : element.value,
  ticked: Boolean(element.checked), words: element.textContent,
  ends: ["min", "max", "step"].map((name) => element.getAttribute(name)),
}))"""


@pytest.fixture(scope="module")
def theirs(browser: Browser) -> Iterator[Page]:
    """A page of Dash with a control of each kind, shown."""
    app = Dash("theirs", serve_locally=True, enable_mcp=False)
    app.layout = html.Div([html.Div(THEIRS[kind], className=f"place {kind}") for kind in THEIRS])
    served = make_server("127.0.0.1", 0, app.server, threaded=True)
    Thread(target=served.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{served.server_port}/")
    expect(page.locator(".place input").first).to_be_attached(timeout=120_000)
    yield page
    page.close()
    served.shutdown()


@pytest.fixture(scope="module")
def ours(browser: Browser) -> Iterator[Page]:
    """A document with ours in the same places."""
    page = browser.new_page()
    page.set_content("".join(f'<div class="place {kind}">{OURS[kind]}</div>' for kind in OURS))
    yield page
    page.close()


@pytest.mark.parametrize("kind", THEIRS)
def test_a_control_is_the_element_that_bootstrap_makes(theirs: Page, ours: Page, kind: str) -> None:
    told = [page.locator(f".place.{kind}").evaluate(READ) for page in (theirs, ours)]
    assert told[0], "nothing was laid out"
    assert told[1] == told[0]
