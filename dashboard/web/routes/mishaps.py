"""The answer of every way out where the disk is full, a folder cannot be written, or we failed."""

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import InternalServerError

from dashboard.language.text import Text

RETRY_SECONDS = 60
_NO_ROOM = Text(
    "Servern kan inte skriva det den behöver just nu. Inget har sparats. Försök igen om en stund.",
    "The server cannot write what it needs just now. Nothing was kept. Try again in a while.",
)
_FAILED = Text(
    "Något gick fel hos oss. Försök igen, eller gå till startsidan.",
    "Something went wrong on our side. Try again, or go to the front page.",
)


def register_mishaps(server: Flask) -> None:
    """Answer an `OSError` with 503 and one line in the log, and what is a fault of ours with 500.

    Both in words, to a POST as `{"error": sentence}`; neither names a file or shows a traceback.
    """

    def no_room(error: OSError) -> Response:
        server.logger.error("%s %s: %s", request.method, request.path[:80], _reason(error))
        answer = _said(_NO_ROOM, 503)
        answer.headers["Retry-After"] = str(RETRY_SECONDS)
        return answer

    def failed(error: InternalServerError) -> Response:
        return _said(_FAILED, 500)

    server.register_error_handler(OSError, no_room)
    server.register_error_handler(InternalServerError, failed)


def _reason(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or type(error).__name__}{where}"


def _said(words: Text, status: int) -> Response:
    english = request.accept_languages.best_match(["sv", "en"], "sv") == "en"
    said = words.in_("en" if english or request.path.startswith("/en/") else "sv")
    if request.method == "POST":
        answer = Response(orjson.dumps({"error": said}), status, mimetype="application/json")
    else:
        answer = Response(said + "\n", status, mimetype="text/plain")
    answer.headers["Cache-Control"] = "no-store"
    return answer
