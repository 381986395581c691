"""The grant as rows and as a workbook: every cell, and nothing that runs."""

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from dashboard.effects.rows import effect_rows
from dashboard.exports.headings import HEADINGS
from dashboard.exports.views import SHEETS
from dashboard.exports.xlsx import workbook
from dashboard.funding.rates import parse_rates
from dashboard.funding.rows import cell_rows, grant_rows, rate_rows, rules_rows
from dashboard.ingest.embedded import reference
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.view import default_view
from dashboard.web.routes.files import register_files
from dashboard.web.routes.uploaded_rates import MOST_BYTES, register_own_rates
from dashboard.web.routes.workbooks import register_workbooks
from tests.each import each


@pytest.fixture(scope="module")
def client(dataset: Dataset) -> FlaskClient:
    server = Flask(__name__)
    register_files(server, lambda: dataset)
    register_workbooks(server, lambda: dataset)
    register_own_rates(server, lambda: dataset)
    return server.test_client()


def test_every_cell_is_a_row_with_its_reason(dataset: Dataset) -> None:
    dataset = dataset.showing("example")
    rows = cell_rows(dataset, default_view(dataset))
    keys = {(row["region"], row["period"], row["indicator"]) for row in rows}
    assert len(rows) == len(keys) == 21 * 9 * 2
    for row in rows:
        # Money follows the decision; trust in the figure is another column.
        assert (row["qualified_by"] is None) == (row["earned"] == 0.0)
        assert row["low_trust"] in ("yes", "no")
        assert row["qualified_why"]
        assert row["status"] == "example"
        assert row["probability"] is row["reason"] is None
    paid = sum(float(row["earned"] or 0) for row in rows)
    regions = grant_rows(dataset, default_view(dataset))
    assert paid == pytest.approx(
        sum(float(r["earned_over"] or 0) + float(r["earned_out"] or 0) for r in regions)
    )
    assert sum(int(row["total"] or 0) for row in regions) == 1_990_000_000


def test_estimated_months_give_no_region_money_or_cells(dataset: Dataset) -> None:
    view = replace(default_view(dataset), rule="top=0")
    for row in each(cell_rows(dataset, view)):
        assert {row[key] for key in ("place", "qualified_by", "qualified_why", "earned")} == {None}
        assert 0 <= float(row["probability"] or 0) <= 1
        assert row["reason"] == CANNOT_BE_DECIDED.en
    for row in each([*grant_rows(dataset, view), *rules_rows(dataset, view)]):
        told = {"cells_qualified", "earned_over", "bonus", "performance", "total"} & row.keys()
        assert len(told) >= 3
        assert {row[key] for key in told} == {None}
        assert row["base"]
        assert row["reason"] == CANNOT_BE_DECIDED.en


def test_the_rates_of_a_file_are_read_back_as_own_rates(client: FlaskClient) -> None:
    text = client.get("/files/eff-rates.csv?flavour=machine").text
    assert len(parse_rates(text).pairs) == 21 * 9 * 2


def test_both_rules_and_every_model_are_rows(dataset: Dataset) -> None:
    view = default_view(dataset)
    assert {row["rule"] for row in rules_rows(dataset, view)} == {view.rule, view.against}
    models = [row["model"] for row in effect_rows(dataset, view)]
    assert models.count("main") == 3
    assert any(str(model).startswith("contrast-") for model in models)
    assert len(rate_rows(dataset, view)) == len(CODES) * 9


def test_every_sheet_of_the_page_has_a_heading_for_every_key(dataset: Dataset) -> None:
    view = default_view(dataset)
    for name, sheet in SHEETS.items():
        if name.startswith("eff-"):
            rows = sheet.rows(dataset, sheet.of(view))
            assert {tuple(row) for row in rows} == {tuple(rows[0])}
            assert rows[0].keys() <= HEADINGS.keys(), name


def test_the_workbook_holds_the_cells_and_no_formula(client: FlaskClient, tmp_path: Path) -> None:
    answer = client.get("/files/grant.xlsx?lang=sv&region=14")
    assert answer.status_code == 200
    path = tmp_path / "grant.xlsx"
    path.write_bytes(answer.data)
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["Om", "Regioner", "Månadskrav", "Värden", "Regler"]
    cells = book.get_sheet_by_name("Månadskrav").to_python()
    assert len(cells) == 1 + 378
    assert cells[0][:3] == ["Regionkod", "Region", "Period"]
    about = [line[0] for line in book.get_sheet_by_name("Om").to_python()]
    assert "region=14" in about[-1]
    assert any("kan inte avgöras" in line and "data=example" in line for line in about)
    money = [line[4:8] + line[9:10] for line in book.get_sheet_by_name("Regioner").to_python()[1:]]
    assert {cell for line in money for cell in line} == {""}
    again = client.get("/files/grant.xlsx?lang=sv&region=14")
    assert again.data == answer.data
    etag = {"If-None-Match": answer.headers["ETag"]}
    assert client.get("/files/grant.xlsx?lang=sv&region=14", headers=etag).status_code == 304
    assert client.get("/files/grant.xlsx?region=99").status_code == 400


def test_words_that_look_like_formulas_and_links_stay_words() -> None:
    rows = [{"region": "14", "reason": "=1+1", "address": "https://example.org"}]
    with zipfile.ZipFile(io.BytesIO(workbook({"x": rows}, "en", ["=2+2"], reference()))) as book:
        sheets = [book.read(name) for name in book.namelist() if "worksheets/sheet" in name]
        assert not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)
        assert b"=1+1" in book.read("xl/sharedStrings.xml")


def post(client: FlaskClient, text: bytes | None, query: str = "") -> tuple[int, dict[str, object]]:
    form = {} if text is None else {"file": (io.BytesIO(text), "x.csv")}
    answer = client.post(f"/own-rates?{query}", data=form, content_type="multipart/form-data")
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.status_code, answer.get_json()


def test_own_rates_are_computed_by_both_rules(client: FlaskClient) -> None:
    text = client.get("/files/eff-rates.csv?flavour=machine").data
    status, found = post(client, text, "lang=en&rule=threshold=5")
    assert status == 200
    rows = found["rows"]
    assert isinstance(rows, list)
    assert len(rows) == 21
    assert "300 of 378" in str(found["said"])
    # A rule that needs other months says so, and the other one is computed all the same.
    status, found = post(client, text, "lang=sv&rule=than=limits")
    assert status == 200
    assert "Regeln kräver fler månader än filen har" in str(found["said"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "Ingen fil kom med"),
        (b"", "kolumnen saknas"),
        (b"\xff\xfe\x00", "sparad i UTF-16. Spara den som CSV UTF-8"),
        (b"region,month\n14,2\n", "kolumn over_2023"),
        (b"x" * (MOST_BYTES + 1), "större än 128 kB"),
    ],
)
def test_a_file_that_cannot_be_used_is_400_with_a_sentence(
    client: FlaskClient, text: bytes | None, words: str
) -> None:
    status, found = post(client, text)
    assert status == 400
    assert words in str(found["error"])


def test_a_rule_that_does_not_exist_is_named(client: FlaskClient) -> None:
    text = client.get("/files/eff-rates.csv?flavour=machine").data
    status, found = post(client, text, "rule=top=99")
    assert status == 400
    assert "rule=top=99 finns inte" in str(found["error"])


def test_odd_numbers_in_a_file_are_named_by_row_and_column(client: FlaskClient) -> None:
    text = client.get("/files/eff-rates.csv?flavour=machine").text
    lines = list(csv.reader(io.StringIO(text)))
    for odd in ("nan", "inf", "-1", "1e9", "=1", "4,5,6"):
        lines[5][2] = odd
        out = io.StringIO()
        csv.writer(out).writerows(lines)
        status, found = post(client, out.getvalue().encode())
        assert status == 400
        assert "Rad 6, kolumn over_2023" in str(found["error"]), odd


def test_a_column_with_both_decimal_signs_is_refused_at_the_number_that_reads_two_ways(
    client: FlaskClient,
) -> None:
    text = client.get("/files/eff-rates.csv?flavour=machine").text
    lines = list(csv.reader(io.StringIO(text)))
    lines[5][2], lines[6][2] = "4,5", "10.432"
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    status, found = post(client, out.getvalue().encode())
    assert status == 400
    assert "Rad 7, kolumn over_2023: ”10.432” kan läsas som 10,432 och som 10432" in str(
        found["error"]
    )
