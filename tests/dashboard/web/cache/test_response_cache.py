"""Browsers keep what cannot change, and ask about what can."""

import gzip
from collections.abc import Callable
from dataclasses import replace

import brotli
import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient

from dashboard.releases.dataset import Dataset
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.http_caching import SOON, lasting, packed, tag_of, tag_steady
from dashboard.web.cache.response_cache import ResponseCache
from tests.builders import a_dataset

TEXT = b"beds and patients " * 200


class ReleaseProvider(dict[str, bytes]):
    """A cache that works."""

    def set(self, key: str, value: bytes) -> None:
        self[key] = value


def pages(
    made: Callable[[], str],
    *,
    answer_cache: AnswerCache | None = None,
    dataset: Callable[[], Dataset] = a_dataset,
    version: str = "v",
) -> FlaskClient:
    """A server whose every page is what `made` says; those below `/odd` are not pure."""
    server = Flask("small")
    cache = ResponseCache(answer_cache, dataset, version)

    def page(path: str = "") -> Response:
        return cache.document(
            made, request.query_string.decode(), remembered=not path.startswith("odd")
        )

    server.add_url_rule("/", "home", page)
    server.add_url_rule("/<path:path>", "page", page)
    server.add_url_rule("/_dash-layout", "layout", lambda: '{"props": {}}')
    tag_steady(server)
    return server.test_client()


def test_each_coding_holds_the_content() -> None:
    for quality in (SOON, 11):
        assert brotli.decompress(packed(TEXT, "br", quality)) == TEXT
        assert gzip.decompress(packed(TEXT, "gzip", quality)) == TEXT
        assert packed(TEXT, "identity", quality) == TEXT
    assert packed(TEXT, "gzip") == packed(TEXT, "gzip"), "the time of packing is not packed"


def test_what_lasts_is_never_asked_for_again() -> None:
    with Flask("small").test_request_context():
        answer = lasting(b"x", "br", "text/css")
    assert set(answer.headers["Cache-Control"].split(", ")) == {
        "public", "max-age=31536000", "immutable",
    }  # fmt: skip
    assert answer.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("read", "coding", "unpacked"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("", None, bytes),
        ("br;q=0, gzip", "gzip", gzip.decompress),
    ],
)
def test_a_page_comes_in_the_smallest_coding_a_browser_reads(
    read: str, coding: str | None, unpacked: Callable[[bytes], bytes]
) -> None:
    for answer_cache in (None, AnswerCache(ReleaseProvider())):
        found = pages(lambda: "åäö" * 99, answer_cache=answer_cache).get(
            "/", headers={"Accept-Encoding": read}
        )
        assert found.headers.get("Content-Encoding") == coding
        assert unpacked(found.data).decode() == "åäö" * 99
        assert found.mimetype == "text/html"


def test_who_has_the_current_page_gets_304_and_no_body() -> None:
    for answer_cache in (None, AnswerCache(ReleaseProvider())):
        client = pages(lambda: "a page", answer_cache=answer_cache)
        first = client.get("/")
        assert first.headers["Cache-Control"] == "no-cache"
        for read in ("br", "gzip", ""):
            tag = {"If-None-Match": first.headers["ETag"], "Accept-Encoding": read}
            again = client.get("/", headers=tag)
            assert (again.status_code, again.data) == (304, b"")


def test_a_page_that_changes_has_another_tag() -> None:
    said = ["old"]
    client = pages(lambda: said[0])
    old = client.get("/").headers["ETag"]
    said[0] = "new"
    found = client.get("/", headers={"If-None-Match": old})
    assert (found.status_code, found.data) == (200, b"new")


def test_a_page_is_made_once_for_each_address_release_and_version() -> None:
    answer_cache, made, release = AnswerCache(ReleaseProvider()), [], [a_dataset()]

    def page() -> str:
        made.append(1)
        return f"page {len(made)}"

    first = pages(page, answer_cache=answer_cache, dataset=lambda: release[0])
    for _ in range(3):
        assert first.get("/x?region=01").data == b"page 1"
    assert first.get("/x?region=03").data == b"page 2"
    assert first.get("/y?region=01").data == b"page 3"
    other = pages(page, answer_cache=answer_cache, version="w", dataset=lambda: release[0])
    assert other.get("/x?region=01").data == b"page 4"
    release[0] = replace(release[0], release="fedcba9876543210")
    assert first.get("/x?region=01").data == b"page 5"


def test_a_page_that_depends_on_more_is_made_each_time() -> None:
    made: list[int] = []
    client = pages(
        lambda: f"page {made.append(1) or len(made)}", answer_cache=AnswerCache(ReleaseProvider())
    )  # type: ignore[func-returns-value]
    assert [client.get("/odd").data for _ in range(2)] == [b"page 1", b"page 2"]


def test_what_dash_answers_to_all_alike_is_asked_about_too() -> None:
    client = pages(lambda: "")
    found = client.get("/_dash-layout")
    assert found.headers["ETag"] == f'W/"{tag_of(found.data)}"'
    again = client.get("/_dash-layout", headers={"If-None-Match": found.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_what_is_made_ahead_for_browsers_is_unpacked_for_programs() -> None:
    written, shelf = list[str](), ReleaseProvider()

    def made() -> str:
        written.append(request.path)
        return TEXT.decode()

    browser = pages(made, answer_cache=AnswerCache(shelf))
    browser.get("/", headers={"Accept-Encoding": "br"})
    (kept,) = shelf.items()
    ahead = replace(a_dataset(), opening={kept[0]: kept[1].partition(b"\n")[2]})
    program = pages(made, answer_cache=AnswerCache(ReleaseProvider()), dataset=lambda: ahead)
    for _ in range(2):
        answer = program.get("/")
        assert (answer.data, answer.content_encoding) == (TEXT, None)
        assert answer.headers["ETag"] == browser.get("/").headers["ETag"]
    assert written == ["/", "/"], "the program's page was not written, the browser's was"
