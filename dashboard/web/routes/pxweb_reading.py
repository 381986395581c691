"""What every answer of the tables needs: the release, its tables, and the way to say them."""

from typing import Any

import orjson
from flask import Response, request

from dashboard.api.problems import nothing_here
from dashboard.frozen import frozen
from dashboard.pxweb.links import Links
from dashboard.pxweb.tables import StatTable, tables_of
from dashboard.releases.dataset import Dataset
from dashboard.web.routes.pxweb_request import Keys
from dashboard.web.routes.tagged import Tagged

_JSON = "application/json; charset=utf-8"


@frozen
class Reading:
    """The tables of the release that the request asks for."""

    tagged: Tagged

    @property
    def dataset(self) -> Dataset:
        """The release.

        Raises:
            WithdrawnRelease: it has been withdrawn.
            ReleaseError: there is none.
        """
        return self.tagged.ground().dataset

    def links(self, keys: Keys) -> Links:
        """Addresses that stay in the release asked for."""
        return Links(self.tagged.site, keys.release)

    def table(self, name: str) -> StatTable:
        """The table of an identifier, whatever its case.

        Raises:
            Refused: there is none (404).
        """
        tables = tables_of(self.dataset)
        found = tables.get(name.lower())
        if found is None:
            raise nothing_here(name, tuple(tables))
        return found

    def json(self, body: dict[str, Any], follows: object = None) -> Response:
        """The body, tagged by the release and by what else it `follows`."""
        answered = self.tagged.tagged(_JSON, follows)
        answered.data = orjson.dumps(body)
        answered.make_conditional(request)
        return answered


def has_it(answered: Response) -> bool:
    """Whether the visitor has the answer of this tag already."""
    return request.if_none_match.contains_weak(answered.get_etag()[0] or "")
