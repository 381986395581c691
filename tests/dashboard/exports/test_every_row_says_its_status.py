"""Every row of every file, figure, answer and open table says what its values are."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.api.declared import Ground
from dashboard.exports.views import SHEETS
from dashboard.open_data.tables import TABLES
from dashboard.pxweb.tables import tables_of
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.values.columns import WORDS
from tests.each import each

KINDS = ("estimated", "example", "published")
KNOWN = set(WORDS["status"])
# Rows of these rest on no month: they are published, assumed, or drawn by a simulation.
WITHOUT_MONTHS = {"published", "assumed", "simulated", "missing"}
# They hold no figure: what words mean, what happened, where a figure is from, codes of others.
OF_WORDS = {"indicators", "events", "sources", "notes", "mappings"}


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    return create_app(Settings(home=home, prewarm=False)).server.test_client()


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """What was revised is asked of the folder of releases that the settings name."""
    monkeypatch.setenv("VARDPLATS_HOME", str(home))


def lines(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:300]
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize("region", ["00", "14"])
@pytest.mark.parametrize("data", KINDS)
@pytest.mark.parametrize("name", SHEETS)
def test_every_row_of_every_file(client: FlaskClient, name: str, data: str, region: str) -> None:
    found = lines(client, f"/files/{name}.csv?flavour=machine&data={data}&region={region}")
    said = {row.get("status") for row in each(found)}
    assert said <= KNOWN, name
    if data == "example":
        assert {row["example"] for row in found} == {"EXAMPLE"}
        assert said <= WITHOUT_MONTHS | {"example"}
    else:
        assert "example" not in said


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", [*SHEETS, "grant"])
def test_every_row_of_every_workbook(client: FlaskClient, name: str, lang: str) -> None:
    answer = client.get(f"/files/{name}.xlsx?data=example&lang={lang}")
    assert answer.status_code == 200
    assert "EXEMPEL_EXAMPLE" in answer.headers["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(answer.data), read_only=True)
    words = {one.in_(lang) for one in WORDS["status"].values()}  # type: ignore[arg-type]
    tables = [list(sheet.iter_rows(values_only=True)) for sheet in book]
    headed = [rows for rows in tables if "Status" in rows[0]]
    for head, *rows in each(headed):
        place = head.index("Status")
        assert {str(row[place]) for row in each(rows)} <= words
    assert {"sv": "EXEMPEL", "en": "EXAMPLE"}[lang] in str(tables)


@pytest.mark.parametrize("data", KINDS)
@pytest.mark.parametrize("name", SHEETS)
def test_every_row_of_every_figure_of_the_api(client: FlaskClient, name: str, data: str) -> None:
    answer = client.get(f"/api/v1/figures/{name}?region=14&data={data}&size=1000")
    assert answer.status_code == 200, answer.text[:300]
    said = {row.get("status") for row in each(answer.get_json()["data"])}
    assert said <= KNOWN
    if data == "example":
        assert said <= WITHOUT_MONTHS | {"example"}
        plain = client.get(f"/api/v1/figures/{name}?data=example&format=csv")
        assert "EXEMPEL_EXAMPLE" in plain.headers["Content-Disposition"]


@pytest.mark.parametrize("data", KINDS)
@pytest.mark.parametrize("name", ["values", "quality"])
def test_every_row_of_the_api_by_view(client: FlaskClient, name: str, data: str) -> None:
    rows: list[dict[str, Any]] = client.get(f"/api/v1/{name}?data={data}&size=500").json["data"]  # type: ignore[index]
    expected = {"estimated": {"estimated"}, "example": {"example"}, "published": {"published"}}
    assert {row["status"] for row in each(rows)} <= expected[data] | {"missing"}


@pytest.mark.parametrize("table", [one for one in TABLES if one.name not in OF_WORDS],
                         ids=lambda one: one.name)  # fmt: skip
def test_every_row_of_every_open_table(table: Any, dataset: Dataset, home: Path) -> None:
    said = {row["status"] for row in table.rows(Ground(dataset, home))}
    assert said
    assert said <= KNOWN - {"example", "missing"}


def test_every_statistical_table_has_the_status_of_each_cell(dataset: Dataset) -> None:
    for table in each(tables_of(dataset).values()):
        assert "status" in {code for one in table.variables for code in one.values}, table.id
