"""A document names its scripts early, in their order, and runs them last."""

import re

from dashboard.web.asset_bundling import Static, Statics
from layouts.document.head import head, plain_head, plain_scripts, scripts

STATICS = Statics(
    Static("/static/1/icon.svg", "image/svg+xml", b""),
    Static("/static/2/site.css", "text/css", b""),
    *(Static(f"/static/{n}/{n}.js", "text/javascript", b"") for n in "345"),
)
ADDRESSES = [f"/static/{n}/{n}.js" for n in "345"]


def test_the_scripts_are_fetched_early_and_the_framework_is_left_to_ours() -> None:
    assert re.findall(r'as="script" href="([^"]+)"', head(STATICS)) == ADDRESSES
    assert re.findall(r'<script src="([^"]+)"></script>', scripts(STATICS)) == ADDRESSES[:2]
    assert "<script" not in head(STATICS)


def test_data_that_a_picture_needs_are_fetched_early_as_the_picture_would() -> None:
    line = '<link rel="preload" as="fetch" crossorigin href="/geo/x.json">'
    assert line in head(STATICS, ["/geo/x.json"])
    assert "fetch" not in head(STATICS)


def test_a_page_without_pictures_runs_our_script_alone() -> None:
    assert re.findall(r'src="([^"]+)"', plain_scripts(STATICS)) == ["/static/4/4.js"]


def test_a_page_without_scripts_has_icon_and_style_alone() -> None:
    found = re.findall(r'rel="(\w+)" href="([^"]+)"', plain_head(STATICS))
    assert found == [("icon", "/static/1/icon.svg"), ("stylesheet", "/static/2/site.css")]
    assert "preload" not in plain_head(STATICS)
