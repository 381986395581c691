"""A figure that Kolada changed is the same on every surface; the release before has its own."""

import io
import json
import re

import pytest
from python_calamine import CalamineWorkbook

from dashboard.cli import main
from dashboard.exports.views import SHEETS
from dashboard.releases.dataset import read_dataset
from dashboard.view.view import default_view
from tests.fetched_site import AFTER, AMENDED, BEFORE, EMBEDDED, Site, site_at

FIGURE = "indicator=overcrowding&period=2025&data=published&region=14"
ABSENT = "indicator=wait_first_contact_waiting&period=2025&data=published&region=18"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_at(tmp_path_factory.mktemp("fetched"))


@pytest.fixture(params=["new", "old"])
def shown(request: pytest.FixtureRequest, site: Site) -> tuple[str, float]:
    """What a query adds to see a release, and the figure in it."""
    return ("", AFTER) if request.param == "new" else (f"&release={site.old}", BEFORE)


def swedish(number: float) -> str:
    return f"{number}".replace(".", ",")


def cells(page: str, part: str, head: str) -> list[str]:
    """The cells of the row of this head in the first table of a part of a page."""
    section = re.search(rf'<section[^>]* id="{part}">.*?</section>', page, re.S)
    assert section is not None, part
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", section[0], re.S):
        texts = [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)]
        if texts[0] == head:
            return texts[1:]
    raise AssertionError(f"no row {head} in {part}")


# --- the figure --------------------------------------------------------------------------------


def test_the_releases_differ_in_nothing_but_the_figure_and_the_tables(site: Site) -> None:
    old, new = (read_dataset(site.home, name) for name in (site.old, site.new))
    assert old.cube.tobytes() == new.cube.tobytes()
    differing = [
        (key, *place)
        for key in old.years
        for place in zip(*((old.years[key] != new.years[key]) & (old.years[key] == old.years[key])
                           ).nonzero(), strict=True)
    ]  # fmt: skip
    assert len(differing) == 1
    assert differing[0][0] == ("overcrowding_per_100", "somatic")


def test_api_and_files_have_the_figure_of_their_release(
    site: Site, shown: tuple[str, float]
) -> None:
    release, figure = shown
    (row,) = site.api(f"values?{FIGURE}{release}")["data"]
    assert (row["value"], row["source"]) == (figure, "kolada-u70425")
    for path, column in (("map", "value"), ("dq-trust", "value"), ("cmp-dots", "value")):
        told = site.row(f"/files/{path}.csv?flavour=machine&{FIGURE}{release}", region="14")
        assert float(told[column]) == figure, path


def test_the_open_data_have_the_figure_that_is_shown(site: Site) -> None:
    published = site.row(
        "/opendata/published.csv", source_id="kolada-u70425", region_code="14",
        period_start="2025-01-01",
    )  # fmt: skip
    assert float(published["value"]) == AFTER
    value = site.row("/opendata/values.csv", indicator="overcrowding", region="14", period="2025")
    assert (float(value["value"]), value["source"]) == (AFTER, "kolada-u70425")


def test_cards_tiles_and_tables_have_the_figure_of_their_release(
    site: Site, shown: tuple[str, float]
) -> None:
    release, figure = shown
    words = swedish(figure)
    page = site.text(f"/?{FIGURE}{release}")
    tile = r'data-value="14"[^>]*><span class="tile-name">[^<]*</span><span class="tile-value">'
    assert re.findall(tile + "([^<]*)<", page) == [words]
    assert re.findall(r'<p class="line">Västra Götaland: ([^<]*)</p>', page)[0] == words
    assert cells(page, "over", "2025")[1] == words
    mine = site.text(f"/min-region?{FIGURE}{release}")
    assert cells(mine, "mine-among", "Överbeläggningar, per 100 platser")[1] == words
    compared = site.text(f"/jamfor?{FIGURE}{release}")
    assert cells(compared, "cmp-dots", "Västra Götaland")[0] == words


def test_the_rules_ask_about_the_figure_only_where_it_is(
    site: Site, shown: tuple[str, float]
) -> None:
    release, figure = shown
    asked = figure == AFTER
    path = f"/files/dq-questions.csv?flavour=machine&{FIGURE}{release}"
    jumps = [one for one in site.rows(path)
             if (one["kind"], one["indicator"], one["region"], one["data"])
             == ("jump", "overcrowding", "14", "published")
             and one["figures"].endswith(f"2025={figure}")]  # fmt: skip
    assert len(jumps) == asked
    quality = site.api(f"quality?{FIGURE}{release}")
    ids = {one["id"] for one in quality["caveats"]}
    assert ("question-jump-14-2025" in ids) is asked
    (row,) = quality["data"]
    assert (row["grade"] == "C") is asked
    page = site.text(f"/data?{FIGURE}{release}")
    assert (f"{swedish(9.6)} (2024) till {swedish(figure)} (2025)" in page) is asked
    assert cells(page, "dq-trust", "Västra Götaland")[0] == swedish(figure)


def test_the_command_prints_the_figure_of_the_release(
    site: Site, shown: tuple[str, float], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    release, figure = shown
    monkeypatch.setenv("VARDPLATS_HOME", str(site.home))
    named = ["--release", site.old] if release else []
    assert main(["values", "--indicator", "overcrowding", "--period", "2025", "--region", "14",
                 "--data", "published", "--format", "json", *named]) == 0  # fmt: skip
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["value"], row["source"]) == (figure, "kolada-u70425")
    assert row["release"] == (site.old if release else site.new)


def test_the_workbook_is_of_the_release_and_has_its_rates(
    site: Site, shown: tuple[str, float]
) -> None:
    release, _ = shown
    name = site.old if release else site.new
    answer = site.client.get(f"/files/grant.xlsx?region=14{release}")
    assert answer.status_code == 200
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.data))
    assert [f"Utgåva: {name}"] in book.get_sheet_by_name("Om").to_python()
    rows = book.get_sheet_by_name("Värden").to_python()
    dataset = read_dataset(site.home, name)
    rates = SHEETS["eff-rates"].rows(dataset, default_view(dataset))
    numbers = {cell for row in rows for cell in row if isinstance(cell, float)}
    wanted = {value for row in rates for value in row.values() if isinstance(value, float)}
    assert len(wanted) > 100
    assert wanted <= numbers


# --- the words around it -----------------------------------------------------------------------


def words_of(table: str, *, release: str) -> tuple[str, str]:
    """What the release says where the tables differ, and what it must not say."""
    (after,) = [words for (name, _), (_, words) in AMENDED.items() if name == table]
    return (EMBEDDED[table], after) if release else (after, EMBEDDED[table])


@pytest.mark.parametrize(("table", "path"), [("events", "/metod"), ("notes", "/kallor")])
def test_a_page_has_the_tables_of_its_release(
    site: Site, shown: tuple[str, float], table: str, path: str
) -> None:
    said, unsaid = words_of(table, release=shown[0])
    page = site.text(f"{path}?{shown[0].lstrip('&')}")
    assert (f">{said}</td>" in page, unsaid in page) == (True, False)


def test_a_note_is_that_of_the_release_in_page_and_api(
    site: Site, shown: tuple[str, float]
) -> None:
    said, unsaid = words_of("notes", release=shown[0])
    caveats = site.api(f"values?{FIGURE}{shown[0]}")["caveats"]
    assert [one["text"]["sv"] for one in caveats if one["id"] == "T11a"] == [said]
    page = site.text(f"/?{FIGURE}{shown[0]}")
    assert (said in page, unsaid in page) == (True, False)


def test_a_reason_is_that_of_the_release_in_page_file_and_api(
    site: Site, shown: tuple[str, float]
) -> None:
    said, _ = words_of("reasons", release=shown[0])
    (row,) = site.api(f"values?{ABSENT}{shown[0]}")["data"]
    assert (row["value"], row["reason"]["sv"]) == (None, said)
    page = site.text(f"/?{ABSENT}{shown[0]}")
    # A note of both releases begins with the words of the embedded reason.
    new_words = AMENDED["reasons", "NOT_REPORTED"][1]
    assert (said in page, new_words in page) == (True, said == new_words)


def test_the_events_of_the_api_are_those_of_the_release_shown(site: Site) -> None:
    titles = {one["event"]: one["title"]["sv"] for one in site.api("events")["data"]}
    assert titles["bed-register"] == AMENDED["events", "bed-register"][1]
