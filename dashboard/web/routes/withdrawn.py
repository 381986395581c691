"""The answer of every way out to who asks for a release that has been withdrawn."""

import orjson
from flask import Flask, Response, request

from dashboard.language.text import Lang, Text
from dashboard.releases.repository import WithdrawnRelease
from dashboard.web.routes import problem

_WORDS = Text(
    "Utgåvan {} är tillbakadragen och ges inte ut. Orsak: {}. Använd utgåva {} i stället.",
    "Release {} has been withdrawn and is not given out. Reason: {}. Use release {} instead.",
)


def register_withdrawn(server: Flask) -> None:
    """Answer `WithdrawnRelease` with `gone`, wherever it is raised."""
    server.register_error_handler(WithdrawnRelease, gone)


def gone(error: WithdrawnRelease) -> Response:
    """410, why, and which release to use.

    Below `/api/` as a problem, to a POST as `{"error": sentence}`, else in plain text.
    """
    words = _WORDS.format(error.release, error.reason.rstrip("."), error.instead)
    if request.path.startswith("/api/"):
        return problem.problem(problem.withdrawn(words))
    said = words.in_(_language())
    if request.method == "POST":
        answer = Response(orjson.dumps({"error": said}), 410, mimetype="application/json")
    else:
        answer = Response(said + "\n", 410, mimetype="text/plain")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _language() -> Lang:
    asked = request.args.get("lang", "")
    if asked in ("sv", "en"):
        return "en" if asked == "en" else "sv"
    if request.path.startswith("/en/"):
        return "en"
    return "en" if request.accept_languages.best_match(["sv", "en"], "sv") == "en" else "sv"
