"""Every picture of every view is a figure that plotly accepts, and says what it shows."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dashboard.figures.picture import Picture
from dashboard.gaps.guideline_picture import way_picture
from dashboard.gaps.occupancy_picture import occupancy_picture
from dashboard.indicators.registry import INDICATORS, OUTPLACEMENT, OVERCROWDING, Data
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.situation.map_picture import map_picture
from dashboard.situation.series_picture import series_picture
from dashboard.view.view import View, latest_period
from tests.builders import BASELINE, a_dataset, an_example, per_100, without
from tests.each import each

LAST = View("overcrowding", "2025-12")
KINDS: tuple[Data, ...] = ("estimated", "published")


def of_the_indicator(dataset: Dataset, view: View, lang: Lang) -> dict[str, Picture]:
    return {
        "map": map_picture(dataset, view, lang),
        "chosen": series_picture(dataset, view, view.of, lang),
    }


def of_every_view(dataset: Dataset, view: View, lang: Lang) -> dict[str, Picture]:
    return {
        "over": series_picture(dataset, view, OVERCROWDING, lang),
        "out": series_picture(dataset, view, OUTPLACEMENT, lang),
        "occupancy": occupancy_picture(dataset, view, lang),
        "way": way_picture(dataset, view, lang),
    }


def check(picture: Picture, lang: Lang) -> None:
    """Plotly accepts it, it asks no other host for anything, and its words are whole."""
    from plotly.graph_objects import Figure

    Figure(picture.figure)
    travels = json.dumps(picture.figure, allow_nan=False, ensure_ascii=False)
    assert "//" not in travels
    assert "http" not in travels
    for words in (picture.title, picture.measure, picture.sentence, picture.source):
        assert words.strip() == words
        assert words
        assert not re.search(r"[{}<>]|None|nan|  ", words), words
    assert picture.sentence.endswith("."), picture.sentence
    assert picture.source.startswith({"sv": "Källa: ", "en": "Source: "}[lang])


def views(dataset: Dataset, data: Data) -> Iterator[View]:
    for indicator in INDICATORS:
        care = (indicator.cares(data) or (indicator.default_care,))[0]
        yield View(indicator.key, latest_period(dataset, data), care=care, data=data)


@pytest.mark.parametrize(("lang", "region"), [("sv", "00"), ("en", "14")])
@pytest.mark.parametrize("data", KINDS)
def test_every_picture_is_whole(dataset: Dataset, data: Data, lang: Lang, region: str) -> None:
    for view in views(dataset, data):
        for picture in of_the_indicator(dataset, replace(view, region=region), lang).values():
            check(picture, lang)
    for care in ("somatic", "psychiatric", "all"):
        view = View("overcrowding", latest_period(dataset, data), region, care, data=data)
        for picture in each(of_every_view(dataset, view, lang).values()):
            check(picture, lang)


def few(reporting: int) -> Dataset:
    """A release in which only the first so many regions have anything at all."""
    figures = {code: [4.0, 5.0, 6.0] for code in ("00", *CODES)}
    whole = a_dataset(published={("overcrowding_per_100", "somatic"): figures})
    return without(whole, CODES[reporting:])


@pytest.mark.parametrize("reporting", [0, 1, 2, 20, 21])
@pytest.mark.parametrize("data", KINDS)
def test_every_picture_is_whole_whoever_reports(reporting: int, data: Data) -> None:
    dataset = few(reporting)
    for view in views(dataset, data):
        for picture in of_the_indicator(dataset, replace(view, region="25"), "sv").values():
            check(picture, "sv")
    view = View("overcrowding", latest_period(dataset, data), "25", data=data)
    for picture in each(of_every_view(dataset, view, "sv").values()):
        check(picture, "sv")


@pytest.mark.parametrize("view", [
    replace(LAST, period="2030-01"), replace(LAST, period="2016-01"), replace(LAST, period="2031"),
    replace(LAST, care="all", stream="planned"), replace(LAST, period="2024", data="published"),
    replace(LAST, span=24), replace(LAST, period="2024", stream="acute", region="09"),
])  # fmt: skip
def test_every_picture_is_whole_in_odd_views(dataset: Dataset, view: View) -> None:
    for lang in LANGS:
        found = of_the_indicator(dataset, view, lang) | of_every_view(dataset, view, lang)
        for picture in each(found.values()):
            check(picture, lang)


# --- the map -------------------------------------------------------------------------------


def choropleth(dataset: Dataset, view: View) -> dict[str, Any]:
    found: dict[str, Any] = map_picture(dataset, view, "sv").figure["data"][0]
    return found


@pytest.mark.parametrize("reporting", [0, 1, 20, 21])
def test_the_map_always_has_every_region(reporting: int) -> None:
    dataset = few(reporting)
    for data in KINDS:
        for view in each(views(dataset, data)):
            found = choropleth(dataset, view)
            assert sorted(found["locations"]) == sorted(CODES)
            assert len(found["z"]) == len(found["customdata"]) == 21
            if view.of is OVERCROWDING:
                assert sum(step >= 0 for step in found["z"]) == reporting


def test_the_geometry_comes_from_here_under_its_hash(dataset: Dataset) -> None:
    assert choropleth(dataset, LAST)["geojson"] == f"/geo/{dataset.geometry_hash}.json"


def test_the_title_names_the_ends_and_the_sentence_counts(dataset: Dataset) -> None:
    over = an_example(over={code: float(i) for i, code in enumerate(CODES)})
    found = map_picture(over, LAST, "sv")
    assert found.title == "Högst i Norrbotten och Västerbotten, lägst i Stockholm"
    assert found.sentence == (
        "Norrbotten har det högsta värdet, 20,0, och Stockholm det lägsta, 0,0. "
        "21 av 21 regioner har ett värde."
    )
    english = map_picture(over, LAST, "en")
    assert english.title == "Highest in Norrbotten and Västerbotten, lowest in Stockholm"


def test_of_estimated_months_none_is_called_highest_or_lowest(dataset: Dataset) -> None:
    found = map_picture(dataset, LAST, "sv")
    assert found.title == "Överbeläggningar i regionerna"
    assert found.sentence == (
        "21 av 21 regioner har ett värde. Månaderna är skattade, så ingen kallas högst eller lägst."
    )


def test_one_region_is_neither_highest_nor_lowest() -> None:
    one = replace(few(1), kind="example")
    found = map_picture(one, LAST, "sv")
    assert found.title == "Överbeläggningar i regionerna"
    assert found.sentence == "Bara Stockholm har ett värde: 4,0."
    assert map_picture(one, LAST, "en").sentence == "Only Stockholm has a value: 4.0."


def test_no_region_is_said_with_its_reason() -> None:
    found = map_picture(few(0), LAST, "sv")
    reason = "Källan har inget värde för den valda regionen och perioden."
    assert found.title == f"Överbeläggningar: uppgift saknas. {reason}"
    assert found.sentence == f"Ingen region har ett värde. {reason}"


def test_what_is_neutral_is_neither_coloured_nor_ranked(dataset: Dataset) -> None:
    view = replace(LAST, indicator="available_beds")
    found = choropleth(dataset, view)
    assert set(found["z"]) == {0}
    assert map_picture(dataset, view, "sv").title == "Disponibla vårdplatser i regionerna"


# --- series, occupancy, way ----------------------------------------------------------------


def test_the_title_of_a_series_says_the_finding() -> None:
    dataset = a_dataset(over={c: 6.0 if c == "14" else 4.0 for c in CODES})

    def title(view: View, lang: Lang = "sv") -> str:
        return series_picture(dataset, view, view.of, lang).title

    assert title(LAST) == ("Överbeläggningar i riket: 4,1, kan inte avgöras, månaderna är skattade")
    assert title(replace(LAST, region="14")) == (
        "Överbeläggningar: Västra Götaland över riket, 6,0 mot 4,1"
    )
    assert title(replace(LAST, region="01"), "en") == (
        "Overcrowding: Stockholm below Sweden, 4.0 against 4.1"
    )
    beds = replace(LAST, indicator="available_beds", region="14")
    assert title(beds) == "Disponibla vårdplatser: Västra Götaland 100, riket 2\u00a0100"
    assert title(beds, "en") == "Available beds: Västra Götaland 100, Sweden 2,100"
    assert title(replace(LAST, period="2025")) == "Överbeläggningar i riket: 4,1"


def test_the_sentence_of_a_series_reads_its_ends() -> None:
    dataset = a_dataset(over=[4.0, *[5.0] * 34, 6.0])
    picture = series_picture(dataset, replace(LAST, region="14"), OVERCROWDING, "sv")
    assert picture.sentence == (
        "Riket 4,0 i januari 2023 och 6,0 i december 2025. "
        "Västra Götaland 4,0 i januari 2023 och 6,0 i december 2025."
    )
    years = few(21)
    view = View("overcrowding", "2025", data="published")
    assert series_picture(years, view, OVERCROWDING, "sv").sentence == (
        "Riket 4,0 år 2023 och 6,0 år 2025."
    )
    assert series_picture(years, view, OVERCROWDING, "en").sentence == (
        "Sweden 4.0 in 2023 and 6.0 in 2025."
    )


def test_published_years_are_rings_on_an_estimated_line() -> None:
    picture = series_picture(few(21), replace(LAST, region="14"), OVERCROWDING, "sv")
    rings = [one for one in picture.figure["data"] if one["mode"] == "markers"]
    assert [ring["x"] for ring in rings] == [["2023-07", "2024-07", "2025-07"]] * 2
    assert picture.measure.endswith(" · ringar är publicerade årsvärden")
    acute = series_picture(few(21), replace(LAST, stream="acute"), OVERCROWDING, "sv")
    assert not [one for one in acute.figure["data"] if one["mode"] == "markers"]


def test_a_line_breaks_where_a_month_is_missing() -> None:
    dataset = without(a_dataset(), CODES, months=("2024-07",))
    for line in each(series_picture(dataset, LAST, OVERCROWDING, "sv").figure["data"]):
        if line["mode"] == "lines":
            assert line["y"][18] is None
            assert line["connectgaps"] is False


def test_occupancy_is_said_with_target_distance_and_beds() -> None:
    dataset = a_dataset(beds=BASELINE, patients=per_100(93, BASELINE))
    picture = occupancy_picture(dataset, replace(LAST, stream="acute"), "sv")
    assert picture.title == "Akut vård ligger 8,0 procentenheter över målnivån"
    assert picture.sentence.startswith(
        "Akut vård: 93,0 %, mål 85 %; +8,0 procentenheter · periodens beläggningsgap 1\u00a0152 "
        "platser. "
        "Planerad vård: 93,0 %, mål 95 %; \u22122,0 procentenheter · motsvarar 64 platser utöver "
        "behovet."
    )
    both = occupancy_picture(dataset, replace(LAST, stream="all"), "sv")
    assert (
        both.title == "Akut vård ligger 8,0 procentenheter över målnivån, planerad vård 2,0 under"
    )
    english = occupancy_picture(dataset, replace(LAST, stream="planned"), "en")
    assert english.title == "Planned care is 2.0 percentage points below its target"
    at_target = a_dataset(beds=100, patients=85.02)
    assert occupancy_picture(at_target, replace(LAST, stream="acute"), "sv").title == (
        "Akut vård ligger på målnivån"
    )


def test_occupancy_in_psychiatric_care_is_not_borrowed_from_somatic(dataset: Dataset) -> None:
    picture = occupancy_picture(dataset, replace(LAST, care="psychiatric"), "sv")
    assert picture.title.startswith(
        "Beläggningsgraden mot riktvärdet: uppgift saknas. För psykiatr"
    )
    assert picture.figure["data"][0]["x"] == [None, None, None]


def test_the_way_is_measured_from_15_300_to_17_660() -> None:
    dataset = a_dataset(beds={**BASELINE, "01": 13_300 + 590.0})
    picture = way_picture(dataset, LAST, "sv")
    assert picture.title == "25 procent av vägen till 17\u00a0660 platser"
    assert picture.sentence == (
        "15\u00a0890 platser i medeltal över tolv månader till december 2025: 25 procent (mellan "
        "23 och 27) av vägen från 15\u00a0300 till 17\u00a0660; 1\u00a0770 platser kvar."
    )
    before = way_picture(dataset, replace(LAST, period="2023-04"), "en")
    assert before.title == "The way to 17,660 beds"
    assert before.sentence.startswith("Published: 2,360 beds were missing in May 2023")


def test_a_file_of_a_picture_is_named_after_its_view(dataset: Dataset) -> None:
    names = {
        key: picture.file
        for view in [replace(LAST, region="14")]
        for key, picture in (
            of_the_indicator(dataset, view, "en") | of_every_view(dataset, view, "en")
        ).items()
    }
    assert names["map"] == "vardplatslaget_map_overcrowding_2025-12_14_somatic_all_estimated"
    assert len(set(names.values())) >= 5


def test_names_of_regions_are_read_aloud_with_their_values(dataset: Dataset) -> None:
    found = choropleth(dataset, LAST)
    spoken = {words[1]: words[0] for words in found["customdata"]}
    assert set(spoken) == {name_of(code).sv for code in CODES}
    assert all(re.fullmatch(r"\d+,\d", value) for value in spoken.values())


def test_a_line_begins_anew_at_a_declared_break(dataset: Dataset) -> None:
    view = View("discharge_ready_share", "2025", "00", "somatic", data="published")
    picture = series_picture(dataset, view, view.of, "sv")
    country = next(t for t in picture.figure["data"] if t.get("name") == "Riket")
    gap = country["y"].index(None)
    assert country["x"][gap] == country["x"][gap + 1] == "2018-07"
    assert len(country["y"]) == len(dataset.year_labels) + 1
