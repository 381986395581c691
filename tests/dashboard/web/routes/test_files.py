"""Every file of every view answers with rows, and a bad address with a sentence."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.exports.views import SHEETS
from dashboard.gaps import target_status
from dashboard.indicators.registry import INDICATORS, OCCUPANCY
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.targets.shortfall import progress
from dashboard.values.rows import rows
from dashboard.view.view import View, default_view, parse
from dashboard.web.routes.files import register_files
from tests.each import each


@pytest.fixture(scope="module")
def client(dataset: Dataset) -> FlaskClient:
    server = Flask(__name__)
    register_files(server, lambda: dataset)
    return server.test_client()


def lines(client: FlaskClient, name: str, query: str = "") -> list[dict[str, str]]:
    answer = client.get(f"/files/{name}.csv?flavour=machine&{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_the_map_holds_all_regions_of_the_view(client: FlaskClient, dataset: Dataset) -> None:
    found = lines(client, "map", "indicator=outplacement&period=2024&data=published")
    own = rows(dataset, View("outplacement", "2024", data="published"), ALL_CODES)
    assert [line["region"] for line in found] == list(ALL_CODES)
    assert [line["value"] for line in found] == [
        "" if row["value"] is None else str(row["value"]) for row in own
    ]


@pytest.mark.parametrize(
    ("query", "periods"), [("span=24", 24), ("span=120", 120), ("period=2024", 10)]
)
def test_a_series_covers_the_span_or_all_years(
    client: FlaskClient, query: str, periods: int
) -> None:
    found = lines(client, "chosen", query)
    assert len(found) == periods * len(ALL_CODES)
    assert len({line["period"] for line in found}) == periods


def test_over_and_out_are_their_own_indicators(client: FlaskClient) -> None:
    for name, key in (("over", "overcrowding"), ("out", "outplacement")):
        answer = client.get(f"/files/{name}.csv?indicator=occupancy&flavour=machine")
        found = csv.DictReader(io.StringIO(answer.text))
        assert {line["indicator"] for line in found} == {key}
        assert f"vardplatslaget_{name}_{key}_" in answer.headers["Content-Disposition"]


def test_occupancy_stands_beside_its_target(client: FlaskClient, dataset: Dataset) -> None:
    found = lines(client, "occupancy", "period=2025-10")
    assert [(one["stream"], one["region"]) for one in found] == [
        (stream, code) for stream in ("acute", "planned", "all") for code in ALL_CODES
    ]
    own = target_status.standing(dataset, View(OCCUPANCY.key, "2025-10"), "14", "all")
    [line] = [one for one in found if (one["stream"], one["region"]) == ("all", "14")]
    assert float(line["value"]) == own.occupancy
    assert float(line["target_pct"]) == own.target
    assert float(line["distance_points"]) == own.distance
    assert float(line["period_gap"]) == own.beds_missing
    assert {one["target_in_force"] for one in found} == {"yes"}


def test_occupancy_of_other_care_has_neither_value_nor_distance(client: FlaskClient) -> None:
    for line in each(lines(client, "occupancy", "care=psychiatric")):
        assert [line["value"], line["distance_points"], line["period_gap"]] == ["", "", ""]


def test_the_way_has_the_country_and_an_estimate_for_each_region(client: FlaskClient) -> None:
    beds, distance, done, *regions = lines(client, "way", "period=2025-10&region=14&stream=acute")
    band = progress(17660 - float(distance["value"]))
    assert float(done["value"]) == pytest.approx(band.point)
    # The beds are estimated too, not only the start rounded.
    assert float(done["low"]) < band.low < band.high < float(done["high"])
    assert float(distance["low"]) < float(distance["value"]) < float(distance["high"])
    assert [beds["stamp"], distance["stamp"], done["stamp"]] == ["", "", ""]
    assert [one["region"] for one in regions] == list(CODES)
    assert {one["stamp"] for one in regions} == {"estimate"}
    assert sum(float(one["value"]) for one in regions) == pytest.approx(float(distance["value"]))
    for one in regions:
        assert float(one["low"]) <= float(one["value"]) <= float(one["high"])
    assert any(float(one["low"]) < float(one["high"]) for one in regions)


def test_before_the_guideline_there_is_no_way(client: FlaskClient) -> None:
    beds, *others = lines(client, "way", "period=2022-10")
    assert beds["value"]
    assert {one["value"] + one["low"] + one["high"] + one["stamp"] for one in others} == {""}


def test_regions_hold_the_main_indicators_now_and_a_year_ago(client: FlaskClient) -> None:
    found = lines(client, "regions", "indicator=beds_per_1000&period=2025-10")
    assert {line["period"] for line in found} == {"2025-10", "2024-10"}
    assert list(dict.fromkeys(line["indicator"] for line in found)) == [
        "overcrowding", "outplacement", "occupancy", "available_beds", "beds_per_1000",
    ]  # fmt: skip
    assert len(found) == 5 * 2 * len(ALL_CODES)


def test_the_address_of_a_row_leads_back_to_the_view(client: FlaskClient, dataset: Dataset) -> None:
    query = {"indicator": "occupancy", "period": "2025-10", "region": "14", "stream": "acute"}
    answer = client.get(
        "/files/map.csv",
        query_string={**query, "lang": "en", "flavour": "machine"},
        base_url="https://localhost",
    )
    address = urlsplit(next(csv.DictReader(io.StringIO(answer.text)))["address"])
    assert (address.scheme, address.netloc, address.path) == ("https", "localhost", "/en/")
    parsed = parse(dict(parse_qsl(address.query)), dataset)
    assert parsed == parse(query, dataset)


def test_a_public_address_replaces_the_requests_own(dataset: Dataset) -> None:
    server = Flask(__name__)
    register_files(server, lambda: dataset, public_url="https://beds.example/")
    found = lines(server.test_client(), "map")
    assert found[0]["address"].startswith("https://beds.example/?indicator=")


def test_people_get_an_attachment_named_after_the_view(client: FlaskClient) -> None:
    answer = client.get("/files/map.csv?lang=sv&period=2025-10&region=14")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == (
        "attachment; "
        'filename="vardplatslaget_map_overcrowding_2025-10_14_somatic_all_estimated_excel_sv.csv"'
    )
    assert answer.data.startswith("\ufeffMått;".encode())


def test_an_unchanged_file_is_not_sent_again(client: FlaskClient, dataset: Dataset) -> None:
    first = client.get("/files/map.csv?lang=sv")
    tag = first.headers["ETag"]
    assert tag.startswith(f'"{dataset.release}-')
    again = client.get("/files/map.csv?lang=sv", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    tags = {
        client.get(f"/files/{name}.csv?{query}").headers["ETag"]
        for name, query in product(("map", "over"), ("", "lang=en", "flavour=machine", "region=14"))
    }
    assert len(tags) == 8


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("nothing.csv", 404, "Filen nothing.csv finns inte"),
        ("nothing.csv?lang=en", 404, "There is no file nothing.csv"),
        ("map.csv?period=never", 400, "period=never finns inte"),
        ("map.csv?period=never&lang=en", 400, "period=never does not exist"),
        ("map.csv?lang=de", 400, "lang=de finns inte; lang kan vara sv, en."),
        ("map.csv?flavour=xlsx&lang=en", 400, "flavour=xlsx does not exist"),
        ("map.csv?region=%ff%00&indicator=<script>", 400, "region="),
    ],
)
def test_a_bad_address_answers_with_a_sentence(
    client: FlaskClient, path: str, status: int, words: str
) -> None:
    answer = client.get(f"/files/{path}")
    assert (answer.status_code, answer.mimetype) == (status, "text/plain")
    assert words in answer.text
    assert "default is shown" not in answer.text


def addresses() -> Iterator[str]:
    """Every indicator in both data and odd periods, with care and stream taking turns."""
    turns = product(("somatic", "psychiatric", "all"), ("all", "acute", "planned"))
    cares = list(turns)
    periods = ("1990", "1990-01", "2016", "2022", "2025-10", "2100-12")
    for number, (one, data, period) in enumerate(
        product(INDICATORS, ("published", "estimated"), periods)
    ):
        care, stream = cares[number % len(cares)]
        yield (
            f"indicator={one.key}&data={data}&period={period}&care={care}&stream={stream}&span=24"
        )


SHEETS_IN_ORDER = sorted(SHEETS)
_NAN = re.compile(rb"[,;]-?(nan|inf)[,;\r\n]")


@pytest.mark.parametrize("name", SHEETS)
def test_every_view_has_a_file_without_nan(client: FlaskClient, name: str) -> None:
    flavours = ("machine", "excel")
    # Every fifth, from another start for each file, so that all addresses meet many files.
    for number, address in each([*enumerate(addresses())][SHEETS_IN_ORDER.index(name) % 5 :: 5]):
        answer = client.get(f"/files/{name}.csv?{address}&flavour={flavours[number % 2]}")
        assert answer.status_code == 200, address
        assert not _NAN.search(answer.data), address


def test_the_default_view_needs_no_query(client: FlaskClient, dataset: Dataset) -> None:
    assert lines(client, "map")[0]["period"] == default_view(dataset).period
