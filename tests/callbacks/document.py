"""A document as a browser takes it in: what stands in each element that has an id."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

Prop = tuple[str, str]
Attributes = Mapping[str, str | None]

_VOID = frozenset({"img", "input", "br", "hr", "meta", "link"})
_NUMBERS = frozenset({"number", "range"})


class _Parser(HTMLParser):
    """The elements with an id: their attributes, and the HTML between their tags."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text, self._lines = text, [0]
        for line in text.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._open: list[tuple[str, Attributes, int]] = []
        self.ids: list[str] = []
        self.inside: dict[str, str] = {}
        self.attributes: dict[str, tuple[str, Attributes]] = {}
        self.feed(text)
        self.close()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if found.get("id"):
            self.ids.append(str(found["id"]))
            self.attributes[str(found["id"])] = (tag, found)
        if tag not in _VOID:
            begins = self._at() + len(self.get_starttag_text() or "")
            self._open.append((tag, found, begins))

    def handle_endtag(self, tag: str) -> None:
        opened, found, begins = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"
        if found.get("id"):
            self.inside[str(found["id"])] = self._text[begins : self._at()]


class Document:
    """A page's document; `ids` are those of its elements in their order."""

    def __init__(self, text: str) -> None:
        self._parsed = _Parser(text)
        self.ids = self._parsed.ids

    def data(self, id_: str) -> Any:
        """The JSON that stands in an element for the scripts."""
        return json.loads(self._parsed.inside[id_])

    def prop(self, id_: str, prop: str) -> Any:
        """What a part of the page is: its content, its figure, its value, its attribute."""
        tag, found = self._parsed.attributes[id_]
        inside = self._parsed.inside.get(id_, "")
        match prop:
            case "children":
                return inside
            case "figure":
                return json.loads(_Parser(inside.replace("<script", '<script id="f"')).inside["f"])
            case "options":
                return [{"value": one.value, "label": one.label} for one in _options(inside)]
            case "hidden":
                return "hidden" in found
            case "className":
                return found.get("class")
        return _value(tag, found, inside)


class _Option:
    def __init__(self, found: Attributes, tag: str) -> None:
        self.value, self.label = str(found["value"]), ""
        self.is_chosen = bool({"selected", "checked"} & found.keys())
        self.tag = tag


class _Options(HTMLParser):
    """The options of a select, or the boxes and buttons of a group."""

    def __init__(self, inside: str) -> None:
        super().__init__()
        self.found: list[_Option] = []
        self.feed(inside)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("option", "input"):
            self.found.append(_Option({name: value or "" for name, value in attrs}, tag))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1].tag == "option":
            self.found[-1].label += data


def _options(inside: str) -> list[_Option]:
    return _Options(inside).found


def _value(tag: str, found: Attributes, inside: str) -> Any:
    if tag == "input":
        if found["type"] == "checkbox":
            return "checked" in found
        value = found.get("value") or ""
        return number(value) if found["type"] in _NUMBERS else value
    chosen = [one.value for one in _options(inside) if one.is_chosen]
    if tag == "select" or 'type="radio"' in inside:
        return chosen[0]
    return chosen


def number(value: Any) -> Any:
    """A field's number, however it is written; empty for none."""
    return "" if value in ("", None) else float(value)
