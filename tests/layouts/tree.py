"""A page as a tree of its elements, as a browser makes it of HTML text."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from layouts.html import render_html
from tests.callbacks.document import Document

VOID = frozenset({"img", "input", "br", "hr"})
_ATTRIBUTES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex"}
_NUMBERS = frozenset({"number", "range"})


class Element:
    """An element: its attributes by their names in Python, and its children in their order."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._type, self._attributes = tag.capitalize(), attributes
        self.children: list[Element | str] = []

    def __getattr__(self, name: str) -> Any:
        key = _ATTRIBUTES.get(name, name)
        if key not in self._attributes:
            raise AttributeError(name)
        return self._attributes[key]

    @property
    def value(self) -> Any:
        """What a control says: its number, its choice, its ticks."""
        if self._type == "Input":
            if self.type == "checkbox":
                return "checked" in self._attributes
            text = self._attributes.get("value") or ""
            return float(text) if text and self.type in _NUMBERS else text
        chosen = [
            one for one in Tree.components(self) if {"selected", "checked"} & set(vars_of(one))
        ]
        values = [vars_of(one).get("value", "") for one in chosen]
        return values[0] if self._type == "Select" else values

    @property
    def options(self) -> list[dict[str, str]]:
        """The choices of a select or of boxes, each with its value and its label."""
        labels = Tree.of_type(self, "Option") or Tree.of_type(self, "Label")
        values = Tree.of_type(self, "Option", "Input")
        return [
            {"value": vars_of(one)["value"] or "", "label": Tree.words(label)}
            for one, label in zip(values, labels, strict=True)
        ]


def vars_of(element: Element) -> dict[str, str | None]:
    """The attributes by their names in HTML."""
    return element._attributes


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()._type == tag.capitalize(), tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def built(page: object) -> list[Element | str]:
    """The elements and words of HTML text, or of a list of what stands on a page."""
    if isinstance(page, Element):
        return [page]
    if isinstance(page, list | tuple) and all(isinstance(one, Element) for one in page):
        return list(page)
    builder = _Builder()
    builder.feed(render_html(page))
    builder.close()
    return builder.root.children


class Tree:
    """What can be asked of a page, or of a part of it."""

    @staticmethod
    def components(page: object) -> Iterator[Element]:
        """Every element, in the order of the page."""
        for one in built(page):
            if isinstance(one, Element):
                yield one
                for child in one.children:
                    yield from Tree.components(child) if isinstance(child, Element) else ()

    @staticmethod
    def words(page: object) -> str:
        """All the text, as one string."""
        return "".join(
            one if isinstance(one, str) else "".join(map(Tree._inside, one.children))
            for one in built(page)
        )

    @staticmethod
    def _inside(child: Element | str) -> str:
        return child if isinstance(child, str) else Tree.words(child)

    @staticmethod
    def of_type(page: object, *kinds: str) -> list[Element]:
        """The elements of these kinds, such as `"H2"`."""
        return [one for one in Tree.components(page) if one._type in kinds]

    @staticmethod
    def by_id(page: object, id_: str) -> Element:
        """The one element with an id."""
        [element] = [one for one in Tree.components(page) if getattr(one, "id", "") == id_]
        return element

    @staticmethod
    def ids(page: object) -> list[str]:
        return Document(render_html(page)).ids

    @staticmethod
    def hrefs(page: object) -> list[str]:
        return [one.href for one in Tree.of_type(page, "A")]
