"""Elements as the plain dicts they travel as: for what a page has hundreds of.

A component checks each of its properties when it is made and walks them again when it travels.
Nothing made here has an id, so nothing needs the registry that ids are checked against.
"""

from collections.abc import Callable
from typing import Any

Light = dict[str, Any]


def _element(name: str) -> Callable[..., Light]:
    def made(children: Any = None, **properties: Any) -> Light:
        props = {"children": children, **properties}
        return {"props": props, "type": name, "namespace": "dash_html_components"}

    return made


A, Button, Caption, Dd, Details, Div, Dl, Dt, H2, Img, Li, P = map(
    _element,
    ("A", "Button", "Caption", "Dd", "Details", "Div", "Dl", "Dt", "H2", "Img", "Li", "P"),
)
Span, Strong, Summary, Table, Tbody, Td, Th, Thead, Tr, Ul = map(
    _element,
    ("Span", "Strong", "Summary", "Table", "Tbody", "Td", "Th", "Thead", "Tr", "Ul"),
)
