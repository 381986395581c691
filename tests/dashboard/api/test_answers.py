"""A page of rows knows the way to the next, and carries what its rows must be read with."""

import csv
import io
from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard.api.answers import Answer, answer
from dashboard.api.declared import Caveat, Query, Result
from dashboard.api.flat import csv_text, plain
from dashboard.api.problems import Refused
from dashboard.api.request import Request
from dashboard.api.resources import BY_KEY
from dashboard.language.text import Text
from dashboard.view.view import View

EVENTS = BY_KEY["events"]
ADDRESS = "https://x.se/api/v1/events"


def a_row(number: int, *caveats: str) -> dict[str, object]:
    return {**{one.name: None for one in EVENTS.fields}, "event": str(number), "caveats": caveats}


def page(number: int, size: int, rows: int = 5) -> Answer:
    asked = Request(Query(View("", ""), (), ()), "json", number, size)
    found = Result([a_row(one) for one in range(rows)])
    query = {"size": str(size), "page": str(number)}
    return answer(EVENTS, asked, found, query, ADDRESS, "r")


def test_the_pages_hold_every_row_once_along_their_links() -> None:
    seen, number = [], 1
    while number:
        one = page(number, 2)
        seen += [row["event"] for row in one.rows]
        following = dict(parse_qsl(urlsplit(one.links.get("next", "")).query))
        number = int(following.get("page", 0))
    assert seen == ["0", "1", "2", "3", "4"]


def test_the_first_page_has_none_before_and_the_last_none_after() -> None:
    assert set(page(1, 2).links) == {"self", "first", "last", "next"}
    assert set(page(3, 2).links) == {"self", "first", "last", "prev"}
    assert page(3, 2).body["page"] == {"number": 3, "size": 2, "pages": 3, "rows": 5}
    assert page(1, 2, rows=0).body["data"] == []


def test_a_page_after_the_last_is_refused_with_the_last_one() -> None:
    with pytest.raises(Refused) as refusal:
        page(4, 2)
    assert refusal.value.faults[0].todo.en == "The last page is 3."


def test_a_caveat_stands_where_a_row_names_it_or_where_it_concerns_all() -> None:
    known = tuple(Caveat(one, "info", Text("", ""), Text("", "")) for one in ("all", "a", "b"))
    found = Result([a_row(1, "a"), a_row(2, "b")], known)
    asked = Request(Query(View("", ""), (), ()), "json", 2, 1)
    body = answer(EVENTS, asked, found, {}, ADDRESS, "r").body
    assert [one["id"] for one in body["caveats"]] == ["all", "b"]


def test_csv_has_the_columns_of_json_with_both_languages() -> None:
    rows = [{**a_row(1), "title": Text("Hej, du", "Hi"), "affects_reporting": True, "weight": 3}]
    (line,) = csv.DictReader(io.StringIO(csv_text(EVENTS.fields, rows)))
    assert (line["title_sv"], line["title_en"], line["text_sv"]) == ("Hej, du", "Hi", "")
    assert (line["affects_reporting"], line["weight"], line["url"]) == ("true", "3", "")


def test_what_is_nested_becomes_plain() -> None:
    assert plain({"a": (Text("å", "a"), None, 1.5)}) == {"a": [{"sv": "å", "en": "a"}, None, 1.5]}
