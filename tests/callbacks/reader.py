"""A browser without a window: it opens documents and asks what a page's script would ask."""

import gzip
import json
from typing import Any

from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.text_steps import check_sum
from dashboard.web.protection.guard import PATH
from tests.callbacks.document import Document, Prop, number
from tests.callbacks.walked import numbers, walked

Change = dict[str, dict[str, Any]]


def body(prefix: str, asked: Any) -> dict[str, Any]:
    """The question of a page as its script asks it."""
    change, name = f"{prefix}change", f"{prefix}asked"
    return {
        "output": f"{change}.data",
        "outputs": {"id": change, "property": "data"},
        "inputs": [{"id": name, "property": "data", "value": asked}],
        "state": [],
        "changedPropIds": [f"{name}.data"],
    }


class Reader:
    """One who has opened a page and touches its controls.

    `held` is what the page shows by id and property, `state` what it says of itself.
    """

    def __init__(self, app: Dash, path: str = "/", search: str = "") -> None:
        self.client: FlaskClient = app.server.test_client()
        found = self.client.get(path + search)
        assert found.status_code == 200
        self.page = Document(found.get_data(as_text=True))
        shown = self.page.data("shown")
        self.prefix, self.controls = shown["prefix"], shown["controls"]
        self.state = shown["state"]
        self.values = {
            name: self.page.prop(f"{self.prefix}{name}", "value") for name in self.controls
        }
        self._taken: dict[Prop, Any] = {}

    def held(self, id_: str, prop: str) -> Any:
        """What stands on the page now."""
        if (id_, prop) not in self._taken:
            self._taken[id_, prop] = self.page.prop(id_, prop)
        return self._taken[id_, prop]

    def asked(
        self, address: str | None = None, fields: dict[str, dict[str, str]] | None = None
    ) -> dict[str, Any]:
        """What the page's script would ask now; `fields` are what editors say by control."""
        held = self.state
        if isinstance(held, dict):
            held = {key: one for key, one in held.items() if key != "link"}
        asked = {"values": self.values, "held": held, "address": address}
        return {**asked, "fields": fields or {}}

    def touching(
        self,
        address: str | None = None,
        fields: dict[str, dict[str, str]] | None = None,
        **changed: Any,
    ) -> TestResponse:
        """The answer to a change of controls, not yet taken in."""
        before = self.values
        named = {name.removeprefix(self.prefix): value for name, value in changed.items()}
        self.values = {**before, **named}
        question = body(self.prefix, self.asked(address, fields))
        found = self.client.post(PATH, json=question, headers={"Accept-Encoding": "gzip"})
        if found.status_code != 200:
            self.values = before
        return found

    def touch(
        self,
        address: str | None = None,
        fields: dict[str, dict[str, str]] | None = None,
        **changed: str,
    ) -> Change:
        """Change controls and take the answer in; the parts that came, by id and property."""
        found = self.touching(address, fields, **changed)
        assert found.status_code == 200, found.get_data(as_text=True)
        change = unpacked(found)["response"][f"{self.prefix}change"]["data"]
        self.state = self._stated(change.pop("state"))
        rested, told = self._rested(change.get("children", {})), change.pop("sum", None)
        assert told == (check_sum(rested) if rested else None)
        sent: Change = {}
        for prop, parts in change.items():
            for id_, value in parts.items():
                sent.setdefault(id_, {})[prop] = value
                self._take(id_, prop, value)
        return sent

    def _stated(self, told: dict[str, Any]) -> dict[str, str]:
        """What the page holds of its view, with what is told to be another."""
        if isinstance(told.get("link"), dict):
            pairs = [one.split("=", 1) for one in self.state["link"].split("&")]
            link = "&".join(f"{name}={told['link'].get(name, one)}" for name, one in pairs)
            told = {**told, "link": link}
        return {**self.state, **told}

    def _rested(self, children: dict[str, Any]) -> list[str]:
        """The texts that an answer takes its steps from."""
        return [
            self.held(id_, "children") for id_, value in children.items() if isinstance(value, list)
        ]

    def _take(self, id_: str, prop: str, value: Any) -> None:
        if prop == "children" and isinstance(value, list):
            value = walked(self.held(id_, prop), value)
        elif prop == "figure" and "like" in value:
            value = applied(self.held(value["like"], prop), value["steps"])
        elif prop == "figure" and isinstance(value, list):
            value = applied(self.held(id_, prop), value)
        elif prop == "value" and not isinstance(value, str | list | bool):
            value = number(value)
        self._taken[id_, prop] = value
        name = id_.removeprefix(self.prefix)
        if prop == "value" and name in self.controls:
            self.values = {**self.values, name: value}


def unpacked(answer: TestResponse) -> Any:
    """The JSON of an answer, which the test client leaves packed."""
    data = answer.get_data()
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return json.loads(gzip.decompress(data) if packed else data)


def applied(old: Any, steps: list[Any]) -> Any:
    """What the browser holds after the steps of an answer, taken one after another."""
    found = json.loads(json.dumps(old))
    for (*way, last), *now in steps:
        place = found
        for step in way:
            place = place[step]
        if len(now) > 1:
            now = [_renewed(_held(place, last), now)]
        if last == "length":
            del place[now[0] :]
        elif not now:
            del place[last]
        elif isinstance(place, list) and last == len(place):
            place.append(now[0])
        else:
            place[last] = now[0]
    return found


def _held(place: Any, last: Any) -> Any:
    """What stands at a place, if anything does."""
    is_there = last < len(place) if isinstance(place, list) else last in place
    return place[last] if is_there else None


def _renewed(old: Any, now: list[Any]) -> Any:
    if len(now) == 3:
        return json.loads(walked(json.dumps(old, ensure_ascii=False, separators=(",", ":")), now))
    return numbers(old, now)


def same(reader: Reader, again: Reader, parts: tuple[Prop, ...]) -> list[Prop]:
    """The parts that two readers do not hold alike."""
    return [part for part in parts if reader.held(*part) != again.held(*part)]
