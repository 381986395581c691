"""The door: the application put together from its rooms."""

from functools import cache, partial
from typing import Any

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from flask_caching import Cache

from callbacks import cached_content, interactions
from callbacks.bootstrap import first_answers
from dashboard.api.declared import Ground
from dashboard.figures.theme import CONFIG
from dashboard.language.text import Lang, Text
from dashboard.open_data.publisher import Publisher
from dashboard.releases.database.choice import reading
from dashboard.releases.dataset import Dataset, ReleaseError
from dashboard.settings import Settings, settings_from_environment
from dashboard.situation.map_picture import GEOMETRY_ADDRESS
from dashboard.view.view import query_of
from dashboard.web.asset_bundling import Statics, gathered
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.config import cache_config
from dashboard.web.cache.http_caching import keep_pages
from dashboard.web.cache.response_cache import remember_answers
from dashboard.web.cache.warm_up import PREWARM, Prewarm, visiting
from dashboard.web.protection.callback_schema import signatures
from dashboard.web.protection.guard import PATH as CALLBACKS
from dashboard.web.protection.guard import guard
from dashboard.web.protection.headers import secure
from dashboard.web.protection.limits import limits
from dashboard.web.release_provider import ReleaseProvider
from dashboard.web.requested_release import release_asked
from dashboard.web.routes.api import register_api
from dashboard.web.routes.feedback import register_reports
from dashboard.web.routes.files import register_files
from dashboard.web.routes.health import register_geometry, register_health
from dashboard.web.routes.open_data import register_open_data
from dashboard.web.routes.static_files import register_statics
from dashboard.web.routes.uploaded_rates import register_own_rates
from dashboard.web.routes.uploads import register_uploads
from dashboard.web.routes.wards import register_wards
from dashboard.web.routes.workbooks import register_workbooks
from dashboard.web.version import code_version
from layouts import html
from layouts.document.document import document, plain_page
from layouts.document.head import head, plain_head, plain_scripts, scripts
from layouts.document.pages import PAGES, page_at
from layouts.document.release_banner import laid_out
from layouts.html import render_html
from layouts.importing import page as importing
from layouts.page.interactive_page import Content
from layouts.page.page import Page

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
# Dash wants a place for what it lays out, of which nothing is seen.
_PLACE = '<div id="react-entry-point" hidden></div>'


class _App(Dash):  # type: ignore[misc]
    """Dash with a document of our own around its pages."""

    provider: ReleaseProvider
    statics: Statics

    def _config(self) -> dict[str, Any]:
        # Ids are checked by the tests on every page; the browser, which holds one page at a
        # time, would miss those of the others. The address of Dash's makers is not needed.
        said = {"suppress_callback_exceptions": True, "dash_version_url": "", "python_version": ""}
        # `end_id` is for background callbacks, of which there are none, and another each time.
        return {**super()._config(), **said, "end_id": None}

    def index(self, *_asked: Any, **_named: Any) -> str:
        """The document of the request's address: the whole page, with Dash at the end of it."""
        found = page_at(request.path)
        if found is None:
            return plain_page(_NOT_FOUND, _NOT_FOUND_WORDS, _language(), plain_head(self.statics))
        page, lang = found
        dataset = self.provider.dataset()
        asked = query_of(request.query_string.decode(errors="replace"))
        main = render_html(laid_out(page, dataset, lang, asked))
        mine = {
            **self._loaded(page, main, dataset),
            "main": main,
            "release": dataset.release,
        }
        return document(page, lang, request.args.to_dict(), mine, away=bool(self.provider.away))

    def _loaded(self, page: Page, main: str, dataset: Dataset) -> dict[str, str]:
        """What a page loads: only one that answers touches has pictures and the framework."""
        if page.interactive is None:
            return {"css": plain_head(self.statics), "scripts": plain_scripts(self.statics)}
        geometry = GEOMETRY_ADDRESS.format(dataset.geometry_hash)
        told = render_html([html.data(CONFIG, id="config"), *first_answers(self, page.interactive)])
        framework = f"{_PLACE}\n{self._generate_config_html()}"
        return {
            "css": head(self.statics, [geometry] if geometry in main else []),
            "scripts": f"{framework}\n{told}\n{scripts(self.statics)}",
        }


def create_app(settings: Settings | None = None) -> Dash:
    """The application; it can be made several times in one process.

    Raises:
        UnknownSetting: the environment has a `VARDPLATS_` variable that is no setting.
    """
    settings = settings or settings_from_environment()
    provider = ReleaseProvider(reading(settings), home=settings.home, asked=release_asked)
    app = _App(
        __name__,
        title="Vårdplatsläget",
        update_title="",
        include_assets_files=False,
        compress=True,
        serve_locally=True,
        enable_mcp=False,
        use_async=False,
    )
    # Each document brings the layout of its page.
    app.layout, app.provider, app.statics = [], provider, gathered()
    server = app.server
    answer_cache = _memo(server, settings)
    national = _register_touches(app, answer_cache)
    _register_pages(app)
    _register_files(app, settings)
    _register_open(app, settings)
    _register_reports(app, settings)
    guard(server, lambda: signatures(app._callback_list))
    secure(server, https=settings.https)
    pure = frozenset({one.key for one in PAGES if one.interactive})

    def is_pure(path: str) -> bool:
        found = page_at(path)
        return found is not None and found[0].key in pure

    keep_pages(
        server, answer_cache, provider.dataset, version=app.statics.version, is_pure=is_pure,
        away=lambda: provider.away,
    )  # fmt: skip
    if answer_cache is not None:
        remember_answers(server, answer_cache, provider.dataset, cached_content.question)
        if settings.prewarm:
            steps = partial(cached_content.first_asked, visiting(server), national)
            server.extensions[PREWARM] = Prewarm(provider.current, steps)
    # Dash sets itself up at the first request, and answers others that come meanwhile with 500.
    server.test_client().get("/healthz", base_url="https://localhost")
    return app


def _register_touches(app: _App, answer_cache: AnswerCache | None) -> Content:
    """Answer what every page is asked when it is touched; gives the content of the first one."""
    contents = {}
    for page in PAGES:
        if page.interactive:
            contents[page.key] = cached_content.remembering(answer_cache, page.interactive)
            interactions.register(app, page.interactive, app.provider.dataset, contents[page.key])
    return contents[PAGES[0].key]


def _register_files(app: _App, settings: Settings) -> None:
    """What is fetched and handed in beside the pages."""
    server, provider, public_url = app.server, app.provider, settings.public_url
    register_health(server, provider.current, away=lambda: provider.away)
    register_geometry(server, provider.with_geometry)
    register_files(server, provider.dataset, public_url=public_url)
    register_own_rates(server, provider.dataset)
    register_workbooks(server, provider.dataset, public_url=public_url)
    register_wards(server, provider.dataset, public_url=public_url)
    register_statics(server, app.statics)
    if settings.imports:
        laid = partial(importing.layout, head=plain_head(app.statics))
        register_uploads(server, settings.home, laid, public_url=public_url)


def _register_open(app: _App, settings: Settings) -> None:
    """What other programs read: the API, the open data, and what leads them there."""

    def ground() -> Ground:
        return Ground(app.provider.dataset(), settings.home)

    version = cache(partial(code_version, settings))
    register_api(app.server, ground, version=version, public_url=settings.public_url)
    register_open_data(
        app.server,
        ground,
        pages=[page.path for page in PAGES],
        publisher=Publisher(settings.operator, settings.contact),
        version=version,
        public_url=settings.public_url,
    )


def _register_reports(app: _App, settings: Settings) -> None:
    """Where readers say that something is not right."""
    look = plain_head(app.statics)
    register_reports(
        app.server,
        settings.home,
        is_page=lambda path: page_at(path) is not None,
        page=lambda title, words, lang: plain_page(title, words, lang, look),
        is_too_often=limits(settings),
        public_url=settings.public_url,
    )


def _memo(server: Flask, settings: Settings) -> AnswerCache | None:
    """Where answers are kept, or None where each is computed anew."""
    if settings.cache == "NullCache":
        return None
    return AnswerCache(Cache(server, config=cache_config(settings)), code=code_version(settings))


def _register_pages(app: _App) -> None:
    look = plain_head(app.statics)

    @app.server.before_request
    def answer_plainly() -> ResponseReturnValue | None:
        """A real 404 for an address without a page, 503 for a page without figures."""
        if request.method not in ("GET", "HEAD") or not _is_for_a_page():
            return None
        if request.path == "/en":
            return redirect("/en/" + ("?" + request.query_string.decode() if request.args else ""))
        if page_at(request.path) is None:
            return plain_page(_NOT_FOUND, _NOT_FOUND_WORDS, _language(), look), 404
        try:
            app.provider.dataset()
        except ReleaseError:
            return plain_page(_NO_RELEASE, _NO_RELEASE_WORDS, _language(), look), 503
        return None

    @app.server.errorhandler(DependencyException)
    def no_such_suite(error: DependencyException) -> tuple[str, int]:
        """A script that no component has is an address without a page."""
        return plain_page(_NOT_FOUND, _NOT_FOUND_WORDS, _language(), look), 404


def _is_for_a_page() -> bool:
    """Whether nothing but Dash's catch-all would answer the address."""
    rule = request.url_rule
    return rule is not None and rule.rule in ("/", "/<path:path>") and request.path != CALLBACKS


def _language() -> Lang:
    return "en" if request.path.startswith("/en") else "sv"


server = create_app().server
