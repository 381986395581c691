"""Controls become elements that a browser knows, each with its value and its label."""

import pytest

from layouts.html import Html
from layouts.parts import controls
from tests.layouts.reading import read

OPTIONS = [{"value": "a", "label": "A & B"}, {"value": "b", "label": "B"}]
CONTROLS: dict[str, Html] = {
    "select": controls.Select(id="x", value="b", options=OPTIONS, size="sm"),
    "number": controls.Input(id="x", type="number", min=0, max=9, step=0.5, value=3.0),
    "range": controls.Input(id="x", type="range", min=0, max=9, value=3, className="form-range"),
    "radio": controls.RadioItems(
        id="x", name="x", value="b", options=OPTIONS, className="segments"
    ),
    "checklist": controls.Checklist(id="x", value=["b"], options=OPTIONS),
    "checkbox": controls.Checkbox(id="x", value=True, label="Låst"),
}


@pytest.mark.parametrize("kind", CONTROLS)
def test_a_control_becomes_an_element_that_a_browser_knows(kind: str) -> None:
    elements = read(CONTROLS[kind]).found
    assert "x" in [attributes.get("id") for _, attributes in elements]
    tags = [tag for tag, _ in elements]
    if kind == "select":
        chosen = [a["value"] for tag, a in elements if tag == "option" and "selected" in a]
        assert (tags, chosen) == (["select", "option", "option"], ["b"])
    elif kind in ("number", "range"):
        assert (tags, elements[0][1]["value"]) == (["input"], "3")
    else:
        ticked = [a.get("value") for tag, a in elements if tag == "input" and "checked" in a]
        assert ticked == [None if kind == "checkbox" else "b"]
        named = {a["for"] for tag, a in elements if tag == "label"}
        assert named == {a["id"] for tag, a in elements if tag == "input"}


def test_a_control_has_the_class_of_its_size_or_its_own() -> None:
    assert 'class="form-control form-control-sm"' in controls.Input(id="x", type="text", size="sm")
    assert 'class="form-range"' in CONTROLS["range"]
    assert "form-control" not in CONTROLS["range"]
