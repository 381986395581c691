"""A browser without a window: it asks the callbacks what a page's scripts would ask."""

import copy
import gzip
import json
from collections.abc import Iterator, Mapping
from typing import Any

from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.web.guard import PATH
from dashboard.web.signatures import Signature, signatures

Prop = tuple[str, str]
Props = dict[Prop, Any]


def walked(tree: Any) -> Iterator[dict[str, Any]]:
    """Every component of a page as it travels, in its order."""
    if isinstance(tree, list):
        for one in tree:
            yield from walked(one)
    elif isinstance(tree, dict) and "props" in tree:
        yield tree
        for value in tree["props"].values():
            yield from walked(value)


def held_in(tree: Any) -> Props:
    """What a browser that laid out a tree holds, by id and property."""
    return {
        (one["props"]["id"], name): value
        for one in walked(tree)
        if "id" in one["props"]
        for name, value in one["props"].items()
    }


def body(signature: Signature, output: str, held: Mapping[Prop, Any], *changed: Prop) -> Any:
    """A question as the browser asks it."""

    def parts(props: tuple[Prop, ...]) -> list[dict[str, Any]]:
        return [{"id": i, "property": p, "value": held.get((i, p))} for i, p in props]

    outputs = [{"id": i, "property": p} for i, p in signature.outputs]
    return {
        "output": output,
        "outputs": outputs if signature.several else outputs[0],
        "inputs": parts(signature.inputs),
        "state": parts(signature.state),
        "changedPropIds": [f"{i}.{p}" for i, p in changed],
    }


class Reader:
    """One who has opened a page and touches its controls."""

    def __init__(self, app: Dash, path: str = "/", search: str = "") -> None:
        self.client: FlaskClient = app.server.test_client()
        self.known = signatures(app._callback_list)
        self.held: Props = {("address", "data"): {"path": path, "search": search, "turn": 1}}
        found = self.asked("content.children", ("address", "data"))
        assert found.status_code == 200, found.get_data(as_text=True)
        self.page = unpacked(found)["response"]["content"]["children"]
        self.held |= held_in(self.page)

    def asked(self, output: str, *changed: Prop) -> TestResponse:
        question = body(self.known[output], output, self.held, *changed)
        return self.client.post(PATH, json=question, headers={"Accept-Encoding": "gzip"})

    def touching(self, **changed: str) -> TestResponse:
        """The answer to a change of controls, not yet taken in."""
        before = dict(self.held)
        self.held |= {(name, "value"): value for name, value in changed.items()}
        output = next(
            key
            for key, one in self.known.items()
            if {(name, "value") for name in changed} <= set(one.inputs)
        )
        found = self.asked(output, *((name, "value") for name in changed))
        if found.status_code != 200:
            self.held = before
        return found

    def touch(self, **changed: str) -> dict[str, dict[str, Any]]:
        """Change controls and take the answer in; the parts that came, by id and property."""
        found = self.touching(**changed)
        assert found.status_code == 200, found.get_data(as_text=True)
        sent: dict[str, dict[str, Any]] = unpacked(found)["response"]
        for id_, props in sent.items():
            for name, value in props.items():
                self.held[id_, name] = applied(self.held.get((id_, name)), value)
        return sent


def unpacked(answer: TestResponse) -> Any:
    """The JSON of an answer, which the test client leaves packed."""
    data = answer.get_data()
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return json.loads(gzip.decompress(data) if packed else data)


def applied(old: Any, sent: Any) -> Any:
    """What the browser holds after an answer: a patch's operations, one after another."""
    if not (isinstance(sent, dict) and "__dash_patch_update" in sent):
        return sent
    found = copy.deepcopy(old)
    for one in sent["operations"]:
        *way, last = one["location"] or [None]
        place = found
        for step in way:
            place = place[step]
        match one["operation"]:
            case "Assign":
                place[last] = one["params"]["value"]
            case "Delete":
                del place[last]
            case "Extend":
                (place if last is None else place[last]).extend(one["params"]["value"])
            case unknown:
                raise AssertionError(f"the reader knows no operation {unknown}")
    return found
