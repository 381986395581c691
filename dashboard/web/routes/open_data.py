"""Open data for machines that look for it: package, tables, catalogue, feed and site map."""

from collections.abc import Callable, Iterable
from typing import Any

import orjson
from flask import Flask, Response, request

from dashboard.api.declared import Ground
from dashboard.api.problems import nothing_here
from dashboard.frozen import frozen
from dashboard.language.text import LANGS, Lang, Text
from dashboard.open_data import csvw, dcat, feed, package
from dashboard.open_data.publisher import Publisher
from dashboard.open_data.release_files import in_other_forms
from dashboard.open_data.sitemap import robots, site_map
from dashboard.open_data.tables import TABLES
from dashboard.web.protection.site_address import site_address
from dashboard.web.routes import problem
from dashboard.web.routes.tagged import mark_unpublished

_JSON = "application/json"


def register_open_data(
    server: Flask,
    ground: Callable[[], Ground],
    *,
    published: Callable[[], Ground],
    pages: Iterable[Text],
    publisher: Publisher,
    version: Callable[[], str],
    public_url: str = "",
) -> None:
    """Answer `/opendata/<name>`, the feeds of changes, `/sitemap.xml` and `/robots.txt`.

    The package and its tables are of `ground`, what leads to them of what is `published`, whoever
    asks. `pages` are the addresses of the pages in both languages. Without a release 503.
    """
    kept = _Kept(ground, published, publisher, version, public_url)
    paths = tuple(pages)

    def opened(name: str) -> Response:
        return kept.opened(name)

    def changes(lang: Lang) -> Callable[[], Response]:
        return lambda: kept.tagged(feed.feed(kept.site, lang, kept.releases()), feed.MIMETYPE)

    server.add_url_rule("/opendata/<name>", "open-data", opened)
    for lang in LANGS:
        server.add_url_rule(feed.ADDRESS.in_(lang), f"feed-{lang}", changes(lang))
    server.add_url_rule(
        "/sitemap.xml", "site-map",
        lambda: kept.tagged(site_map(kept.site, paths), "application/xml"),
    )  # fmt: skip
    server.add_url_rule(
        "/robots.txt", "robots", lambda: kept.tagged(robots(kept.site), "text/plain")
    )


@frozen
class _Kept:
    """What every answer needs."""

    ground: Callable[[], Ground]
    published: Callable[[], Ground]
    publisher: Publisher
    version: Callable[[], str]
    public_url: str

    @property
    def site(self) -> str:
        return site_address(self.public_url)

    def releases(self) -> tuple[feed.Released, ...]:
        """The release that is shown, by its name and moment."""
        dataset = self.published().dataset
        return ((dataset.release, package.created(dataset)),)

    def opened(self, name: str) -> Response:
        """A file below `/opendata/`, or the problem that there is none of the name."""
        found = self._files().get(name)
        if found is None:
            return problem.problem(nothing_here(name, tuple(self._files())))
        content, mimetype = found
        answered = self.tagged(content(), mimetype)
        answered.headers["Access-Control-Allow-Origin"] = "*"
        mark_unpublished(answered, self.ground().dataset, name)
        if mimetype == "text/csv":
            described = f"{self.site}/opendata/csv-metadata.json"
            answered.headers["Link"] = f'<{described}>; rel="describedby"'
        return answered

    def tagged(self, content: bytes, mimetype: str) -> Response:
        """The content, tagged by the release and by the code that wrote it."""
        answered = Response(content, mimetype=mimetype)
        answered.set_etag(f"{self.ground().dataset.release}-{self.version()[:6]}", weak=True)
        answered.headers["Cache-Control"] = "no-cache"
        answered.make_conditional(request)
        return answered

    def _files(self) -> dict[str, tuple[Callable[[], bytes], str]]:
        ground, site = self.ground(), self.site

        def table(name: str) -> Callable[[], bytes]:
            return lambda: package.file(ground.dataset, ground.home, name)

        def described(ground: Ground) -> dict[str, Any]:
            return package.descriptor(ground, site, in_other_forms(ground.dataset))

        def graph(syntax: dcat.Syntax) -> Callable[[], bytes]:
            return lambda: dcat.catalogue(self.published().dataset, site, self.publisher, syntax)

        return {
            package.DESCRIPTOR: (lambda: orjson.dumps(described(ground)), _JSON),
            f"{package.NAME}.zip": (
                lambda: package.zipped(ground.dataset, ground.home, site), "application/zip",
            ),
            "csv-metadata.json": (
                lambda: orjson.dumps(csvw.metadata(ground.dataset)),
                "application/csvm+json",
            ),
            **{f"catalogue.{one}": (graph(one), kind) for one, (_, kind) in dcat.SYNTAXES.items()},
            **{f"{one.name}.csv": (table(one.name), "text/csv") for one in TABLES},
        }  # fmt: skip
