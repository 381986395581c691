"""A page as the HTML it is: the document brings it whole, so that it is seen before any script.

Pages are declared in Dash's components and in light elements. The controls among them become the
elements that their framework would make of them, so that its style sheet fits.
"""

from collections.abc import Callable, Iterator
from typing import Any

from dash.development.base_component import Component

from layouts.html import elements
from layouts.html.elements import Html

# What a component carries beside its properties and its private names.
_NO_PROPERTY = frozenset({"available_properties", "available_wildcard_properties"})
_CONTROLS = "dash_bootstrap_components"


def render_html(content: Any) -> str:
    """A component, a light element, words, a number, or a list of them as HTML.

    Raises:
        KeyError: a control of a kind that no page has had so far.
    """
    if isinstance(content, list | tuple):
        return "".join(map(render_html, content))
    if not isinstance(content, Component):
        return str(elements.words(content))
    properties = dict(_properties(content))
    if content._namespace == _CONTROLS:
        return str(_BECOMES[content._type](properties))
    return str(
        elements.element(content._type.lower(), properties, render_html(properties.get("children")))
    )


def _properties(component: Component) -> Iterator[tuple[str, Any]]:
    # `to_plotly_json` asks for each of the twenty names a component could have. A component holds
    # them in an order of each process, and a page must be the same from every one.
    for name, value in sorted(vars(component).items()):
        if name[0] != "_" and name not in _NO_PROPERTY:
            yield name, value


def _select(props: dict[str, Any]) -> Html:
    options = [
        elements.Option(one["label"], value=one["value"], selected=one["value"] == props["value"])
        for one in props["options"]
    ]
    kind = _sized("form-select", props)
    return elements.Select(options, id=props["id"], className=kind, autocomplete="off")


def _input(props: dict[str, Any]) -> Html:
    kind = props.get("className") or _sized("form-control", props)
    value = props.get("value")
    # As a browser writes a number: 2 for 2.0.
    shown = f"{value:g}" if isinstance(value, float) else value
    more = {**props, "size": None, "className": kind, "value": shown}
    return elements.Input(**more, autocomplete="off")


def _sized(name: str, props: dict[str, Any]) -> str:
    return f"{name} {name}-{props['size']}" if "size" in props else name


def _checkbox(props: dict[str, Any]) -> Html:
    return _ticked("checkbox", props["id"], props["label"], props["value"])


def _checklist(props: dict[str, Any]) -> Html:
    return elements.Div(list(_choices("checkbox", props, props["value"])), id=props["id"])


def _radios(props: dict[str, Any]) -> Html:
    choices = list(_choices("radio", props, [props["value"]], name=props["name"]))
    return elements.Div(choices, id=props["id"], className=props["className"])


def _choices(kind: str, props: dict[str, Any], chosen: list[str], **more: str) -> Iterator[Html]:
    for one in props["options"]:
        value = one["value"]
        is_chosen = value in chosen
        id_ = f"{props['id']}-{value}"
        yield _ticked(kind, id_, one["label"], is_chosen, value=value, **more)


def _ticked(kind: str, id_: str, label: Any, is_chosen: bool, **more: str) -> Html:
    box = elements.Input(
        id=id_, type=kind, className="form-check-input", checked=is_chosen, autocomplete="off",
        **more,
    )  # fmt: skip
    words = elements.Label(label, htmlFor=id_, className="form-check-label")
    return elements.Div([box, words], className="form-check")


_BECOMES: dict[str, Callable[[dict[str, Any]], Html]] = {
    "Select": _select,
    "Input": _input,
    "Checkbox": _checkbox,
    "Checklist": _checklist,
    "RadioItems": _radios,
}
