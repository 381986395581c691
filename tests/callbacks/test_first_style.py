"""What stands above the lead of a page is named in `bundle/top.json`, whose style comes first."""

import json
import re
from html.parser import HTMLParser

import pytest
from dash import Dash

from dashboard.access.identity import Identity
from dashboard.paths import ROOT
from dashboard.web.asset_bundling import gathered
from layouts.document.pages import PAGES
from layouts.document.signed_in import bar
from tests.each import each

TOP = ROOT / "bundle" / "top.json"
QUERIES = ("", "?region=14", "?data=example&region=14", "?period=2031-01&region=99&data=published",
           "?data=reported&care=psychiatric")  # fmt: skip
# Attributes whose value a style asks for.
VALUES = ("type", "role", "aria-expanded")
# What a site may have above its pages that this one has not, and what is opened there.
OTHERS = f"""{bar(Identity("region", "999999-0147", "14", "anna", way="session"), "sv")}
<button aria-expanded="true"></button>
<div class="notice away" role="status"><p class="column">-</p></div><!-- -->"""


class Names(HTMLParser):
    """The elements, classes, ids and attributes down to the end of the lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.is_over:
            return
        told = dict(attrs)
        self.found |= {tag, *told, *str(told.get("class", "")).split(), str(told.get("id"))}
        self.found |= {str(told[name]) for name in VALUES if name in told}

    def handle_comment(self, data: str) -> None:
        self.is_over = True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.is_over |= tag == "link" and ("rel", "stylesheet") in attrs


def names_of(html: str) -> set[str]:
    parser = Names()
    parser.feed(html.partition("<body")[2].replace('<link rel="stylesheet"', "<!-- --><link"))
    return parser.found if parser.is_over else set()


@pytest.fixture(scope="module")
def top(app: Dash) -> set[str]:
    """What is above the lead of any page."""
    client = app.server.test_client()
    found = names_of(f"<body>{OTHERS}")
    for page in each([one for one in PAGES if one.interactive]):
        for query in QUERIES:
            html = client.get(f"{page.path.sv}{query}").get_data(as_text=True)
            if 'class="lead"' in html:
                found |= names_of(html)
    return found


def test_what_stands_above_the_lead_is_named_as_far_as_a_style_names_it(top: set[str]) -> None:
    sheet = gathered().style.content.decode()
    named = top & set(re.findall(r"[A-Za-z][\w-]*", sheet))
    written = set(json.loads(TOP.read_text("utf-8")))
    assert {"lead", "bar", "away", "signed-in", "label", "select"} <= named
    assert named - written == set(), "write it into bundle/top.json, then: make setup"
    assert written - top == set(), "it does not stand there"
