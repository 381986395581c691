"""The guard before the callbacks: a body that no page of ours would send never reaches Dash."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from dashboard.language.text import Text
from dashboard.web.protection.callback_schema import Signature, is_asked_as_registered

PATH = "/_dash-update-component"
# The largest touch of ours, with every control and an editor open, is below 3 kB.
MOST_BYTES = 8 * 1024
MOST_LEVELS = 12

Known = Callable[[], Mapping[str, Signature]]

_NOT_POST = Text("Adressen tar bara emot POST.", "This address accepts only POST.")
_NOT_JSON = Text("Innehållet är inte giltig JSON.", "The body is not valid JSON.")
_TOO_LARGE = Text("Innehållet är större än 8 kB.", "The body is larger than 8 kB.")
_TOO_DEEP = Text("Innehållet är nästlat för djupt.", "The body is nested too deeply.")
_UNKNOWN = Text("Ingen sida ställer den frågan.", "No page asks that question.")
_MISMATCH = Text("Frågans delar är inte sidans.", "The parts of the question are not the page's.")
_BAD_VALUE = Text(
    "Frågan innehåller ett värde som inte kan användas.",
    "The question holds a value that cannot be used.",
)
_FAILED = Text("Något gick fel hos oss.", "Something went wrong on our side.")


def guard(server: Flask, known: Known) -> Known:
    """Answer a callback request that is not as registered with 400 and `{"error": sentence}`.

    Accepted: POST of `application/json`, at most 8 kB and 12 levels, finite numbers, a known
    `output`, and `outputs`, `inputs`, `state` and `changedPropIds` as registered. A callback
    that raises `ValueError` (pydantic's `ValidationError` is one) answers 400, any other
    failure a plain 500; both are logged, neither shows a traceback. `known` is asked once, at
    the first callback request, or before when what is given back is called.
    """
    registered = cache(known)

    def before() -> Response | None:
        if request.path != PATH:
            return None
        if request.method != "POST":
            return _answer(_NOT_POST, 405)
        reason = _problem(registered)
        return _answer(reason, 400) if reason else None

    def failed(error: Exception) -> Response | HTTPException:
        if request.path == PATH:
            return _failure(server, error)
        if isinstance(error, HTTPException):
            return error
        raise error

    server.before_request(before)
    server.register_error_handler(Exception, failed)
    return registered


def _problem(registered: Known) -> Text | None:
    if request.mimetype != "application/json":
        return _NOT_JSON
    # A body that states no length is cut off silently at the limit, hence one byte more.
    request.max_content_length = MOST_BYTES + 1
    try:
        data = request.get_data()
        if len(data) > MOST_BYTES:
            return _TOO_LARGE
        # orjson refuses NaN, infinities and exponents that overflow to them.
        body = orjson.loads(data)
    except RequestEntityTooLarge:
        return _TOO_LARGE
    except (orjson.JSONDecodeError, HTTPException):
        return _NOT_JSON
    return _TOO_DEEP if _is_deeper(body, MOST_LEVELS) else _mismatch(body, registered())


def _mismatch(body: Any, known: Mapping[str, Signature]) -> Text | None:
    output = body.get("output") if isinstance(body, dict) else None
    if not isinstance(output, str) or output not in known:
        return _UNKNOWN
    return None if is_asked_as_registered(body, known[output]) else _MISMATCH


def _is_deeper(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_is_deeper(one, levels - 1) for one in inner)


def _failure(server: Flask, error: Exception) -> Response:
    if isinstance(error, HTTPException) and error.code and error.code < 500:
        return _answer(_BAD_VALUE, error.code)
    if isinstance(error, ValueError):
        server.logger.warning("a callback refused a value: %s", type(error).__name__)
        return _answer(_BAD_VALUE, 400)
    server.logger.error("a callback failed", exc_info=error)
    return _answer(_FAILED, 500)


def _answer(reason: Text, status: int) -> Response:
    english = request.accept_languages.best_match(["sv", "en"], "sv") == "en"
    body = orjson.dumps({"error": reason.in_("en" if english else "sv")})
    answer = Response(body, status, mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store"
    if status == 405:
        answer.headers["Allow"] = "POST"
    return answer
