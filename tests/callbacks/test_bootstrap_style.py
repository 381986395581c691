"""Of Bootstrap's style sheet a page gets the part that it uses, all of it."""

import re
from pathlib import Path

from dash import Dash

from dashboard.web.asset_bundling import styled
from layouts.document.pages import PAGES

CLASS, NAMED = re.compile(r"\.([a-z][\w-]*)"), re.compile(r'class="([^"]+)"')


def test_what_a_page_has_of_bootstraps_classes_is_in_the_part(app: Dash) -> None:
    paths = Path(styled().whole), Path(styled().part)
    whole, part = (set(CLASS.findall(path.read_text("utf-8"))) for path in paths)
    client = app.server.test_client()
    used = {
        name
        for page in PAGES
        for named in NAMED.findall(client.get(page.path.sv).get_data(as_text=True))
        for name in named.split()
    } & whole
    assert {"form-check", "form-check-input", "form-select", "form-control"} <= used
    assert used <= part
