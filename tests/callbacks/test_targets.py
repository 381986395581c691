"""A touch of the page of targets leads to what its address opens, in one small answer."""

import gzip
import json

import pytest
from dash import Dash

from layouts.targets import page
from tests.callbacks.reader import Reader, same

SMALL = 20_000


@pytest.mark.parametrize(
    "changed",
    [
        {"tgt-region": "12"}, {"tgt-region": "00"}, {"tgt-period": "2023-01"},
        {"tgt-assumptions": "size=12"}, {"tgt-assumptions": "risk=4,neighbours=1"},
        {"tgt-assumptions": "locked=1,pool=5,beds=100,days=0.5"},
    ],
    ids=str,
)  # fmt: skip
def test_a_touch_is_small_and_leads_to_what_its_address_opens(
    app: Dash, changed: dict[str, str]
) -> None:
    reader = Reader(app, "/malnivaer", "?region=14&period=2025-06")
    sent = reader.touch(**changed)
    assert len(gzip.compress(json.dumps(sent).encode(), 6)) < SMALL
    state = reader.state
    again = Reader(app, "/malnivaer", "?" + state["query"])
    assert same(reader, again, page.INTERACTIVE.parts) == []
    assert again.state == state


def test_a_slider_that_pictures_do_not_follow_leaves_them_alone(app: Dash) -> None:
    reader = Reader(app, "/en/targets", "?region=14")
    sent = reader.touch(**{"tgt-assumptions": "beds=40"})
    figures = {f"{name}-figure" for name in page.PICTURES}
    assert "tgt-beds-effect" in sent
    assert not figures & set(sent)


@pytest.mark.parametrize(
    "bad", ["x", "size=0", "size=24,size=24", "colour=1", "size=nan", "a" * 201]
)
def test_assumptions_that_cannot_be_read_are_400(app: Dash, bad: str) -> None:
    reader = Reader(app, "/malnivaer", "?region=14")
    assert reader.touching(**{"tgt-assumptions": bad}).status_code == 400
