"""Kolada and SCB on loopback: answers in the shapes recorded of them, whole or with a fault."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dashboard.ingest import csv_tables
from dashboard.reference.regions import ALL_CODES, CODES, REGIONS, SWEDEN

Item = dict[str, Any]
PEOPLE = {region.code: region.population for region in REGIONS}
YEARS = ("2023", "2024")


@dataclass
class Service:
    """What it answers, and what it was asked; `gone` is a region left out, `status` an error.

    `spoiled` changes the items of Kolada's answer.
    """

    gone: str = ""
    status: int = 200
    spoiled: Callable[[list[Item]], list[Item]] = list
    asked: list[str] = field(default_factory=list)
    changed: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    address: str = ""

    def answer(self, path: str, body: Any) -> Any:
        self.asked.append(path)
        parts = urlsplit(path)
        if parts.path.endswith("/data/"):
            return self.kolada(parse_qs(parts.query))
        if parts.path.endswith("/config"):
            return {"apiVersion": "2.0.0", "maxDataCells": 150_000, "maxCallsPerTimeWindow": 30,
                    "timeWindow": 10, "defaultLanguage": "sv"}  # fmt: skip
        if parts.path.endswith("/tables"):
            return {"page": {"totalElements": 1}}
        return self.table() if parts.path.endswith("/data") else self.metadata()

    def kolada(self, query: dict[str, list[str]]) -> Any:
        """v3 (docs/methods.md 10.4): an item for each KPI, region and year, three genders."""
        (kpi,) = query["kpi_id"]
        items = [
            {"kpi": kpi, "municipality": f"00{row['region_code']}",
             "period": int(row["period_start"][:4]), "values": self.values(kpi, row)}
            for row in csv_tables.rows("published_figures")
            if row["source_id"] == f"kolada-{kpi.lower()}" and row["region_code"] != self.gone
        ]  # fmt: skip
        items = self.spoiled(items)
        return {"count": len(items), "values": items, "next_url": None, "previous_url": None}

    def values(self, kpi: str, row: dict[str, str]) -> list[dict[str, Any]]:
        key = (kpi, row["region_code"], row["period_start"][:4])
        total = self.changed.get(key, float(row["value"]))
        said = {"count": 1, "status": "Missing" if total is None else "", "isdeleted": False}
        return [{"gender": "K", "value": 1.0, **said}, {"gender": "T", "value": total, **said}]

    def dimension(self) -> dict[str, Any]:
        named = {"Region": ("region", ALL_CODES), "ContentsCode": ("tabellinnehåll", ["BE0101N1"]),
                 "Tid": ("år", YEARS)}  # fmt: skip
        return {
            key: {
                "label": label,
                "category": {
                    "index": {code: i for i, code in enumerate(codes)},
                    "label": {code: code for code in codes},
                },
            }
            for key, (label, codes) in named.items()
        }

    def metadata(self) -> Any:
        return {"id": ["Region", "ContentsCode", "Tid"], "dimension": self.dimension()}

    def table(self) -> Any:
        people = {**PEOPLE, SWEDEN: sum(PEOPLE.values())}
        people |= {key[1]: value for key, value in self.changed.items()}
        values = [None if code == self.gone else people[code] for code in ALL_CODES for _ in YEARS]
        return {**self.metadata(), "value": values, "size": [len(ALL_CODES), 1, len(YEARS)]}


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    """The service at `service.address` for as long as the test lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            found = service.answer(self.path, self.rfile.read(length))
            content = json.dumps(found).encode()
            self.send_response(service.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - the server looks for these names

        def log_message(self, *said: object) -> None:
            """Nothing on the screen of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    service.address = f"http://127.0.0.1:{server.server_port}/v3/"
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


__all__ = ["CODES", "PEOPLE", "YEARS", "Service", "serving"]
