"""What browsers keep: for ever under an address of its own, or until its tag changes."""

import gzip
from hashlib import sha256
from typing import Literal

import brotli
from flask import Flask, Response, request

Coding = Literal["br", "gzip", "identity"]
SMALLEST, SOON = 11, 5

TAG = 16
_YEAR = 31_536_000
# What Dash answers the same to everybody for as long as the process lives.
_STEADY = ("/_dash-layout", "/_dash-dependencies")


def tag_of(content: bytes) -> str:
    """The name of a content: 16 hex digits of its SHA-256."""
    return sha256(content).hexdigest()[:TAG]


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
    answer = coded(body, coding, mimetype)
    answer.cache_control.public = True
    answer.cache_control.max_age = _YEAR
    answer.cache_control.immutable = True
    return answer


def current(tag: str, body: bytes, coding: Coding, mimetype: str) -> Response:
    """The answer of an address whose content can change: 304 to a browser that has it."""
    answer = coded(body, coding, mimetype)
    # Weak, as one tag stands for the content in each coding.
    answer.set_etag(tag, weak=True)
    answer.cache_control.no_cache = True
    answer.make_conditional(request)
    return answer


def coded(body: bytes, coding: Coding, mimetype: str) -> Response:
    """The answer with a body that is in a coding already."""
    answer = Response(body, mimetype=mimetype)
    answer.vary.add("Accept-Encoding")
    if coding != "identity":
        answer.headers["Content-Encoding"] = coding
    return answer


def tag_steady(server: Flask) -> None:
    """Let browsers ask whether what Dash answers to everybody alike is still current."""
    server.after_request(_tag_steady)


def _tag_steady(answer: Response) -> Response:
    if request.path in _STEADY and answer.status_code == 200:
        answer.set_etag(tag_of(answer.get_data()), weak=True)
        answer.cache_control.no_cache = True
        answer.make_conditional(request)
    return answer
