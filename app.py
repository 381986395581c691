"""The door: the application put together from its rooms."""

from functools import partial
from typing import Any

from dash import Dash
from flask import Flask, Response, redirect, request
from flask_caching import Cache

from callbacks import kept
from callbacks import overview as overview_callbacks
from callbacks import shell as shell_callbacks
from dashboard.lang import Lang, Text
from dashboard.settings import Settings, settings_from_environment
from dashboard.store import ReleaseError
from dashboard.web.answers import remember_answers
from dashboard.web.caches import cache_config
from dashboard.web.files import register_files
from dashboard.web.guard import guard
from dashboard.web.headers import secure
from dashboard.web.health import register_geometry, register_health
from dashboard.web.memo import Memo
from dashboard.web.prewarm import Prewarm, asking
from dashboard.web.shelf import Shelf
from dashboard.web.signatures import signatures
from dashboard.web.statics import BOOTSTRAP, register_statics
from dashboard.web.version import code_version
from dashboard.web.workers import PREWARM
from layouts import overview
from layouts.document import document, plain_page
from layouts.pages import page_at
from layouts.shell import shell

_NOT_FOUND = Text("Sidan finns inte", "Page not found")
_NOT_FOUND_WORDS = Text(
    "Det finns ingen sida på den här adressen. Börja om från startsidan.",
    "There is no page at this address. Start again from the front page.",
)
_NO_RELEASE = Text("Siffrorna kan inte visas just nu", "The figures cannot be shown now")
_NO_RELEASE_WORDS = Text(
    "Datautgåvan saknas eller är skadad, och hellre än att visa fel siffror visas inga. Den som "
    "driver webbplatsen ser orsaken på /readyz.",
    "The data release is missing or damaged, and rather than wrong figures none are shown. "
    "Whoever runs the site sees the reason at /readyz.",
)


class _App(Dash):  # type: ignore[misc]
    """Dash with a document of our own around its pages."""

    def _config(self) -> dict[str, Any]:
        # Ids are checked by the tests on every page; the browser, which holds one page at a
        # time, would miss those of the others. The address of Dash's makers is not needed.
        said = {"suppress_callback_exceptions": True, "dash_version_url": "", "python_version": ""}
        return {**super()._config(), **said}

    def interpolate_index(self, **pieces: str) -> str:
        found = page_at(request.path)
        if found is None:
            return plain_page(_NOT_FOUND, _NOT_FOUND_WORDS, _language())
        page, lang = found
        return document(page, lang, request.args.to_dict(), pieces)


def create_app(settings: Settings | None = None) -> Dash:
    """The application; it can be made several times in one process.

    Raises:
        UnknownSetting: the environment has a `VARDPLATS_` variable that is no setting.
    """
    settings = settings or settings_from_environment()
    shelf = Shelf(settings.home)
    app = _App(
        __name__,
        title="Vårdplatsläget",
        update_title="",
        external_stylesheets=[BOOTSTRAP],
        compress=True,
        serve_locally=True,
        enable_mcp=False,
        use_async=False,
    )
    app.layout = shell()
    server = app.server
    memo = _memo(server, settings)
    national = kept.remembering(memo, overview.TOUCHABLE)
    shell_callbacks.register(app, shelf.store)
    overview_callbacks.register(app, shelf.store, national)
    _register_pages(app, shelf)
    register_health(server, shelf.store)
    register_geometry(server, shelf.store)
    register_files(server, shelf.store, public_url=settings.public_url)
    register_statics(server)
    guard(server, lambda: signatures(app._callback_list))
    secure(server, script_hashes=app.csp_hashes, https=settings.https)
    if memo is not None:
        pure = frozenset({overview.TOUCHABLE.key})
        remember_answers(server, memo, shelf.store, lambda body: kept.question(body, pure))
        if settings.prewarm:
            steps = partial(kept.first_asked, asking(server), national)
            server.extensions[PREWARM] = Prewarm(shelf.current, steps)
    return app


def _memo(server: Flask, settings: Settings) -> Memo | None:
    """Where answers are kept, or None where each is computed anew."""
    if settings.cache == "NullCache":
        return None
    return Memo(Cache(server, config=cache_config(settings)), code=code_version(settings))


def _register_pages(app: Dash, shelf: Shelf) -> None:
    @app.server.before_request
    def answer_plainly() -> Response | tuple[str, int] | None:
        """A real 404 for an address without a page, 503 for a page without figures."""
        if request.method not in ("GET", "HEAD") or _is_machinery(request.path):
            return None
        if request.path == "/en":
            return redirect("/en/" + ("?" + request.query_string.decode() if request.args else ""))
        if page_at(request.path) is None:
            return plain_page(_NOT_FOUND, _NOT_FOUND_WORDS, _language()), 404
        try:
            shelf.store()
        except ReleaseError:
            return plain_page(_NO_RELEASE, _NO_RELEASE_WORDS, _language()), 503
        return None


def _is_machinery(path: str) -> bool:
    return path in ("/healthz", "/readyz") or path.startswith(
        ("/_dash", "/assets/", "/geo/", "/files/", "/static/", "/_favicon")
    )


def _language() -> Lang:
    return "en" if request.path.startswith("/en") else "sv"


server = create_app().server
