"""The bodies that a browser posts after a touch of the national page's controls."""

from typing import Any

from dashboard.releases.store import Store
from dashboard.view.view import default_view
from layouts.overview.page import TOUCHABLE
from tests.callbacks.reader import body


def touch(store: Store, *, lang: str = "sv", query: str = "", **chosen: str) -> Any:
    """The question after a touch, when the controls show `chosen`.

    `query` is the view that the browser holds.
    """
    usual = default_view(store)
    values = {name: chosen.get(name, str(getattr(usual, name))) for name in TOUCHABLE.controls}
    held = {"query": query, "release": store.release, "lang": lang}
    return body("", {"values": values, "held": held, "address": None})
