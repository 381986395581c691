"""A touch is answered with exactly what changed, and it all fits the page."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest
from dash import Dash

from callbacks.difference import plain
from dashboard.indicators import INDICATORS
from dashboard.lang import LANGS
from dashboard.regions import CODES
from dashboard.store import Store
from dashboard.view import View, default_view, parse, query_of
from layouts import overview
from layouts.pages import PAGES
from layouts.shell import shell
from tests.callbacks.reader import Reader, held_in, unpacked, walked

SMALL = 20_000


def props_of(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Id and property of everything a registered callback reads or writes."""
    output = entry["output"]
    names = output[2:-2].split("...") if output.startswith("..") else [output]
    for name in names:
        id_, _, prop = name.partition(".")
        yield id_, prop.partition("@")[0]
    for part in (*entry["inputs"], *entry["state"]):
        yield part["id"], part["property"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_id_of_every_callback_is_on_some_page(app: Dash, store: Store, lang: Any) -> None:
    pages = [
        plain(page.layout(store, lang, query)) for page in PAGES for query in ({}, {"region": "14"})
    ]
    known = {id_ for tree in (plain(shell()), *pages) for id_, _ in held_in(tree)}
    asked = {id_ for entry in app._callback_list for id_, _ in props_of(entry)}
    assert asked
    assert asked <= known


@pytest.mark.parametrize("lang", LANGS)
def test_no_id_stands_twice_on_a_page(store: Store, lang: Any) -> None:
    around = list(walked(plain(shell())))
    for page in PAGES:
        parts = [*around, *walked(plain(page.layout(store, lang, {})))]
        ids = [one["props"]["id"] for one in parts if "id" in one["props"]]
        assert len(ids) == len(set(ids)), page.key


def test_every_part_that_follows_the_view_is_on_the_page_with_its_property(store: Store) -> None:
    page = held_in(plain(overview.layout(store, "sv", {})))
    assert set(overview.TOUCHABLE.parts) <= set(page)
    content = overview.content(default_view(store), store, "sv")
    assert {id_ for id_, _ in overview.TOUCHABLE.parts} == set(content)


# --- what a touch sends --------------------------------------------------------------------


def packed(answer: Any) -> int:
    return len(gzip.compress(json.dumps(answer).encode(), 6))


def operations(sent: dict[str, Any], id_: str, prop: str) -> list[tuple[Any, ...]]:
    """Where a patch writes."""
    found = sent.get(id_, {}).get(prop)
    if found is None:
        return []
    assert "__dash_patch_update" in found, "the whole part was sent"
    return [tuple(one["location"]) for one in found["operations"]]


def test_another_month_changes_no_outline_of_the_map_and_is_small(app: Dash) -> None:
    reader = Reader(app)
    sent = reader.touch(period="2025-11")
    places = operations(sent, "map-figure", "figure")
    assert places
    assert not any("geojson" in place or place[:2] == ("layout", "geo") for place in places)
    assert packed({"response": sent}) < SMALL


@pytest.mark.parametrize(
    "changed",
    [
        {"period": "2024-07"}, {"region": "14"}, {"stream": "acute"}, {"span": "24"},
        {"care": "psychiatric"}, {"data": "published"}, {"indicator": "occupancy"},
        {"indicator": "wait_operation_waiting"}, {"indicator": "available_beds"},
    ],
    ids=str,
)  # fmt: skip
def test_a_touch_leads_to_the_page_that_its_address_opens(
    app: Dash, changed: dict[str, str]
) -> None:
    reader = Reader(app, "/", "?region=09&period=2025-06")
    sent = reader.touch(**changed)
    assert packed({"response": sent}) < 2 * SMALL
    state = reader.held["state", "data"]
    again = Reader(app, "/", "?" + state["query"])
    for part in overview.TOUCHABLE.parts:
        assert reader.held[part] == again.held[part], part
    for name in overview.TOUCHABLE.controls:
        assert reader.held[name, "value"] == again.held[name, "value"], name
    assert reader.held["period", "options"] == again.held["period", "options"]
    assert again.held["state", "data"] == state


def test_a_touch_of_nothing_sends_no_part(app: Dash) -> None:
    reader = Reader(app)
    sent = reader.touch(region="00")
    assert not {id_ for id_, _ in overview.TOUCHABLE.parts} & set(sent)


def test_a_walk_of_many_touches_ends_where_its_address_says(app: Dash) -> None:
    reader = Reader(app, "/en/")
    walk: list[dict[str, str]] = [
        {"region": "14"}, {"indicator": "outplacement"}, {"stream": "planned"},
        {"data": "published"}, {"indicator": "wait_bup_start"}, {"period": "2023"},
        {"indicator": "occupancy"}, {"data": "modelled"}, {"care": "somatic"}, {"span": "120"},
        {"region": "00"}, {"indicator": "overcrowding"}, {"stream": "all"},
    ]  # fmt: skip
    for step in walk:
        reader.touch(**step)
    again = Reader(app, "/en/", "?" + reader.held["state", "data"]["query"])
    for part in overview.TOUCHABLE.parts:
        assert reader.held[part] == again.held[part], part


def test_what_must_follow_is_moved_and_said(app: Dash, store: Store) -> None:
    reader = Reader(app)
    reader.touch(indicator="wait_operation_waiting")
    assert reader.held["data", "value"] == "published"
    assert reader.held["period", "value"] == "2025"
    assert reader.held["care", "value"] == "all"
    assert {one["value"] for one in reader.held["period", "options"]} == set(store.year_labels)
    assert reader.held["said", "children"] == (
        "Visar Väntande högst 90 dagar på operation eller åtgärd, procent, all vård, 2025, riket."
    )
    assert reader.held["chosen", "hidden"] is False


def test_a_browser_that_shows_another_release_gets_every_part_anew(app: Dash) -> None:
    reader = Reader(app)
    reader.held["state", "data"] = {**reader.held["state", "data"], "release": "0" * 16}
    sent = reader.touch(region="14")
    for id_, prop in overview.TOUCHABLE.parts:
        assert prop in sent[id_], id_
        assert "__dash_patch_update" not in str(sent[id_][prop])[:80]
    again = Reader(app, "/", "?region=14")
    assert all(reader.held[part] == again.held[part] for part in overview.TOUCHABLE.parts)
    assert reader.held["state", "data"] == again.held["state", "data"]


@pytest.mark.parametrize(
    "changed",
    [
        {"region": "02"}, {"period": "2025-13"}, {"care": "somatik"}, {"span": "61"},
        {"indicator": "beds"}, {"data": "both"}, {"stream": "x" * 201}, {"region": 14},
        {"period": None}, {"indicator": ["overcrowding"]}, {"care": {"a": 1}},
    ],
    ids=str,
)  # fmt: skip
def test_a_value_a_control_cannot_have_is_400_and_says_so(app: Dash, changed: Any) -> None:
    found = Reader(app).touching(**changed)
    assert found.status_code == 400
    assert unpacked(found) == {"error": "Frågan innehåller ett värde som inte kan användas."}


@pytest.mark.parametrize("state", [None, {}, {"query": "", "release": "x"}, {"lang": "de"}, 7])
def test_a_browser_that_says_odd_things_of_itself_is_400(app: Dash, state: Any) -> None:
    reader = Reader(app)
    reader.held["state", "data"] = state
    assert reader.touching(region="14").status_code == 400


def test_a_query_that_cannot_be_read_is_the_default_view(app: Dash) -> None:
    reader = Reader(app)
    held = reader.held["state", "data"]
    reader.held["state", "data"] = {**held, "query": "period=yesterday&x=1"}
    reader.touch(region="14")
    assert query_of(reader.held["state", "data"]["query"])["region"] == "14"


# --- the whole of it -----------------------------------------------------------------------


def test_every_indicator_has_a_page(app: Dash, store: Store) -> None:
    for number, one in enumerate(INDICATORS):
        lang = LANGS[number % 2]
        path = overview.PAGE.path.in_(lang)
        view = default_view(store, indicator=one.key)
        reader = Reader(app, path, "?" + view.query(store))
        assert one.name.in_(lang) in reader.held["map-measure", "children"]
        assert len(reader.held["tiles", "children"]) == len(CODES)


def test_an_address_with_mistakes_shows_them(app: Dash) -> None:
    reader = Reader(app, "/", "?period=2025-99&colour=red")
    words = json.dumps(reader.held["problems", "children"], ensure_ascii=False)
    assert "period=2025-99 finns inte" in words
    assert "Okänt fält colour" in words
    assert "Okänt" not in json.dumps(Reader(app).held["problems", "children"])


def test_the_state_says_what_is_shown(app: Dash, store: Store) -> None:
    reader = Reader(app, "/en/", "?region=14")
    state = reader.held["state", "data"]
    assert (state["query"], state["release"], state["lang"]) == ("region=14", store.release, "en")
    shown: View = parse(query_of(state["query"]), store).view
    assert shown.region == "14"
