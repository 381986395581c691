"""What browsers keep: for ever under an address of its own, or until its tag changes."""

import gzip
from collections.abc import Callable
from hashlib import sha256
from typing import Any, Literal

import brotli
from flask import Flask, Response, request

from dashboard.releases.dataset import Dataset
from dashboard.web.cache.answer_cache import AnswerCache

Coding = Literal["br", "gzip", "identity"]
Page = Callable[..., str]
SMALLEST, SOON = 11, 5

_TAG = 16
_YEAR = 31_536_000
# What Dash answers the same to everybody for as long as the process lives.
_STEADY = ("/_dash-layout", "/_dash-dependencies")


def tag_of(content: bytes) -> str:
    """The name of a content: 16 hex digits of its SHA-256."""
    return sha256(content).hexdigest()[:_TAG]


def packed(content: bytes, coding: Coding, quality: int = SMALLEST) -> bytes:
    """The content in a coding; `quality` is brotli's, 1 to 11, and takes gzip along."""
    if coding == "br":
        smaller: bytes = brotli.compress(content, quality=quality)
        return smaller
    if coding == "gzip":
        return gzip.compress(content, compresslevel=9 if quality == SMALLEST else 6, mtime=0)
    return content


def coding_read() -> Coding:
    """The smallest coding that the request's browser reads."""
    known: tuple[Coding, ...] = ("br", "gzip", "identity")
    found: Coding = request.accept_encodings.best_match(known, "identity")  # type: ignore[assignment]
    return found


def lasting(body: bytes, coding: Coding, mimetype: str) -> Response:
    """The answer of an address that names its content: kept a year and never asked for again."""
    answer = _coded(body, coding, mimetype)
    answer.cache_control.public = True
    answer.cache_control.max_age = _YEAR
    answer.cache_control.immutable = True
    return answer


def current(tag: str, body: bytes, coding: Coding, mimetype: str) -> Response:
    """The answer of an address whose content can change: 304 to a browser that has it."""
    answer = _coded(body, coding, mimetype)
    # Weak, as one tag stands for the content in each coding.
    answer.set_etag(tag, weak=True)
    answer.cache_control.no_cache = True
    answer.make_conditional(request)
    return answer


def _coded(body: bytes, coding: Coding, mimetype: str) -> Response:
    answer = Response(body, mimetype=mimetype)
    answer.vary.add("Accept-Encoding")
    if coding != "identity":
        answer.headers["Content-Encoding"] = coding
    return answer


def keep_pages(
    server: Flask,
    answer_cache: AnswerCache | None,
    dataset: Callable[[], Dataset],
    *,
    version: str,
    is_pure: Callable[[str], bool],
    away: Callable[[], str] = lambda: "",
) -> None:
    """Let browsers keep the pages of `server`, and ask whether they are still current.

    A page whose path `is_pure` depends on its address, the release and `version` alone, the
    name of what pages refer to; it is made and packed once for all visitors. While the place
    of the releases is `away`, pages say so.
    """

    def kept(made: Page) -> Callable[..., Response]:
        def page(**parts: Any) -> Response:
            coding = coding_read()
            held = dataset()
            which = (held.cache_version, held.withdrawn, bool(away()))
            key = ("page", version, *which, coding, request.path, request.query_string)
            if answer_cache is None or not is_pure(request.path):
                content = _tagged(made(**parts), coding)
            else:
                content = answer_cache.content(key, lambda: _tagged(made(**parts), coding))
            return current(content[:_TAG].decode(), content[_TAG:], coding, "text/html")

        return page

    for rule in server.url_map.iter_rules():
        if rule.rule in ("/", "/<path:path>"):
            made: Page = server.view_functions[rule.endpoint]  # type: ignore[assignment]
            server.view_functions[rule.endpoint] = kept(made)
    server.after_request(_tag_steady)


def _tagged(page: str, coding: Coding) -> bytes:
    """The tag of a page and then the page, packed."""
    content = page.encode()
    return tag_of(content).encode() + packed(content, coding, SOON)


def _tag_steady(answer: Response) -> Response:
    if request.path in _STEADY and answer.status_code == 200:
        answer.set_etag(tag_of(answer.get_data()), weak=True)
        answer.cache_control.no_cache = True
        answer.make_conditional(request)
    return answer
