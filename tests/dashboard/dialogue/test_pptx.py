"""The slides, opened with python-pptx: titles, notes, languages, headers, numbers."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from dashboard.dialogue.pack import Pack
from dashboard.dialogue.pack_content import make_pack
from dashboard.dialogue.papers.outline import Outline
from dashboard.dialogue.papers.pptx import pptx
from dashboard.releases.dataset import Dataset
from tests.dashboard.dialogue.conftest import DAY
from tests.each import each

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def deck(papers: Mapping[str, bytes]) -> Any:
    return Presentation(io.BytesIO(papers[".pptx"]))


def test_each_slide_has_a_title_in_its_place_and_notes_with_the_release(
    deck: Any, pack: Pack
) -> None:
    for slide in each(deck.slides):
        assert slide.shapes.title.text_frame.text
        assert pack.release[:6] in slide.notes_slide.notes_text_frame.text
    assert deck.slides[0].shapes.title.text_frame.text == pack.title


def test_each_chart_and_table_is_described_and_has_headers(deck: Any) -> None:
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    drawn = [one for one in shapes if one.has_chart or one.has_table]
    for shape in each(drawn):
        [about] = shape._element.xpath(".//p:cNvPr")
        assert len(about.get("descr")) > 10
    for shape in each(one for one in drawn if one.has_table):
        assert (shape.table.first_row, shape.table.first_col) == (True, True)


def _runs(deck: Any) -> Iterator[Any]:
    for slide in deck.slides:
        for part in (slide.element, slide.notes_slide.element):
            yield from part.iter(f"{_A}r")


@pytest.mark.parametrize(("lang", "language"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_every_run_is_in_its_language(
    lang: Any, language: str, dataset: Dataset, deck: Any
) -> None:
    if lang == "en":
        content = pptx(make_pack(dataset, "01", "en", day=DAY))
        deck = Presentation(io.BytesIO(content))
    found = {run.find(f"{_A}rPr").get("lang") for run in _runs(deck)}
    assert found == {language}
    assert deck.core_properties.language == language


def test_the_charts_have_the_numbers_of_the_pack(deck: Any, pack: Pack) -> None:
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == len(pack.plates) == 6
    for chart, plate in zip(charts, pack.plates, strict=True):
        plot = chart.plots[0]
        assert tuple(plot.categories) == plate.plot.periods
        assert [(one.name, tuple(one.values)) for one in plot.series] == [
            (one.name, one.values) for one in plate.plot.series
        ]


def test_each_chart_shows_its_lines_from_end_to_end(deck: Any, pack: Pack) -> None:
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    for chart, plate in each(zip(charts, pack.plates, strict=True)):
        axis = chart.value_axis
        known = [v for one in plate.plot.series for v in one.values if v is not None]
        assert axis.minimum_scale <= min(known) <= max(known) <= axis.maximum_scale
        # A year of staying between 90 and 105 per cent is no flat line.
        assert max(known) - min(known) > 0.2 * (axis.maximum_scale - axis.minimum_scale)
        named = chart._chartSpace.xpath(".//c:catAx/c:tickLblSkip/@val")
        assert len(plate.plot.periods) / int(named[0]) <= 8


def test_an_outline_is_what_python_pptx_draws(pack: Pack) -> None:
    def drawn(builder: Any) -> str:
        deck = Presentation()
        group = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_group_shape()
        made = builder(group.shapes)
        for ring in pack.country.areas[0].rings[:2]:
            made.move_to(*(round(part * 900) for part in ring[0]))
            made.add_line_segments([(round(x * 900), round(y * 900)) for x, y in ring[1:]])
        return etree.tostring(made.convert_to_shape(100, 200)._element).decode()

    own = drawn(lambda shapes: Outline.new(shapes, 500, 600, 3.5, 3.5))
    assert own == drawn(lambda shapes: shapes.build_freeform(500, 600, scale=3.5))
    assert own.count("lnTo") > 10


def test_the_map_is_a_shape_for_each_region_with_its_value(deck: Any, pack: Pack) -> None:
    groups = [one for slide in deck.slides for one in slide.shapes if one.shape_type == 6]
    assert len(groups) == 1
    assert pack.country.sentence in groups[0]._element.xpath("./*/p:cNvPr")[0].get("descr")
    said = {one.name: one for one in groups[0].shapes}
    assert len(said) == len(pack.country.areas) == 21
    for area in each(pack.country.areas):
        shape = said[area.name]
        assert shape._element.xpath("./*/p:cNvPr")[0].get("descr") == f"{area.name}: {area.words}"
        assert str(shape.fill.fore_color.rgb) == pack.country.steps[area.step + 1][0][1:].upper()
        assert 0 < shape.height <= groups[0].height
    chosen = [one.name for one in pack.country.areas if one.chosen]
    assert chosen == [pack.name]
    # Norrbotten lies north of Skåne, and Gotland east of Västra Götaland.
    assert said["Norrbotten"].top < said["Skåne"].top
    assert said["Gotland"].left > said["Västra Götaland"].left


def test_the_tables_have_the_key_figures_of_the_pack(deck: Any, pack: Pack) -> None:
    cells = [
        tuple(cell.text_frame.text for cell in row.cells)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
    ]
    assert set(pack.key_figures.grid.rows) <= set(cells)


def test_no_moment_of_making_is_in_the_file(papers: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(papers[".pptx"])) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        books = [name for name in parts.namelist() if name.endswith(".xlsx")]
        for name in each(books):
            with zipfile.ZipFile(io.BytesIO(parts.read(name))) as inner:
                assert {one.date_time for one in inner.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_made_again_it_is_the_same(papers: Mapping[str, bytes], pack: Pack) -> None:
    assert pptx(pack) == papers[".pptx"]
