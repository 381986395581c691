"""Answers to touches kept as they travel: computed and packed once for all who touch the same."""

from collections.abc import Callable

import brotli
import orjson
from flask import Flask, Response, request

from dashboard.releases.dataset import Dataset
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.http_caching import SOON, coded, coding_read, packed


def keep_touches(
    server: Flask, endpoint: str, dataset: Callable[[], Dataset], answers: AnswerCache
) -> None:
    """Let what the view of `endpoint` answers to a JSON body be kept in `answers`.

    An answer depends on the release and the values of the body's inputs; who asks for a tier that
    not everybody may see is answered anew. To be called once the endpoint is there, and a body
    that is not as registered must not come so far.
    """
    view = server.ensure_sync(server.view_functions[endpoint])

    def answered() -> Response:
        current = dataset()
        if current.tier:
            return server.make_response(view())

        def content() -> bytes:
            return packed(server.make_response(view()).get_data(), "br", SOON)

        body = orjson.loads(request.get_data())
        question = orjson.dumps([body["output"], *(one["value"] for one in body["inputs"])])
        release = (current.cache_version, current.withdrawn)
        found = answers.content(("touch", *release, question), content, current.opening)
        if coding_read() == "br":
            return coded(found, "br", "application/json")
        return Response(brotli.decompress(found), mimetype="application/json")

    server.view_functions[endpoint] = answered
