"""Every picture of every page: its chart carries what its figure shows, its table is whole."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np
import pytest

from dashboard.exports.pictures import PICTURES
from dashboard.figures.chance_histogram import ChanceHistogram
from dashboard.figures.change_parts import ChangeParts
from dashboard.figures.forest import Forest
from dashboard.figures.gap_line import GapLine
from dashboard.figures.multiples import Multiples, scale_of
from dashboard.figures.painting import PAINTERS, Blank
from dashboard.figures.picture import Picture
from dashboard.figures.reporting_marks import ReportingMarks
from dashboard.figures.signed_bars import SignedBars
from dashboard.figures.stacked_bars import StackedBars
from dashboard.figures.strip_plot import StripPlot
from dashboard.figures.waterfall import Waterfall
from dashboard.language.formatting import number
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.view.view import default_view
from layouts.parts.figure_table import figure_table
from layouts.parts.sorting import Sorting

_DIGITS = re.compile(r"\d[\d\u00a0,.]*\d|\d")
_TAGS = re.compile("<[^>]*>")


def values(part: Any) -> Iterator[str | float]:
    """All numbers and words in a chart, however deep they lie."""
    if is_dataclass(part):
        for field in fields(part):
            yield from values(getattr(part, field.name))
    elif isinstance(part, dict):
        yield from values([*part, *part.values()])
    elif isinstance(part, list | tuple):
        for one in part:
            yield from values(one)
    elif isinstance(part, str | float | int):
        yield part


def words(figure: dict[str, Any]) -> Iterator[str]:
    """The words that stand on a figure or are read when it is pointed at."""
    for note in figure["layout"].get("annotations", ()):
        yield note["text"]
    for trace in figure["data"]:
        for told in (*trace.get("customdata", ()), *trace.get("text", ())):
            yield from (one for one in values(told) if isinstance(one, str))


def numbers_in(text: str) -> set[str]:
    return set(_DIGITS.findall(_TAGS.sub(" ", text)))


def carried(picture: Picture, lang: Lang) -> set[str]:
    found: set[str] = set()
    for value in values(picture.chart):
        if isinstance(value, str):
            found |= numbers_in(value)
        else:
            found |= {n for d in range(4) for n in numbers_in(number(value, d, lang))}
    if isinstance(picture.chart, Multiples):
        # The ends of the scale are named.
        found |= {n for end in scale_of(picture.chart) for n in numbers_in(f"{end:.0f}")}
    return found


# What these draw lies where the chart's numbers lead: sums, shares of a panel, rows, middles.
PLACED = (ChanceHistogram, ChangeParts, Forest, GapLine, Multiples, ReportingMarks, SignedBars,
          StackedBars, StripPlot, Waterfall)  # fmt: skip


def numbers_of(picture: Picture) -> Array:
    return np.array([one for one in values(picture.chart) if not isinstance(one, str)], float)


def strays(picture: Picture) -> set[tuple[str, float]]:
    """The places of points that no number of the chart is near."""
    known = numbers_of(picture)
    return {
        (axis, place)
        for axis, place in set(coordinates(picture))
        if not (abs(known - place) <= rounding(picture)).any()
    }


def rounding(picture: Picture) -> float:
    return 0.51 * 10.0 ** -getattr(picture.chart, "decimals", 1)


def coordinates(picture: Picture) -> Iterator[tuple[str, float]]:
    """The places of points on a scale of values; rows are counted and months are words."""
    layout = picture.figure["layout"]
    for trace in picture.figure["data"]:
        for axis in "xy":
            place = trace.get(f"{axis}axis", axis).replace(axis, f"{axis}axis", 1)
            scale = layout.get(place, {})
            rows = (scale.get("visible") is False and axis == "y") or "ticktext" in scale
            numbers = (v for v in trace.get(axis, ()) if isinstance(v, float | int))
            yield from () if rows else ((axis, value) for value in numbers)


@pytest.fixture(scope="module", params=["estimated", "published"])
def drawn(request: pytest.FixtureRequest, dataset: Dataset) -> dict[tuple[str, Lang], Picture]:
    view = replace(default_view(dataset), region="14")
    if request.param == "published":
        view = replace(view, data="published", period="2024")
    found = {(name, lang): paint(dataset, view, lang)
             for name, paint in PICTURES.items() for lang in LANGS}  # fmt: skip
    # Only reported months, or an example of them, are looked ahead from.
    example = replace(view, data="example", period=dataset.last_month)
    # In that month some region lacks room that another has.
    july = replace(example, period="2025-07")
    return found | {
        (name, lang): PICTURES[name](dataset.showing("example"), own, lang)
        for name, own in (("scn-forecast", example), ("scn-relief-map", july))
        for lang in LANGS
    }


def test_a_chart_carries_every_number_that_its_figure_shows(
    drawn: dict[tuple[str, Lang], Picture],
) -> None:
    lost = {
        (name, lang): missing
        for (name, lang), picture in drawn.items()
        if (missing := {n for text in words(picture.figure) for n in numbers_in(text)}
            - carried(picture, lang))
    }  # fmt: skip
    assert lost == {}
    shown = [text for picture in drawn.values() for text in words(picture.figure)]
    assert len(shown) > 1000


def test_a_chart_carries_every_value_that_its_figure_draws_on_a_scale(
    drawn: dict[tuple[str, Lang], Picture],
) -> None:
    on_scale = {key: p for key, p in drawn.items() if not isinstance(p.chart, PLACED)}
    assert len(on_scale) > 40
    lost = {key: found for key, picture in on_scale.items() if (found := strays(picture))}
    assert lost == {}


def test_every_kind_of_chart_is_painted_by_some_picture(
    drawn: dict[tuple[str, Lang], Picture],
) -> None:
    assert {type(picture.chart) for picture in drawn.values()} | {Blank} == set(PAINTERS)


def test_every_picture_has_its_table_in_the_document(
    drawn: dict[tuple[str, Lang], Picture], dataset: Dataset
) -> None:
    sorting = Sorting("x-table", dataset, default_view(dataset), "sv")
    for key, picture in drawn.items():
        table = picture.table
        assert {len(row) for row in table.rows} <= {len(table.heads)}, key
        assert len(table.heads) >= 2, key
        assert len(set(table.heads)) == len(table.heads), key
        html = figure_table(picture, sorting)
        assert html.count("<tr") == len(table.rows) + 1, key
        assert html.count('scope="row"') == len(table.rows), key
    filled = [key for key, picture in drawn.items() if picture.table.rows]
    assert len(filled) > 0.9 * len(drawn)


def test_the_table_of_the_map_chooses_regions(
    drawn: dict[tuple[str, Lang], Picture], dataset: Dataset
) -> None:
    picture = drawn["map", "sv"]
    view = replace(default_view(dataset), region="14")
    html = figure_table(picture, Sorting("map-table", dataset, view, "sv"))
    assert html.count('data-set="region"') == 21
    assert html.count('data-value="14" aria-pressed="true"') == html.count('"true"') == 1
    names = {lang: [row[0] for row in drawn["map", lang].table.rows] for lang in LANGS}
    assert names["sv"][:3] == ["Blekinge", "Dalarna", "Gotland"]
    assert names["sv"][-1] == "Östergötland"
    assert names["en"][-1] == "Västra Götaland"
    assert sorted(names["sv"]) == sorted(names["en"])
