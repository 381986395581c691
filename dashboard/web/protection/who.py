"""Who asks, by headers and cookies alone: a token, a proxy that is believed, or a session."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from typing import Final

from flask import request
from werkzeug.wrappers import Response

from dashboard.access.identity import NOBODY, Identity
from dashboard.access.letting_in import Reception
from dashboard.access.sessions import Session, Sessions
from dashboard.settings import Settings

# What the proxy says, once it has taken away what a browser says of itself by these names.
SECRET, ORGANISATION, PERSON = (
    "X-Vardplats-Secret", "X-Vardplats-Organisation", "X-Vardplats-Person",
)  # fmt: skip
# The field of every form of ours that writes.
KEY: Final = "key"
_BEARER, _SESSION = "Bearer ", "vardplats.session"


def who_asks(
    settings: Settings, reception: Reception, sessions: Sessions
) -> Callable[[], Identity | None]:
    """Who asks in a request, None where a token is shown that is not valid."""
    cookie, secret = cookie_name(settings), settings.login_secret.get_secret_value()

    def who() -> Identity | None:
        shown = request.headers.get("Authorization", "")
        if shown.startswith(_BEARER):
            found = reception.token(shown[len(_BEARER) :].strip())
            return found if found.is_known else None
        if settings.login == "proxy":
            return _by_proxy(reception, secret)
        name = request.cookies.get(cookie, "")
        session = sessions.find(name) if name else None
        if session is None:
            return NOBODY
        request.environ[_SESSION] = name
        return reception.person(session.organisation, session.person, "session", session.key)

    return who


def cookie_name(settings: Settings) -> str:
    """The name of the session's cookie; over https browsers hold one of this name to this host."""
    return "__Host-vardplats" if settings.https else "vardplats"


def set_cookie(answer: Response, name: str, value: str, settings: Settings) -> None:
    """A cookie that scripts cannot read and that ends with the browser."""
    answer.set_cookie(name, value, secure=settings.https, httponly=True, samesite="Lax", path="/")


def clear_cookie(answer: Response, name: str, settings: Settings) -> None:
    """Take the cookie away."""
    answer.delete_cookie(name, secure=settings.https, httponly=True, samesite="Lax", path="/")


def is_own_form(form: Mapping[str, str], identity: Identity) -> bool:
    """Whether a form repeats the key of the session; a program with a token has no other's form."""
    if identity.way == "token":
        return True
    return bool(identity.key) and hmac.compare_digest(
        form.get(KEY, "").encode(), identity.key.encode()
    )


def current_session() -> str:
    """The name of this request's session, nothing without one."""
    name: str = request.environ.get(_SESSION, "")
    return name


def started(sessions: Sessions, organisation: str, person: str) -> tuple[str, Session]:
    """A new session; the one that the browser had ends, so that no name is kept from before."""
    if before := current_session():
        sessions.end(before)
    return sessions.begin(organisation, person)


def _by_proxy(reception: Reception, secret: str) -> Identity:
    shown = request.headers.get(SECRET, "")
    if not hmac.compare_digest(shown.encode(), secret.encode()):
        return NOBODY
    organisation = request.headers.get(ORGANISATION, "")
    person = request.headers.get(PERSON, "")
    if not organisation or not person:
        return NOBODY
    said = f"{organisation}\n{person}".encode()
    key = hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()
    return reception.person(organisation, person, "proxy", key)
