"""Elements as the HTML that they are: a page is written once, as text, and travels so.

`html.P("words", id="p", className="lead", aria_label="…")` is an element. Words are escaped;
elements in it, and lists of both, are taken as they are.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

import orjson


class Html(str):
    """What already is HTML. (markupsafe's is six times as slow to make.)"""

    __slots__ = ()


class _Names(dict[str, str]):
    """The names of attributes: as Dash has them where Python or Dash has a word of its own."""

    def __missing__(self, name: str) -> str:
        self[name] = name.replace("_", "-")
        return self[name]


_ATTRIBUTES = _Names(
    {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan",
     "rowSpan": "rowspan", "hrefLang": "hreflang"}
)  # fmt: skip
_VOID = frozenset({"img", "input", "br", "hr"})
_LESS = "\\u003c"


def render_html(content: Any) -> str:
    """Words, a number, elements, or a list of them as HTML."""
    kind = type(content)
    if kind is Html:
        return content  # type: ignore[no-any-return]
    if kind is str:
        return _words(content)
    if kind is list or kind is tuple:
        return "".join(map(render_html, content))
    return "" if content is None else escape(str(content), quote=False)


def _words(content: str) -> str:
    """Words, in most of which there is nothing to escape."""
    if "&" in content or "<" in content or ">" in content:
        return escape(content, quote=False)
    return content


def element(tag: str, properties: Mapping[str, Any], inside: str) -> Html:
    """An element with its content, which is HTML; without one where it can have none.

    A property that is None or False is not written, and one that is True or empty stands alone.
    """
    start = ""
    for name, value in properties.items():
        if value is not None and value is not False:
            start += _attribute(name, value)
    if tag in _VOID:
        return Html(f"<{tag}{start}>")
    return Html(f"<{tag}{start}>{inside}</{tag}>")


def _attribute(name: str, value: Any) -> str:
    name = _ATTRIBUTES[name]
    if value is True or value == "":
        return f" {name}"
    if isinstance(value, dict):
        value = ";".join(f"{key}:{worth}" for key, worth in value.items())
    return f' {name}="{_escaped(str(value))}"'


@lru_cache(maxsize=4096)
def _escaped(value: str) -> str:
    return escape(value)


def data(value: Any, **properties: str) -> Html:
    """A value as an element that only scripts read; no text in it can end the element."""
    text = orjson.dumps(value).decode().replace("<", _LESS)
    return element("script", {"type": "application/json", **properties}, text)


def cells(words: Iterable[str]) -> Html:
    """Cells of a table that hold words alone, one after another."""
    return Html("".join([f"<td>{_words(one)}</td>" for one in words]))


def _kind(name: str) -> Callable[..., Html]:
    start, end = f"<{name}>", f"</{name}>"

    is_void = name in _VOID

    def made(children: Any = None, **properties: Any) -> Html:
        inside = _words(children) if type(children) is str else render_html(children)
        # Most cells of a table are bare.
        if not properties and not is_void:
            return Html(start + inside + end)
        return element(name, properties, inside)

    return made


A, Blockquote, Br, Button, Caption, Code, Dd, Details, Div, Dl, Dt, Fieldset, Form = map(
    _kind,
    ("a", "blockquote", "br", "button", "caption", "code", "dd", "details", "div", "dl", "dt",
     "fieldset", "form"),
)  # fmt: skip
H1, H2, H3, Img, Input, Label, Legend, Li, Nav, Ol, Option, P, Pre, Q = map(
    _kind,
    ("h1", "h2", "h3", "img", "input", "label", "legend", "li", "nav", "ol", "option", "p", "pre",
     "q"),
)  # fmt: skip
Section, Select, Small, Span, Strong, Summary, Table, Tbody, Td, Th, Thead, Tr, Ul = map(
    _kind,
    ("section", "select", "small", "span", "strong", "summary", "table", "tbody", "td", "th",
     "thead", "tr", "ul"),
)  # fmt: skip
