"""What whoever runs the service sees of it: figures for Prometheus, and a line a request."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from flask import Flask, Response, g, request

from dashboard.web.metrics import PATH, Metrics, kind_of

_REQUESTS = logging.getLogger("vardplats.requests")
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class JsonLines(logging.Formatter):
    """A record as one line of JSON: when, how serious, where in the code, and what."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; what a record has beside its words stands under its own name."""
        said: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def logging_as_json() -> dict[str, Any]:
    """The configuration of logging by which every line of the server is JSON on stderr."""
    handler = {"class": "logging.StreamHandler", "formatter": "json"}
    own = {"handlers": ["stderr"], "level": "INFO", "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {"stderr": handler},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {"gunicorn.error": own, "gunicorn.access": own},
    }


def watch(
    server: Flask, metrics: Metrics | None, *, lines: bool, release: Callable[[], str]
) -> None:
    """Count each answer where there are `metrics`, and with `lines` log it.

    Neither knows who asked: no address, no browser, no query, no words of a form.
    """

    def begin() -> None:
        g.began = perf_counter()

    def end(answer: Response) -> Response:
        seconds = perf_counter() - g.get("began", perf_counter())
        kind = kind_of(request.path)
        if metrics is not None:
            metrics.request(kind, answer.status_code, seconds)
        if lines:
            told = {
                "kind": kind, "method": request.method, "status": answer.status_code,
                "ms": round(seconds * 1000, 1), "release": release(),
            }  # fmt: skip
            _REQUESTS.info("answered", extra={"told": told})
        return answer

    if metrics is None and not lines:
        return
    server.before_request(begin)
    server.after_request(end)
    if metrics is not None:
        server.add_url_rule(PATH, "metrics", lambda: _said(metrics.text()))


def _said(text: bytes) -> Response:
    answer = Response(text, content_type=_TYPE)
    answer.headers["Cache-Control"] = "no-store"
    return answer
