"""The bodies that a browser posts: a visit of a page, and a touch of a control."""

from typing import Any

from dash import Dash

from dashboard.store import Store
from dashboard.view import default_view
from dashboard.web.signatures import signatures
from tests.callbacks.reader import body


def visit(app: Dash, path: str, search: str = "") -> Any:
    """The question for a page."""
    output, address = "content.children", ("address", "data")
    held = {address: {"path": path, "search": search, "turn": 1}}
    return body(signatures(app._callback_list)[output], output, held, address)


def touch(app: Dash, store: Store, *, lang: str = "sv", query: str = "", **chosen: str) -> Any:
    """The question after a touch of the national page's controls, which `chosen` then show.

    `query` is the view that the browser holds.
    """
    usual, known = default_view(store), signatures(app._callback_list)
    output = next(name for name, one in known.items() if ("period", "value") in one.inputs)
    held = {
        (name, "value"): chosen.get(name, str(getattr(usual, name)))
        for name, _ in known[output].inputs
    }
    shown = {"query": query, "link": "", "release": store.release, "lang": lang}
    held |= dict.fromkeys(known[output].state, shown)
    return body(known[output], output, held, ("period", "value"))
