"""Documents kept as they travel: written and packed once for all who read the same address."""

from collections.abc import Callable

import brotli
from flask import Response, request

from dashboard.frozen import frozen
from dashboard.releases.dataset import Dataset
from dashboard.web.cache.answer_cache import AnswerCache, Key, name_of
from dashboard.web.cache.http_caching import SOON, TAG, Coding, coding_read, current, packed, tag_of


@frozen
class ResponseCache:
    """Answers with documents; those that may be remembered lie in `answers`, where there is one.

    A document depends on its address, the release, why the release may be
    `degraded`, and `version`, the name of what documents refer to.
    """

    answers: AnswerCache | None
    dataset: Callable[[], Dataset]
    version: str
    degraded: Callable[[], str] = lambda: ""

    def document(
        self, written: Callable[[], str], query: str = "", *, remembered: bool
    ) -> Response:
        """What `written` gives for a path and a query, in the coding the browser reads; 304 to one
        that has it.
        """
        coding = coding_read()

        def content() -> bytes:
            return _tagged(written(), coding)

        if self.answers is None or not remembered:
            answer = content()
        else:
            dataset = self.dataset()
            release = (dataset.cache_version, dataset.withdrawn, self.degraded())

            def key(coding: Coding) -> Key:
                return ("page", self.version, *release, coding, request.path, query)

            def unpacked() -> bytes:
                """Programs read no coding: what is made ahead for browsers is unpacked for them."""
                ahead = dataset.opening.get(name_of(key("br"))) if coding == "identity" else None
                return ahead[:TAG] + brotli.decompress(ahead[TAG:]) if ahead else content()

            answer = self.answers.content(key(coding), unpacked, dataset.opening)
        return current(answer[:TAG].decode(), answer[TAG:], coding, "text/html")


def _tagged(document: str, coding: Coding) -> bytes:
    """The tag of a document and then the document, packed."""
    content = document.encode()
    return tag_of(content).encode() + packed(content, coding, SOON)
