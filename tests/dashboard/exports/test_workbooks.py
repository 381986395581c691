"""Every table as a workbook: in the reader's words, with what it is on a sheet of its own."""

import io
import re
from datetime import datetime

import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.exports.headings import HEADINGS
from dashboard.exports.views import SHEETS
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.web.routes.files import register_files
from tests.each import each

# Words joined by an underscore, a setting, a rule of a control chart: what only programs say.
KEY = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b|\b[a-z]+=|\b[UL]CL\b|\bCommon Cause\b")
# English that stands in a Swedish file is a sentence or a word of its own.
ENGLISH = re.compile(r"\b(the|of|and|beds|region's|not|overcrowding|usual|now|yes|no)\b")
ADDRESS_OF_VIEW = ("Adress", "Address")
# Titles of sources are in the language that they have.
OWN_WORDS = {"Källa", "Source", "Källa 2", "Angiven av", "Stated by"}
SOME = ("map", "chosen", "mine-over", "attention", "eff-its", "eff-rules", "tgt-need", "tgt-sum",
        "tgt-fall", "scn-log", "dq-questions", "dq-since", "dq-trust", "cmp-peers")  # fmt: skip


@pytest.fixture(scope="module")
def client(dataset: Dataset) -> FlaskClient:
    server = Flask(__name__)
    register_files(server, lambda: dataset)
    return server.test_client()


def opened(client: FlaskClient, name: str, query: str) -> openpyxl.Workbook:
    answer = client.get(f"/files/{name}.xlsx?{query}")
    assert answer.status_code == 200, answer.text
    return openpyxl.load_workbook(io.BytesIO(answer.data))


@pytest.mark.parametrize("name", SOME)
def test_what_people_read_holds_no_key_and_no_other_language(
    client: FlaskClient, name: str
) -> None:
    for lang in LANGS:
        book = opened(client, name, f"lang={lang}&region=14")
        table, about = book.worksheets
        assert [table.title, about.title] == (
            ["Tabell", "Om tabellen"] if lang == "sv" else ["Table", "About the table"]
        )
        heads = [cell.value for cell in table[1]]
        assert set(heads) <= {heading.in_(lang) for heading in HEADINGS.values()}
        for head, word in each(words_of(table, heads)):
            assert not KEY.search(word), (name, head, word)
            if lang == "sv" and head not in OWN_WORDS:
                assert not ENGLISH.search(word), (name, head, word)
        for kind, text in each(list(about.iter_rows(values_only=True))):
            assert text
            assert kind in ADDRESS_OF_VIEW or not KEY.search(text), (name, text)


def words_of(table: object, heads: list[str]) -> list[tuple[str, str]]:
    lines = table.iter_rows(min_row=2, values_only=True)  # type: ignore[attr-defined]
    return list(dict.fromkeys(
        (head, cell) for line in lines for head, cell in zip(heads, line, strict=True)
        if isinstance(cell, str)
    ))  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_codes_are_words_and_months_are_months(client: FlaskClient, lang: Lang) -> None:
    table, about = opened(client, "chosen", f"lang={lang}&span=24").worksheets
    columns = {cell.value: cell.column for cell in table[1]}
    code, period = (HEADINGS[key].in_(lang) for key in ("region", "period"))
    codes = [table.cell(line, columns[code]).value for line in range(2, table.max_row + 1)]
    assert list(dict.fromkeys(codes)) == list(ALL_CODES)
    months = [table.cell(line, columns[period]) for line in range(2, table.max_row + 1)]
    for cell in each(months):
        assert isinstance(cell.value, datetime)
        assert (cell.value.day, cell.number_format) == (1, "yyyy-mm")
    assert len({cell.value for cell in months}) == 24
    said = [tuple(line) for line in about.iter_rows(values_only=True)]
    kinds = {kind for kind, _ in said}
    assert {HEADINGS["source"].in_(lang), "Definition"} <= kinds
    warned = {"sv": "Dra inga slutsatser om 2025", "en": "Draw no conclusions about 2025"}[lang]
    assert any(warned in text for _, text in said)


def test_a_year_is_a_number_and_the_same_rows_are_the_same_bytes(client: FlaskClient) -> None:
    book = opened(client, "map", "data=published&period=2024")
    heads = [cell.value for cell in book.worksheets[0][1]]
    assert book.worksheets[0].cell(2, heads.index("Period") + 1).value == 2024
    first, again = (client.get("/files/map.xlsx") for _ in range(2))
    assert first.data == again.data
    assert client.get("/files/map.xlsx", headers={"If-None-Match": first.headers["ETag"]}
                      ).status_code == 304  # fmt: skip


def test_files_of_the_same_rows_have_names_of_their_own(client: FlaskClient) -> None:
    queries = ("csv?flavour=machine", "csv?lang=sv", "csv?lang=en", "xlsx?lang=sv", "xlsx?lang=en")
    names = [
        client.get(f"/files/map.{one}").headers["Content-Disposition"].partition("filename=")[2]
        for one in queries
    ]
    assert len(set(names)) == len(queries), names
    assert names[0].endswith('_machine.csv"')
    assert names[1].endswith('_excel_sv.csv"')


def test_an_invented_month_says_so_in_its_first_column(client: FlaskClient) -> None:
    table = opened(client, "map", "data=example").worksheets[0]
    assert {cell.value for cell in table["A"]} == {"EXEMPEL"}
    assert client.get("/files/none.xlsx").status_code == 404
    assert client.get("/files/map.xlsx?period=13").status_code == 400


@pytest.mark.parametrize("name", SHEETS)
def test_every_table_is_a_workbook(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/files/{name}.xlsx?region=14&lang=en")
    assert (answer.status_code, answer.data[:2]) == (200, b"PK")
