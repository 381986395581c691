"""Open data as harvesters meet it: every address they are led to answers."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.open_data.tables import TABLES
from dashboard.settings import Settings
from layouts.document.pages import PAGES


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    settings = Settings(home=home, prewarm=False, public_url="https://x.se/")
    return create_app(settings).server.test_client()


def test_the_map_leads_to_every_page_and_all_of_it_answers(client: FlaskClient) -> None:
    answer = client.get("/sitemap.xml")
    places = re.findall(r"<loc>https://x\.se(.*?)</loc>", answer.text)
    assert {path for page in PAGES for path in page.path} < set(places)
    assert {one: client.get(one).status_code for one in places} == dict.fromkeys(places, 200)


def test_every_file_of_the_catalogue_answers_under_the_public_address(client: FlaskClient) -> None:
    catalogue = client.get("/opendata/catalogue.ttl").text
    files = set(re.findall(r"<https://x\.se(/opendata/[\w.-]+\.\w+)>", catalogue))
    assert len(files) >= len(TABLES) + 2
    assert {one: client.get(one).status_code for one in files} == dict.fromkeys(files, 200)


def test_a_file_is_tagged_and_says_where_its_columns_are_described(client: FlaskClient) -> None:
    answer = client.get("/opendata/regions.csv")
    assert answer.mimetype == "text/csv"
    assert 'rel="describedby"' in answer.headers["Link"]
    again = client.get("/opendata/regions.csv", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_file_that_there_is_not_is_a_problem(client: FlaskClient) -> None:
    answer = client.get("/opendata/region.csv")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert "regions.csv" in answer.json["detail"]


def test_without_a_release_there_are_no_files(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path, cache="NullCache")).server.test_client()
    for path in ("/opendata/values.csv", "/opendata/x", "/sitemap.xml", "/andringslogg.atom"):
        assert client.get(path).status_code == 503, path


def test_the_feeds_are_found_from_the_change_log(client: FlaskClient) -> None:
    for path, feed in (("/andringslogg", "/andringslogg.atom"),
                       ("/en/changelog", "/en/changelog.atom")):  # fmt: skip
        link = f'<link rel="alternate" type="application/atom+xml" href="{feed}"'
        assert link in client.get(path).text
        assert client.get(feed).mimetype == "application/atom+xml"
