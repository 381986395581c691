"""What there is to ask the tables for: their limits, folders, tables and codelists."""

from datetime import UTC, datetime, timedelta

from flask import Response

from dashboard.api.problems import nothing_here
from dashboard.pxweb import configuration, listing, openapi, words
from dashboard.pxweb.codelists import CODELISTS
from dashboard.pxweb.tables import tables_of
from dashboard.web.protection.limits import CALLS, SECONDS
from dashboard.web.routes.pxweb_reading import Reading
from dashboard.web.routes.pxweb_request import read_keys

_MOST_DAYS = 100_000


class Lists(Reading):
    """The answers; each method is that of an address."""

    __slots__ = ()

    def entry(self) -> Response:
        """What there is to ask for."""
        keys = read_keys(self.dataset)
        return self.json(configuration.entry(keys.lang, self.links(keys)))

    def config(self) -> Response:
        """Languages, limits and formats."""
        read_keys(self.dataset)
        version = self.tagged.version()[:6]
        return self.json(configuration.configuration(version, CALLS, SECONDS))

    def openapi(self) -> Response:
        """Every address here with what it takes and answers, for programs."""
        read_keys(self.dataset)
        site, version = self.tagged.site, self.tagged.version()[:6]
        return self.json(openapi.openapi(tables_of(self.dataset), version, site))

    def root(self) -> Response:
        """The folders of tables."""
        return self.folder("")

    def folder(self, name: str) -> Response:
        """A folder with its tables."""
        keys = read_keys(self.dataset)
        found = listing.folder(name, self.dataset, keys.lang, self.links(keys))
        if found is None:
            root = listing.folder("", self.dataset, keys.lang, self.links(keys)) or {}
            raise nothing_here(name, tuple(one["id"] for one in root["folderContents"]))
        return self.json(found)

    def search(self) -> Response:
        """The tables, those of a search, by pages."""
        known = ("query", "pastDays", "includeDiscontinued", "pageNumber", "pageSize")
        keys, dataset = read_keys(self.dataset, *known), self.dataset
        days = keys.number("pastDays", 0, _MOST_DAYS)
        recent = not days or words.updated(dataset) >= datetime.now(UTC) - timedelta(days=days)
        found = listing.table_list(
            dataset,
            keys.lang,
            self.links(keys),
            query=keys.single.get("query", ""),
            number=keys.number("pageNumber", 1, listing.MOST_TABLES),
            size=keys.number("pageSize", listing.USUAL_PAGE, listing.MOST_TABLES),
            recent=recent,
        )
        return self.json(found, None if recent else days)

    def item(self, name: str) -> Response:
        """A table as the list has it."""
        keys = read_keys(self.dataset)
        item = listing.table_item(self.table(name), self.dataset, keys.lang, self.links(keys))
        return self.json(item | {"language": keys.lang})

    def codelist(self, name: str) -> Response:
        """A codelist."""
        keys, found = read_keys(self.dataset), listing.codelist_named(name)
        if found is None:
            raise nothing_here(name, tuple(CODELISTS))
        return self.json(listing.codelist(found, keys.lang, self.links(keys)))
