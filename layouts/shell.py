"""What binds a page to the server: the question it asks and the answer, and what it shows."""

from typing import Any

import orjson
from dash import dcc

from dashboard.lang import Lang
from dashboard.store import Store
from dashboard.view import View
from layouts import light
from layouts.touchable import Touchable, state

ASKED, CHANGE = "asked", "change"


def shell(page: Touchable | None = None) -> list[dcc.Store]:
    """All of a page that is Dash's: where its script puts a question, and where the answer lands.

    Nothing of it is seen; the page itself is in the document.
    """
    return [] if page is None else [dcc.Store(id=page.id(name)) for name in (ASKED, CHANGE)]


def shown(page: Touchable, view: View, store: Store, lang: Lang) -> light.Light:
    """What the page shows, for its scripts: the view, and which controls it has."""
    told = {"prefix": page.prefix, "controls": page.controls, "state": state(view, store, lang)}
    return data(told, id="shown")


def data(value: Any, **properties: str) -> light.Light:
    """A value as an element that only scripts read."""
    return light.script(orjson.dumps(value).decode(), type="application/json", **properties)
