"""The open API as programs meet it: answers, tags, refusals, and its own specification."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.api.resources import RESOURCES
from dashboard.cli import main
from dashboard.exports.views import SHEETS
from dashboard.indicators.registry import INDICATORS
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.catalogue import releases
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.targets.plans import Plans
from dashboard.view.view import View
from tests.listening import any_number_of_calls, listening

Run = pytest.CaptureFixture[str]
ROWS = 22


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    return create_app(Settings(home=home, prewarm=False)).server.test_client()


def body(client: FlaskClient, address: str) -> dict[str, object]:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return answer.json


def test_the_entry_names_every_resource_and_each_answers(client: FlaskClient) -> None:
    entry = body(client, "")
    assert [one["key"] for one in entry["resources"]] == [one.key for one in RESOURCES]
    for one in entry["resources"]:
        for address in one["addresses"]:
            path = address.removeprefix("http://localhost")
            for fmt in ("json", "csv"):
                answer = client.get(f"{path}?format={fmt}&size=3")
                assert answer.status_code == 200, address
                assert b"NaN" not in answer.data
    for address in entry["links"].values():
        assert client.get(address.removeprefix("http://localhost")).status_code == 200, address


@pytest.mark.parametrize(
    "arguments",
    [
        ["--indicator", "overcrowding", "--period", "2025", "--data", "published"],
        ["--indicator", "occupancy", "--period", "2025-10", "--region", "01,14"],
        ["--indicator", "outplacement", "--period", "2024-07", "--stream", "acute"],
        ["--indicator", "distance_to_guideline", "--period", "2025-12"],
        ["--indicator", "wait_first_contact_waiting", "--period", "2025", "--region", "14"],
    ],
)
def test_the_command_line_gives_the_same_numbers(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, capsys: Run, home: Path,
    arguments: list[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    assert main(["values", *arguments, "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    pairs = zip(arguments[::2], arguments[1::2], strict=True)
    query = "&".join(f"{key.removeprefix('--')}={value}" for key, value in pairs)
    answered = body(client, f"values?{query}")["data"]
    assert [{key: row[key] for key in printed[0]} for row in answered] == printed
    assert all((row["value"] is None) == (row["reason"] is not None) for row in answered)


def test_a_figure_has_the_rows_of_its_file(client: FlaskClient, dataset: Dataset) -> None:
    view = View("outplacement", "2025-10", region="14")
    dataset = replace(dataset, plans=Plans(()))
    for name, sheet in SHEETS.items():
        expected = sheet.rows(dataset, sheet.of(view))
        answered = body(client, f"figures/{name}?{view.link()}&size=1000")
        assert answered["data"] == json.loads(json.dumps(expected))[:1000], name


def test_csv_and_json_hold_the_same(client: FlaskClient) -> None:
    address = "values?indicator=occupancy&period=2025-10"
    rows = body(client, address)["data"]
    answer = client.get(f"/api/v1/{address}&format=csv")
    lines = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.mimetype == "text/csv"
    assert [float(one["value"]) for one in lines] == [row["value"] for row in rows]
    assert [one["region"] for one in lines] == list(ALL_CODES)


def test_caveats_are_objects_that_the_rows_name(client: FlaskClient) -> None:
    found = body(client, "values?indicator=wait_first_contact_waiting&period=2025&region=14")
    (row,) = found["data"]
    assert "T2a" in row["caveats"]
    own = {one["id"]: one for one in found["caveats"]}
    assert own["T2a"]["severity"] == "error"
    assert own["T2a"]["text"]["en"].startswith("Kolada gives 146.1 per cent")
    modelled = body(client, "values?indicator=distance_to_guideline&region=14")
    assert {"estimated", "estimate"} <= {one["id"] for one in modelled["caveats"]}
    assert modelled["data"][0]["caveats"] == ["estimate"]


def test_paging_leads_through_all_rows(client: FlaskClient) -> None:
    seen, address = [], "values?span=24&size=200"
    while address:
        found = body(client, address)
        seen += [(row["region"], row["period"]) for row in found["data"]]
        address = found["links"].get("next", "").partition("/api/v1/")[2]
    assert len(seen) == len(set(seen)) == ROWS * 24
    links = client.get("/api/v1/values?span=24&size=200").headers["Link"]
    assert 'rel="next"' in links


def test_the_tag_is_the_release_and_saves_the_answer(client: FlaskClient, dataset: Dataset) -> None:
    answer = client.get("/api/v1/values", headers={"Accept-Encoding": "br"})
    tag = answer.headers["ETag"]
    assert dataset.release in tag
    again = client.get("/api/v1/values", headers={"If-None-Match": tag, "Accept-Encoding": "br"})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/api/v1/values", headers={"If-None-Match": 'W/"0123456789abcdef-000000"'})
    assert other.status_code == 200
    assert body(client, "releases")["data"][0]["name"] == dataset.release


def test_a_bad_query_is_told_what_where_and_what_to_do(client: FlaskClient) -> None:
    answer = client.get("/api/v1/values?regoin=14&care=dental", headers={"Accept-Language": "sv"})
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["Content-Language"] == "sv"
    told = answer.json
    assert told["status"] == 400
    assert [one["name"] for one in told["errors"]] == ["regoin", "care"]
    assert told["errors"][0]["todo"]["sv"].startswith("Menades region?")
    assert "dental finns inte" in told["detail"]
    assert client.get(told["type"].partition("#")[0]).status_code == 200


@pytest.mark.parametrize("path", ["/api/nothing", "/api/v1/value", "/api/v1/figures/x", "/api/v3/"])
def test_an_address_without_anything_is_a_problem_not_a_page(
    client: FlaskClient, path: str
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.json["errors"][0]["todo"]["en"]


def test_nothing_can_be_written(client: FlaskClient) -> None:
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)("/api/v1/values", json={})
        assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_scripts_of_other_sites_may_read_and_nothing_else(client: FlaskClient) -> None:
    answer = client.get("/api/v1/regions", headers={"Origin": "https://other.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    asked = client.options("/api/v1/regions", headers={"Origin": "https://other.example"})
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert "Access-Control-Allow-Origin" not in client.get("/").headers
    assert client.get("/").headers["X-Frame-Options"] == "DENY"


def test_without_a_release_it_says_so(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path, cache="NullCache")).server.test_client()
    for path in ("/api/v1/", "/api/v1/values", "/api/v1/regions?x=1"):
        answer = client.get(path)
        assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert releases(tmp_path) == ()


def test_every_indicator_can_be_fetched(client: FlaskClient) -> None:
    for one in INDICATORS:
        found = body(client, f"values?indicator={one.key}")
        assert len(found["data"]) == ROWS
        assert any(row["value"] is not None for row in found["data"]), one.key


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[str]:
    """The address of the app."""
    with any_number_of_calls(), listening(home) as url:
        yield url


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_the_specification_holds_for_whatever_is_asked(
    served: str, tmp_path: Path, version: str
) -> None:
    """Answers no question with 5xx, nor with a status, kind or shape that is not documented."""
    # One page has other rows than another, so a page that exists is not always accepted.
    command = [
        sys.executable,
        "-m",
        "schemathesis.cli",
        "run",
        f"{served}/api/{version}/openapi.json",
    ]
    command += ["--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", "1"]
    command += ["--exclude-checks", "positive_data_acceptance", "--no-color"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stdout[-6000:] + ended.stderr[-2000:]
    assert "No issues found" in ended.stdout
