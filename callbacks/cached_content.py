"""What of the answers may be kept, and which are worth having before anybody asks."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

from dashboard.indicators.registry import INDICATORS, Data
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View, default_view
from dashboard.web.cache.answer_cache import AnswerCache, name_of
from layouts.document.pages import PAGES
from layouts.page.interactive_page import Content, InteractivePage

_DATA: tuple[Data, ...] = ("estimated", "published")
# A content is some hundred kilobytes: what was shown and what is shown instead, to two visitors.
_AT_HAND = 4
Visit = Callable[[str, Dataset], object]


def remembering(answer_cache: AnswerCache | None, page: InteractivePage) -> Content:
    """The page's content as it travels, kept by release, language and view.

    The few last ones stay in the process as they are, since what a browser holds when it is
    touched is what it was just sent. Nobody may change them.
    """
    return lru_cache(maxsize=_AT_HAND)(
        page.shown if answer_cache is None else _kept(answer_cache, page)
    )


def _kept(answer_cache: AnswerCache, page: InteractivePage) -> Content:
    def content(view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
        # What not everybody may see is in no cache that others read.
        if dataset.tier:
            return page.shown(view, dataset, lang)
        key = (page.key, dataset.cache_version, dataset.withdrawn, lang, view)
        found: dict[str, Any] = answer_cache.value(
            key, lambda: page.shown(view, dataset, lang), dataset.opening
        )
        return found

    return content


def first_asked(visit: Visit, content: Content, dataset: Dataset) -> Iterator[Callable[[], object]]:
    """Steps that make what most visitors ask first: the front page, then one touch away, and then
    the other pages as they open.

    The touches lead to the latest period of each indicator, in both languages and in each kind
    of data that it has. `visit` asks the server for a path of a release; `content` is the front
    page's. Where it is all made ahead there is nothing to do.
    """
    if whole(dataset) in dataset.opening:
        return
    for lang in LANGS:
        yield partial(visit, PAGES[0].path.in_(lang), dataset)
    for view in _usual_views(dataset):
        for lang in LANGS:
            yield partial(content, view, dataset, lang)
    for page in PAGES[1:]:
        for lang in LANGS:
            yield partial(visit, page.path.in_(lang), dataset)


def whole(dataset: Dataset) -> str:
    """The name under which a file says that all this is in it for the release and its targets."""
    return name_of(("whole", dataset.cache_version, dataset.withdrawn))


def _usual_views(dataset: Dataset) -> Iterator[View]:
    for data in _DATA:
        for indicator in INDICATORS:
            if indicator.cares(data):
                yield default_view(dataset, indicator=indicator.key, data=data)
