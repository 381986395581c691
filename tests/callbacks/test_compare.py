"""A touch of the comparison leads to the page that its address opens, in one small answer."""

import gzip
import json

import pytest
from dash import Dash

from layouts.compare import page
from tests.callbacks.reader import Reader, same

SMALL = 20_000


@pytest.mark.parametrize(
    "changed",
    [
        {"cmp-region": "12"}, {"cmp-peers": "healthcare"}, {"cmp-peers": "01,03,24"},
        {"cmp-peers": "similar:k=6,population=2,discharge_ready=0"}, {"cmp-span": "24"},
        {"cmp-period": "2025-07"}, {"cmp-data": "published"}, {"cmp-care": "psychiatric"},
        {"cmp-stream": "acute"}, {"cmp-indicator": "available_beds"}, {"cmp-region": "00"},
    ],
    ids=str,
)  # fmt: skip
def test_a_touch_is_small_and_leads_to_what_its_address_opens(
    app: Dash, changed: dict[str, str]
) -> None:
    reader = Reader(app, "/jamfor", "?region=14&period=2025-06")
    sent = reader.touch(**changed)
    assert len(gzip.compress(json.dumps(sent).encode(), 6)) < SMALL
    state = reader.state
    again = Reader(app, "/jamfor", "?" + state["query"])
    assert same(reader, again, page.INTERACTIVE.parts) == []
    assert again.state == state


def test_a_touch_of_nothing_sends_no_part(app: Dash) -> None:
    sent = Reader(app, "/en/compare", "?region=14").touch(**{"cmp-region": "14"})
    assert not {id_ for id_, _ in page.INTERACTIVE.parts} & set(sent)


@pytest.mark.parametrize("peers", ["", "x", "similar:k=0", "similar:beds=x", "99", "a" * 201])
def test_peers_that_cannot_be_read_are_400(app: Dash, peers: str) -> None:
    reader = Reader(app, "/jamfor", "?region=14")
    expected = 200 if peers == "" else 400
    assert reader.touching(**{"cmp-peers": peers}).status_code == expected
