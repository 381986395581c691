"""The timeline: complete, in order, short enough for a chart, and thinned by weight."""

import datetime as dt

import pytest

from dashboard.ingest.embedded import reference
from dashboard.reference.events import events_between

EVENTS = reference().events

KINDS = {"policy", "reporting", "epidemic", "labour", "supervision", "funding", "guideline"}
BY_KEY = {event.key: event for event in EVENTS}


def test_events_have_unique_keys_and_stand_in_order():
    assert len(BY_KEY) == len(EVENTS) == 45
    assert [event.date for event in EVENTS] == sorted(event.date for event in EVENTS)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.key)
def test_an_event_is_whole(event):
    day = dt.date.fromisoformat(event.date)
    assert event.kind in KINDS
    assert event.precision in {"day", "month", "year"}
    assert event.precision == "day" or day.day == 1
    assert not event.end_date or dt.date.fromisoformat(event.end_date) >= day
    assert 1 <= event.weight <= 5
    assert event.source
    for said in (event.title, event.text):
        assert said.sv
        assert said.en
    assert max(map(len, event.title)) <= 28


def test_addresses_are_those_of_the_sources():
    known = {url for source in reference().sources.values() for url in source.urls}
    assert {event.url for event in EVENTS if event.url} <= known


def test_reporting_changes_are_marked_as_such():
    for key in ("discharge-act", "waiting-times-moved", "cosmic-orebro", "millennium"):
        assert BY_KEY[key].affects_reporting
    assert all(event.affects_reporting for event in EVENTS if event.kind == "reporting")
    assert not BY_KEY["guideline-2023"].affects_reporting


def test_what_only_a_third_party_says_is_marked():
    assert {event.key for event in EVENTS if event.secondary} == {
        "cosmic-orebro", "cosmic-norrbotten", "cosmic-vasternorrland", "millennium",
        "bed-register", "parallel-reporting-ends",
    }  # fmt: skip


def test_at_most_six_are_shown_and_the_weightiest_stay():
    shown = events_between(EVENTS, "2016-01", "2026-06")
    assert len(shown) == 6
    assert {"covid-wave-1", "guideline-2023", "waiting-times-moved"} <= {e.key for e in shown}
    assert [event.date for event in shown] == sorted(event.date for event in shown)


def test_a_short_span_shows_what_it_touches_and_nothing_else():
    found = [e.key for e in events_between(EVENTS, "2025-03", "2025-03")]
    assert found == ["grant-conditions-2025", "vardanalys-2025"]
    assert events_between(EVENTS, "2019-01", "2019-12") == ()


def test_an_event_with_a_length_is_seen_in_its_last_month():
    assert "blockade" in {e.key for e in events_between(EVENTS, "2024-06", "2024-06", at_most=20)}


def test_none_are_shown_when_none_are_asked_for():
    assert events_between(EVENTS, "2016-01", "2026-06", at_most=0) == ()
