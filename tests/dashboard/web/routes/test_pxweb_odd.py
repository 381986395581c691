"""Whatever is asked of the tables is answered, or told what is wrong with the question."""

from pathlib import Path
from urllib.parse import quote

import orjson
import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from app import create_app
from dashboard.pxweb.saved_queries import MOST_BYTES, identifier, query_of
from dashboard.settings import Settings
from tests.listening import any_number_of_calls

TABLE = "outplacement_published_year"
WORDS = st.one_of(
    st.sampled_from(["*", "?", "top(1)", "TOP(1,2)", "bottom(9)", "range(01,14)", "from(2020)",
                     "to(2020)", "14", "value", "all", "somatic", "2024", "csv", "px", "true",
                     "vs_regions", "UseTexts", "Tid", "Region,Care", "[range(a,b)]", ""]),
    st.text(max_size=12),
)  # fmt: skip
KEYS = st.one_of(
    st.sampled_from(["valuecodes[Region]", "valueCodes[Tid]", "valuecodes[ContentsCode]", "lang",
                     "codelist[Region]", "outputFormat", "outputFormatParams", "stub", "heading",
                     "query", "pageSize", "pageNumber", "pastDays", "savedQuery", "release",
                     "defaultSelection", "includeDiscontinued"]),
    st.text(max_size=12),
)  # fmt: skip
PATHS = st.sampled_from([
    "config", "navigation", f"navigation/{quote('ö')}", "tables", f"tables/{TABLE}", "codelists/x",
    f"tables/{TABLE}/metadata", f"tables/{TABLE}/data", f"tables/{TABLE}/defaultselection",
    "savedqueries/eNo", "savedqueries/eNo/data", "tables/",
])  # fmt: skip
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["selection", "placement", "variableCode", "valueCodes", "codelist",
                             "stub", "heading", "tableId", "language", "outputFormat",
                             "outputFormatParams"]),
            inner, max_size=4,
        ),
    ),
    max_leaves=12,
)  # fmt: skip


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    with any_number_of_calls():
        yield create_app(Settings(home=home, prewarm=False)).server.test_client()


@settings(max_examples=80)
@given(path=PATHS, query=st.lists(st.tuples(KEYS, WORDS), max_size=5))
def test_no_question_is_answered_by_an_error_of_ours(client, path, query) -> None:
    words = "&".join(f"{quote(key)}={quote(value)}" for key, value in query)
    answer = client.get(f"/api/v2/{path}?{words}")
    assert answer.status_code in (200, 400, 403, 404), (path, words)
    if answer.status_code != 200:
        assert answer.mimetype == "application/problem+json"
        assert answer.json["errors"], (path, words)


@settings(max_examples=80)
@given(body=JSON)
def test_no_body_is_answered_by_an_error_of_ours(client, body) -> None:
    for path in (f"tables/{TABLE}/data", "savedqueries"):
        answer = client.post(f"/api/v2/{path}", data=orjson.dumps(body))
        assert answer.status_code in (200, 201, 400, 403, 404), body


@settings(max_examples=60)
@given(query=st.dictionaries(st.text(max_size=8), JSON, max_size=4))
def test_a_query_is_packed_into_its_identifier_and_out_of_it(query) -> None:
    name = identifier(query)
    assert name is not None
    assert query_of(name) == query
    assert query_of(name[:-3]) is None


def test_what_is_packed_to_be_enormous_is_no_query() -> None:
    assert identifier({"a": "0" * 3 * MOST_BYTES}) is not None, "it packs well"
    assert query_of(identifier({"a": "0" * 3 * MOST_BYTES}) or "") is None
