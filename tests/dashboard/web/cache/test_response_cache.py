"""Whole answers are kept by release and question, in the form that the browser reads."""

import gzip
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import brotli
import pytest
from flask import Flask, Response, jsonify, request
from flask.testing import FlaskClient

from dashboard.releases.dataset import Dataset
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.response_cache import remember_answers
from dashboard.web.protection.guard import PATH
from tests.builders import a_dataset


class ReleaseProvider(dict[str, Any]):
    """A cache that works."""

    def set(self, key: str, value: Any) -> None:
        self[key] = value


class Small:
    """A server with one callback, which counts what it is asked."""

    def __init__(self) -> None:
        self.server, self.asked, self.held = Flask("small"), Counter[str](), a_dataset()

        @self.server.post(PATH)
        def answered() -> Response | tuple[str, int]:
            word = request.get_json()["word"]
            self.asked[word] += 1
            if word == "nothing":
                return "", 204
            if word == "wrong":
                raise ValueError(word)
            return jsonify(word=word, release=self.held.release)

        self.server.register_error_handler(ValueError, lambda error: ("refused", 400))
        remember_answers(self.server, AnswerCache(ReleaseProvider()), self.dataset, self.question)

    def dataset(self) -> Dataset:
        return self.held

    def question(self, body: Any) -> tuple[str] | None:
        return None if body["word"] == "mine" else (body["word"],)

    @property
    def client(self) -> FlaskClient:
        return self.server.test_client()

    def ask(self, word: str, reads: str = "") -> Any:
        return self.client.post(PATH, json={"word": word}, headers={"Accept-Encoding": reads})


@pytest.fixture
def small() -> Small:
    return Small()


def test_a_question_asked_before_is_answered_without_its_callback(small: Small) -> None:
    answers = [small.ask("a") for _ in range(3)]
    assert [one.json["word"] for one in answers] == ["a"] * 3
    assert [one.status_code for one in answers] == [200] * 3
    assert small.asked == {"a": 1}


def test_each_browser_gets_what_it_reads(small: Small) -> None:
    plain = small.ask("a").data
    for reads, kind, unpack in (
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0.5, gzip", "gzip", gzip.decompress),
        ("gzip;q=0, br;q=0", None, bytes),
        ("zstd", None, bytes),
    ):
        for _ in range(2):
            answer = small.ask("a", reads)
            assert answer.headers.get("Content-Encoding") == kind
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert answer.mimetype == "application/json"
            assert unpack(answer.data) == plain
    assert small.asked["a"] <= 3


def test_another_release_has_answers_of_its_own(small: Small) -> None:
    old = small.ask("a").json["release"]
    small.held = replace(a_dataset(), release="next")
    assert [small.ask("a").json["release"] for _ in range(2)] == ["next"] * 2
    small.held = a_dataset()
    assert small.ask("a").json["release"] == old
    assert small.asked == {"a": 2}


def test_only_what_may_be_kept_is_kept(small: Small) -> None:
    for _ in range(2):
        assert small.ask("mine").status_code == 200
        assert small.ask("nothing").status_code == 204
        assert small.ask("wrong").status_code == 400
    assert small.asked == {"mine": 2, "nothing": 2, "wrong": 2}


def test_many_who_ask_the_same_at_once_get_one_computation(small: Small) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda n: small.ask("abc"[n % 3], "br"), range(80)))
    words = [json.loads(brotli.decompress(one.data))["word"] for one in answers]
    assert words == ["abc"[n % 3] for n in range(80)]
    assert small.asked == {"a": 1, "b": 1, "c": 1}
