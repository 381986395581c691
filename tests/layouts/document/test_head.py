"""A document names what it needs first, and last the one script that brings the rest."""

import re

from dashboard.web.asset_bundling import Static, Statics
from layouts.document.head import head, plain_head, scripts, style

STATICS = Statics(
    Static("/static/1/icon.svg", "image/svg+xml", b""),
    Static("/static/2/site.css", "text/css", b""),
    *(Static(f"/static/{n}/{n}.js", "text/javascript", b"") for n in "34"),
)


def test_our_script_is_fetched_early_and_runs_alone() -> None:
    assert re.findall(r'as="script" href="([^"]+)"', head(STATICS)) == ["/static/4/4.js"]
    assert re.findall(r'<script src="([^"]+)"></script>', scripts(STATICS)) == ["/static/4/4.js"]
    assert "<script" not in head(STATICS)


def test_what_draws_and_its_data_come_after_and_not_to_a_phone() -> None:
    later = re.findall(r"<link [^>]*fetchpriority[^>]*>", head(STATICS, ["/geo/x.json"]))
    assert [re.findall('href="([^"]+)"', one) for one in later] == [
        ["/static/3/3.js"], ["/geo/x.json"],
    ]  # fmt: skip
    for line in later:
        assert 'fetchpriority="low" media="(min-width: 601px)"' in line
    assert 'as="fetch" crossorigin' in later[1]
    assert "fetch" not in head(STATICS).replace("fetchpriority", "")


def test_the_style_of_what_is_seen_first_stands_in_the_document_alone() -> None:
    found = head(STATICS, first="p{margin:0}")
    assert "<style>p{margin:0}</style>" in found
    assert "stylesheet" not in found
    assert style(STATICS) in head(STATICS)


def test_the_top_is_awaited_so_that_it_is_painted_once() -> None:
    found = head(STATICS, first="p{margin:0}", awaited="lead")
    line = '<link rel="expect" href="#lead" blocking="render">'
    assert found.index(line) < found.index("<style>")
    assert "expect" not in head(STATICS, first="p{margin:0}")
    assert "expect" not in head(STATICS, awaited="lead"), "where all style is waited for anyhow"


def test_a_page_without_scripts_has_icon_and_style_alone() -> None:
    found = re.findall(r'rel="(\w+)" href="([^"]+)"', plain_head(STATICS))
    assert found == [("icon", "/static/1/icon.svg"), ("stylesheet", "/static/2/site.css")]
    assert "preload" not in plain_head(STATICS)
