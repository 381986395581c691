"""Signing in and out: to the provider and back, a session in between, and nothing left after."""

from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Any, Final

from flask import Flask, Response, abort, jsonify, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.access.identity import Identity
from dashboard.access.letting_in import Reception
from dashboard.access.oidc import SignIn
from dashboard.access.oidc_provider import NotSignedIn
from dashboard.access.sessions import Sessions
from dashboard.frozen import frozen
from dashboard.language.text import LANGS, Lang, Text
from dashboard.releases.audit_trail import record
from dashboard.settings import Settings
from dashboard.web.protection.gate import SIGN_IN, Page, identity
from dashboard.web.protection.limits import TooOften
from dashboard.web.protection.who import (
    clear_cookie,
    cookie_name,
    current_session,
    is_own_form,
    set_cookie,
    started,
)

BACK: Final = "/logga-in/svar"
KEYS: Final = "/logga-in/jwks.json"
SIGN_OUT: Final = Text("/logga-ut", "/en/sign-out")
_PENDING = "vardplats-inloggning"

_FAILED = Text("Inloggningen gick inte att slutföra", "The sign-in could not be completed")
_AGAIN = Text(
    "Börja om från Logga in. Går det inte heller då: hör av dig till den som driver webbplatsen, "
    "som ser orsaken i loggen.",
    "Begin again from Sign in. If that fails as well, tell whoever runs the site, who sees the "
    "reason in the log.",
)
_AWAY = Text("Inloggningen svarar inte", "The sign-in does not answer")
_AWAY_WORDS = Text(
    "Det som är publicerat går att läsa som vanligt. Försök logga in om en stund.",
    "What is published can be read as usual. Try to sign in again in a while.",
)
_NOT_LET_IN = Text("Din organisation är inte insläppt", "Your organisation is not let in")
_NOT_LET_IN_WORDS = Text(
    "Du är den du säger, men {} har inget att se här utöver det publicerade. Den som driver "
    "webbplatsen släpper in organisationer.",
    "You are who you say, but {} has nothing to see here beyond what is published. Whoever runs "
    "the site lets organisations in.",
)
_OFTEN = Text("Många inloggningar på kort tid", "Many sign-ins in a short time")
_OFTEN_WORDS = Text("Vänta tio minuter och försök igen.", "Wait ten minutes and try again.")
_OUT = Text("Du är utloggad", "You are signed out")
_OUT_WORDS = Text(
    "Inget av det som visades finns kvar i webbläsaren. Vid en delad dator: avsluta också "
    "inloggningen där du legitimerade dig.",
    "Nothing of what was shown is left in the browser. At a shared computer, end the sign-in "
    "where you identified yourself as well.",
)
_OUT_THERE = Text(
    "Avsluta inloggningen där du legitimerade dig", "End the sign-in where you identified yourself"
)


@frozen
class Desk:
    """What signing in needs."""

    settings: Settings
    sessions: Sessions
    reception: Reception
    sign_in: SignIn
    page: Page
    is_too_often: TooOften


def register_sign_in(server: Flask, desk: Desk) -> None:
    """The addresses of `SIGN_IN`, where the provider sends people `BACK`, `KEYS`, and `SIGN_OUT`.

    A provider that does not answer is told as 503, a sign-in that is not as it should be as 403,
    an organisation that is not let in as 403; the reason is in the log alone.
    """
    for lang in LANGS:
        _add(server, SIGN_IN.in_(lang), f"sign-in-{lang}", _begin, server, desk, lang)
        _add(server, SIGN_OUT.in_(lang), f"signed-out-{lang}", _signed_out, desk, lang)
    _add(server, BACK, "signed-in", _finish, server, desk)
    _add(server, KEYS, "sign-in-keys", _keys, server, desk)


def register_sign_out(server: Flask, settings: Settings, sessions: Sessions) -> None:
    """A POST to `SIGN_OUT` ends the session here, on every machine, and what is on screen."""
    for lang in LANGS:
        own = _view(_sign_out, settings, sessions, lang)
        server.add_url_rule(SIGN_OUT.in_(lang), f"sign-out-{lang}", own, methods=["POST"])


def _add(server: Flask, rule: str, name: str, answer: Callable[..., Any], *given: Any) -> None:
    server.add_url_rule(rule, name, _view(answer, *given), methods=["GET"])


def _view(answer: Callable[..., Any], *given: Any) -> Callable[..., Any]:
    return update_wrapper(partial(answer, *given), answer)


def _begin(server: Flask, desk: Desk, lang: Lang) -> BaseResponse:
    if desk.is_too_often():
        return desk.page(_OFTEN, _OFTEN_WORDS, lang, 429)
    try:
        address, pending = desk.sign_in.begin()
        held = {**pending, "to": _local(request.args.get("to", "")), "lang": lang}
        name = desk.sessions.keep_pending(held)
    except (NotSignedIn, OSError) as error:
        server.logger.error("nobody can sign in: %s", error)
        return desk.page(_AWAY, _AWAY_WORDS, lang, 503)
    answer = redirect(address, 303)
    set_cookie(answer, _PENDING, name, desk.settings)
    return _unkept(answer)


def _finish(server: Flask, desk: Desk) -> BaseResponse:
    pending = desk.sessions.take_pending(request.cookies.get(_PENDING, ""))
    lang: Lang = "en" if pending and pending["lang"] == "en" else "sv"
    try:
        if pending is None:
            raise NotSignedIn("no sign-in is under way in this browser")
        signed = desk.sign_in.finish(pending, request.query_string.decode(errors="replace"))
        found = desk.reception.person(signed.organisation, signed.person, "session")
        if not found.is_known:
            server.logger.warning("not let in: organisation %s", signed.organisation[:20])
            words = _NOT_LET_IN_WORDS.format(signed.organisation[:20])
            return desk.page(_NOT_LET_IN, words, lang, 403)
        _told(desk, found, "sign-in")
        name, _ = started(desk.sessions, signed.organisation, signed.person)
    except NotSignedIn as error:
        server.logger.warning("not signed in: %s", error)
        return _without_pending(desk.page(_FAILED, _AGAIN, lang, 403), desk)
    except OSError as error:
        server.logger.error("nobody can sign in: %s", error)
        return desk.page(_AWAY, _AWAY_WORDS, lang, 503)
    answer = redirect(pending["to"], 303)
    set_cookie(answer, cookie_name(desk.settings), name, desk.settings)
    return _without_pending(answer, desk)


def _sign_out(settings: Settings, sessions: Sessions, lang: Lang) -> BaseResponse:
    found, name = identity(), current_session()
    if name and not is_own_form(request.form, found):
        abort(403)
    if name:
        sessions.end(name)
        record(settings.home, "sign-out", found.organisation, "done", by=found.person)
    answer = redirect(SIGN_OUT.in_(lang), 303)
    clear_cookie(answer, cookie_name(settings), settings)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return _unkept(answer)


def _signed_out(desk: Desk, lang: Lang) -> Response:
    # The provider may have to be asked where its sessions end, and anybody can come here.
    back = desk.settings.public_url.rstrip("/") + SIGN_OUT.in_(lang)
    place = "" if desk.is_too_often() else desk.sign_in.leave(back)
    return desk.page(_OUT, _OUT_WORDS, lang, 200, (place, _OUT_THERE) if place else None)


def _keys(server: Flask, desk: Desk) -> Response:
    try:
        return jsonify(desk.sign_in.public_keys())
    except NotSignedIn as error:
        server.logger.error("the key of sign-ins: %s", error)
        abort(503)


def _told(desk: Desk, identity: Identity, action: str) -> None:
    """In the record before anything is opened: without room for the line nobody is let in."""
    record(desk.settings.home, action, identity.organisation, "done", by=identity.person)


def _local(path: str) -> str:
    """An address of this site, whatever else was asked for."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path[:2000] if plain else "/"


def _without_pending(answer: BaseResponse, desk: Desk) -> BaseResponse:
    clear_cookie(answer, _PENDING, desk.settings)
    return _unkept(answer)


def _unkept(answer: BaseResponse) -> BaseResponse:
    answer.headers["Cache-Control"] = "no-store, private"
    return answer
