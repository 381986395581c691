"""Elements as the HTML that they are: for what a page has hundreds of.

What follows a view is written once, when it is made, and travels as it is. Words are escaped;
`Markup` is what already is HTML.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

Light = Markup

_ATTRIBUTES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex",
               "colSpan": "colspan", "rowSpan": "rowspan", "hrefLang": "hreflang"}  # fmt: skip
_VOID = frozenset({"img", "input", "br", "hr"})
_LESS = "\\u003c"


def words(content: Any) -> str:
    """Words, a number, elements, or a list of them as HTML."""
    if type(content) is Markup:
        return content
    if content is None:
        return ""
    if isinstance(content, list | tuple):
        return "".join(map(words, content))
    return str(escape(content))


def element(tag: str, properties: Mapping[str, Any], inside: str) -> Markup:
    """An element with its content, which is HTML; without one where it can have none."""
    start = "".join(
        _attribute(name, value)
        for name, value in properties.items()
        if value is not None and value is not False and name != "children"
    )
    if tag in _VOID:
        return Markup(f"<{tag}{start}>")
    return Markup(f"<{tag}{start}>{inside}</{tag}>")


def _attribute(name: str, value: Any) -> str:
    name = _ATTRIBUTES.get(name, name)
    if value is True:
        return f" {name}"
    if isinstance(value, dict):
        value = ";".join(f"{key}:{one}" for key, one in value.items())
    return f' {name}="{_escaped(str(value))}"'


# The small lines of a page are addresses of a kilobyte each.
@lru_cache(maxsize=4096)
def _escaped(value: str) -> str:
    return str(escape(value))


def script(text: str, **properties: str) -> Markup:
    """JSON that only scripts read: it cannot end the element that it stands in."""
    return element("script", properties, text.replace("<", _LESS))


def _kind(name: str) -> Callable[..., Markup]:
    def made(children: Any = None, **properties: Any) -> Markup:
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
