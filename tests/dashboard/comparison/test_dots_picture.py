"""The pictures of the comparison: each view has them, whole, with a table and fair words."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.comparison.dots_picture import compared_picture
from dashboard.comparison.funnel import region_funnel
from dashboard.comparison.funnel_picture import funnel_picture
from dashboard.comparison.multiples_picture import multiples_picture
from dashboard.comparison.scatter_picture import beds_and_over_picture
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import INDICATORS, Data
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.funnel import VERDICT_WORDS
from dashboard.view.view import View, latest_period
from tests.builders import an_example, without
from tests.each import each

LAST = View("overcrowding", "2025-12", "14")
YEAR = replace(LAST, period="2024", data="published")
ALL = (compared_picture, funnel_picture, multiples_picture, beds_and_over_picture)


def check(picture: Picture) -> None:
    """Plotly accepts it, its words are whole, and its table is square."""
    assert go.Figure(picture.figure).data
    json.dumps(picture.figure, allow_nan=False)
    for words in (picture.title, picture.measure, picture.sentence, picture.source):
        assert words == words.strip() != ""
        assert not re.search(r"[{}<>]|None|nan|  ", words), words
    assert picture.sentence.endswith((".", ")"))
    table = picture.table
    assert {len(row) for row in table.rows} <= {len(table.heads)}
    assert all(isinstance(cell, str) for row in table.rows for cell in row)


def views(dataset: Dataset) -> Iterator[View]:
    kinds: tuple[Data, ...] = ("estimated", "published")
    for data in kinds:
        for one in INDICATORS:
            care = (one.cares(data) or (one.default_care,))[0]
            yield View(one.key, latest_period(dataset, data), "14", care, data=data)


@pytest.mark.parametrize("lang", LANGS)
def test_every_indicator_has_its_pictures(dataset: Dataset, lang: Lang) -> None:
    for view in each(views(dataset)):
        for picture in ALL:
            check(picture(dataset, view, lang))


@pytest.mark.parametrize("view", [
    replace(LAST, region="00"), replace(LAST, region="09", peers="all", stream="acute"),
    replace(LAST, care="psychiatric", peers="01,03"), replace(LAST, period="2016-01", span=120),
    replace(LAST, period="2031-05"), replace(LAST, period="1990"), replace(LAST, care="all"),
    replace(YEAR, region="00", peers="healthcare"), replace(YEAR, period="2018"),
    View("discharge_ready_share", "2018", "12", data="published"),
    View("occupancy", "2025-07", "25", stream="planned", peers="similar:k=20"),
], ids=str)  # fmt: skip
def test_odd_views_have_them_too(dataset: Dataset, view: View) -> None:
    for lang in LANGS:
        for picture in ALL:
            check(picture(dataset, view, lang))


@pytest.mark.parametrize("reporting", [0, 1, 7, 8, 20])
def test_they_stand_whoever_reports(reporting: int) -> None:
    dataset = without(an_example(), CODES[reporting:])
    for region in ("00", "01", "25"):
        for picture in ALL:
            check(picture(dataset, replace(LAST, region=region), "sv"))


def test_the_title_never_sets_a_region_apart_that_chance_may_have_put_there(
    dataset: Dataset,
) -> None:
    assert compared_picture(dataset, replace(LAST, region="25"), "sv").title == (
        "Norrbotten kan inte skiljas från riket"
    )
    told = compared_picture(dataset, LAST, "sv")
    assert told.title == "Västra Götaland ligger högre än riket, 8,4 mot 4,9"
    assert "Platsen bland 21 regioner är 18–20" in told.sentence


def test_the_table_has_every_place_with_its_interval_and_the_chance_of_the_first_five(
    dataset: Dataset,
) -> None:
    table = compared_picture(dataset, LAST, "sv").table
    own = next(row for row in table.rows if row[0] == "Västra Götaland")
    assert own[4:] == ("18–20", "0 %", "skild från riket")
    assert table.rows[-1][0] == "Riket"
    assert len(table.rows) == 22


def test_years_are_dots_without_intervals_and_say_so(dataset: Dataset) -> None:
    picture = compared_picture(dataset, YEAR, "sv")
    assert "inga intervall" in picture.sentence
    widths = [t for t in picture.figure["data"] if t.get("line", {}).get("width") == 2]
    assert all(t["x"] == [] for t in widths)


def test_the_funnel_names_its_method_and_who_is_outside(dataset: Dataset) -> None:
    picture = funnel_picture(dataset, replace(LAST, region="00"), "sv")
    found = region_funnel(dataset, LAST)
    assert found is not None
    outside = sum(row.verdict != "within" for row in found.rows)
    assert picture.title == f"{outside} av 21 regioner ligger utanför trattens gränser"
    assert "Spiegelhalter 2005" in " ".join(text for _, text in picture.notes)
    said = " ".join([picture.sentence, *(text for _, text in picture.notes)])
    assert not [word for word in ("winsoriserad", "φ", "arcsinus") if word in said]
    verdicts = {row[-1] for row in picture.table.rows}
    assert verdicts <= {words.sv for words in VERDICT_WORDS.values()}


def test_fewer_than_eight_regions_or_no_rate_is_no_funnel() -> None:
    seven = funnel_picture(without(an_example(), CODES[7:]), LAST, "sv")
    assert seven.sentence == "Det krävs minst 8 regioner med värde; nu finns 7."
    assert seven.figure["data"][0]["x"] == []
    occupancy = funnel_picture(an_example(), replace(LAST, indicator="occupancy"), "sv")
    assert occupancy.sentence.startswith("Tratten gäller det som räknas per 100 vårdplatser")


def test_the_scatter_says_that_no_relation_has_been_shown(dataset: Dataset) -> None:
    picture = beds_and_over_picture(dataset, LAST, "sv")
    assert "inget tydligt samband" in picture.title
    assert picture.sentence.startswith(
        "Inget tydligt samband har visats: rangkorrelationen över 21"
    )
    together = beds_and_over_picture(dataset, replace(LAST, care="psychiatric"), "sv")
    assert "visar ingen orsak" in together.title


def test_the_panels_count_who_is_higher_than_a_year_earlier(dataset: Dataset) -> None:
    words = multiples_picture(dataset, LAST, "sv").sentence
    counts = [int(one) for one in re.findall(r"i (\d+)", words)]
    assert sum(counts) == 21


def test_counts_are_an_index_of_their_own_mean(dataset: Dataset) -> None:
    picture = multiples_picture(dataset, replace(LAST, indicator="available_beds"), "sv")
    assert "medel är 100" in picture.measure
    distance = multiples_picture(dataset, replace(LAST, indicator="distance_to_guideline"), "sv")
    assert "medel är 100" not in distance.measure


def test_estimates_without_a_published_year_have_their_ranges_and_no_order(
    dataset: Dataset,
) -> None:
    dataset = dataset.showing("estimated")
    picture = compared_picture(dataset, View("occupancy", "2025-12", "14"), "sv")
    assert "80 procents spann" in picture.measure
    assert picture.table.heads[3] == "80 %-spann"
    assert [row[0] for row in picture.table.rows][:3] == ["Stockholm", "Uppsala", "Södermanland"]
    for row in each(picture.table.rows):
        low, high = (float(end.replace(",", ".")) for end in row[3].split("–"))
        assert low <= float(row[1].replace(",", ".")) <= high
    # What is published has none, and example months those of chance.
    assert compared_picture(dataset, YEAR, "sv").table.heads[3] == "95 %-intervall"
