"""Elements as the HTML that they are: for what a page has hundreds of.

What follows a view is written once, when it is made, and travels as it is. Words are escaped.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

import orjson

_ATTRIBUTES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex",
               "colSpan": "colspan", "rowSpan": "rowspan", "hrefLang": "hreflang"}  # fmt: skip


class Html(str):
    """What already is HTML. (markupsafe's is six times as slow to make.)"""

    __slots__ = ()


_VOID = frozenset({"img", "input", "br", "hr"})
_LESS = "\\u003c"


def words(content: Any) -> str:
    """Words, a number, elements, or a list of them as HTML."""
    kind = type(content)
    if kind is Html:
        return content  # type: ignore[no-any-return]
    if kind is str:
        return escape(content, quote=False)
    if kind is list or kind is tuple:
        return "".join(map(words, content))
    return "" if content is None else escape(str(content), quote=False)


def element(tag: str, properties: Mapping[str, Any], inside: str) -> Html:
    """An element with its content, which is HTML; without one where it can have none."""
    start = ""
    for name, value in properties.items():
        if value is not None and value is not False and name != "children":
            start += _attribute(name, value)
    if tag in _VOID:
        return Html(f"<{tag}{start}>")
    return Html(f"<{tag}{start}>{inside}</{tag}>")


def _attribute(name: str, value: Any) -> str:
    name = _ATTRIBUTES.get(name, name)
    if value is True:
        return f" {name}"
    if isinstance(value, dict):
        value = ";".join(f"{key}:{one}" for key, one in value.items())
    return f' {name}="{_escaped(str(value))}"'


@lru_cache(maxsize=4096)
def _escaped(value: str) -> str:
    return escape(value)


def data(value: Any, **properties: str) -> Html:
    """A value as an element that only scripts read; no text in it can end the element."""
    text = orjson.dumps(value).decode().replace("<", _LESS)
    return element("script", {"type": "application/json", **properties}, text)


def _kind(name: str) -> Callable[..., Html]:
    start, end = f"<{name}>", f"</{name}>"

    def made(children: Any = None, **properties: Any) -> Html:
        # Most cells of a table are bare.
        if not properties:
            return Html(start + words(children) + end)
        return element(name, properties, words(children))

    return made


A, Button, Caption, Dd, Details, Div, Dl, Dt, H2, Img, Input, Label = map(
    _kind,
    ("a", "button", "caption", "dd", "details", "div", "dl", "dt", "h2", "img", "input", "label"),
)
Li, Option, P, Select, Span, Strong, Summary, Table, Tbody, Td, Th, Thead, Tr, Ul = map(
    _kind,
    ("li", "option", "p", "select", "span", "strong", "summary", "table", "tbody", "td", "th",
     "thead", "tr", "ul"),
)  # fmt: skip
