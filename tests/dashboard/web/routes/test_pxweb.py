"""The statistical tables as clients of PxWebApi 2 meet them."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pandas as pd
import pyarrow.parquet as pq
import pytest
from flask.testing import FlaskClient
from pxstatspy import PxAPI, PxAPIConfig
from pxstatspy.pxapi import OutputFormatParam, PxAPIError
from pxweb import PxApi
from pyaxis import pyaxis

from app import create_app
from dashboard.pxweb.tables import StatTable, tables_of, view_of
from dashboard.pxweb.variables import period_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.values.rows import rows
from dashboard.web.protection import limits
from tests.each import each
from tests.listening import any_number_of_calls, listening

MONTHS = "/api/v2/tables/overcrowding_estimated_month"
ONE = "valueCodes[ContentsCode]=value&valueCodes[Tid]=2025M10"
# A table, its region, care and stream, and the code of its period.
Place = tuple[StatTable, str, str, str, str]


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    return create_app(Settings(home=home, prewarm=False)).server.test_client()


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[str]:
    """The address of the tables."""
    with any_number_of_calls(), listening(home) as url:
        yield f"{url}/api/v2"


@pytest.fixture(scope="module")
def scb(served: str) -> Iterator[PxApi]:
    api = PxApi(served, language="en", disable_cache=True)
    yield api
    api._client.session.close()


def places(dataset: Dataset, count: int) -> list[Place]:
    """So many views, spread over every table of the release."""
    pick, tables = Random(1), itertools.cycle(tables_of(dataset).values())
    return [
        (table, *(pick.choice(list(table.variables[axis].values)) for axis in (0, 1, 2, 4)))
        for table in itertools.islice(tables, count)
    ]


def expected(dataset: Dataset, place: Place) -> dict[str, object]:
    """The row that `vardplats values` prints."""
    table, region, care, stream, time = place
    view = view_of(table, care, stream, period_of(time))
    return rows(dataset.showing(table.data), view, [region])[0]


def test_pxwebpy_gives_the_values_of_the_command_line(dataset: Dataset, scb: PxApi) -> None:
    known = 0
    for place in each(places(dataset, 200)):
        table, region, care, stream, time = place
        codes = {"Region": region, "Care": care, "Stream": stream, "ContentsCode": "*", "Tid": time}
        found = {one["contents"]: one["value"]
                 for one in scb.get_table_data(table.id, codes, show="code")}  # fmt: skip
        row = expected(dataset, place)
        assert found["value"] == row["value"], place
        assert (found.get("low"), found.get("high")) == (row["low"], row["high"]), place
        known += row["value"] is not None
    assert known > 100


def test_pxwebpy_finds_tables_their_variables_and_codelists(dataset: Dataset, scb: PxApi) -> None:
    assert scb.number_of_tables == len(tables_of(dataset)) == len(scb.all_tables())
    found = scb.search("occupancy estimated month", page_size=1)
    assert found["tables"][0]["id"].startswith("occupancy")
    assert found["page"]["totalPages"] > 1
    variables = scb.get_table_variables("occupancy_estimated_month")
    assert variables["Region"]["elimination"] is True
    listed = {one["id"] for one in variables["Region"]["codelists"]}
    assert {"vs_regions", "vs_healthcare_region_1"} <= listed
    assert [one["code"] for one in scb.get_code_list("vs_country")["values"]] == ["00"]
    assert {one["id"] for one in scb.get_paths("occupancy")} == {"vardplatser", "occupancy"}
    rows = scb.get_table_data(
        "occupancy_estimated_month",
        {"Region": "*", "ContentsCode": "value", "Tid": "top(1)"},
        code_list={"Region": "vs_healthcare_region_1"},
    )
    assert [one["region"] for one in rows] == ["Stockholm", "Gotland"]


def test_pxwebpy_fetches_a_whole_table_in_parts(
    scb: PxApi, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(scb._client.configuration, "maxDataCells", 3000)
    found = scb.get_table_data_all("outplacement_estimated_year", show="code")
    assert len(found) == 22 * 3 * 4 * 10
    assert len({tuple(one.values())[:-1] for one in found}) == len(found)


def test_pxstatspy_gives_the_same_values(dataset: Dataset, served: str) -> None:
    api = PxAPI(PxAPIConfig(served, language="sv"))
    assert api.max_data_cells == 150_000
    for place in each(places(dataset, 200)):
        table, region, care, stream, time = place
        frame = api.get_data_as_dataframe(
            table.id,
            {"Region": [region], "Care": [care], "Stream": [stream], "ContentsCode": ["*"],
             "Tid": [time]},
            OutputFormatParam.USE_CODES,
        )  # fmt: skip
        value = expected(dataset, place)["value"]
        assert frame["region_code"].tolist() == [region]
        assert frame["value"].tolist() == [value] or value is None
    with pytest.raises(PxAPIError, match="Tid has no value 1850"):
        api.get_table_data_post(table.id, {"selection": [
            {"variableCode": "Tid", "valueCodes": ["1850"]},
            {"variableCode": "ContentsCode", "valueCodes": ["*"]},
        ]})  # fmt: skip
    api.session.close()


def test_pandas_parquet_and_pyaxis_read_the_same(dataset: Dataset, served: str) -> None:
    table = tables_of(dataset)["occupancy_estimated_month"]
    codes = "valuecodes[Region]=*&valuecodes[Tid]=2025M10&valuecodes[ContentsCode]=value"
    address = f"{served}/tables/{table.id}/data?{codes}"
    view = view_of(table, "somatic", "all", "2025-10")
    told = [row["value"] for row in rows(dataset, view, ALL_CODES)]
    read = pd.read_csv(f"{address}&outputFormat=csv", dtype={"Region": str})
    assert read["value 2025M10"].tolist() == told
    assert read["Region"].tolist()[:2] == ["00", "01"]
    frame = pyaxis.parse(f"{address}&outputFormat=px&lang=sv", encoding="utf-8")["DATA"]
    assert frame["DATA"].astype(float).tolist() == told
    assert frame["region"].tolist()[4] == "Östergötland"


def test_a_query_by_address_and_one_by_body_have_the_same_answer(client: FlaskClient) -> None:
    got = client.get(f"{MONTHS}/data?{ONE}&valueCodes[Region]=14,[from(24)]&lang=en")
    body = {"selection": [
        {"variableCode": "region", "valueCodes": ["14", "from(24)"]},
        {"variableCode": "contentscode", "valueCodes": ["value"]},
        {"variableCode": "time", "valueCodes": ["2025-10"]},
    ]}  # fmt: skip
    posted = client.post(f"{MONTHS}/data?lang=en", json=body)
    assert (got.status_code, posted.status_code) == (200, 200)
    assert got.json == posted.json
    assert got.json["id"] == ["Region", "ContentsCode", "Tid"]
    assert "ETag" not in posted.headers


def test_every_format_has_its_type_and_its_name(client: FlaskClient) -> None:
    types = {
        "json-stat2": ("application/json", ".json"), "csv": ("text/csv", ".csv"),
        "px": ("application/octet-stream", ".px"),
        "parquet": ("application/octet-stream", ".parquet"),
        "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    }  # fmt: skip
    assert set(client.get("/api/v2/config").json["dataFormats"]) == types.keys()
    for name, (mimetype, suffix) in types.items():
        answer = client.get(f"{MONTHS}/data?{ONE}&outputFormat={name}")
        assert (answer.status_code, answer.mimetype) == (200, mimetype)
        assert answer.headers["Content-Disposition"].endswith(f'month{suffix}"')
    table = pq.read_table(io.BytesIO(client.get(f"{MONTHS}/data?{ONE}&outputFormat=parquet").data))
    assert "value_symbol" in table.column_names
    options = "outputFormat=csv&outputFormatParams=UseTexts,IncludeTitle,SeparatorSemicolon"
    lines = client.get(f"{MONTHS}/data?{ONE}&valueCodes[Region]=25&lang=sv&{options}").text
    title, head, line = lines.splitlines()
    assert title.startswith('"Överbeläggningar: skattade värden per månad efter region')
    assert head == '"region";"Överbeläggningar 2025M10"'
    assert line.startswith('"Norrbotten";')


def test_a_saved_query_is_run_again(client: FlaskClient) -> None:
    query = {
        "tableId": "overcrowding_estimated_month",
        "language": "en",
        "selection": {"selection": [
            {"variableCode": "Region", "valueCodes": ["top(2)"], "codelist": "vs_regions"},
            {"variableCode": "ContentsCode", "valueCodes": ["value"]},
            {"variableCode": "Tid", "valueCodes": ["2025M10"]},
        ]},
        "outputFormat": "csv",
        "outputFormatParams": ["UseTexts"],
    }  # fmt: skip
    made = client.post("/api/v2/savedqueries", json=query)
    assert made.status_code == 201, made.text
    assert client.post("/api/v2/savedqueries", json=query).json["id"] == made.json["id"]
    path = made.headers["Location"].removeprefix("http://localhost")
    assert client.get(path).json["savedQuery"] == {"id": made.json["id"], **query}
    run = client.get(f"{path}/data")
    assert (run.mimetype, run.text.splitlines()[0]) == (
        "text/csv",
        '"region","Overcrowding 2025M10"',
    )
    assert client.get(f"{path}/data?outputFormat=json-stat2&lang=sv").json["size"] == [2, 1, 1]
    chosen = client.get(f"{path}/selection").json["selection"]
    assert chosen[0]["valueCodes"] == ["01", "03"]
    metadata = client.get(f"{MONTHS}/metadata?savedQuery={made.json['id']}").json
    assert metadata["size"] == [2, 1, 1]


def test_folders_lead_to_every_table(client: FlaskClient, dataset: Dataset) -> None:
    found = []
    for folder in each(client.get("/api/v2/navigation?lang=en").json["folderContents"]):
        inner = client.get(folder["links"][0]["href"].removeprefix("http://localhost")).json
        assert inner["label"] == folder["label"]
        found += [one["id"] for one in inner["folderContents"]]
    assert found == list(tables_of(dataset))
    for link in each(client.get(f"/api/v2/tables/{found[0]}").json["links"]):
        assert client.get(link["href"].removeprefix("http://localhost")).status_code == 200


def test_tables_are_found_in_both_languages_and_by_pages(client: FlaskClient) -> None:
    def ids(query: str) -> list[str]:
        return [one["id"] for one in client.get(f"/api/v2/tables?{query}").json["tables"]]

    assert ids("query=beläggningsgrad&lang=sv&pageSize=1") == ["occupancy_estimated_month"]
    assert not ids("query=beläggningsgrad&lang=en")
    assert "EXEMPEL" in client.get("/api/v2/tables/occupancy_example_month").json["label"]
    first, second = ids("pageSize=3"), ids("pagesize=3&PageNumber=2")
    assert len({*first, *second}) == 6
    assert client.get("/api/v2/tables?pageNumber=999").status_code == 404
    assert ids("pastDays=1") == ids("")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v2/table", 404), ("/api/v2/savedqueries", 405), ("/api/v2/tables/x", 404),
        ("/api/v2/tables/x/data", 404), ("/api/v2/tables/x/metadata", 404),
        ("/api/v2/codelists/x", 404), ("/api/v2/navigation/x", 404),
        ("/api/v2/savedqueries/x/data", 404), ("/api/v2/savedqueries/eNo/data", 404),
        ("/api/v2/tables?pageSize=0", 400), ("/api/v2/tables?serach=x", 400),
        ("/api/v2/tables?lang=fi", 400), ("/api/v2/tables?release=abcdef12", 400),
        (f"{MONTHS}/data?valueCodes[Tid]=*", 400), (f"{MONTHS}/data?{ONE}&valueCodes[Kon]=1", 400),
        (f"{MONTHS}/data?{ONE}&outputFormat=html", 400), (f"{MONTHS}/data?{ONE}&stub=Care", 400),
        (f"{MONTHS}/data?{ONE}&outputFormatParams=UseTexts", 400),
        (f"{MONTHS}/data?{ONE}&valueCodes[ContentsCode]=low", 400),
        (f"{MONTHS}/data?{ONE}&codelist[Region]=vs_none", 400),
        (f"{MONTHS}/data?valueCodes[]=1", 400),
        (f"{MONTHS}/metadata?codelist[Tid]=vs_regions", 400),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_a_problem(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["detail"]
    assert answer.json["errors"][0]["todo"]["sv"]


@pytest.mark.parametrize(
    "body",
    ["[", "[]", '"x"', '{"selection": 1}', '{"selection": [1]}', '{"selection": [{}]}',
     '{"selection": [{"variableCode": "Tid", "valueCodes": "*"}]}', '{"placement": []}',
     '{"selection": [{"variableCode": "Tid", "valueCodes": [1]}]}', "x" * 70_000],
)  # fmt: skip
def test_a_body_that_cannot_be_used_is_a_problem(client: FlaskClient, body: str) -> None:
    for path in (f"{MONTHS}/data", "/api/v2/savedqueries"):
        answer = client.post(path, data=body, content_type="application/json")
        assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


def test_nothing_can_be_changed_and_other_sites_may_read(client: FlaskClient) -> None:
    for path in ("/api/v2/config", "/api/v2/openapi.json", f"{MONTHS}/data"):
        answer = client.delete(path)
        assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    asked = client.options(f"{MONTHS}/data", headers={"Origin": "https://other.example"})
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, POST"
    assert "Content-Type" in asked.headers["Access-Control-Allow-Headers"]
    assert client.get(MONTHS).headers["Access-Control-Allow-Origin"] == "*"


def test_an_answer_is_tagged_by_its_release(client: FlaskClient, dataset: Dataset) -> None:
    answer = client.get(f"{MONTHS}/data?{ONE}")
    assert dataset.release in answer.headers["ETag"]
    again = client.get(f"{MONTHS}/data?{ONE}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    named = client.get(f"{MONTHS}?release={dataset.release}")
    assert all(f"release={dataset.release}" in one["href"] for one in named.json["links"])


def test_too_many_calls_are_told_to_wait(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CALLS", 2)
    client = create_app(Settings(home=home, prewarm=False)).server.test_client()
    answers = [client.get("/api/v2/tables?pageSize=1") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[2].headers["Retry-After"] == "10"
    assert client.get("/api/v2/config").status_code == 200


def test_without_a_release_there_are_no_tables(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path, cache="NullCache")).server.test_client()
    for path in ("/api/v2/config", "/api/v2/tables", f"{MONTHS}/data"):
        assert client.get(path).status_code == 503
