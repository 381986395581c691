"""Files of a release as programs fetch them: whole, in parts, and never again."""

import io
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.indicators.registry import INDICATORS
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from tests.each import each


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    return create_app(Settings(home=home, prewarm=False)).server.test_client()


@pytest.fixture
def address(dataset: Dataset) -> str:
    return f"/opendata/{dataset.release}/values.parquet"


# DuckDB (httpfs 1.4.4, asked through a server that counts) looks at so many bytes of the end for
# the footer and keeps them; of the rest it fetches the columns of a group, each by itself.
END = 16_384


class Distant(io.RawIOBase):
    """A file read over HTTP in parts, as DuckDB does; `fetched` is how many bytes came."""

    def __init__(self, client: FlaskClient, address: str) -> None:
        super().__init__()
        self._client, self._address, self._place, self.fetched = client, address, 0, 0
        self.size = int(client.head(address).headers["Content-Length"])
        self._end, self._first = b"", max(0, self.size - END)
        self._end = self._part(self._first, self.size)

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        self._place = offset + (0, self._place, self.size)[whence]
        return self._place

    def read(self, size: int = -1) -> bytes:
        end = self.size if size < 0 else min(self._place + size, self.size)
        start, self._place = self._place, end
        # pyarrow looks at 64 kB of the end, of which it needs what is kept.
        if end == self.size:
            return b"\0" * max(0, self._first - start) + self._end[max(0, start - self._first) :]
        kept = self._end[max(0, start - self._first) : max(0, end - self._first)]
        return self._part(start, end - len(kept)) + kept

    def _part(self, start: int, end: int) -> bytes:
        if start == end:
            return b""
        answer = self._client.get(self._address, headers={"Range": f"bytes={start}-{end - 1}"})
        assert answer.status_code == 206
        assert answer.headers["Content-Range"] == f"bytes {start}-{end - 1}/{self.size}"
        self.fetched += len(answer.data)
        return bytes(answer.data)


def test_every_column_of_any_indicator_is_a_small_part_of_all_values(
    client: FlaskClient, address: str
) -> None:
    whole = int(client.head(address).headers["Content-Length"])
    for one in each(INDICATORS):
        distant = Distant(client, address.replace("values.", f"values.{one.key}."))
        # The end alone may be the file; a footer of 64 kB is never asked for then.
        read = pq.ParquetFile(distant, pre_buffer=False).read()
        assert pc.unique(read["indicator"]).to_pylist() == [one.key]
        assert read["value"].null_count == 0
        assert 0 < distant.fetched < 0.15 * whole, one.key


def test_one_indicator_is_read_with_a_small_part_of_the_file(
    client: FlaskClient, address: str
) -> None:
    distant = Distant(client, address)
    file = pq.ParquetFile(distant, pre_buffer=False)
    group = next(
        one
        for one in range(file.metadata.num_row_groups)
        if file.metadata.row_group(one).column(0).statistics.min == "occupancy"
    )
    read = file.read_row_group(group, columns=["indicator", "region", "period", "value"])
    assert pc.unique(read["indicator"]).to_pylist() == ["occupancy"]
    assert read.num_rows > 2000
    assert 0 < distant.fetched < 0.15 * distant.size


def test_the_head_states_the_length_and_that_parts_may_be_asked_for(
    client: FlaskClient, address: str
) -> None:
    head = client.head(address, headers={"Accept-Encoding": "gzip, br"})
    whole = client.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert head.headers["Content-Length"] == str(len(whole.data))
    assert head.headers["Accept-Ranges"] == "bytes"
    assert head.data == b""
    assert "Content-Encoding" not in whole.headers
    assert whole.headers["Cache-Control"] == "public, max-age=86400, immutable, no-transform"
    tag = whole.headers["ETag"]
    assert not tag.startswith("W/")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert whole.headers["Access-Control-Allow-Origin"] == "*"


def test_a_part_is_given_and_one_that_there_is_not_is_refused(
    client: FlaskClient, address: str
) -> None:
    whole = client.get(address)
    part = client.get(address, headers={"Range": "bytes=-4"})
    assert (part.status_code, part.data) == (206, b"PAR1")
    other = client.get(address, headers={"Range": "bytes=0-3", "If-Range": '"another"'})
    assert (other.status_code, other.data) == (200, whole.data)
    beyond = client.get(address, headers={"Range": f"bytes={len(whole.data)}-"})
    assert beyond.status_code == 416


@pytest.mark.parametrize(
    ("name", "mimetype"),
    [
        ("values.csv", "text/csv"),
        ("regions.csv.gz", "application/gzip"),
        ("progress_to_guideline_estimated_year.en.px", "application/octet-stream"),
        ("progress_to_guideline_estimated_year.sv.json", "application/json"),
    ],
)
def test_other_forms_answer_in_the_same_way(
    client: FlaskClient, dataset: Dataset, name: str, mimetype: str
) -> None:
    answer = client.get(f"/opendata/{dataset.release}/{name}", headers={"Accept-Encoding": "br"})
    assert (answer.status_code, answer.mimetype) == (200, mimetype)
    assert "Content-Encoding" not in answer.headers
    assert not answer.headers["ETag"].startswith("W/")


def test_latest_and_a_name_cut_short_lead_to_the_release(
    client: FlaskClient, dataset: Dataset
) -> None:
    for asked in ("latest", dataset.release[:6]):
        answer = client.get(f"/opendata/{asked}/values.parquet")
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"/opendata/{dataset.release}/values.parquet"
        assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["latest/value.parquet", "abcdef123456/values.parquet", "x/values.parquet"]
)
def test_what_there_is_not_is_a_problem(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/opendata/{path}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.json["errors"][0]["todo"]["sv"]


def test_without_a_release_there_are_no_files(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path, cache="NullCache")).server.test_client()
    assert client.get("/opendata/latest/values.parquet").status_code == 503
