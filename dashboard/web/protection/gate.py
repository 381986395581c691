"""The gate before every route: who asks, and whether the address is open to them."""

from collections.abc import Callable
from typing import Final, Protocol
from urllib.parse import quote

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.access.identity import NOBODY, Identity
from dashboard.language.text import Lang, Text
from dashboard.web.protection.doors import OPEN, Door, Doors
from dashboard.web.protection.site_address import is_from_here

Who = Callable[[], Identity | None]
# An address and the words of the link to it.
Link = tuple[str, Text]


class Page(Protocol):
    """Makes a plain page of a title, words and perhaps a link."""

    def __call__(
        self, title: Text, words: Text, lang: Lang, status: int, link: Link | None = None
    ) -> Response: ...


SIGN_IN: Final = Text("/logga-in", "/en/sign-in")
# Of the request itself: one within a request, as the guard asks Dash, shares its other memory.
_ASKS = "vardplats.identity"
# That the answer is the same for everybody.
_TO_ALL = "vardplats.to-all"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# What a browser asks by to be spared an answer that it has; nothing private is to be had.
_SPARING = ("IF_NONE_MATCH", "IF_MODIFIED_SINCE", "IF_MATCH", "IF_UNMODIFIED_SINCE", "IF_RANGE")

_NOT_YOU = Text("Det här får du inte göra", "You may not do this")
_NO_RIGHT = Text(
    "Den du är inloggad som har inte den roll som krävs. Den som driver webbplatsen ger roller.",
    "You are signed in without the role that is needed. Whoever runs the site gives roles.",
)
_ELSEWHERE = Text(
    "Formuläret skickades från en annan webbplats. Öppna sidan här och försök igen.",
    "The form was sent from another site. Open the page here and try again.",
)
_BAD_TOKEN = Text(
    "Nyckeln gäller inte: den är fel, har gått ut eller är avslutad. Be om en ny.",
    "The token is not valid: it is wrong, has expired or was ended. Ask for a new one.",
)
_OFF = Text("Avstängt: ingen inloggning är inställd", "Off: no login is set up")
_NO_LOGIN = Text(
    "Adressen är för organisationer som är inloggade, och ingen kan logga in här. Den som driver "
    "webbplatsen slår på inloggning med VARDPLATS_LOGIN.",
    "The address is for organisations that are signed in, and nobody can sign in here. Whoever "
    "runs the site switches sign-in on with VARDPLATS_LOGIN.",
)
_NOT_SIGNED_IN = Text("Logga in först", "Sign in first")
_SIGN_IN_FIRST = Text(
    "Adressen är för den som är inloggad. Logga in och försök igen.",
    "The address is for those who are signed in. Sign in and try again.",
)


def identity() -> Identity:
    """Who asks in this request; outside one it is nobody."""
    try:
        held: Identity = request.environ.get(_ASKS, NOBODY)
    except RuntimeError:
        return NOBODY
    return held


def gate(server: Flask, doors: Doors, who: Who | None, page: Page, public_url: str = "") -> None:
    """Let nobody past who may not; to be called before any other thing that looks at requests.

    `who` tells who asks by headers and cookies alone, None for a token that is not valid; without
    it everybody is the public. What the address of a rule asks is declared in `doors`, and a rule
    without a declaration answers 404. A body is never read here. Answers to whoever is known are
    kept nowhere, and never spared.
    """

    def before() -> Response | BaseResponse | None:
        found = who() if who else NOBODY
        own = request._get_current_object()  # type: ignore[attr-defined]
        environ, rule = own.environ, own.url_rule
        environ[_ASKS] = found or NOBODY
        if rule is None:
            return None
        door = doors.of(rule.rule)
        if door is None:
            abort(404)
        if found is not None and not found.way and door is OPEN:
            # Nearly everybody; without a login nobody else is given another answer.
            environ[_TO_ALL] = who is None
            return None
        if found is None:
            return page(_NOT_YOU, _BAD_TOKEN, language(), 401)
        by_browser = found.is_known and found.way != "token"
        if by_browser and request.method not in _SAFE and not is_from_here(public_url):
            return page(_NOT_YOU, _ELSEWHERE, language(), 403)
        for name in _SPARING if found.is_known else ():
            environ.pop(f"HTTP_{name}", None)
        return None if door.opens_to(found) else _closed(found, page, offered=who is not None)

    server.before_request(before)

    def after(answer: Response) -> Response:
        environ = request.environ
        return answer if environ.get(_TO_ALL) else _private(answer, doors, asked=who is not None)

    server.after_request(after)


def language() -> Lang:
    """The language of the address."""
    return "en" if request.path.startswith("/en") else "sv"


def _closed(identity: Identity, page: Page, *, offered: bool) -> Response | BaseResponse:
    lang = language()
    if not offered:
        return page(_OFF, _NO_LOGIN, lang, 404)
    if identity.is_known:
        return page(_NOT_YOU, _NO_RIGHT, lang, 403)
    if request.method in ("GET", "HEAD"):
        return redirect(f"{SIGN_IN.in_(lang)}?to={quote(request.path)}", 303)
    return page(_NOT_SIGNED_IN, _SIGN_IN_FIRST, lang, 401)


def _private(answer: Response, doors: Doors, *, asked: bool) -> Response:
    rule, who = request.url_rule, identity()
    door: Door | None = doors.of(rule.rule) if rule else None
    if who.way or (door is not None and door.what is not None):
        for name in ("ETag", "Last-Modified", "Expires", "Age"):
            answer.headers.pop(name, None)
        answer.headers["Cache-Control"] = "no-store, private"
        answer.vary.update(("Cookie", "Authorization"))
    elif asked and not answer.cache_control.immutable:
        # Another who asks for the address may be given another answer.
        answer.vary.update(("Cookie", "Authorization"))
    return answer
