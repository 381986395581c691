"""The pictures of a region's own page: every view has one that plotly can draw."""

from dataclasses import replace

import pytest

from dashboard.figures.picture import Picture
from dashboard.gaps.region_distance_picture import region_distance_picture
from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY, OUTPLACEMENT, OVERCROWDING
from dashboard.language.text import LANGS, Lang
from dashboard.peers.peers_picture import among_peers_picture
from dashboard.releases.dataset import Dataset
from dashboard.situation.control_chart_picture import control_chart_picture
from dashboard.situation.region_rows import among_rows
from dashboard.view.view import View
from tests.builders import an_example, still_preliminary, without

LAST = View("overcrowding", "2025-12", "24")
VIEWS = (
    LAST,
    replace(LAST, stream="acute", span=24),
    replace(LAST, region="14", peers="healthcare"),
    replace(LAST, region="09", peers="01,03"),
    replace(LAST, period="2024", data="published"),
    replace(LAST, period="2019-03", span=120),
    replace(LAST, care="psychiatric"),
    replace(LAST, period="1995-01"),
)


def drawn(picture: Picture) -> None:
    import plotly.graph_objects as go

    go.Figure(picture.figure)
    assert all((picture.title, picture.measure, picture.sentence, picture.source))


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_view_has_its_pictures(dataset: Dataset, view: View, lang: Lang) -> None:
    for indicator in (OVERCROWDING, OUTPLACEMENT, OCCUPANCY, AVAILABLE_BEDS):
        drawn(control_chart_picture(dataset, view, indicator, lang))
    drawn(among_peers_picture(dataset, view, lang))
    drawn(region_distance_picture(dataset, view, lang))


@pytest.mark.parametrize("missing", [["24"], ["01", "03"], []])
def test_regions_that_do_not_report_leave_a_reason(missing: list[str]) -> None:
    dataset = without(an_example(), missing, months=["2025-12"]) if missing else an_example()
    for lang in LANGS:
        drawn(control_chart_picture(dataset, LAST, OVERCROWDING, lang))
        drawn(among_peers_picture(dataset, LAST, lang))
        drawn(region_distance_picture(dataset, LAST, lang))


def test_the_verdict_of_the_page_is_that_of_the_rules() -> None:
    leap = an_example(over=[4.0 + 0.05 * (i % 3) for i in range(28)] + [9.0] * 8)
    picture = control_chart_picture(leap, LAST, OVERCROWDING, "sv")
    assert picture.title.startswith("Överbeläggningar: över den egna nivån sedan ")
    assert picture.icons[0][1].startswith("Över den egna nivån sedan ")
    shapes = picture.figure["data"][3]["marker"]["symbol"]
    assert shapes[-1] == "diamond"


def test_estimated_months_bear_no_verdict_and_say_so(dataset: Dataset) -> None:
    picture = control_chart_picture(dataset.showing("estimated"), LAST, OVERCROWDING, "sv")
    assert picture.title == "Överbeläggningar: kan inte avgöras, månaderna är skattade"
    assert "kräver rapporterade månader" in picture.sentence


def test_ten_years_are_too_few_for_limits(dataset: Dataset) -> None:
    view = replace(LAST, period="2024", data="published")
    picture = control_chart_picture(dataset, view, OVERCROWDING, "sv")
    assert picture.sentence == "Tio årsvärden är för få för gränser."
    assert picture.title == "Överbeläggningar: kan inte avgöras"


def test_a_preliminary_month_is_hollow_and_outside_the_limits() -> None:
    leap = an_example(over=[4.0 + 0.05 * (i % 3) for i in range(35)] + [9.0])
    plain, still = (
        control_chart_picture(dataset, LAST, OVERCROWDING, "sv")
        for dataset in (leap, still_preliminary(leap, "2025-12", regions=["24"]))
    )
    assert plain.title == "Överbeläggningar: över den egna nivån sedan december 2025"
    assert still.title == "Överbeläggningar: kan inte avgöras"
    assert "preliminär (ihålig punkt)" in still.sentence
    *_, hollow = still.figure["data"]
    assert (hollow["x"], hollow["y"]) == (["2025-12"], [9.0])
    assert hollow["marker"]["symbol"] == "circle-open"
    line = still.figure["data"][3]
    assert line["y"][-1] is None
    assert "Gränserna är vidgade" in plain.sentence
    drawn(still)


@pytest.mark.parametrize("lang", LANGS)
def test_too_few_months_for_a_season_show_the_change_from_last_year(lang: Lang) -> None:
    dataset = an_example(over=[4 + 0.1 * (i % 3) + 0.02 * i for i in range(36)])
    early = without(dataset, ["24"], months=[m for m in dataset.months if m < "2024-02"])
    picture = control_chart_picture(early, LAST, OVERCROWDING, lang)
    drawn(picture)
    assert {"sv": "förändring från samma månad i fjol", "en": "change from the same month"}[
        lang
    ] in picture.measure
    changes = [y for y in picture.figure["data"][3]["y"] if y is not None]
    assert len(changes) == 11
    assert picture.figure["data"][4]["x"] == []


def test_a_shift_that_persists_suggests_a_new_level_and_makes_none() -> None:
    dataset = an_example(
        over=[4 + 0.1 * (i % 3) for i in range(26)] + [4.6 + 0.1 * (i % 3) for i in range(10)]
    )
    picture = control_chart_picture(dataset, LAST, OVERCROWDING, "en")
    assert "lies on the same side of the level." in picture.sentence
    assert len({y for y in picture.figure["data"][0]["y"] if y is not None}) > 0


@pytest.mark.parametrize("lang", LANGS)
def test_of_estimated_months_peers_are_compared_by_their_published_year(
    dataset: Dataset, lang: Lang
) -> None:
    dataset = dataset.showing("estimated")
    picture = among_peers_picture(dataset, LAST, lang)
    assert [row.name.endswith(", 2025") for row in picture.chart.strips] == [True, True]
    assert {"sv": "av 2 mått", "en": "of 2 measures"}[lang] in picture.title
    assert {"sv": "beläggning", "en": "occupancy"}[lang] in picture.sentence
    example = among_peers_picture(dataset.showing("example"), replace(LAST, data="example"), lang)
    assert len(example.chart.strips) == 3
    rows = among_rows(dataset, LAST)
    assert {row["status"] for row in rows if row["peers_together"] is not None} == {"published"}
    assert {row["indicator"] for row in rows if row["peers_together"] is None} == {"occupancy"}


def test_peers_of_which_nothing_is_known_are_not_counted() -> None:
    alone = without(an_example(), ["24"], months=["2025-12"])
    swedish = among_peers_picture(alone, LAST, "sv").title
    assert swedish.endswith("inget mått har värden för båda")
    english = among_peers_picture(alone, LAST, "en").title
    assert english.endswith("no measure has values of both")


def test_a_chart_of_estimates_speaks_of_its_band_and_not_of_limits(dataset: Dataset) -> None:
    dataset = dataset.showing("estimated")
    picture = control_chart_picture(dataset, LAST, OVERCROWDING, "sv")
    assert "gränser" not in picture.measure
    assert "80 procents spann" in picture.measure
    assert len(picture.chart.band) == len(picture.chart.periods)
    assert all(row[-1] for row in picture.table.rows)
    example = dataset.showing("example")
    drawn_on = control_chart_picture(example, replace(LAST, data="example"), OVERCROWDING, "sv")
    assert "egna gränser" in drawn_on.measure
    assert drawn_on.chart.band == ()
