"""A touch of Data och kvalitet leads to the page that its address opens, in one small answer."""

import gzip
import json

import pytest
from dash import Dash

from layouts.quality import page
from tests.callbacks.reader import Reader, same

SMALL = 20_000


@pytest.mark.parametrize(
    "changed",
    [
        {"dq-region": "21"}, {"dq-indicator": "psychiatric_overcrowding"},
        {"dq-period": "2025-07"}, {"dq-data": "published"}, {"dq-care": "psychiatric"},
        {"dq-indicator": "wait_first_contact_waiting"}, {"dq-region": "00"},
    ],
    ids=str,
)  # fmt: skip
def test_a_touch_is_small_and_leads_to_what_its_address_opens(
    app: Dash, changed: dict[str, str]
) -> None:
    reader = Reader(app, "/data", "?region=14&period=2025-06")
    sent = reader.touch(**changed)
    assert len(gzip.compress(json.dumps(sent).encode(), 6)) < SMALL
    state = reader.state
    again = Reader(app, "/data", "?" + state["query"])
    assert same(reader, again, page.INTERACTIVE.parts) == []
    assert again.state == state


def test_a_touch_of_nothing_sends_no_part(app: Dash) -> None:
    sent = Reader(app, "/en/data", "?region=14").touch(**{"dq-region": "14"})
    assert not {id_ for id_, _ in page.INTERACTIVE.parts} & set(sent)
