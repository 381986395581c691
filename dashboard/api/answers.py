"""An answer put together: its rows, what to know about them, and the way to the next page."""

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from dashboard.api.declared import Found, Resource, Row
from dashboard.api.flat import plain
from dashboard.api.problems import Fault, refused
from dashboard.api.questions import Question
from dashboard.language.text import Text

_PAGES = Text("page={} finns inte.", "page={} does not exist.")
_LAST = Text("Sista sidan är {}.", "The last page is {}.")


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of rows: `links` are full addresses by relation (`self`, `next`, …)."""

    rows: list[Row]
    body: dict[str, Any]
    links: dict[str, str]


def answer(
    resource: Resource, asked: Question, found: Found, query: dict[str, str], address: str,
    release: str,
) -> Answer:  # fmt: skip
    """The page asked for; `address` is that of the resource, without its query.

    Raises:
        Refused: there are fewer pages.
    """
    pages = max(1, -(-len(found.rows) // asked.size))
    if asked.page > pages:
        raise refused(Fault("query", "page", _PAGES.format(asked.page), _LAST.format(pages)))
    start = (asked.page - 1) * asked.size
    rows = found.rows[start : start + asked.size]
    links = _links(asked.page, pages, query, address)
    body = {
        "data": [{field.name: plain(row[field.name]) for field in resource.fields} for row in rows]
        if resource.fields
        else [plain(row) for row in rows],
        "caveats": [plain(asdict(one)) for one in _concerned(found, rows)],
        "page": {"number": asked.page, "size": asked.size, "pages": pages,
                 "rows": len(found.rows)},
        "release": release,
        "links": links,
    }  # fmt: skip
    if resource.of_view:
        body["view"] = plain(asdict(asked.asked.view))
    return Answer(rows, body, links)


def _concerned(found: Found, rows: list[Row]) -> tuple[Any, ...]:
    """The caveats of the rows on this page; those that no row names concern all."""
    named = {one for row in found.rows for one in row.get("caveats") or ()}
    here = {one for row in rows for one in row.get("caveats") or ()}
    return tuple(one for one in found.caveats if one.id not in named or one.id in here)


def _links(page: int, pages: int, query: dict[str, str], address: str) -> dict[str, str]:
    def at(number: int) -> str:
        return f"{address}?{urlencode({**query, 'page': number}, safe=',:=')}"

    found = {"self": f"{address}?{urlencode(query, safe=',:=')}" if query else address}
    found |= {"first": at(1), "last": at(pages)}
    found |= {"prev": at(page - 1)} if page > 1 else {}
    return found | ({"next": at(page + 1)} if page < pages else {})
