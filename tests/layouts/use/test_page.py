"""The page about using the figures: every address answers, and the code gives the view's values."""

import contextlib
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import duckdb
import pandas as pd
import pytest
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from app import create_app
from dashboard.language.text import LANGS
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.values.rows import rows
from dashboard.view.view import View, parse
from layouts.use import page
from layouts.use.addresses import addresses
from layouts.use.code import SITE, code_of
from tests.each import each

VIEWS = (
    {}, {"indicator": "occupancy", "region": "14", "stream": "acute"},
    {"indicator": "wait_operation_waiting", "data": "published"},
    {"indicator": "outplacement", "data": "example", "span": "24"},
)  # fmt: skip


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[tuple[str, FlaskClient]]:
    server = create_app(Settings(home=home, prewarm=False)).server
    listening = make_server("127.0.0.1", 0, server, threaded=True)
    thread = Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}", server.test_client()
    listening.shutdown()
    thread.join()
    listening.server_close()


def made(dataset: Dataset, query: dict[str, str], site: str = SITE) -> tuple[View, dict[str, str]]:
    view = parse(query, dataset).view
    at = addresses(dataset.showing(view.data), view, "sv")
    return view, {one.key: one.code for one in code_of(view, at, site)}


def run(code: str) -> dict[str, object]:
    held: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, held)
    return held


def told(dataset: Dataset, view: View, region: str, period: str) -> float | str | None:
    own = parse({**view_query(view), "period": period}, dataset).view
    return rows(dataset.showing(view.data), own, [region])[0]["value"]


def view_query(view: View) -> dict[str, str]:
    return {name: getattr(view, name) for name in ("indicator", "care", "stream", "data")}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("query", VIEWS)
def test_every_address_on_the_page_answers(served, tree, dataset, lang, query) -> None:
    hrefs = set(tree.hrefs(page.layout(dataset, lang, query)))
    assert len(hrefs) > 5
    answers = {one: served[1].get(one).status_code for one in hrefs}
    assert answers == dict.fromkeys(hrefs, 200)


@pytest.mark.parametrize("query", VIEWS)
def test_pandas_and_pxwebpy_give_the_values_of_the_view(served, dataset, query) -> None:
    view, code = made(dataset, query, served[0])
    frame = run(code["pandas"])["frame"]
    assert isinstance(frame, pd.DataFrame)
    for _, line in each(list(frame.dropna(subset=["value"]).tail(3).iterrows())):
        assert line["value"] == told(dataset, view, line["region"], line["period"])
    found = run(code["pxweb"])
    last = found["rows"][-1]  # type: ignore[index]
    cells = [one["value"] for one in found["rows"] if one != last]  # type: ignore[attr-defined]
    period = str(list(last.values())[-2]).replace("M", "-")
    assert told(dataset, view, view.region, period) in cells
    found["api"]._client.session.close()  # type: ignore[attr-defined]


def test_duckdb_gives_the_values_of_the_view(served, dataset, tmp_path: Path) -> None:
    view, code = made(dataset, VIEWS[0], served[0])
    (address,) = re.findall(r"'(http[^']+parquet)'", code["duckdb"])
    local = tmp_path / "values.parquet"
    local.write_bytes(served[1].get(address.removeprefix(served[0])).data)
    found = duckdb.sql(code["duckdb"].replace(address, str(local)).rstrip(";")).fetchall()
    assert {len(one) for one in found} == {6}
    for region, period, value, *_ in each(found[::500]):
        assert value == told(dataset, view, region, period)
    _, other = made(dataset, VIEWS[1], served[0])
    assert "read_csv" in other["duckdb"], "a stream of its own stands in no table of all values"


def test_the_code_of_excel_and_r_names_the_columns_of_its_file(served, dataset) -> None:
    for query in each(VIEWS):
        _, code = made(dataset, query, served[0])
        for tool in ("excel", "r"):
            (address,) = re.findall(r'"(http[^"]+)"', code[tool])
            lines = list(csv.DictReader(io.StringIO(served[1].get(address[len(served[0]) :]).text)))
            assert {"region", "period", "value", "low", "high", "status"} <= lines[0].keys()


def test_a_view_without_values_is_shown_as_the_indicators_own(dataset, tree) -> None:
    laid = page.layout(dataset, "sv", {"indicator": "occupancy", "data": "published"})
    words = tree.words(laid)
    assert "Måttet finns inte i den vyn." in words
    assert "data=estimated" in words


def test_the_code_holds_no_address_but_that_of_the_site(dataset) -> None:
    for query in each(VIEWS):
        _, code = made(dataset, query)
        found = [
            one
            for each_code in code.values()
            for one in re.findall(r"https?://[^/\"']+", each_code)
        ]
        assert set(found) == {SITE}
