"""What is measured: touches of the national page, and the body the browser sends for each."""

from dataclasses import dataclass
from warnings import catch_warnings, simplefilter

import orjson
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings, settings_from_environment
from dashboard.view.view import View, default_view
from dashboard.web.protection.guard import PATH
from dashboard.web.release_provider import ReleaseProvider
from layouts.overview.page import INTERACTIVE
from layouts.page.client_state import ASKED, CHANGE
from layouts.page.interactive_page import state
from layouts.parts.filters import values_of


@dataclass(frozen=True, slots=True)
class Touch:
    """A control of the national page and the value it is given, from the default view."""

    control: str
    value: str


def touches(dataset: Dataset) -> tuple[Touch, ...]:
    """One touch of each kind."""
    return (
        Touch("period", dataset.months[-2]),
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
        self.dataset = ReleaseProvider(settings.home).dataset()
        self.view: View = default_view(self.dataset)

    def body(self, touch: Touch) -> bytes:
        """What the browser sends when the control is touched."""
        shown = {**values_of(self.view), touch.control: touch.value}
        told = state(self.view, self.dataset, "sv")
        asked = {
            "values": {name: shown[name] for name in INTERACTIVE.controls},
            "held": {name: told[name] for name in ("query", "release", "lang")},
            "address": None,
        }
        body = {
            "output": f"{CHANGE}.data",
            "outputs": {"id": CHANGE, "property": "data"},
            "inputs": [{"id": ASKED, "property": "data", "value": asked}],
            "changedPropIds": [f"{ASKED}.data"],
            "state": [],
        }
        return orjson.dumps(body)

    def opened(self, encoding: str = "br") -> TestResponse:
        """The document, compressed as asked."""
        return self._sound(self.client.get("/", headers={"Accept-Encoding": encoding}))

    def answer(self, body: bytes, encoding: str = "br") -> TestResponse:
        """The server's answer to a touch, compressed as asked.

        Raises:
            RuntimeError: the server refuses the touch.
        """
        headers = {"Accept-Encoding": encoding}
        return self._sound(
            self.client.post(PATH, data=body, content_type="application/json", headers=headers)
        )

    def _sound(self, found: TestResponse) -> TestResponse:
        if found.status_code != 200:
            raise RuntimeError(f"the server answered {found.status}: {found.get_data()[:200]!r}")
        return found
