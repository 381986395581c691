"""What a page weighs, counted in bytes as they travel; a budget here is kept, not measured."""

import gzip
import re
from typing import Any

import pytest
from dash import Dash

from dashboard.web.protection.guard import PATH
from layouts.document.pages import PAGES
from tests.callbacks.reader import Reader, body
from tests.each import each

# In kB, packed. What is read, with the style of its top (4), all style and the script come before
# any chart.
DOCUMENT, STYLE, SCRIPT, BEFORE_A_CHART = 47, 17, 14, 75
# Of a touch of the front page by brotli, with all its headers.
TOUCHED = {"indicator": ("occupancy", 5.8), "stream": ("acute", 3.2), "region": ("14", 5.1),
           "data": ("published", 5.2), "period": ("2025-11", 2.4), "span": ("24", 2.8)}  # fmt: skip
NEEDED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
PACKED = {"Accept-Encoding": "gzip"}


def weight(app: Dash, path: str) -> float:
    answer = app.server.test_client().get(path, headers=PACKED)
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data)
    return len(answer.data) / 1000


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_what_comes_before_a_chart_is_light(app: Dash, page: Any) -> None:
    path = page.path.sv
    text = app.server.test_client().get(path).get_data(as_text=True)
    needed = NEEDED.findall(text)
    assert [one.rpartition("/")[2] for one in needed] == ["site.css", "site.js"]
    weights = [weight(app, one) for one in each(needed)]
    assert weights[0] <= STYLE
    assert weights[1] <= SCRIPT
    document = weight(app, path)
    assert document <= DOCUMENT
    assert document + sum(weights) <= BEFORE_A_CHART


def test_a_phone_is_told_of_no_chart_before_it_comes_near(app: Dash) -> None:
    text = app.server.test_client().get("/").get_data(as_text=True)
    told = re.findall(r'<link rel="preload"[^>]*>', text)
    assert len(told) == 3
    for line in told:
        assert ("site.js" in line) != ('media="(min-width: 601px)"' in line), line


def test_a_page_with_a_lead_is_read_before_its_whole_style_has_come(app: Dash) -> None:
    client = app.server.test_client()
    for page in each([one for one in PAGES if one.interactive]):
        text = client.get(f"{page.path.sv}?region=14").get_data(as_text=True)
        head, body = text.split("</head>")
        lead = re.search(r'<p[^>]*class="lead"[^>]*>', body)
        assert text.count('<link rel="stylesheet"') == 1, page.key
        assert ("stylesheet" in head) == (lead is None), page.key
        if lead:
            own = re.findall(r"<style>(.*?)</style>", head, re.DOTALL)[0]
            assert 5_000 < len(own) < 32_000
            awaited = re.findall(r'<link rel="expect" href="#([^"]+)" blocking="render">', head)
            assert [f'id="{one}"' in lead.group() for one in awaited] == [True], page.key
            after = body[lead.start() :]
            assert after.index("</p>") < after.index('rel="stylesheet"') < after.index("<ul")


@pytest.mark.parametrize("control", TOUCHED)
def test_what_comes_of_a_touch_is_light(app: Dash, control: str) -> None:
    value, most = TOUCHED[control]
    reader = Reader(app)
    assert reader.values[control] != value
    reader.values = {**reader.values, control: value}
    browsers = {"Accept-Encoding": "gzip, deflate, br, zstd"}
    answer = reader.client.post(PATH, json=body("", reader.asked()), headers=browsers)
    assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "br")
    heads = sum(len(f"{name}: {said}\r\n") for name, said in answer.headers)
    assert (len(answer.data) + heads) / 1000 <= most
