"""The door: the application put together from its rooms."""

import os
from functools import cache, partial

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, request
from flask_caching import Cache
from werkzeug.test import Client, TestResponse

from callbacks import cached_content, opening
from callbacks.bootstrap import stores as places
from callbacks.documents import Writer
from callbacks.framework import OPTIONS, PACKING
from callbacks.registered import PATHS, register_documents, register_touches
from dashboard.api.declared import Ground
from dashboard.language.text import Lang, Text
from dashboard.open_data.publisher import Publisher
from dashboard.releases.audit_trail import open_imports
from dashboard.releases.database.choice import reading
from dashboard.releases.repository import ReleaseError
from dashboard.settings import Settings, settings_from_environment
from dashboard.targets.plans import HIDDEN
from dashboard.web.access import register_access
from dashboard.web.asset_bundling import Statics, gathered
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.config import cache_config, own_config
from dashboard.web.cache.http_caching import tag_steady
from dashboard.web.cache.warm_up import FIRST, PREWARM, Prewarm, visiting
from dashboard.web.known_plans import known_plans
from dashboard.web.known_preparedness import known_preparedness
from dashboard.web.late_rule import LateRule
from dashboard.web.metrics import Metrics
from dashboard.web.protection.callback_schema import signatures
from dashboard.web.protection.forwarded import Forwarded, trusted_proxies
from dashboard.web.protection.guard import guard
from dashboard.web.protection.headers import secure
from dashboard.web.protection.limits import limits
from dashboard.web.protection.site_address import called
from dashboard.web.release_provider import GIVEN, PROVIDER, ReleaseProvider
from dashboard.web.requested_release import release_asked
from dashboard.web.routes.agreements import register_agreements
from dashboard.web.routes.agreements_api import register_agreements_api
from dashboard.web.routes.api import register_api
from dashboard.web.routes.feedback import register_reports
from dashboard.web.routes.files import register_files
from dashboard.web.routes.health import register_geometry, register_health
from dashboard.web.routes.meeting_calendar import register_calendar
from dashboard.web.routes.mishaps import register_mishaps
from dashboard.web.routes.open_data import register_open_data
from dashboard.web.routes.papers import register_papers
from dashboard.web.routes.pxweb import register_pxweb
from dashboard.web.routes.release_files import register_release_files
from dashboard.web.routes.static_files import register_statics
from dashboard.web.routes.uploaded_rates import register_own_rates
from dashboard.web.routes.wards import register_wards
from dashboard.web.routes.withdrawn import register_withdrawn
from dashboard.web.routes.workbooks import register_workbooks
from dashboard.web.tier_stores import TierStores
from dashboard.web.version import code_version
from dashboard.web.watching import watch
from layouts.dialogue import agreement_page
from layouts.document.document import plain_page
from layouts.document.head import plain_head
from layouts.document.pages import PAGES, page_at


def create_app(settings: Settings | None = None) -> Dash:
    """The application; it can be made several times in one process.

    Raises:
        UnknownSetting: the environment has a `VARDPLATS_` variable that is no setting.
    """
    settings = settings or settings_from_environment()
    plans = known_plans(settings)
    stores = TierStores(settings.home, plans, known_preparedness(settings))
    provider = ReleaseProvider(
        reading(settings), home=settings.home, asked=release_asked,
        seen=stores.seen_here, opening=partial(opening.with_kept, settings),
        plans=plans.every if settings.login == "off" else lambda: HIDDEN,
    )  # fmt: skip
    statics, server = gathered(), Flask(__name__)
    server.url_rule_class = LateRule
    look = plain_head(statics)
    register_access(server, settings, PATHS, partial(_plain, look))
    metrics = _watched(server, provider, settings)
    answers = _answer_cache(server, settings, metrics)
    writer = Writer(provider, statics, settings.login == "oidc")
    register_documents(server, writer, answers)
    _register_no_suite(server, writer)
    server.config.update(PACKING)
    app = Dash(__name__, server=server, compress=True, **OPTIONS)
    app.layout = places()
    national = register_touches(app, provider.dataset, answers)
    _register_files(server, provider, statics, settings)
    _register_open(server, provider, settings)
    _register_reports(server, plain_head(statics), settings)
    known = guard(server, lambda: signatures(_asked(server, "/_dash-dependencies").get_json()))
    secure(server, https=settings.https, public_url=settings.public_url)
    called(server, settings.hosts)
    behind = Forwarded(server.wsgi_app, trusted_proxies(os.environ))
    server.wsgi_app = behind  # type: ignore[assignment,method-assign]
    tag_steady(server)
    if answers is not None and settings.prewarm:
        steps = partial(cached_content.first_asked, visiting(server, GIVEN), national)
        server.extensions |= {PREWARM: Prewarm(provider.current, steps), PROVIDER: provider}

    def first() -> None:
        known()
        opening.write_first(writer.page, provider.current())

    server.extensions[FIRST] = first
    # Dash sets itself up at the first request, and answers others that come meanwhile with 500.
    _asked(server, "/healthz")
    return app


def _plain(
    look: str, title: Text, words: Text, lang: Lang, link: tuple[str, Text] | None = None
) -> str:
    return plain_page(title, words, lang, look, link)


def _asked(server: Flask, path: str) -> TestResponse:
    return Client(server).get(path, base_url="https://localhost")


def _register_files(
    server: Flask, provider: ReleaseProvider, statics: Statics, settings: Settings
) -> None:
    """What is fetched and handed in beside the pages."""
    public_url = settings.public_url
    register_health(server, provider.current, degraded=lambda: provider.degraded)
    register_geometry(server, provider.with_geometry)
    register_withdrawn(server)
    register_mishaps(server)
    # What leaves the site without its pages is never of a release that has been withdrawn.
    register_files(server, provider.usable, public_url=public_url)
    register_own_rates(server, provider.usable)
    register_workbooks(server, provider.usable, public_url=public_url)
    register_wards(server, provider.usable, public_url=public_url)
    register_papers(server, provider.usable, settings)
    register_calendar(server, settings)
    register_statics(server, statics)
    look = plain_head(statics)
    register_agreements(server, settings, partial(agreement_page.layout, head=look))
    register_agreements_api(server, settings, provider.usable)
    # What few servers have is imported where one has it.
    if settings.login != "off":
        from dashboard.web.routes.drafts import register_drafts
        from dashboard.web.routes.preparedness import register_preparedness
        from layouts.signed_in import page as signed_in
        from layouts.signed_in import preparedness

        register_drafts(server, settings.home, partial(signed_in.layout, head=look))
        register_preparedness(server, settings, partial(preparedness.layout, head=look))
    if settings.imports:
        from dashboard.web.routes.uploads import register_uploads
        from layouts.importing import page as importing

        register_uploads(server, settings.home, partial(importing.layout, head=look))


def _register_open(server: Flask, provider: ReleaseProvider, settings: Settings) -> None:
    """What other programs read: the API, the open data, and what leads them there."""

    def ground() -> Ground:
        return Ground(provider.usable(), settings.home, provider.withdrawn)

    def published() -> Ground:
        return Ground(provider.usable(everybody=True), settings.home, provider.withdrawn)

    version = cache(partial(code_version, settings))
    register_api(server, ground, version=version, public_url=settings.public_url)
    register_pxweb(server, ground, version=version, public_url=settings.public_url)
    register_release_files(server, ground, version=version, public_url=settings.public_url)
    register_open_data(
        server, ground, published=published, pages=[page.path for page in PAGES],
        publisher=Publisher(settings.operator, settings.contact), version=version,
        public_url=settings.public_url,
    )  # fmt: skip


def _register_reports(server: Flask, look: str, settings: Settings) -> None:
    """Where readers say that something is not right."""
    register_reports(
        server,
        settings.home,
        is_page=lambda path: page_at(path) is not None,
        page=partial(_plain, look),
        is_too_often=limits(settings),
        public_url=settings.public_url,
    )


def _watched(server: Flask, provider: ReleaseProvider, settings: Settings) -> Metrics | None:
    """Let whoever runs the service see what it does, as far as the settings ask for it."""
    metrics = None
    if settings.metrics:
        metrics = Metrics(provider.current, partial(open_imports, settings.home))

    def release() -> str:
        try:
            return provider.current().release
        except ReleaseError:
            return ""

    watch(server, metrics, lines=settings.logs == "json", release=release)
    return metrics


def _answer_cache(server: Flask, settings: Settings, metrics: Metrics | None) -> AnswerCache | None:
    """Where answers are kept, or None: each anew. Only what others share has to name the code."""
    if settings.cache == "NullCache":
        return None
    counted = metrics.asked_cache if metrics else lambda had: None
    code = code_version(settings) if (own := own_config(settings)) else ""
    shared = AnswerCache(Cache(server, config=cache_config(settings)), code=code, counted=counted)
    if own is None:
        return shared
    return AnswerCache(Cache(server, config=own), code=code, counted=counted, beyond=shared)


def _register_no_suite(server: Flask, writer: Writer) -> None:
    @server.errorhandler(DependencyException)
    def no_such_suite(error: DependencyException) -> tuple[str, int]:
        """A script that no component has is an address without a page."""
        return writer.not_found("en" if request.path.startswith("/en") else "sv"), 404


server = create_app().server
