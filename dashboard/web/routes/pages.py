"""The pages as routes of our own, and a real 404 for every other address."""

from collections.abc import Callable, Iterable

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.frozen import frozen
from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset, ReleaseError
from dashboard.view.page_query import is_of_view, without_campaign
from dashboard.web.cache.response_cache import ResponseCache
from dashboard.web.protection.gate import identity


@frozen
class Documents:
    """What is written at an address: `page` for a path and a query, the others where none can be.

    `interactive` are the paths whose documents follow from address and release alone.
    """

    page: Callable[[str, str], str]
    not_found: Callable[[Lang], str]
    no_release: Callable[[Lang], str]
    interactive: frozenset[str]


def register_pages(
    server: Flask,
    paths: Iterable[str],
    documents: Documents,
    dataset: Callable[[], Dataset],
    cache: ResponseCache,
) -> None:
    """Answer `paths`, and any other address with 404; without a release pages answer 503.

    To be called before Dash is made for `server`: of two equal routes the first answers.
    """

    def page() -> Response | tuple[str, int]:
        try:
            dataset()
        except ReleaseError:
            return documents.no_release(_language()), 503
        path = request.path
        query = without_campaign(request.query_string.decode(errors="replace"))
        # Anybody can make up keys without end; what is kept for them would be kept for nobody.
        # Who is signed in has a page of their own.
        public = path in documents.interactive and not identity().way
        remembered = public and is_of_view(query)
        return cache.document(lambda: documents.page(path, query), query, remembered=remembered)

    def not_found(path: str) -> tuple[str, int]:
        return documents.not_found(_language()), 404

    def english() -> BaseResponse:
        return redirect("/en/" + ("?" + request.query_string.decode() if request.args else ""))

    server.add_url_rule("/en", "english", english)
    for path in paths:
        server.add_url_rule(path, f"page {path}", page)
    server.add_url_rule("/<path:path>", "no page", not_found)


def _language() -> Lang:
    return "en" if request.path.startswith("/en") else "sv"
