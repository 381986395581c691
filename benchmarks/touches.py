"""What is measured: touches of the national page, and the body the browser sends for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from warnings import catch_warnings, simplefilter

import orjson
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from dashboard.settings import Settings, settings_from_environment
from dashboard.store import Store
from dashboard.view import View, default_view
from dashboard.web.guard import PATH
from dashboard.web.shelf import Shelf
from dashboard.web.signatures import Prop, Signature, signatures
from layouts.controls import values_of
from layouts.touchable import state


@dataclass(frozen=True, slots=True)
class Touch:
    """A control of the national page and the value it is given, from the default view."""

    control: str
    value: str


def touches(store: Store) -> tuple[Touch, ...]:
    """One touch of each kind."""
    return (
        Touch("period", store.months[-2]),
        Touch("indicator", "occupancy"),
        Touch("region", "14"),
        Touch("stream", "acute"),
        Touch("data", "published"),
        Touch("span", "24"),
    )


class Page:
    """The national page in its default view, asked without a browser or a socket."""

    def __init__(self, cache: str) -> None:
        settings = settings_from_environment()
        with catch_warnings():
            # flask-caching warns of the very cache that is asked for here.
            simplefilter("ignore", UserWarning)
            app = create_app(
                Settings.model_validate({**settings.model_dump(), "cache": cache, "prewarm": False})
            )
        self.client: FlaskClient = app.server.test_client()
        self.store = Shelf(settings.home).store()
        self.view: View = default_view(self.store)
        known = signatures(app._callback_list)
        self._touched = _asking(known, ("period", "value"))
        self._visited = _asking(known, ("address", "data"))

    def body(self, touch: Touch) -> bytes:
        """What the browser sends when the control is touched."""
        shown = {**values_of(self.view), touch.control: touch.value}
        held = {"state": state(self.view, self.store, "sv")}
        return _body(self._touched, {**shown, **held}, f"{touch.control}.value")

    @property
    def opening(self) -> bytes:
        """What the browser sends when the page is opened."""
        address = {"path": "/", "search": "", "turn": 1}
        return _body(self._visited, {"address": address}, "address.data")

    def answer(self, body: bytes, encoding: str = "br") -> TestResponse:
        """The server's answer, compressed as asked.

        Raises:
            RuntimeError: the server refuses the touch.
        """
        headers = {"Accept-Encoding": encoding}
        found = self.client.post(PATH, data=body, content_type="application/json", headers=headers)
        if found.status_code != 200:
            raise RuntimeError(f"the server answered {found.status}: {found.get_data()[:200]!r}")
        return found


Asked = tuple[str, Signature]


def _asking(known: Mapping[str, Signature], prop: Prop) -> Asked:
    return next((output, one) for output, one in known.items() if prop in one.inputs)


def _body(asked: Asked, values: Mapping[str, Any], changed: str) -> bytes:
    output, signature = asked
    outputs = [_part(prop) for prop in signature.outputs]
    body = {
        "output": output,
        "outputs": outputs if signature.several else outputs[0],
        "inputs": [{**_part(prop), "value": values[prop[0]]} for prop in signature.inputs],
        "changedPropIds": [changed],
        "state": [{**_part(prop), "value": values[prop[0]]} for prop in signature.state],
    }
    return orjson.dumps(body)


def _part(prop: Prop) -> dict[str, Any]:
    return {"id": prop[0], "property": prop[1]}
