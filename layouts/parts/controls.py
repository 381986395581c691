"""The controls, written as the elements that dash-bootstrap-components makes of its own.

They are asked for by the same names and properties, so Bootstrap's style sheet fits, and no
framework is needed to show them; `tests/browser/test_bootstrap.py` holds both beside each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from layouts import html
from layouts.html import Html

Options = Sequence[Mapping[str, str]]
# A browser that comes back to a page is not to bring its own values along.
_PLAIN = {"autocomplete": "off"}


def Select(  # noqa: N802
    *, id: str, value: str, options: Options, size: str = "", name: str | None = None
) -> Html:
    """One of `options`, each with `value` and `label`; `name` is its key in a form."""
    choices = [
        html.Option(choice["label"], value=choice["value"], selected=choice["value"] == value)
        for choice in options
    ]
    kind = _sized("form-select", size)
    return html.Select(choices, id=id, name=name, className=kind, **_PLAIN)


def Input(*, size: str = "", **properties: Any) -> Html:  # noqa: N802
    """A field; a number is written as a browser writes it: 2 for 2.0."""
    value = properties.get("value")
    shown = f"{value:g}" if isinstance(value, float) else value
    properties.setdefault("className", _sized("form-control", size))
    return html.Input(**{**properties, "value": shown}, **_PLAIN)


def Checkbox(*, id: str, value: bool, label: str) -> Html:  # noqa: N802
    """A box that is ticked or not."""
    return _ticked("checkbox", id, label, value)


def Checklist(*, id: str, value: Sequence[str], options: Options) -> Html:  # noqa: N802
    """Any of `options`."""
    return html.Div(list(_choices("checkbox", id, options, value)), id=id)


def RadioItems(  # noqa: N802
    *,
    id: str,
    name: str,
    value: str,
    options: Options,
    className: str,  # noqa: N803
) -> Html:
    """One of `options`, all seen."""
    choices = list(_choices("radio", id, options, [value], name=name))
    return html.Div(choices, id=id, className=className)


def _sized(name: str, size: str) -> str:
    return f"{name} {name}-{size}" if size else name


def _choices(
    kind: str, id_: str, options: Options, chosen: Sequence[str], **more: str
) -> Iterator[Html]:
    for choice in options:
        value = choice["value"]
        box = {"value": value, **more}
        yield _ticked(kind, f"{id_}-{value}", choice["label"], value in chosen, **box)


def _ticked(kind: str, id_: str, label: Any, is_chosen: bool, **more: str) -> Html:
    box = html.Input(
        id=id_, type=kind, className="form-check-input", checked=is_chosen, **_PLAIN, **more
    )
    words = html.Label(label, htmlFor=id_, className="form-check-label")
    return html.Div([box, words], className="form-check")
