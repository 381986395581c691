"""A site whose older release is of embedded data, and whose newer has a figure fetched since."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.imports.fetched import keep
from dashboard.imports.kolada import fetch_kolada
from dashboard.ingest import csv_tables, embedded
from dashboard.ingest.build import build
from dashboard.settings import Settings
from tests.dashboard.imports.services import Service, serving

# Västra Götaland 2025 as embedded, and more than twice the year before, which raises a question.
BEFORE, AFTER = 8.4, 19.7
# What is written anew in a table, by table and the row's first cell: column and words.
AMENDED = {
    ("events", "bed-register"): ("title_sv", "Registret börjar om"),
    ("notes", "T11a"): ("text_sv", "Året 2025 är räknat på nytt."),
    ("reasons", "NOT_REPORTED"): ("text_sv", "Regionen har dragit tillbaka sina uppgifter."),
}
EMBEDDED = {
    table: next(row[column] for row in csv_tables.rows(table) if next(iter(row.values())) == key)
    for (table, key), (column, _) in AMENDED.items()
}


@dataclass(frozen=True)
class Site:
    """A site with two releases, of which the newer one is shown."""

    home: Path
    old: str
    new: str
    client: FlaskClient

    def text(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, path
        return answer.get_data(as_text=True)

    def rows(self, path: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.text(path))))

    def row(self, path: str, **cells: str) -> dict[str, str]:
        """The one row with these cells."""
        (row,) = [one for one in self.rows(path) if cells.items() <= one.items()]
        return row

    def api(self, path: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.text(f"/api/v1/{path}"))
        return answer


rows_of_data = csv_tables.rows


def amended(name: str) -> tuple[dict[str, str], ...]:
    """A table of `data/` with other words in its rows of `AMENDED`."""
    rows = []
    for row in rows_of_data(name):
        column, words = AMENDED.get((name, next(iter(row.values()))), ("", ""))
        rows.append({**row, column: words} if column else row)
    return tuple(rows)


def site_at(home: Path) -> Site:
    """Two releases under `home`: before and after Kolada changed a figure and tables others."""
    old = build(home).release
    with serving(Service(changed={("U70425", "14", "2025"): AFTER})) as service:
        known = embedded.figures()
        keep(home, "kolada", fetch_kolada(known, base_url=service.address, a_second=10_000))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_tables, "rows", amended)
        new = build(home).release
    app = create_app(Settings(home=home, prewarm=False))
    return Site(home, old, new, app.server.test_client())
