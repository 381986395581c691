"""Readers of CSV, Parquet and PX give the values of the command line."""

import io
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
from flask.testing import FlaskClient
from pyaxis import pyaxis

from app import create_app
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from tests.dashboard.web.routes.test_pxweb import expected, places
from tests.each import each
from tests.listening import any_number_of_calls


@pytest.fixture
def client(home: Path) -> Iterator[FlaskClient]:
    """A visitor who may ask as often as 200 views in three forms take."""
    with any_number_of_calls():
        yield create_app(Settings(home=home, prewarm=False)).server.test_client()


def test_pandas_polars_duckdb_and_pyaxis_give_the_values_of_200_views(
    dataset: Dataset, client: FlaskClient, tmp_path: Path
) -> None:
    """Each reads the form that its users take: CSV, Parquet, and PX."""
    known, file, px = 0, tmp_path / "x.parquet", tmp_path / "x.px"
    for place in each(places(dataset, 200)):
        table, region, care, stream, time = place
        codes = {"Region": region, "Care": care, "Stream": stream, "ContentsCode": "value",
                 "Tid": time}  # fmt: skip
        asked = "&".join(f"valuecodes[{name}]={one}" for name, one in codes.items())
        path = f"/api/v2/tables/{table.id}/data?{asked}&lang=en&outputFormat="
        value = expected(dataset, place)["value"]
        plain = client.get(f"{path}csv").data
        frame = pd.read_csv(io.BytesIO(plain), dtype={"Region": str}, na_values=["..", "."])
        polars_frame = pl.read_csv(io.BytesIO(plain), null_values=["..", "."],
                                   schema_overrides={"Region": pl.String})  # fmt: skip
        file.write_bytes(client.get(f"{path}parquet").data)
        column = "value"
        px.write_bytes(client.get(f"{path}px").data)
        cell = pyaxis.parse(str(px), encoding="utf-8")["DATA"]["DATA"]
        read = (
            frame.iloc[0, -1],
            polars_frame.row(0)[-1],
            pl.read_parquet(file)[column][0],
            duckdb.sql(f"SELECT {column} FROM '{file}'").fetchall()[0][0],
            pd.to_numeric(cell, errors="coerce").iloc[0],
        )
        assert [None if one is None or one != one else float(one) for one in read] == [value] * 5
        assert (frame["Region"][0], polars_frame["Region"][0]) == (region, region)
        known += value is not None
    assert known > 100
