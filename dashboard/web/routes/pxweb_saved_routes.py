"""Saved queries of the tables: an address of its own for a selection, and nothing stored."""

from dataclasses import replace

import orjson
from flask import Response

from dashboard.api.problems import refused
from dashboard.language.text import Text
from dashboard.pxweb import formats
from dashboard.pxweb.saved_queries import identifier
from dashboard.pxweb.selection import select
from dashboard.web.routes.pxweb_body import bad_body, read_body
from dashboard.web.routes.pxweb_data import OF_DATA, Selections
from dashboard.web.routes.pxweb_request import Keys, read_keys
from dashboard.web.routes.pxweb_saved import Saved, read_saved, saved

_LONG = Text("Frågan är för lång för att sparas.", "The query is too long to be saved.")
_SHORTEN = Text("Använd uttryck som * eller from(2020).", "Use expressions as * or from(2020).")


class SavedQueries(Selections):
    """The answers; each method is that of an address."""

    __slots__ = ()

    def save(self) -> Response:
        """A saved query of the body; the same query has the same address."""
        keys, found = read_keys(self.dataset), read_saved(read_body())
        faults = tuple(formats.faults(found.format, found.params))
        if faults:
            raise refused(*faults)
        select(self.table(found.table), found.wanted)
        name = identifier(dict(found.written))
        if name is None:
            raise bad_body("selection", _LONG, _SHORTEN)
        body = orjson.dumps(self._said(name, found, keys))
        answered = Response(body, 201, content_type="application/json; charset=utf-8")
        answered.headers["Location"] = self.links(keys).to(f"savedqueries/{name}", None)
        answered.headers["Cache-Control"] = "no-store"
        return answered

    def saved(self, name: str) -> Response:
        """A saved query as it was saved."""
        keys, found = read_keys(self.dataset), saved(name)
        return self.json(self._said(name, found, keys))

    def saved_data(self, name: str) -> Response:
        """Its cells; language and format are those of the query unless others are asked for."""
        keys, found = read_keys(self.dataset, *OF_DATA), saved(name)
        own = _in_own_language(keys, found)
        table = self.table(found.table)
        return self.written(table, found.wanted, own, found.format, found.params)

    def saved_selection(self, name: str) -> Response:
        """Its selection with the expressions written out as codes."""
        keys, found = read_keys(self.dataset), saved(name)
        own, address = _in_own_language(keys, found), f"savedqueries/{name}/selection"
        return self.json(self.selection_of(self.table(found.table), found.wanted, address, own))

    def _said(self, name: str, saved_query: Saved, keys: Keys) -> dict[str, object]:
        return {
            "language": saved_query.lang,
            "id": name,
            "savedQuery": {"id": name, **saved_query.written},
            "links": [self.links(keys).link("self", f"savedqueries/{name}", saved_query.lang)],
        }


def _in_own_language(keys: Keys, saved_query: Saved) -> Keys:
    return replace(keys, single={"lang": saved_query.lang, **keys.single})
