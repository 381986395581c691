"""Any view can be seen as it was in an earlier release, on pages, in touches and in files."""

import csv
import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from dash import Dash
from flask.testing import FlaskClient

from app import create_app
from dashboard.ingest.publish import STATED, publish, withdraw
from dashboard.releases.dataset import current_release, manifest_of, read_dataset
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import CUBE, GEOMETRY
from dashboard.settings import Settings
from dashboard.view.view import View, apply_change, parse
from layouts.document.pages import PAGES
from tests.callbacks.reader import Reader
from tests.servers import wait_until

BANNER = {"sv": "Sidan visas som den är i utgåva ", "en": "The page is shown as it is in release "}


@dataclass(frozen=True)
class Twice:
    """A site whose newer release has twice the beds of the older one, and other outlines."""

    home: Path
    old: str
    new: str
    app: Dash

    @property
    def client(self) -> FlaskClient:
        client: FlaskClient = self.app.server.test_client()
        return client

    def text(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200
        return answer.get_data(as_text=True)

    def beds(self, query: str) -> str:
        answer = self.client.get(f"/files/map.csv?indicator=available_beds&flavour=machine&{query}")
        assert answer.status_code == 200, answer.text
        rows = csv.DictReader(io.StringIO(answer.text))
        return next(row["value"] for row in rows if row["region"] == "14")


def another(folder: FilesystemRepository, old: str, times: float) -> str:
    """A later release with `times` the figures of `old`, and other outlines."""
    manifest = manifest_of(folder, old)
    with np.load(io.BytesIO(folder.content(old, CUBE))) as arrays:
        held = dict(arrays)
    held["cube"] = held["cube"] * times
    written = io.BytesIO()
    np.savez(written, **held)
    outlines = folder.content(old, GEOMETRY) + b" "
    files = {name: folder.content(old, name) for name in manifest["files"]}
    files |= {CUBE: written.getvalue(), GEOMETRY: outlines}
    facts = {key: value for key, value in manifest.items() if key not in STATED}
    return publish(folder, files, facts, by="Astrid L.")


@pytest.fixture(scope="module")
def both(home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    copy = tmp_path_factory.mktemp("twice")
    shutil.copytree(home / "releases", copy / "releases")
    old = current_release(copy)
    return copy, old, another(FilesystemRepository(copy), old, 2)


@pytest.fixture
def twice(both: tuple[Path, str, str], tmp_path: Path) -> Twice:
    shutil.copytree(both[0] / "releases", tmp_path / "releases")
    app = create_app(Settings(home=tmp_path, prewarm=False))
    return Twice(tmp_path, both[1], both[2], app)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_says_that_it_is_shown_as_it_was(twice: Twice, page: object) -> None:
    for lang in ("sv", "en"):
        path = page.path.in_(lang)  # type: ignore[attr-defined]
        text = twice.text(f"{path}?release={twice.old}")
        assert BANNER[lang] + twice.old[:6] in text


@pytest.mark.parametrize("query", ["", "?release=", "?release=abcdef", "?release=..%2F"])
def test_without_a_release_that_is_there_no_page_says_so(twice: Twice, query: str) -> None:
    assert BANNER["sv"] not in twice.text(f"/{query}")
    assert BANNER["en"] not in twice.text(f"/en/about{query}")


def test_a_file_has_the_figures_of_the_release_asked_for(twice: Twice) -> None:
    now, then = twice.beds(""), twice.beds(f"release={twice.old}")
    assert float(now) == 2 * float(then)
    assert twice.beds(f"release={twice.new}") == now
    assert twice.beds(f"release={twice.old[:6]}") == then
    text = twice.text(f"/files/map.csv?release={twice.old}")
    assert f"release={twice.old}" in text.splitlines()[1], "rows lead back to what they show"
    assert "release=" not in twice.text("/files/map.csv")
    refused = twice.client.get("/files/map.csv?release=0123456789")
    assert (refused.status_code, "release=0123456789" in refused.text) == (400, True)


def test_a_touch_stays_in_the_release_that_the_page_shows(twice: Twice) -> None:
    then = Reader(twice.app, "/", f"?release={twice.old}")
    now = Reader(twice.app, "/")
    for reader, release in ((then, twice.old), (now, twice.new)):
        reader.touch(indicator="available_beds")
        assert reader.state["release"] == release
    assert "release=" + twice.old in then.state["query"]
    assert "release=" + twice.old in then.state["link"]
    assert "release" not in now.state["link"]
    assert then.held("map-figure", "figure") != now.held("map-figure", "figure")


def test_outlines_of_an_earlier_release_are_found_under_their_hash(twice: Twice) -> None:
    for release in (twice.old, twice.new):
        dataset = read_dataset(twice.home, release)
        answer = twice.client.get(f"/geo/{dataset.geometry_hash}.json")
        assert (answer.status_code, answer.data) == (200, dataset.geometry)
    assert twice.client.get("/geo/0123456789abcdef.json").status_code == 404


def test_a_withdrawn_release_says_so_with_its_reason_and_gives_no_file(twice: Twice) -> None:
    path = f"/?release={twice.new}"
    assert "tillbakadragen" not in twice.text(path)
    folder = FilesystemRepository(twice.home)
    assert withdraw(folder, twice.new, reason="Dubbla platser i <alla> regioner") == twice.old
    app = create_app(Settings(home=twice.home, prewarm=False))
    after = Twice(twice.home, twice.old, twice.new, app)
    for where in (path, f"/metod?release={twice.new}"):
        text = after.text(where)
        assert "Utgåvan är tillbakadragen" in text
        assert "Dubbla platser i " in text
        assert "<alla>" not in text
    assert "has been withdrawn" in after.text(f"/en/?release={twice.new}")
    assert BANNER["sv"] not in after.text("/")


WAYS_OUT = (
    "/files/map.csv", "/files/grant.xlsx", "/api/v1/values", "/api/v1/figures/map",
    "/opendata/datapackage.json", "/opendata/vardplatslaget.zip", "/opendata/catalogue.ttl",
    "/andringslogg.atom", "/wards", "/own-rates", "/api/v2/config", "/api/v2/tables",
    "/api/v2/tables/overcrowding_estimated_month/data",
)  # fmt: skip


@pytest.fixture(scope="module")
def gone(both: tuple[Path, str, str], tmp_path_factory: pytest.TempPathFactory) -> Twice:
    """The site after its newer release has been withdrawn."""
    home = tmp_path_factory.mktemp("gone")
    shutil.copytree(both[0] / "releases", home / "releases")
    withdraw(FilesystemRepository(home), both[2], reason="Dubbla platser")
    return Twice(home, both[1], both[2], create_app(Settings(home=home, prewarm=False)))


@pytest.mark.parametrize("path", WAYS_OUT)
def test_no_way_out_gives_a_release_that_is_withdrawn(gone: Twice, path: str) -> None:
    posted = path in ("/wards", "/own-rates")
    for asked in (gone.new, gone.new[:6]):
        address = f"{path}?release={asked}&lang=en"
        answer = gone.client.post(address) if posted else gone.client.get(address)
        said = answer.get_data(as_text=True)
        assert (answer.status_code, "Dubbla platser" in said, gone.old in said) == (410, True, True)
        assert "ETag" not in answer.headers


def test_files_of_a_withdrawn_release_are_gone_and_those_of_the_others_stay(gone: Twice) -> None:
    for asked in (gone.new, gone.new[:6]):
        answer = gone.client.get(f"/opendata/{asked}/values.parquet")
        assert (answer.status_code, "Dubbla platser" in answer.text) == (410, True)
    assert gone.client.head(f"/opendata/{gone.old}/values.parquet").status_code == 200
    latest = gone.client.get("/opendata/latest/values.parquet")
    assert latest.headers["Location"] == f"/opendata/{gone.old}/values.parquet"


def test_the_list_of_releases_says_what_is_withdrawn_and_changes_its_tag(twice: Twice) -> None:
    folder, address = FilesystemRepository(twice.home), "/api/v1/releases"
    tag = twice.client.get(address).headers["ETag"]
    withdraw(folder, twice.old, reason="fel månad")

    def again() -> int:
        return twice.client.get(address, headers={"If-None-Match": tag}).status_code

    wait_until(lambda: again() == 200, "a list that has changed")
    rows = {one["name"]: one for one in twice.client.get(address).json["data"]}
    assert (rows[twice.old]["withdrawn"], rows[twice.old]["reason"]) == (True, "fel månad")
    assert (rows[twice.new]["withdrawn"], rows[twice.new]["reason"]) == (False, None)


def test_a_withdrawal_is_seen_by_a_site_that_runs(twice: Twice) -> None:
    old = f"/?release={twice.old}"
    assert "tillbakadragen" not in twice.text(old)
    withdraw(FilesystemRepository(twice.home), twice.old, reason="fel månad")
    wait_until(lambda: "fel månad" in twice.text(old), "a site that knows of it")


def test_a_release_that_is_not_there_is_named_and_the_latest_shown(twice: Twice) -> None:
    assert "release=abcdef kan inte visas" in twice.text("/?release=abcdef")
    assert "Utgåvan abcdef kan inte visas" in twice.text("/metod?release=abcdef")
    (twice.home / "releases" / twice.old / CUBE).unlink()
    assert "kan inte visas" in twice.text(f"/?release={twice.old}")


def test_the_change_log_leads_to_each_release(twice: Twice, monkeypatch: object) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(twice.home))  # type: ignore[attr-defined]
    withdraw(FilesystemRepository(twice.home), twice.old, reason="fel månad")
    text = twice.text("/andringslogg")
    assert f"/?release={twice.old}" in text
    assert f"/?release={twice.new}" not in text, "what is shown now has its own address"
    assert "fel månad" in text
    assert "Astrid" not in text, "who published is for the record and not for the public"


def test_a_view_keeps_its_release_through_a_touch(both: tuple[Path, str, str]) -> None:
    dataset = read_dataset(both[0], both[1])
    view = parse({"release": both[1][:6]}, dataset).view
    assert view.release == both[1]
    assert parse({"release": both[1][:5]}, dataset).view.release == ""
    assert apply_change(view, {"region": "14"}, dataset).release == both[1]
    assert view.query(dataset) == f"release={both[1]}"
    assert View("overcrowding", "2025-12").link().count("release") == 0


def test_a_scenario_of_a_release_gives_the_same_bytes_after_two_later_ones(
    home: Path, twice: Twice
) -> None:
    third = another(FilesystemRepository(twice.home), twice.old, 3)
    assert len({third, twice.old, twice.new}) == 3
    after = create_app(Settings(home=twice.home, prewarm=False)).server.test_client()
    before = create_app(Settings(home=home, prewarm=False)).server.test_client()
    words = "region=14&scenario=model=1,beds=20,stay=0.2~0.1~0.3&flavour=machine"
    for name in ("scn-results", "scn-log", "scn-swings", "scn-goal", "scn-ladder", "scn-relief"):
        asked = f"/files/{name}.csv?{words}&release={twice.old}"
        then = before.get(asked)
        assert then.status_code == 200
        assert after.get(asked).get_data() == then.get_data()
    now = after.get(f"/files/scn-results.csv?{words}").get_data(as_text=True)
    assert now != before.get(f"/files/scn-results.csv?{words}").get_data(as_text=True)
