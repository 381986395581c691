"""A refusal as `application/problem+json` (RFC 9457): what, where, and what to do."""

import orjson
from flask import Response, request

from dashboard.api.flat import plain
from dashboard.api.problems import Fault, Refused
from dashboard.language.text import Lang, Text
from dashboard.view.addresses import API

MIMETYPE = "application/problem+json"
# Where the page explains what refusals look like.
_PAGE = Text("{}#errors", "{}#errors").format(API)
_FAILED = Text("Något gick fel hos oss", "Something went wrong on our side")
_NO_FIGURES = Text(
    "Datautgåvan saknas eller är skadad, så inga siffror kan ges just nu",
    "The data release is missing or damaged, so no figures can be given now",
)

_GONE = Text("Utgåvan är tillbakadragen", "The release has been withdrawn")
_ASK_CURRENT = Text(
    "Ta bort nyckeln release ur adressen.", "Leave the key release out of the address."
)
_OFTEN = Text("För många frågor", "Too many calls")
_CALLS = Text("Högst {} frågor besvaras på {} sekunder.", "{} calls are answered in {} seconds.")
_WAIT = Text("Vänta lite och fråga igen.", "Wait a little and ask again.")


def problem(refusal: Refused) -> Response:
    """The answer to a question that cannot be answered; each fault is named in both languages."""
    lang = _language()
    said = [f"{one.what.in_(lang)} {one.todo.in_(lang)}" for one in refusal.faults]
    body = {
        "type": _PAGE.in_(lang),
        "title": refusal.title.in_(lang),
        "status": refusal.status,
        "detail": " ".join(said) or refusal.title.in_(lang),
        "instance": request.path,
        "errors": [
            {"where": one.where, "name": one.name, "what": plain(one.what), "todo": plain(one.todo)}
            for one in refusal.faults
        ],
    }
    answer = Response(orjson.dumps(body), refusal.status, content_type=MIMETYPE)
    answer.headers["Content-Language"] = lang
    answer.headers["Cache-Control"] = "no-store"
    answer.vary.add("Accept-Language")
    return answer


def no_figures() -> Refused:
    """There is no release to answer from."""
    return Refused(503, _NO_FIGURES, ())


def withdrawn(words: Text) -> Refused:
    """The release asked for has been withdrawn; `words` say why and which is shown instead."""
    return Refused(410, _GONE, (Fault("query", "release", words, _ASK_CURRENT),))


def too_many_calls(calls: int, seconds: int) -> Refused:
    """More calls than are answered within so many seconds."""
    fault = Fault("path", request.path, _CALLS.format(calls, seconds), _WAIT)
    return Refused(429, _OFTEN, (fault,))


def failed() -> Refused:
    """What should not happen; the log has the reason."""
    return Refused(500, _FAILED, ())


def _language() -> Lang:
    # A program that does not say reads English.
    return "sv" if request.accept_languages.best_match(["en", "sv"], "en") == "sv" else "en"
