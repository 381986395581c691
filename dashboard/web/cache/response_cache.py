"""Whole answers kept: a question asked before is answered without asking its callback."""

from collections.abc import Callable, Mapping
from typing import Any

import orjson
from flask import Flask, Response, request

from dashboard.releases.dataset import Dataset
from dashboard.web.cache.answer_cache import AnswerCache, Key
from dashboard.web.cache.http_caching import SOON, Coding, coding_read, packed
from dashboard.web.protection.guard import PATH

Asked = Callable[[Mapping[str, Any]], Key | None]


class _NotKept(Exception):  # noqa: N818 - it carries an answer that is no error
    """An answer that only this request gets."""

    def __init__(self, answer: Response) -> None:
        self.answer = answer


def remember_answers(
    server: Flask, answer_cache: AnswerCache, dataset: Callable[[], Dataset], asked: Asked
) -> None:
    """Keep what the callbacks of `server` answer, by release and question.

    `asked` gives what the answer to a body depends on beside the release, or None when it
    depends on more. It sees only bodies that the guard let through. Only 200 is kept.
    """
    endpoint = next(rule.endpoint for rule in server.url_map.iter_rules() if rule.rule == PATH)
    view: Callable[[], Any] = server.view_functions[endpoint]

    def answered() -> Response:
        return server.make_response(view())

    def kept() -> Response:
        question = asked(orjson.loads(request.get_data()))
        if question is None:
            return answered()
        coding = coding_read()
        held = dataset()
        key = ("answer", held.cache_version, held.withdrawn, coding, *question)
        try:
            return _answer(answer_cache.content(key, lambda: _packed(answered(), coding)), coding)
        except _NotKept as other:
            return other.answer

    server.view_functions[endpoint] = kept


def _packed(answer: Response, coding: Coding) -> bytes:
    if answer.status_code != 200 or answer.mimetype != "application/json":
        raise _NotKept(answer)
    return packed(answer.get_data(), coding, SOON)


def _answer(content: bytes, coding: Coding) -> Response:
    answer = Response(content, mimetype="application/json")
    answer.vary.add("Accept-Encoding")
    if coding != "identity":
        answer.headers["Content-Encoding"] = coding
    return answer
