"""A month of counts for 20 of 21 regions, from the file to Läget i landet."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import create_app
from dashboard.cli import main
from dashboard.comparison.exceptions import attention
from dashboard.imports.importing import ImportOptions, import_file
from dashboard.imports.readers import REGIONS as REGIONAL
from dashboard.indicators.registry import OVERCROWDING
from dashboard.ingest.build import build
from dashboard.language.text import LANGS, Lang
from dashboard.reference.periods import months_between
from dashboard.reference.regions import BY_CODE, CODES, SWEDEN
from dashboard.releases.dataset import Dataset, read_dataset
from dashboard.settings import Settings
from dashboard.situation.series_picture import series_picture
from dashboard.values import trends, values
from dashboard.values.absence import reason
from dashboard.view.view import View
from layouts.compare import page as compare
from layouts.document.pages import PAGES
from layouts.overview import page as overview
from layouts.page.page import Layout, Page
from layouts.region import page as region
from tests.dashboard.imports.files import csv_file
from tests.layouts.tree import Tree

HEADS = ("Region", "Månad", "Disponibla vårdplatser", "Inskrivna patienter",
         "Överbelagda patienter", "Utlokaliserade patienter")  # fmt: skip
MONTH = "2025-12"
LAST = View("overcrowding", MONTH)
ESTIMATED = {"sv": "Skattade månadsvärden", "en": "Estimated monthly values"}


def month_file(folder: Path, left_out: set[str]) -> Path:
    """Each region with beds as its people are, a patient in each bed, 5 of 100 over, 2 out."""
    rows = []
    for code in CODES:
        beds = round(BY_CODE[code].population / 700)
        counts = (beds, beds, 0.05 * beds, 0.02 * beds)
        rows += [] if code in left_out else [(BY_CODE[code].name.sv, "december 2025", *counts)]
    return csv_file(folder / "december.csv", [HEADS, *rows])


def released(home: Path, left_out: set[str]) -> Dataset:
    """The release after the file was imported and published by the commands."""
    # Made of its people alone, the month would be asked about by the command.
    assert import_file(month_file(home, left_out), home, ImportOptions(REGIONAL)).kept
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VARDPLATS_HOME", str(home))
        assert main(["build"]) == 0
    return read_dataset(home)


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return released(tmp_path_factory.mktemp("twenty"), {"24"})


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return released(tmp_path_factory.mktemp("ten"), set(CODES[:11]))


def words(dataset: Dataset, layout: Layout, lang: Lang, **asked: str) -> str:
    return Tree.words(layout(dataset, lang, {"period": MONTH, **asked}))


def test_the_country_is_imported_with_its_coverage(twenty: Dataset) -> None:
    country, *regions = values.at(twenty, LAST)
    assert (country.status, country.reporting) == ("reported", 20)
    assert country.value == pytest.approx(5, abs=0.01)
    assert country.coverage is not None
    assert 0.95 < country.coverage < 1
    assert [one.status for one in regions].count("reported") == 20
    assert country.source == "import-regions"


def test_the_region_that_did_not_report_is_missing_and_not_estimated(twenty: Dataset) -> None:
    own = values.at(twenty, LAST)[1 + CODES.index("24")]
    assert (own.value, own.status) == (None, "missing")
    assert own.reason is not None
    assert own.reason.en.startswith("The region has not reported")


@pytest.mark.parametrize("lang", LANGS)
def test_the_front_page_shows_it_as_imported(twenty: Dataset, lang: Lang) -> None:
    said = words(twenty, overview.layout, lang)
    assert ("Rapporterade månadsvärden" if lang == "sv" else "Reported monthly values") in said
    assert ("20 av 21 regioner" if lang == "sv" else "20 of 21 regions") in said
    page = overview.layout(twenty, lang, {"period": MONTH})
    (label,) = [one for one in Tree.components(page) if getattr(one, "id", "") == "label"]
    assert ESTIMATED[lang] not in Tree.words(label)


@pytest.mark.parametrize("lang", LANGS)
def test_a_figure_over_more_months_says_that_it_has_both(twenty: Dataset, lang: Lang) -> None:
    both = "Skattade och rapporterade" if lang == "sv" else "Estimated and reported"
    assert both in words(twenty, overview.layout, lang)


def test_a_reported_month_is_not_judged_by_estimated_ones(twenty: Dataset) -> None:
    for code in (SWEDEN, "12"):
        assert trends.trend(twenty, replace(LAST, region=code)).signal == "cannot_be_decided"
    assert attention(twenty, LAST).judged == ()
    said = words(twenty, overview.layout, "sv")
    assert "Ett år tidigare, i december 2024, var det" in said
    assert "i samma 20 regioner (skattat)" in said
    assert "Färre än tolv månader är rapporterade" in words(
        twenty, region.layout, "sv", region="12"
    )
    # The months before are estimated, and none of those is judged.
    before = trends.trend(twenty, replace(LAST, period="2025-11"))
    assert before.signal == "cannot_be_decided"


def test_reported_months_have_limits_of_their_own_and_a_verdict_only_from_36(
    tmp_path: Path,
) -> None:
    rows = [(code, month, 100, 97, 3 + i % 2, 1) for code in CODES
            for i, month in enumerate(months_between("2024-10", "2025-12"))]  # fmt: skip
    path = csv_file(tmp_path / "a.csv", [HEADS, *rows])
    assert import_file(path, tmp_path, ImportOptions(REGIONAL)).kept
    build(tmp_path)
    dataset = read_dataset(tmp_path)
    chart = trends.judged(dataset, LAST)
    assert chart is not None
    assert sum(point.y is not None for point in chart.chart.points) == 15
    assert chart.chart.points[-1].upl is not None
    assert (chart.verdict.signal, chart.verdict.doubt) == ("cannot_be_decided", "too_short")
    # Of the twelve months to December 2024, which it is compared with, nine are estimated.
    said = words(dataset, overview.layout, "sv")
    assert said.count("(skattat)") == 1
    assert "mot dec 2024 (skattat)medeltal över tolv månader" in said


def test_reported_months_are_dots_on_the_lines(twenty: Dataset, ten: Dataset) -> None:
    drawn = series_picture(twenty, replace(LAST, region="12"), OVERCROWDING, "sv")
    dots = [one for one in drawn.figure["data"] if one.get("name") == "rapporterad månad"]
    assert [(one["x"], len(one["y"])) for one in dots] == [([MONTH], 1)] * 2
    assert "prickar är rapporterade månader" in drawn.measure
    # Where the country is hidden it has no dot, and before any import there is none.
    hidden = series_picture(ten, LAST, OVERCROWDING, "sv")
    assert "rapporterad månad" not in [one.get("name") for one in hidden.figure["data"]]


@pytest.mark.parametrize("lang", LANGS)
def test_another_month_is_estimated_as_before(twenty: Dataset, lang: Lang) -> None:
    assert ESTIMATED[lang] in words(twenty, overview.layout, lang, period="2025-11")


def test_a_year_with_an_imported_month_is_of_both_kinds(twenty: Dataset) -> None:
    year = View("overcrowding", "2025")
    assert {one.status for one in values.at(twenty, year)} == {"estimated", "missing"}
    said = words(twenty, overview.layout, "sv", period="2025")
    assert "Skattade och rapporterade månadsvärden" in said
    assert "1 av 12 av årets månader" in said


def test_the_change_is_over_the_regions_that_reported_both_times(twenty: Dataset) -> None:
    assert "i samma 20 regioner" in words(twenty, overview.layout, "sv")


def test_the_distance_to_the_guideline_needs_every_region(twenty: Dataset) -> None:
    for key in ("distance_to_guideline", "progress_to_guideline"):
        own = View(key, MONTH)
        assert values.at(twenty, own)[0].value is None
        assert reason(twenty, own, SWEDEN).en.startswith("Not all regions have reported")
    assert "procent av vägen till" not in words(twenty, overview.layout, "sv")


def test_below_80_per_cent_of_the_beds_the_country_is_hidden_with_the_reason(ten: Dataset) -> None:
    country = values.at(ten, LAST)[0]
    assert (country.value, country.status) == (None, "missing")
    assert country.reason is not None
    assert country.reason.sv.startswith("De regioner som har rapporterat har mindre än 80 procent")
    assert country.reason.sv in words(ten, overview.layout, "sv")
    assert sum(one.value is not None for one in values.at(ten, LAST)[1:]) == 10
    # What opens by itself is the last month that most regions have.
    assert ten.last_month == "2025-11"


@pytest.mark.parametrize("layout", [overview.layout, region.layout, compare.layout])
@pytest.mark.parametrize("key", ["overcrowding", "occupancy", "available_beds", "beds_per_1000"])
def test_every_page_is_shown_with_a_month_of_ten_regions(
    ten: Dataset, layout: Layout, key: str
) -> None:
    for code in ("01", "25"):
        assert words(ten, layout, "sv", indicator=key, region=code)


def test_the_differences_to_the_release_before_are_listed(
    twenty: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    assert main(["build"]) == 0
    before = read_dataset(tmp_path).release
    after = released(tmp_path, {"24"}).release
    assert after == twenty.release
    capsys.readouterr()
    assert main(["diff", before, after, "--format", "json"]) == 0
    told = capsys.readouterr().out
    assert MONTH in told
    assert "2025-11" not in told


# Months that no estimate reaches, before them and after them, and one that few reported.
REACHED = {"2026-02": {"24"}, "2024-05": set(CODES[:15]), "2014-03": {"01"}}


@pytest.fixture(scope="module")
def reaching(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    home = tmp_path_factory.mktemp("reaching")
    for month, left_out in REACHED.items():
        each = [(code, month, 100, 97, 3, 1) for code in CODES if code not in left_out]
        path = csv_file(home / f"{month}.csv", [HEADS, *each])
        assert import_file(path, home, ImportOptions(REGIONAL)).kept
    build(home)
    return read_dataset(home)


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.key)
def test_every_page_stands_with_months_that_no_estimate_reaches(
    reaching: Dataset, page: Page
) -> None:
    assert (reaching.months[0], reaching.months[-1]) == ("2014-01", "2026-02")
    asked: list[dict[str, str]] = [
        {}, {"period": "2026-02", "region": "24"}, {"period": "2026-01"}, {"period": "2026"},
        {"period": "2014-03"}, {"period": "2024-05", "region": "25", "span": "120"},
    ]  # fmt: skip
    for key in ("overcrowding", "occupancy", "available_beds") if page.interactive else ("",):
        for query in asked:
            own = {**query, "indicator": key} if key else query
            assert Tree.words(page.layout(reaching, "sv", own))


def test_the_site_answers_and_its_files_say_who_reported(
    twenty: Dataset, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = next(path for path in tmp_path_factory.getbasetemp().glob("twenty*"))
    client = create_app(Settings(home=home, prewarm=False)).server.test_client()
    assert "Rapporterade månadsvärden" in client.get("/").get_data(as_text=True)
    rows = client.get(f"/files/map.csv?period={MONTH}").get_data(as_text=True)
    assert rows.count("rapporterat") == 21
    assert rows.count("Regionerna") == 21
    assert rows.count("saknas") == 1
