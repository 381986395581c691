"""Requests made up by a seed: everybody, every route, forged in the ways that have leaked."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from flask import Flask

from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.web.protection.guard import PATH as TOUCH
from layouts.document.pages import PAGES
from tests.callbacks.reader import body
from tests.tiers_made import BO, CAI, MONTH, headers, person_of

PEOPLE: Final = ("", *(person_of(code) for code in CODES), BO, CAI)
_INTERACTIVE: Final = tuple(page.interactive for page in PAGES if page.interactive)
_INDICATORS: Final = ("overcrowding", "available_beds", "occupancy", "distance_to_guideline",
                      "outplacement")  # fmt: skip
_KINDS: Final = ("reported", "reported", "estimated", "published")
# What a proxy is not believed in without its secret, and what else has opened doors elsewhere.
_FORGED: Final[Sequence[Mapping[str, str]]] = (
    {}, {}, {}, {"X-Vardplats-Organisation": "202100-0555", "X-Vardplats-Person": BO},
    {"Authorization": "Basic Ym86Ym8="}, {"Cookie": "vardplats=x; __Host-vardplats=x"},
    {"X-Forwarded-User": BO, "X-Original-URL": "/files/regions.csv"}, {"Range": "bytes=0-900"},
    {"If-None-Match": "*"}, {"Accept-Encoding": "gzip"}, {"X-HTTP-Method-Override": "PUT"},
)  # fmt: skip
# Not asked for: what publishes or makes a process of its own, and is tried by tests of its own.
_LEFT: Final = re.compile(r"papers|publicera|publish|importera|import|metrics|sign-in|logga-in")
_NAMES: Final = ("map", "regions", "series", "mine-beds", "mine-over", "values", "catalogue.ttl",
                 "datapackage.json", "vardplatslaget.zip", "values.csv", "grant", "occupancy",
                 "available_beds", "chosen", "dq-trust", "tgt-gaps", "scn-log", "cmp-dots",
                 "attention", "scn-ladder", "measures.csv", "values.parquet",
                 "available_beds_estimated_month", "available_beds_estimated_month.sv.px",
                 "available_beds_estimated_month.en.json", "occupancy_estimated_month.sv.json",
                 )  # fmt: skip
_TABLES: Final = ("available_beds_estimated_month", "available_beds_reported_month",
                  "occupancy_estimated_month", "overcrowding_published_year")  # fmt: skip
# Of a statistical table, what is asked for in its address.
_SELECTED: Final = ("valueCodes[Region]=*&valueCodes[ContentsCode]=value"
                    "&valueCodes[Tid]={}&outputFormat={}")  # fmt: skip


@dataclass(slots=True)
class Asked:
    """A request: who asks, what and how."""

    person: str
    method: str
    path: str
    headers: dict[str, str]
    json: Any = None
    form: dict[str, str] | None = None


@dataclass(slots=True)
class Maker:
    """Makes requests of a site up; `learned` are names and tags that others were given."""

    server: Flask
    dataset: Dataset
    rng: Random
    learned: list[str] = field(default_factory=list)
    _rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self._rules = tuple(
            rule.rule for rule in self.server.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and not _LEFT.search(rule.rule)
            and "_dash-component" not in rule.rule
        )  # fmt: skip

    def requests(self, count: int) -> Iterator[Asked]:
        """As many requests, of which a fifth are touches and a twentieth other posts."""
        for _ in range(count):
            person = self.rng.choice(PEOPLE)
            sent = {**headers(person), **self.rng.choice(_FORGED)}
            if person:
                # Who is let in says who it is; what is forged is said by nobody.
                sent |= headers(person)
            if self.learned and self.rng.random() < 0.2:
                sent["If-None-Match"] = self.rng.choice(self.learned)
            kind = self.rng.random()
            if kind < 0.2:
                yield Asked(person, "POST", TOUCH, sent, json=self._touch())
            elif kind < 0.25:
                yield self._other(person, sent)
            else:
                method = "HEAD" if self.rng.random() < 0.05 else "GET"
                yield Asked(person, method, self._address(), sent)

    def _address(self) -> str:
        path = self.rng.choice(self._rules)
        if path.startswith("/api/v2/tables/<name>"):
            path = path.replace("<name>", self.rng.choice(_TABLES))
            if path.endswith("/data"):
                when = self.rng.choice(("*", "top(1)", MONTH.replace("-", "M")))
                form = self.rng.choice(("csv", "px", "json-stat2", "html", "parquet"))
                return f"{path}?{_SELECTED.format(when, form)}"
        for place, words in (("<release>", self._release()), ("<name>", self.rng.choice(_NAMES))):
            path = path.replace(place, words)
        path = re.sub(r"<any\(([^)]*)\):\w+>", self._any, path)
        path = re.sub(r"<[^>]*>", "x", path)
        return f"{path}?{self._query()}" if self.rng.random() < 0.9 else path

    def _any(self, found: re.Match[str]) -> str:
        return self.rng.choice([one.strip(" '") for one in found[1].split(",")])

    def _release(self) -> str:
        return self.rng.choice([self.dataset.release, *self.learned[-3:]]).strip('W/"')[:16]

    def _view(self) -> dict[str, str]:
        rng = self.rng
        return {
            "region": rng.choice((*CODES, "00")), "data": rng.choice(_KINDS),
            "indicator": rng.choice(_INDICATORS), "span": rng.choice(("24", "60", "120")),
            "period": rng.choice((MONTH, MONTH, self.dataset.last_month, MONTH[:4], "2026-02")),
        }  # fmt: skip

    def _query(self) -> str:
        said = {key: one for key, one in self._view().items() if self.rng.random() < 0.8}
        if self.rng.random() < 0.15:
            said["release"] = self._release()
        if self.rng.random() < 0.2:
            said |= {"lang": self.rng.choice(("sv", "en")), "format": "csv", "flavour": "machine"}
        return "&".join(f"{key}={one}" for key, one in said.items())

    def _touch(self) -> Any:
        page = self.rng.choice(_INTERACTIVE)
        usual = page.opened({}, self.dataset).view
        view = self._view()
        values = {name: view.get(name, str(getattr(usual, name))) for name in page.controls}
        held = {"query": self._query(), "release": self._release(), "lang": "sv"}
        asked = {"values": values, "held": held,
                 "address": f"?{self._query()}" if self.rng.random() < 0.3 else None}  # fmt: skip
        made = body(page.prefix, asked)
        forged = self.rng.random()
        if forged < 0.15:
            made["inputs"][0]["property"] = "pathname"
        elif forged < 0.25:
            made["inputs"].append({"id": "url", "property": "pathname", "value": "/_favicon.ico"})
        elif forged < 0.3:
            made["state"] = [{"id": "tier", "property": "data", "value": "authority"}]
        return made

    def _other(self, person: str, sent: dict[str, str]) -> Asked:
        """Posts of the other kinds, with the draft of somebody else and a key of nobody."""
        rng = self.rng
        kinds: tuple[tuple[str, Any, dict[str, str] | None], ...] = (
            ("/inloggad/slapp", None, {"draft": rng.choice(self.learned or ["x"]), "key": "x"}),
            (
                f"/api/v2/tables/{rng.choice(_TABLES)}/data",
                {
                    "selection": [
                        {"variableCode": "Region", "valueCodes": ["*"]},
                        {"variableCode": "ContentsCode", "valueCodes": ["value"]},
                        {"variableCode": "Tid", "valueCodes": [rng.choice(("*", "2026M01"))]},
                    ]
                },
                None,
            ),
            ("/api/v2/savedqueries", {"tableId": rng.choice(_TABLES), "language": "sv"}, None),
            (f"/api/v1/values?{self._query()}", {"region": "14", "tier": "authority"}, None),
            ("/inloggad/beredskap/slapp", None, {"key": "x", "region": rng.choice(CODES)}),
            ("/en/signed-in/preparedness", None, {"key": "x", "closed": "1"}),
            ("/wards", json.dumps({"x": 1}), None),
        )
        path, said, form = rng.choice(kinds)
        return Asked(person, "POST", path, sent, json=said, form=form)
