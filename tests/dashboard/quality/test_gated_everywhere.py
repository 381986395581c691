"""A figure of grade D has no rank and no place on a list, and is marked where money is shown."""

from dataclasses import replace

import pytest

from dashboard.comparison.better_peers import better_alike
from dashboard.comparison.comparison import comparison
from dashboard.comparison.dots_picture import compared_picture
from dashboard.comparison.estimates import places
from dashboard.comparison.exceptions import attention
from dashboard.comparison.funnel import counts
from dashboard.comparison.funnel_picture import funnel_picture
from dashboard.comparison.words import sentences
from dashboard.figures.region_map import PRINTED_UP_TO
from dashboard.funding.cells import heat
from dashboard.funding.rows import cell_rows
from dashboard.funding.why_cells import why
from dashboard.language.text import LANGS
from dashboard.quality.ranking_gate import gate
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import MEASURES, Dataset
from dashboard.situation import region_sentences
from dashboard.situation.map_picture import map_picture
from dashboard.situation.regional_table import region_table
from dashboard.view.view import View
from layouts.overview.tile_map import key, tiles
from tests.layouts.tree import Tree

WRONG = "14"


@pytest.fixture(scope="module")
def doubtful(dataset: Dataset) -> Dataset:
    """The example months with one of Västra Götaland, the last, that cannot be right."""
    example = dataset.showing("example")
    cube = example.cube.copy()
    row = CODES.index(WRONG)
    beds = cube[MEASURES.index("bed_days"), row, -1, 0]
    cube[MEASURES.index("over_days"), row, -1, 0] = 0.45 * beds
    return replace(example, quality={}, cube=cube, release="d" * 16)


@pytest.fixture
def view(dataset: Dataset) -> View:
    return View("overcrowding", dataset.last_month, region=WRONG, data="example")


def test_it_has_grade_d_and_no_rank(doubtful: Dataset, view: View) -> None:
    assert set(gate(doubtful, view)) == {WRONG}
    assert WRONG not in {one.estimate.region for one in places(doubtful, view)}
    own = comparison(doubtful, view).of(WRONG)
    assert own.value is None or own.unsure
    assert (own.rank, own.told) == (None, None)


def test_it_stands_on_no_list_and_the_list_says_why(doubtful: Dataset, view: View) -> None:
    found = attention(doubtful, view)
    assert WRONG not in {one.region for one in found.judged}
    why = dict(found.not_judged)[WRONG]
    assert "Orimlig överbeläggning" in why.sv
    assert "Grade D" in why.en


def test_it_gets_no_verdict_in_the_funnel_and_is_no_example(doubtful: Dataset, view: View) -> None:
    assert WRONG not in {region for region, _, _ in counts(doubtful, view)}
    for peer in ("12", "13"):
        asked = replace(view, region=peer, peers=WRONG)
        measures = {one.key for found in better_alike(doubtful, asked)
                    for one, _, _ in found.measures}  # fmt: skip
        assert "overcrowding" not in measures
    for lang in LANGS:
        assert funnel_picture(doubtful, view, lang).title


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_hatched_on_map_and_tiles_with_its_value_and_reason(
    doubtful: Dataset, view: View, lang
) -> None:
    drawn = map_picture(doubtful, view, lang)
    trace = drawn.figure["data"][0]
    place = trace["locations"].index(WRONG)
    assert trace["z"][place] == -1
    value, _, why = trace["customdata"][place][0].partition(PRINTED_UP_TO)
    assert value in ("45,0", "45.0")
    assert why == gate(doubtful, view)[WRONG].in_(lang)
    assert "Västra Götaland" not in drawn.title
    assert "Västra Götaland" in drawn.sentence
    assert drawn.sentence.startswith(("Bland dem som rangordnas", "Among those ranked"))
    (tile,) = [one for one in tiles(doubtful, view, drawn.figure)
               if f'data-value="{WRONG}"' in one]  # fmt: skip
    assert "hatched" in tile.partition(">")[0]
    assert why in Tree.words(tile)
    assert "C–D" in str(key(doubtful, view, lang))


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_and_the_dots_leave_it_after_those_ranked(
    doubtful: Dataset, view: View, lang
) -> None:
    rows = region_table(doubtful, view, lang).rows
    assert rows[-1].code == WRONG
    assert "(" in rows[-1].name
    found = [one.region for one in comparison(doubtful, view).regions]
    assert found[-1] == WRONG
    assert compared_picture(doubtful, view, lang).sentence


def test_a_year_in_question_says_so_beside_the_others(dataset: Dataset) -> None:
    view = View("psychiatric_overcrowding", "2025", region="21", care="psychiatric",
                data="published")  # fmt: skip
    assert any("Hopp 2025" in one for one in sentences(dataset, view, "sv"))
    ordered = [one.region for one in comparison(dataset, view).regions]
    assert set(ordered[-5:]) == {"12", "13", "18", "21", "24"}
    assert "Gävleborg" in compared_picture(dataset, view, "en").sentence
    assert "Gävleborg" not in map_picture(dataset, view, "en").title


def test_a_copied_year_ranks_nobody(dataset: Dataset) -> None:
    view = View("psychiatric_overcrowding", "2019", care="psychiatric", data="published")
    drawn = map_picture(dataset, view, "sv")
    assert drawn.title == "Överbeläggningar i psykiatrisk slutenvård i regionerna"
    assert drawn.sentence.startswith("21 av 21 regioner har ett värde, och ingen av dem rangordnas")
    assert set(drawn.figure["data"][0]["z"]) == {-1}
    shown = key(dataset, view, "en")[-1]
    assert "and 13 more" in str(shown)


def test_the_region_s_own_page_says_that_the_figure_is_not_ranked(
    doubtful: Dataset, view: View
) -> None:
    said = region_sentences.sentences(doubtful, view, "sv")
    assert said[-1].startswith("Överbeläggningarna rangordnas inte. Betyg D: Orimlig")
    others = region_sentences.sentences(doubtful, replace(view, region="12"), "en")
    assert not any("not ranked" in one for one in others)


def test_it_keeps_its_money_and_the_cell_says_that_trust_is_low(dataset: Dataset) -> None:
    """A month of 2024 that cannot be right, in the table of the grant and in its file."""
    dataset = dataset.showing("example")
    cube = dataset.cube.copy()
    row, month = CODES.index(WRONG), dataset.months.index("2024-05")
    beds = cube[MEASURES.index("bed_days"), row, month, 0]
    cube[MEASURES.index("over_days"), row, month, 0] = 0.45 * beds
    # The rules ask what was reported: without ranges the months are no estimates.
    wrong = replace(dataset, quality={}, cube=cube, release="e" * 16, ranges=None)
    own = next(one for one in heat(wrong, "sv").rows if one.code == WRONG)
    # The grade of a month is that of the twelve it ends.
    marked = [place for place, (words, _) in enumerate(own.cells) if "?" in words.split(" ")[0]]
    assert marked == [*range(3, 9)]
    assert own.cells[3][0].startswith("? ")
    view = View("overcrowding", "2024-05", WRONG)
    told = " ".join(" ".join(line) for line in why(wrong, view, "sv").grid.rows)
    assert "inte förbättrad nog; låg tillit till siffran. Betyg D" in told
    rows = [one for one in cell_rows(wrong, view) if one["region"] == WRONG]
    doubted = [one for one in rows if one["low_trust"] == "yes"]
    assert {one["indicator"] for one in doubted} == {"overcrowding"}
    assert [one["period"] for one in doubted] == [f"2024-{n:02d}" for n in range(5, 11)]
    # Money follows the rule alone, whatever trust there is.
    assert all((one["qualified_by"] is None) == (one["earned"] == 0.0) for one in doubted)
    assert any(one["qualified_by"] for one in doubted)
    plain = next(one for one in heat(dataset, "sv").rows if one.code == WRONG)
    assert not any("?" in words for words, _ in plain.cells)
