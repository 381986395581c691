"""No request, however odd, gets a server error or a traceback out of the real app."""

import copy
import json
import logging
import random
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.paths import ROOT
from dashboard.web.protection.guard import PATH
from layouts.document.pages import PAGES
from tests.callbacks.reader import Reader, body

SEED = 20240501
BODIES, ADDRESSES = 2200, 800

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1e308, 2**63, "", "x", "00", "14", "2025-12", "2025", "overcrowding",
    "acute", "published", "psychiatric", "../../etc/passwd", "' OR 1=1 --", "<script>", "\x00",
    "å" * 300, "{}", "\u202e", "-1", "nan", "1e999", [], {}, [[]], {"": None}, ["14", "01"],
    {"props": {"id": "x"}, "type": "Div", "namespace": "dash_html_components"},
)  # fmt: skip
WORDS = (
    "", "/", "en", "sv", "om", "about", "metod", "files", "regions.csv", "map.csv", "geo",
    "x.json", "healthz", "readyz", "_dash-layout", "_dash-dependencies", "_dash-update-component",
    "assets", "00_tokens.css", "static", "bootstrap.css", "..", "%00", "%2e%2e", "å", "login.php",
    "_dash-component-suites", "dash", "_reload-hash", "_favicon.ico", "index.html", "robots.txt",
)  # fmt: skip
QUERIES = (
    "region=14", "region=99", "period=2025", "period=2024-07", "period=x", "indicator=occupancy",
    "indicator=", "data=published", "span=24", "peers=14,12", "peers=" + "14," * 200, "care=all",
    "stream=planned", "lang=en", "lang=de", "flavour=machine", "flavour=x", "%00=%00", "&&&", "=",
    "region=14&region=01", "a" * 3000, "å=ö", "region[]=14", "{}",
)  # fmt: skip


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a body."""
    yield at
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*at, key))


def mutated(chance: random.Random, question: Any) -> Any:
    """The question with one to three things replaced, taken away or added."""
    found = copy.deepcopy(question)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at = chance.choice(list(places(found)))
        if not at:
            return chance.choice(ODD)
        place = found
        for step in at[:-1]:
            place = place[step]
        match chance.randrange(4):
            case 0 if isinstance(place, list):
                place.insert(at[-1], chance.choice(ODD))
            case 1:
                del place[at[-1]]
            case _:
                place[at[-1]] = copy.deepcopy(chance.choice(ODD))
    return found


def questions(app: Dash) -> list[Any]:
    """Good questions of every page, by its controls and by an address."""
    readers = [Reader(app, page.path.sv, "?region=14") for page in PAGES if page.interactive]
    return [
        body(one.prefix, one.asked(address)) for one in readers for address in (None, "?region=12")
    ]


def sent(chance: random.Random, client: FlaskClient, good: list[Any]) -> TestResponse:
    content = json.dumps(mutated(chance, chance.choice(good))).encode()
    if chance.random() < 0.1:
        cut = chance.randrange(len(content) + 1)
        content = content[:cut] + bytes(chance.randbytes(chance.randrange(3))) + content[cut + 1 :]
    kind = "application/json" if chance.random() < 0.95 else chance.choice(("", "text/plain", "x"))
    return client.post(PATH, data=content, content_type=kind)


def visited(chance: random.Random, client: FlaskClient) -> TestResponse:
    path = chance.choice([page.path.sv for page in PAGES] + [page.path.en for page in PAGES])
    if chance.random() < 0.7:
        path = "/" + "/".join(chance.choices(WORDS, k=chance.randrange(1, 4)))
    query = "&".join(chance.choices(QUERIES, k=chance.randrange(3)))
    ask: Callable[..., TestResponse] = chance.choice((client.get, client.get, client.head))
    if chance.random() < 0.1:
        ask = chance.choice((client.post, client.put, client.delete, client.options))
    return ask(f"{quote(path, safe='/%')}?{query}")


def check(answer: TestResponse) -> None:
    content = answer.get_data()
    assert answer.status_code < 500, (answer.request.path, answer.status_code, content[:300])
    assert b"Traceback" not in content
    assert str(ROOT).encode() not in content
    answer.close()


@pytest.fixture
def no_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.ERROR):
        yield
    assert [record.getMessage() for record in caplog.records if record.levelno >= 40] == []


@pytest.mark.usefixtures("no_errors")
def test_no_mutated_question_is_a_server_error(app: Dash) -> None:
    chance, client, good = random.Random(SEED), app.server.test_client(), questions(app)
    statuses = set()
    for _ in range(BODIES):
        answer = sent(chance, client, good)
        check(answer)
        statuses.add(answer.status_code)
    assert statuses >= {200, 400}


@pytest.mark.usefixtures("no_errors")
def test_no_address_is_a_server_error(app: Dash) -> None:
    chance, client = random.Random(SEED), app.server.test_client()
    statuses = set()
    for _ in range(ADDRESSES):
        answer = visited(chance, client)
        check(answer)
        statuses.add(answer.status_code)
    assert statuses >= {200, 404}
