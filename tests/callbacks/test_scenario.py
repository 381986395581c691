"""A touch of the page of scenarios leads to what its address opens, in one small answer."""

import gzip
import json

import pytest
from dash import Dash

from layouts.scenario import page
from tests.callbacks.reader import Reader, same

SMALL = 20_000


@pytest.mark.parametrize(
    "changed",
    [
        {"scn-region": "12"}, {"scn-period": "2023-12"}, {"scn-scenario": "beds=40~20~60"},
        {"scn-beside": "ready=50"}, {"scn-data": "example"},
    ],
    ids=str,
)  # fmt: skip
def test_a_touch_is_small_and_leads_to_what_its_address_opens(
    app: Dash, changed: dict[str, str]
) -> None:
    reader = Reader(app, "/scenario", "?region=14&period=2025-06")
    sent = reader.touch(**changed)
    assert len(gzip.compress(json.dumps(sent).encode(), 6)) < SMALL
    state = reader.state
    again = Reader(app, "/scenario", "?" + state["query"])
    assert same(reader, again, page.INTERACTIVE.parts) == []
    assert again.state == state


@pytest.mark.parametrize("bad", ["x", "beds=1e9", "beds=2,beds=3", "model=7", "a" * 201])
def test_a_scenario_that_cannot_be_read_is_400(app: Dash, bad: str) -> None:
    reader = Reader(app, "/scenario", "?region=14")
    assert reader.touching(**{"scn-scenario": bad}).status_code == 400
