"""Whole answers to touches: computed once for all who ask, in each coding, kept within bounds."""

import gzip
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import brotli
import orjson
import pytest
from dash import Dash
from flask_caching import Cache

from app import create_app
from callbacks import interactions
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.web.protection.guard import PATH
from tests.touches import touch

Unpack = Callable[[bytes], bytes]
CODINGS: list[tuple[str, str | None, Unpack]] = [
    ("gzip, deflate, br", "br", brotli.decompress),
    ("gzip", "gzip", gzip.decompress),
    ("identity", None, bytes),
]


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each question was computed, by region; each takes a while."""
    counts: Counter[str] = Counter()
    answer = interactions.answer

    def counted(page: Any, dataset: Any, content: Any, asked: Any) -> Any:
        counts[asked.values["region"]] += 1
        time.sleep(0.05)
        return answer(page, dataset, content, asked)

    monkeypatch.setattr(interactions, "answer", counted)
    return counts


def keeping(home: Path, most: int = 500) -> Dash:
    return create_app(Settings(home=home, cache="SimpleCache", prewarm=False, cache_answers=most))


def asked(app: Dash, body: Any, reads: str = "identity") -> Any:
    client = app.server.test_client()
    found = client.post(PATH, json=body, headers={"Accept-Encoding": reads})
    assert found.status_code == 200, found.data
    return found


def test_a_kept_answer_is_the_same_in_each_coding(
    home: Path, dataset: Dataset, computed: Counter[str]
) -> None:
    app, body = keeping(home), touch(dataset, region="12")
    told = []
    for reads, coding, unpack in CODINGS:
        found = asked(app, body, reads)
        assert found.headers.get("Content-Encoding") == coding
        assert "Accept-Encoding" in found.headers["Vary"]
        told.append(orjson.loads(unpack(found.data)))
    assert told[0]["response"]["change"]["data"]["state"]["query"] == "region=12"
    assert told[0] == told[1] == told[2]
    assert computed == {"12": 1}


def test_a_kept_answer_says_what_a_computed_one_says(home: Path, dataset: Dataset) -> None:
    app, body = keeping(home), touch(dataset, region="12")
    anew = create_app(Settings(home=home, cache="NullCache", prewarm=False))
    for reads, _, unpack in CODINGS:
        computed = asked(anew, body, reads)
        for kept in (asked(app, body, reads), asked(app, body, reads)):
            assert unpack(kept.data) == unpack(computed.data)
            assert _told(kept) == _told(computed)


def test_a_kept_answer_is_given_to_no_body_that_no_page_would_send(
    home: Path, dataset: Dataset
) -> None:
    app, body = keeping(home), touch(dataset, region="12")
    asked(app, body)
    odd = {**body, "inputs": body["inputs"] * 2}
    assert app.server.test_client().post(PATH, json=odd).status_code == 400


def _told(answer: Any) -> dict[str, str]:
    """The headers but those that differ from answer to answer."""
    own = ("Content-Length", "Content-Security-Policy", "Date", "X-Request-ID")
    return {name: value for name, value in answer.headers.items() if name not in own}


def test_many_at_once_with_one_question_wait_for_one_answer(
    home: Path, dataset: Dataset, computed: Counter[str]
) -> None:
    app = keeping(home)
    bodies = [touch(dataset, region=code) for code in ("12", "14")] * 8
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda body: asked(app, body).json, bodies))
    assert computed == {"12": 1, "14": 1}
    assert told == told[:2] * 8
    assert told[0] != told[1]


def test_no_more_is_kept_than_told(
    home: Path, dataset: Dataset, computed: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Cache] = []
    monkeypatch.setattr(
        "app.Cache", lambda *args, **more: made.append(Cache(*args, **more)) or made[-1]
    )  # type: ignore[func-returns-value]
    app = keeping(home, most=16)
    regions = ("01", "03", "04", "05", "06", "07", "08", "09", "10", "12")
    for code in regions:
        asked(app, touch(dataset, region=code))
    with app.server.app_context():
        # Room is made before an answer is put in.
        assert 0 < len(made[0].cache._cache) <= 16 + 1
    asked(app, touch(dataset, region="12"))
    assert computed == dict.fromkeys(regions, 1), "the last one was kept"
    asked(app, touch(dataset, region="01"))
    assert computed["01"] == 2, "the first one had to go"
