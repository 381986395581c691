"""The gate put together from the settings: who is known, by what, and what is open to whom."""

from collections.abc import Callable, Iterable

from flask import Flask, Response

from dashboard.access.letting_in import Reception
from dashboard.access.oidc import Client, SignIn
from dashboard.access.sessions import Sessions
from dashboard.language.text import Lang, Text
from dashboard.settings import Settings
from dashboard.web.protection.doors import doors
from dashboard.web.protection.gate import Link, gate
from dashboard.web.protection.limits import of_sign_ins
from dashboard.web.protection.who import who_asks
from dashboard.web.routes.sign_in import BACK, Desk, register_sign_in, register_sign_out


def register_access(
    server: Flask, settings: Settings, pages: Iterable[str],
    written: Callable[[Text, Text, Lang, Link | None], str],
) -> None:  # fmt: skip
    """Set the gate before every route, and let people sign in where the settings say how.

    To be called before anything else is done with the server. `pages` are the paths that everybody
    may open, `written` makes a plain page of a title, words and perhaps a link.
    """

    def page(
        title: Text, words: Text, lang: Lang, status: int, link: Link | None = None
    ) -> Response:
        answer = Response(written(title, words, lang, link), status, mimetype="text/html")
        answer.headers["Cache-Control"] = "no-store"
        return answer

    closed = doors(pages)
    if settings.login == "off":
        gate(server, closed, None, page)
        return
    reception, sessions = Reception(settings.home), Sessions(settings.home)
    gate(server, closed, who_asks(settings, reception, sessions), page, settings.public_url)
    register_sign_out(server, settings, sessions)
    if settings.login == "oidc":
        back = settings.public_url.rstrip("/") + BACK
        assert settings.login_key is not None
        client = Client(settings.login_issuer, settings.login_client, settings.login_key, back)
        register_sign_in(
            server, Desk(settings, sessions, reception, SignIn(client), page, of_sign_ins())
        )
