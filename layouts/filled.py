"""Elements with all that is in them as one HTML text, which the browser takes in at once.

The framework renders each element of its own through a store of states: a table of 300 cells
costs a touch a third of its time. What is in a filled element is none of the framework's; the
script `22_filled.js` puts it in place. So nothing in it may have an id that a callback asks for.
"""

from functools import cache
from html import escape
from typing import Any

from layouts.light import Light

HELD = "data-filled"
_ATTRIBUTES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan"}
_VOID = frozenset({"Img"})


def filled(element: Light) -> Light:
    """The element with its children as text in a property of its own."""
    properties = {name: value for name, value in element["props"].items() if name != "children"}
    inside = text(element["props"].get("children"))
    return {**element, "props": {**properties, HELD: inside}}


def text(content: Any) -> str:
    """A light element, words, a number, or a list of them as HTML; words are escaped."""
    if content is None:
        return ""
    if isinstance(content, list):
        return "".join(map(text, content))
    if not isinstance(content, dict):
        return escape(str(content), quote=False)
    kind, properties = content["type"], content["props"]
    start = "".join(
        _attribute(name, value)
        for name, value in properties.items()
        if name != "children" and value is not None
    )
    tag = kind.lower()
    if kind in _VOID:
        return f"<{tag}{start}>"
    return f"<{tag}{start}>{text(properties.get('children'))}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if isinstance(value, dict):
        value = ";".join(f"{key}:{one}" for key, one in value.items())
    return f' {_ATTRIBUTES.get(name, name)}="{_escaped(str(value))}"'


@cache
def _escaped(value: str) -> str:
    return escape(value)
