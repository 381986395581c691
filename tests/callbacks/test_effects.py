"""A touch of the page of effects leads to the page that its address opens, in one small answer."""

import gzip
import json

import pytest
from dash import Dash

from layouts.effects import page
from tests.callbacks.reader import Reader, same

SMALL = 20_000


@pytest.mark.parametrize(
    "changed",
    [
        {"eff-region": "12"}, {"eff-region": "00"}, {"eff-data": "published"},
        {"eff-events": "reporting"}, {"eff-rule": "2024"}, {"eff-rule": "threshold=5"},
        {"eff-rule": "smooth=3,top=0,threshold=2.5"}, {"eff-against": "than=year"},
    ],
    ids=str,
)  # fmt: skip
def test_a_touch_is_small_and_leads_to_what_its_address_opens(
    app: Dash, changed: dict[str, str]
) -> None:
    reader = Reader(app, "/effekter", "?region=14")
    sent = reader.touch(**changed)
    assert len(gzip.compress(json.dumps(sent).encode(), 6)) < SMALL
    state = reader.state
    again = Reader(app, "/effekter", "?" + state["query"])
    assert same(reader, again, page.INTERACTIVE.parts) == []
    assert again.state == state


def test_a_touch_of_a_rule_sends_only_what_the_rule_changes(app: Dash) -> None:
    sent = Reader(app, "/en/effects").touch(**{"eff-rule": "threshold=5"})
    changed = {id_ for id_, _ in page.INTERACTIVE.parts} & set(sent)
    assert changed
    # The label and what cannot be decided of the grant lead to the example under the same rule.
    led = ("eff-label", "eff-grant-sentence", "eff-cells-measure")
    assert all(id_.startswith(("eff-rule", "eff-compared", *led)) for id_ in changed)


def test_what_has_no_control_on_the_page_stays_in_the_address(app: Dash) -> None:
    reader = Reader(app, "/effekter", "?rule=threshold=5&events=labour&peers=healthcare")
    reader.touch(**{"eff-region": "03"})
    assert reader.state["query"] == ("region=03&peers=healthcare&rule=threshold=5&events=labour")


@pytest.mark.parametrize(
    "rule", ["threshold=-1", "top=2.5", "than=week", "x=1", "2023", "top=1,top=2", "a" * 201]
)
def test_a_rule_that_cannot_be_read_is_400(app: Dash, rule: str) -> None:
    reader = Reader(app, "/effekter", "")
    assert reader.touching(**{"eff-rule": rule}).status_code == 400
