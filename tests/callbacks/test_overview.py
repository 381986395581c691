"""A touch is answered with exactly what changed, and it all fits the page."""

import gzip
import json
from dataclasses import replace
from typing import Any

import orjson
import pytest
from dash import Dash

from dashboard.indicators.registry import INDICATORS
from dashboard.language.text import LANGS
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.targets.plans import Plans
from dashboard.view.view import View, default_view, parse, query_of
from dashboard.web.protection.guard import PATH
from layouts.document.pages import PAGES
from layouts.overview import page as overview
from layouts.page.page import Page
from tests.callbacks.document import Document, number
from tests.callbacks.reader import Reader, body, same, unpacked

SMALL = 20_000


def opened(app: Dash, address: str) -> Document:
    return Document(app.server.test_client().get(address).get_data(as_text=True))


@pytest.mark.parametrize("address", [
    *(path for page in PAGES for path in (page.path.sv, page.path.en)), "/min-region?region=14",
])  # fmt: skip
def test_no_id_stands_twice_on_a_page(app: Dash, address: str) -> None:
    ids = opened(app, address).ids
    assert len(ids) == len(set(ids)) > 3


@pytest.mark.parametrize("page", [page for page in PAGES if page.interactive], ids=lambda p: p.key)
def test_every_part_that_follows_the_view_is_on_its_page_as_it_travels(
    app: Dash, dataset: Dataset, page: Page
) -> None:
    found = page.interactive
    assert found is not None
    reader = Reader(app, page.path.en, "?region=14")
    view = found.opened({"region": "14"}, dataset).view
    # The site has read the plans of its home: of nobody, and nobody's are hidden.
    seen = replace(dataset, plans=Plans(()))
    shown = json.loads(orjson.dumps(found.shown(view, seen, "en")))
    wrong = [
        (id_, prop) for id_, prop in found.parts
        if reader.held(id_, prop) != (number(shown[id_]) if is_number(shown[id_]) else shown[id_])
    ]  # fmt: skip
    assert wrong == []
    assert set(reader.controls) == set(found.controls)


def is_number(value: Any) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


@pytest.mark.parametrize("page", [page for page in PAGES if page.interactive], ids=lambda p: p.key)
def test_back_leads_to_the_page_that_its_address_opens(app: Dash, page: Page) -> None:
    found = page.interactive
    assert found is not None
    reader = Reader(app, page.path.sv, "?region=14&period=2025-06&span=24")
    back = "?region=12&colour=red&rule=threshold=5&peers=01,03&care=all&assumptions=size=12"
    reader.touch(address=back)
    again = Reader(app, page.path.sv, back)
    assert same(reader, again, (*found.parts, (found.id("problems"), "children"))) == []
    assert reader.values == again.values
    assert reader.state == again.state
    listed = [name for name in found.controls if name in ("period", "peers", "rule", "against")]
    assert same(reader, again, tuple((found.id(name), "options") for name in listed)) == []


# --- what a touch sends --------------------------------------------------------------------


def packed(answer: Any) -> int:
    return len(gzip.compress(json.dumps(answer).encode(), 6))


def test_another_month_changes_no_outline_of_the_map_and_is_small(app: Dash) -> None:
    sent = Reader(app).touch(period="2025-11")
    places = [tuple(place) for place, *_ in sent["map-figure"]["figure"]]
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
    again = Reader(app, "/", "?" + reader.state["query"])
    assert same(reader, again, (*overview.INTERACTIVE.parts, ("period", "options"))) == []
    assert reader.values == again.values
    assert again.state == reader.state


def test_a_touch_of_nothing_sends_no_part(app: Dash) -> None:
    reader = Reader(app)
    sent = reader.touch(region="00")
    assert not {id_ for id_, _ in overview.INTERACTIVE.parts} & set(sent)


def test_a_walk_of_many_touches_ends_where_its_address_says(app: Dash) -> None:
    reader = Reader(app, "/en/")
    walk: list[dict[str, str]] = [
        {"region": "14"}, {"indicator": "outplacement"}, {"stream": "planned"},
        {"data": "published"}, {"indicator": "wait_bup_start"}, {"period": "2023"},
        {"indicator": "occupancy"}, {"data": "estimated"}, {"care": "somatic"}, {"span": "120"},
        {"region": "00"}, {"indicator": "overcrowding"}, {"stream": "all"},
    ]  # fmt: skip
    for step in walk:
        reader.touch(**step)
    again = Reader(app, "/en/", "?" + reader.state["query"])
    assert same(reader, again, overview.INTERACTIVE.parts) == []


def test_what_must_follow_is_moved_and_said(app: Dash, dataset: Dataset) -> None:
    reader = Reader(app)
    reader.touch(indicator="wait_operation_waiting")
    assert reader.values["data"] == "published"
    assert reader.values["period"] == "2025"
    assert reader.values["care"] == "all"
    assert {one["value"] for one in reader.held("period", "options")} == set(dataset.year_labels)
    assert reader.held("said", "children") == (
        "Visar Väntande högst 90 dagar på operation eller åtgärd, procent, all vård, 2025, riket."
    )
    assert reader.held("chosen", "hidden") is False


def test_a_browser_that_shows_another_release_gets_every_part_anew(app: Dash) -> None:
    reader = Reader(app)
    reader.state = {**reader.state, "release": "0" * 16}
    sent = reader.touch(region="14")
    for id_, prop in overview.INTERACTIVE.parts:
        assert prop in sent[id_], id_
        assert prop != "figure" or isinstance(sent[id_][prop], dict)
    again = Reader(app, "/", "?region=14")
    assert same(reader, again, overview.INTERACTIVE.parts) == []
    assert reader.state == again.state


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


@pytest.mark.parametrize(
    "values",
    [{}, {"region": "14"}, None, "region", {"x" * 300: "1"}, [], {"region": "14", "x": ""}],
)
def test_controls_that_are_not_the_pages_are_400(app: Dash, values: Any) -> None:
    reader = Reader(app)
    asked = {**reader.asked(), "values": values}
    assert reader.client.post(PATH, json=body("", asked)).status_code == 400


@pytest.mark.parametrize("state", [None, {}, {"query": "", "release": "x"}, {"lang": "de"}, 7])
def test_a_browser_that_says_odd_things_of_itself_is_400(app: Dash, state: Any) -> None:
    reader = Reader(app)
    reader.state = state
    assert reader.touching(region="14").status_code == 400


def test_a_query_that_cannot_be_read_is_the_default_view(app: Dash) -> None:
    reader = Reader(app)
    reader.state = {**reader.state, "query": "period=yesterday&x=1"}
    reader.touch(region="14")
    assert query_of(reader.state["query"])["region"] == "14"


# --- the whole of it -----------------------------------------------------------------------


def test_every_indicator_has_a_page(app: Dash, dataset: Dataset) -> None:
    for place, one in enumerate(INDICATORS):
        lang = LANGS[place % 2]
        path = overview.PAGE.path.in_(lang)
        view = default_view(dataset, indicator=one.key)
        reader = Reader(app, path, "?" + view.query(dataset))
        assert one.name.in_(lang) in reader.held("map-measure", "children")
        assert reader.held("tiles", "children").count("<button") == len(CODES)


def test_an_address_with_mistakes_shows_them(app: Dash) -> None:
    reader = Reader(app, "/", "?period=2025-99&colour=red")
    words = reader.held("problems", "children")
    assert "period=2025-99 finns inte" in words
    assert "Okänt fält colour" in words
    assert Reader(app).held("problems", "children") == ""


def test_the_state_says_what_is_shown(app: Dash, dataset: Dataset) -> None:
    reader = Reader(app, "/en/", "?region=14")
    state = reader.state
    assert (state["query"], state["release"], state["lang"]) == ("region=14", dataset.release, "en")
    shown: View = parse(query_of(state["query"]), dataset).view
    assert shown.region == "14"
