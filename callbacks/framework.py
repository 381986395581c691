"""All that is known of Dash beyond its manual: what its document says, which starts it here.

A Dash without pages is asked for its document once, through its own routes; `interpolate_index`
hands over the pieces. `tests/callbacks/test_framework.py` holds what is expected of them.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from dash import Dash

from layouts import html

# How the application is made: files come from here, and nothing is looked up elsewhere.
OPTIONS: dict[str, Any] = {
    "title": "Vårdplatsläget",
    "update_title": "",
    "include_assets_files": False,
    "serve_locally": True,
    "enable_mcp": False,
    "use_async": False,
    # Ids are checked by the tests on every page.
    "suppress_callback_exceptions": True,
}
# Of what Dash loads: a polyfill for browsers that plotly.js does not run in anyway, and the
# components of pages, which are documents here.
_LEFT_OUT = re.compile(r"/(polyfill|dash_table/|html/|dash_bootstrap_components)")
_ADDRESS = re.compile(r'src="([^"]+)"')
# The address of Dash's makers is not needed, nor what this machine runs; `end_id` is for
# background callbacks, of which there are none, and another each time.
_UNSAID = {"python_version": "", "dash_version_url": "", "end_id": None}


@dataclass(frozen=True, slots=True)
class Framework:
    """What starts Dash in a browser: its configuration as an element, and its scripts."""

    config: html.Html
    scripts: tuple[bytes, ...]


class _Probe(Dash):  # type: ignore[misc]
    """A Dash that keeps the pieces of its document."""

    def interpolate_index(self, **pieces: str) -> str:
        self.pieces = pieces
        document: str = super().interpolate_index(**pieces)
        return document


def framework() -> Framework:
    """As Dash is installed now.

    Raises:
        RuntimeError: Dash does not say what starts it, or does not have what it refers to.
    """
    probe = _Probe(__name__, **OPTIONS)
    probe.layout = []
    client = probe.server.test_client()
    client.get("/")
    addresses = [a for a in _ADDRESS.findall(probe.pieces["scripts"]) if not _LEFT_OUT.search(a)]
    answers = [client.get(address) for address in addresses]
    if not answers or any(answer.status_code != 200 for answer in answers):
        raise RuntimeError(f"Dash does not have the scripts it refers to: {addresses}")
    config = re.search(r">(\{.*\})</script>", probe.pieces["config"], re.DOTALL)
    if config is None:
        raise RuntimeError("Dash does not say its configuration as JSON")
    said = html.data({**json.loads(config[1]), **_UNSAID}, id="_dash-config")
    return Framework(said, tuple(answer.get_data() for answer in answers))
