"""No request, however odd, gets a traceback or a server error out of the callbacks."""

import json
import random
import string
from typing import Any

import pytest
from dash import Dash, Input, Output, State, dcc, html
from flask.testing import FlaskClient
from pydantic import BaseModel

from dashboard.web.protection.callback_schema import signatures
from dashboard.web.protection.guard import MOST_BYTES, MOST_LEVELS, PATH, guard

ONE = {
    "output": "answer.children",
    "outputs": {"id": "answer", "property": "children"},
    "inputs": [{"id": "region", "property": "value", "value": "01"}],
    "changedPropIds": ["region.value"],
}
TWO = {
    "output": "..map.figure...table.children..",
    "outputs": [{"id": "map", "property": "figure"}, {"id": "table", "property": "children"}],
    "inputs": [
        {"id": "month", "property": "value", "value": "2025-10"},
        {"id": "region", "property": "value"},
    ],
    "state": [{"id": "care", "property": "value", "value": "all"}],
    "changedPropIds": [],
}


class Typed(BaseModel):
    """Stands for the typed arguments of a callback."""

    region: str


def small_app() -> Dash:
    app = Dash("small", suppress_callback_exceptions=False)
    app.layout = html.Div(
        [
            *(dcc.Input(id=id_) for id_ in ("region", "month", "care", "copy")),
            *(html.Div(id=id_) for id_ in ("answer", "table")),
            dcc.Graph(id="map"),
        ]
    )

    @app.callback(Output("answer", "children"), Input("region", "value"))
    def answer(region: Any) -> str:
        if region == "bug":
            raise KeyError("a mistake of ours")
        if region == "odd":
            raise ValueError("not a region")
        return Typed(region=region).region

    @app.callback(
        Output("map", "figure"),
        Output("table", "children"),
        Input("month", "value"),
        Input("region", "value"),
        State("care", "value"),
    )
    def both(month: Any, region: Any, care: Any) -> tuple[dict[str, Any], str]:
        return {}, json.dumps([month, region, care])

    app.clientside_callback("x => x", Output("copy", "value"), Input("region", "value"))
    guard(app.server, lambda: signatures(app.server.test_client().get("/_dash-dependencies").json))
    return app


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return small_app().server.test_client()


def post(client: FlaskClient, body: Any, **more: Any) -> Any:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(PATH, data=data, **{"content_type": "application/json", **more})


def with_region(value: Any) -> dict[str, Any]:
    return ONE | {"inputs": [{"id": "region", "property": "value", "value": value}]}


@pytest.mark.parametrize("body", [ONE, TWO], ids=["one output", "several outputs"])
def test_what_a_page_sends_is_answered(client: FlaskClient, body: dict[str, Any]) -> None:
    assert post(client, body).status_code == 200


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


def test_a_body_may_be_twelve_levels_deep_and_no_deeper(client: FlaskClient) -> None:
    # The body, its list of inputs and the input itself are three of the levels.
    def status(levels: int) -> int:
        body = TWO | {"inputs": [TWO["inputs"][0] | {"value": nested(levels)}, TWO["inputs"][1]]}
        return int(post(client, body).status_code)

    assert status(MOST_LEVELS - 3) == 200
    assert status(MOST_LEVELS - 2) == 400
    assert post(client, b"[" * 100_000 + b"]" * 100_000).status_code == 400


def test_a_body_may_be_8_kb_and_no_larger(client: FlaskClient) -> None:
    def padded(size: int) -> bytes:
        return json.dumps(ONE).encode().ljust(size)

    assert post(client, padded(MOST_BYTES)).status_code == 200
    assert post(client, padded(MOST_BYTES + 1)).status_code == 400


def test_a_stated_length_does_not_hide_a_large_body(client: FlaskClient) -> None:
    body = json.dumps(ONE).encode().ljust(MOST_BYTES * 2)
    streamed = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    answer = post(client, body, environ_overrides={**streamed, "CONTENT_LENGTH": ""})
    assert (answer.status_code, "8 kB" in answer.json["error"]) == (400, True)


@pytest.mark.parametrize("number", [b"NaN", b"-Infinity", b"1e999", b"1" * 400])
def test_a_number_that_is_not_finite_is_refused(client: FlaskClient, number: bytes) -> None:
    # This callback takes any value, so only the guard can refuse it.
    body = json.dumps(TWO).encode().replace(b'"2025-10"', number)
    assert post(client, body).status_code == 400
    assert post(client, body.replace(number, b"1e3")).status_code == 200


@pytest.mark.parametrize("type_", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_accepted(client: FlaskClient, type_: str) -> None:
    assert post(client, ONE, content_type=type_).status_code == 400


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_only_post_is_accepted(client: FlaskClient, method: str) -> None:
    answer = client.open(PATH, method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


@pytest.mark.parametrize(
    "change",
    [
        {"output": "region.value"},
        {"output": "copy.value", "outputs": {"id": "copy", "property": "value"}},
        {"output": ["answer.children"]},
        {"outputs": [ONE["outputs"]]},
        {"outputs": {"id": "region", "property": "children"}},
        {"outputs": None},
        {"inputs": []},
        {"inputs": ONE["inputs"] * 2},
        {"inputs": [{"id": "month", "property": "value", "value": "01"}]},
        {"inputs": [ONE["inputs"]]},
        {"inputs": {"id": "region"}},
        {"state": [{"id": "care", "property": "value"}]},
        {"changedPropIds": ["month.value"]},
        {"changedPropIds": [1]},
        {"changedPropIds": "region.value"},
    ],
    ids=str,
)
def test_a_question_that_no_page_asks_is_refused(client: FlaskClient, change: Any) -> None:
    assert post(client, ONE | change).status_code == 400


def test_inputs_in_another_order_are_refused(client: FlaskClient) -> None:
    assert post(client, TWO | {"inputs": TWO["inputs"][::-1]}).status_code == 400


@pytest.mark.parametrize("value", ["odd", 7, None])
def test_a_value_the_callback_refuses_is_the_askers_fault(client: FlaskClient, value: Any) -> None:
    answer = post(client, with_region(value))
    assert (answer.status_code, list(answer.json)) == (400, ["error"])


def test_a_mistake_of_ours_is_a_plain_500(client: FlaskClient) -> None:
    answer = post(client, with_region("bug"), headers={"Accept-Language": "en"})
    assert answer.status_code == 500
    assert answer.json == {"error": "Something went wrong on our side."}


def test_the_sentence_is_swedish_unless_english_is_asked_for(client: FlaskClient) -> None:
    assert post(client, []).json["error"] == "Ingen sida ställer den frågan."


def test_other_addresses_are_left_alone(client: FlaskClient) -> None:
    assert client.get("/").status_code == 200
    assert client.post("/nowhere", data="x").status_code == 405


def test_pattern_ids_stop_the_start() -> None:
    entry = {"output": '{"index":"MATCH"}.value', "inputs": [], "state": []}
    with pytest.raises(ValueError, match="pattern ids"):
        signatures([entry])


KEYS = ["output", "outputs", "inputs", "state", "changedPropIds", "id", "property", "value"]
LEAVES: list[Any] = [
    None, True, 0, -1, 10**30, 1.5, "", "region", "region.value", "01", "..", "{}", "\x00", "å",
    "answer.children", "..map.figure...table.children..", '{"index":["ALL"]}', "__class__",
]  # fmt: skip


def anything(dice: random.Random, levels: int = 4) -> Any:
    kind = dice.random()
    if levels == 0 or kind < 0.4:
        return dice.choice([*LEAVES, "".join(dice.choices(string.printable, k=5))])
    size = dice.randrange(4)
    if kind < 0.7:
        return [anything(dice, levels - 1) for _ in range(size)]
    return {dice.choice(KEYS): anything(dice, levels - 1) for _ in range(size)}


def mutated(dice: random.Random, value: Any, odds: float = 0.1) -> Any:
    if dice.random() < odds:
        return anything(dice)
    if isinstance(value, dict):
        kept = {k: mutated(dice, v, odds) for k, v in value.items() if dice.random() > odds / 3}
        return kept if dice.random() > odds / 3 else kept | {dice.choice(KEYS): anything(dice)}
    if isinstance(value, list):
        return [
            mutated(dice, one, odds) for one in value for _ in range(dice.choice([1] * 9 + [2]))
        ]
    return value


def torn(dice: random.Random, body: bytes) -> bytes:
    at = dice.randrange(len(body))
    return dice.choice([body[:at], body[at:], body[:at] + dice.randbytes(2) + body[at + 1 :]])


def odd_body(dice: random.Random) -> bytes:
    kind = dice.random()
    if kind < 0.2:
        return dice.randbytes(dice.randrange(200))
    if kind < 0.4:
        return json.dumps(anything(dice)).encode()
    body = json.dumps(mutated(dice, dice.choice([ONE, TWO]))).encode()
    return torn(dice, body) if kind < 0.6 else body


def test_three_thousand_odd_bodies_give_no_server_error(client: FlaskClient) -> None:
    dice = random.Random(20251)
    statuses = []
    for _ in range(3_000):
        body = odd_body(dice)
        answer = post(client, body)
        assert answer.status_code in (200, 400), body
        assert b"Traceback" not in answer.data, body
        statuses.append(answer.status_code)
    # Some mutations leave the question as it was, so the callbacks are reached as well.
    assert 100 < statuses.count(200) < 1_500


def test_what_is_known_can_be_asked_before_the_first_callback_request() -> None:
    app, asked = small_app(), list[int]()

    def known() -> Any:
        asked.append(1)
        return signatures(app.server.test_client().get("/_dash-dependencies").json)

    before = guard(app.server, known)
    assert ONE["output"] in before()
    assert app.server.test_client().post(PATH, json=ONE).status_code == 200
    assert len(asked) == 1
