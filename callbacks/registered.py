"""The addresses of the pages and of their touches, each with the answers that are kept of it."""

from collections.abc import Callable

from dash import Dash
from flask import Flask

from callbacks import cached_content, interactions
from callbacks.documents import Writer
from dashboard.language.text import LANGS
from dashboard.releases.dataset import Dataset
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.response_cache import ResponseCache
from dashboard.web.cache.touch_cache import keep_touches
from dashboard.web.protection.guard import PATH
from dashboard.web.routes.pages import Documents, register_pages
from layouts.document.pages import PAGES
from layouts.page.interactive_page import Content

PATHS = [page.path.in_(lang) for page in PAGES for lang in LANGS]
_ALIVE = frozenset(page.path.in_(lang) for page in PAGES if page.interactive for lang in LANGS)


def register_documents(server: Flask, writer: Writer, answers: AnswerCache | None) -> None:
    """Answer every page's address with its document; to be called before Dash is made."""
    documents = Documents(writer.page, writer.not_found, writer.no_release, _ALIVE)
    provider = writer.provider
    cache = ResponseCache(
        answers, provider.dataset, writer.statics.version, lambda: provider.degraded
    )
    register_pages(server, PATHS, documents, provider.dataset, cache)


def register_touches(
    app: Dash, dataset: Callable[[], Dataset], answers: AnswerCache | None
) -> Content:
    """Answer what every page is asked when it is touched; gives the content of the first one."""
    contents = {}
    for page in PAGES:
        if page.interactive:
            contents[page.key] = cached_content.remembering(answers, page.interactive)
            interactions.register(app, page.interactive, dataset, contents[page.key])
    if answers is not None:
        keep_touches(app.server, PATH, dataset, answers)
    return contents[PAGES[0].key]
