"""An answer put together: its rows, what to know about them, and the way to the next page."""

from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from dashboard.api.declared import Caveat, Resource, Result, Row
from dashboard.api.flat import plain
from dashboard.api.problems import Fault, refused
from dashboard.api.request import Request
from dashboard.frozen import frozen
from dashboard.language.text import Text

_PAGES = Text("page={} finns inte.", "page={} does not exist.")
_LAST = Text("Sista sidan är {}.", "The last page is {}.")


@frozen
class Answer:
    """A page of rows: `links` are full addresses by relation (`self`, `next`, …)."""

    rows: list[Row]
    body: dict[str, Any]
    links: dict[str, str]


def answer(
    resource: Resource, request: Request, result: Result, query: dict[str, str], address: str,
    release: str,
) -> Answer:  # fmt: skip
    """The requested page; `address` is that of the resource, without its query.

    Raises:
        Refused: there are fewer pages.
    """
    pages = max(1, -(-len(result.rows) // request.size))
    if request.page > pages:
        raise refused(Fault("query", "page", _PAGES.format(request.page), _LAST.format(pages)))
    start = (request.page - 1) * request.size
    rows = result.rows[start : start + request.size]
    links = _links(request.page, pages, query, address)
    body = {
        "data": [{field.name: plain(row[field.name]) for field in resource.fields} for row in rows]
        if resource.fields
        else [plain(row) for row in rows],
        "caveats": [plain(asdict(caveat)) for caveat in _concerned(result, rows)],
        "page": {"number": request.page, "size": request.size, "pages": pages,
                 "rows": len(result.rows)},
        "release": release,
        "links": links,
    }  # fmt: skip
    if resource.of_view:
        body["view"] = plain(asdict(request.query.view))
        body["warnings"] = [plain(one) for one in request.warnings]
    return Answer(rows, body, links)


def _concerned(result: Result, rows: list[Row]) -> tuple[Caveat, ...]:
    """The caveats of the rows on this page; those that no row names concern all."""
    named = {key for row in result.rows for key in row.get("caveats") or ()}
    here = {key for row in rows for key in row.get("caveats") or ()}
    return tuple(c for c in result.caveats if c.id not in named or c.id in here)


def _links(page: int, pages: int, query: dict[str, str], address: str) -> dict[str, str]:
    def at(number: int) -> str:
        return f"{address}?{urlencode({**query, 'page': number}, safe=',:=')}"

    links = {"self": f"{address}?{urlencode(query, safe=',:=')}" if query else address}
    links |= {"first": at(1), "last": at(pages)}
    links |= {"prev": at(page - 1)} if page > 1 else {}
    return links | ({"next": at(page + 1)} if page < pages else {})
