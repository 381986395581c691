"""Whole answers kept: a question asked before is answered without asking its callback."""

import gzip
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import brotli
import orjson
from flask import Flask, Response, request

from dashboard.store import Store
from dashboard.web.guard import PATH
from dashboard.web.memo import Key, Memo

# As flask-compress has them, but done once for an answer that is sent many times.
_PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": partial(brotli.compress, quality=4),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
    "identity": bytes,
}

Asked = Callable[[Mapping[str, Any]], Key | None]


class _NotKept(Exception):  # noqa: N818 - it carries an answer that is no error
    """An answer that only this request gets."""

    def __init__(self, answer: Response) -> None:
        self.answer = answer


def remember_answers(server: Flask, memo: Memo, store: Callable[[], Store], asked: Asked) -> None:
    """Keep what the callbacks of `server` answer, by release and question.

    `asked` gives what the answer to a body depends on beside the release, or None when it
    depends on more. It sees only bodies that the guard let through. Only 200 is kept.
    """
    endpoint = next(rule.endpoint for rule in server.url_map.iter_rules() if rule.rule == PATH)
    answered: Callable[[], Response] = server.view_functions[endpoint]  # type: ignore[assignment]

    def kept() -> Response:
        question = asked(orjson.loads(request.get_data()))
        if question is None:
            return answered()
        kind = request.accept_encodings.best_match(_PACKERS, "identity")
        key = ("answer", store().release, kind, *question)
        try:
            return _answer(memo.content(key, lambda: _packed(answered(), kind)), kind)
        except _NotKept as other:
            return other.answer

    server.view_functions[endpoint] = kept


def _packed(answer: Response, kind: str) -> bytes:
    if answer.status_code != 200 or answer.mimetype != "application/json":
        raise _NotKept(answer)
    return _PACKERS[kind](answer.get_data())


def _answer(content: bytes, kind: str) -> Response:
    answer = Response(content, mimetype="application/json")
    answer.vary.add("Accept-Encoding")
    if kind != "identity":
        answer.headers["Content-Encoding"] = kind
    return answer
