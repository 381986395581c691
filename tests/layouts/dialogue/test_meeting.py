"""The meeting on screen: one thought on each, with ways forward and back that need no script."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.dialogue.pack_content import make_pack
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from layouts.dialogue.meeting import thoughts
from tests.each import each


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    return create_app(Settings(home=home, prewarm=False)).server.test_client()


def test_the_ways_lead_through_every_screen_and_back(client: FlaskClient) -> None:
    address, seen = "/dialog?region=22&meeting=2026-12-01&screen=1", []
    while True:
        page = client.get(address).text
        assert page.count("<h1") == 1
        seen.append(re.search(r"<h1[^>]*>(.*?)</h1>", page).group(1))  # type: ignore[union-attr]
        ahead = re.search(r'href="([^"]+)" rel="next"', page)
        if ahead is None:
            break
        address = "/dialog" + ahead[1].replace("&amp;", "&")
        assert f"screen={len(seen) + 1}" in address
    assert len(seen) > 12
    assert 'rel="prev"' in page
    assert "Till underlaget" in page


def test_each_screen_holds_one_thought(dataset: Dataset) -> None:
    pack = make_pack(dataset, "22", "sv", day="2026-12-01")
    held = list(thoughts(pack))
    for title, inside in each(held):
        whole = "".join(inside)
        assert title
        assert whole.count("<table") + whole.count("<path") // 21 + whole.count("<ul") <= 2
        assert whole.count("<tr") <= 7
    shown = [title for title, _ in held]
    for question in each(pack.questions):
        assert question.words in shown
    assert {plate.title for plate in pack.plates} <= set(shown)


@pytest.mark.parametrize("number", ["0", "-1", "x", "999", "9999999", "²", ""])
def test_an_odd_number_is_the_first_or_the_last_screen(client: FlaskClient, number: str) -> None:
    answer = client.get(f"/en/dialogue?region=22&screen={number}")
    assert answer.status_code == 200
    assert "of" in answer.text
    assert ('rel="next"' in answer.text) == (number != "999")


def test_the_papers_lead_to_the_meeting(client: FlaskClient) -> None:
    page = client.get("/dialog?region=22&meeting=2026-12-01&ask=Varf%C3%B6r%3F").text
    (link,) = re.findall(r'href="([^"]*screen=1[^"]*)"', page)
    first = client.get("/dialog" + link.replace("&amp;", "&")).text
    assert 'class="column page-dialogue meeting"' in first
    last = client.get("/dialog" + link.replace("&amp;", "&").replace("screen=1", "screen=998")).text
    assert "ask=Varf" in last
